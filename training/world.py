"""Names of people, places and peoples of all countries, cut into UD words, from open tables."""

import csv
import json
import lzma
import re
from functools import cached_property
from pathlib import Path

from data import data_folder

FACTS = Path(__file__).resolve().parent.parent / "facts"
BODIES = ("organisations", "state_bodies", "parties", "armed_groups", "news_media")

JOINING = {"of", "the", "and", "for", "in", "on", "to", "de", "la", "del", "e", "al", "-", "&"}


def ud_words(name: str) -> list[str]:
    """A name as UD cuts it: at blanks, and around hyphens between letters."""
    return [part for part in re.split(r"\s+|(?<=\w)(-)(?=\w)", name) if part]


def by_length(names) -> dict[int, list[list[str]]]:
    """Names of 1 to 6 words, sorted so that draws repeat, by their number of words."""
    pools: dict[int, list[list[str]]] = {}
    for name in sorted(set(names)):
        words = ud_words(name)
        if 1 <= len(words) <= 6:
            pools.setdefault(len(words), []).append(words)
    return pools


def fact_names(table: str):
    """Yields the names and aliases of a table of facts/ that begin with a capital."""
    lines = (FACTS / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader([line for line in lines if not line.startswith("#")],
                          delimiter="\t", quoting=csv.QUOTE_NONE)
    for row in rows:
        for name in (row["name"], *(row.get("aliases") or "").split("|")):
            if len(name) > 1 and name[0].isupper():
                yield name


class World:
    """Pools of names, read once."""

    @cached_property
    def full_names(self) -> list[str]:
        path = data_folder() / "people" / "persons.tsv.xz"
        with lzma.open(path, "rt", encoding="utf-8", newline="") as lines:
            names = {row["name"] for row in csv.DictReader(lines, delimiter="\t")}
        return sorted(name for name in names
                      if re.fullmatch(r"[^\W\d_](?:[^\W\d_]|[ .'’-]){3,40}", name)
                      and name[0].isupper())

    @cached_property
    def people(self) -> dict[int, list[list[str]]]:
        """Full names, and last words alone."""
        single = {name.split(" ")[-1] for name in self.full_names}
        single = {name for name in single if len(name) > 2 and name[0].isupper()}
        return by_length(set(self.full_names) | single)

    @cached_property
    def city_names(self) -> list[str]:
        """Places of 40,000 people or more and seats of first-order divisions."""
        path = data_folder() / "place" / "gazetteer" / "geonames-cities500.tsv.xz"
        with lzma.open(path, "rt", encoding="utf-8", newline="") as lines:
            rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            names = {name for row in rows for name in (row["name"], row["asciiname"])
                     if int(row["population"] or 0) >= 40000
                     or row["feature"] in ("PPLA", "PPLC")}
        return sorted(name for name in names
                      if re.fullmatch(r"[^\W\d_](?:[^\W\d_]|[ .'’-]){2,30}", name)
                      and name[0].isupper())

    @cached_property
    def cities(self) -> dict[int, list[list[str]]]:
        return by_length(self.city_names)

    @cached_property
    def region_names(self) -> list[str]:
        """First-order divisions, rivers, seas, islands."""
        names = {name for table in ("divisions", "regions") for name in fact_names(table)}
        return sorted(name for name in names
                      if re.fullmatch(r"[^\W\d_](?:[^\W\d_]|[ .'’-]){2,30}", name))

    @cached_property
    def body_names(self) -> list[str]:
        """Organisations, state bodies, parties, armed groups and news media whose words, but for
        "of" and its like, have capitals."""
        names = {name for table in BODIES for name in fact_names(table)}
        return sorted(name for name in names if not re.search(r"['’]s\b", name) and all(
            word[0].isupper() or word in JOINING for word in ud_words(name)))

    @cached_property
    def country_table(self) -> list[dict]:
        """Independent countries."""
        path = data_folder() / "place" / "gazetteer" / "countries-mledoze.json"
        table = json.loads(path.read_text(encoding="utf-8"))
        return [entry for entry in table if entry.get("independent")]

    @cached_property
    def country_names(self) -> list[str]:
        return sorted(entry["name"]["common"] for entry in self.country_table)

    @cached_property
    def countries(self) -> dict[int, list[list[str]]]:
        return by_length(self.country_names)

    @cached_property
    def peoples(self) -> list[str]:
        """Adjectives of nationality."""
        names = {entry.get("demonyms", {}).get("eng", {}).get("m", "")
                 for entry in self.country_table}
        return sorted(name for name in names if re.fullmatch(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?", name))
