#!/usr/bin/env python3
"""Holds curated rows against the sets that were not used for them: officials against people/offices.tsv, points
of states, capitals and seats against GeoNames' towns.

    tools/facts/check_curated.py          prints what contradicts, then counts; 1 where something does
    tools/facts/check_curated.py --mark   also writes into the source column of facts/officials.tsv what was confirmed

A tenure is confirmed where the same person has the same office there from the same day, give or take a month, and no end
that differs; "begin" where the source stops before the curated end. What is known to be wrong in the source stands in KEPT.
"""

import argparse
import collections
import csv
import datetime
import lzma
import math
import sys

import offices
import tables
import tenures

MONTH = 31  # days by which two sources of one day differ, between appointment and oath
GAP = 62  # days between two tenures of one office that are told as one: a caretaker's, a new cabinet
FAR_STATE, FAR_TOWN = 500, 40  # km: the middle of a desert of ice from its next town; a palace from its city
OFFICIALS = tables.FACTS / "officials.tsv"
CONFIRMED, BEGIN = "people/offices.tsv", "people/offices.tsv: begin"
# (name, from): why the curated row stands where people/offices.tsv has it otherwise.
CABINET = "the source ends or begins the tenure with one of two cabinets"
KEPT = {
    ("Ann Linde", "2019-09-10"): CABINET,
    ("António Costa", "2015-11-26"): CABINET,
    ("Aung San Suu Kyi", "2016-04-06"): "seen in office after the coup of 2021-02-01",
    ("Bogdan Aurescu", "2019-11-04"): CABINET,
    ("Cristóvão Chume", "2021-11-11"): "appointed when his predecessor was dismissed in 2021",
    ("Hibatullah Akhundzada", "2021-08-15"): "head of the Taliban since 2016, of the state since the fall of Kabul",
    ("Isaac Herzog", "2021-07-07"): "the day of the election, not of the oath",
    ("Klaudia Tanner", "2020-01-07"): CABINET,
    ("Mahmoud Abbas", "2005-01-15"): "of the State of Palestine, not of the Authority",
    ("Margarita Robles", "2018-06-07"): CABINET,
    ("Mariusz Błaszczak", "2018-01-09"): CABINET,
    ("Mark Rutte", "2010-10-14"): CABINET,
    ("Mohamed Bazoum", "2021-04-02"): "seen in office after the coup of 2023-07-26",
    ("Pekka Haavisto", "2019-06-06"): CABINET,
    ("Péter Szijjártó", "2014-09-23"): CABINET,
    ("Sadio Camara", "2021-06-11"): "out of office from May to June 2021",
    ("Shehbaz Sharif", "2022-04-11"): "out of office from August 2023 to March 2024",
    ("Shehbaz Sharif", "2024-03-04"): "out of office from August 2023 to March 2024",
    ("Süleyman Soylu", "2016-09-01"): "began as labour minister on that day",
    ("Téte António", "2020-04-10"): "the source's day is of a new cabinet",
    ("Vjosa Osmani", "2021-04-06"): "acting from that day, elected later",
    ("Vladimir Padrino López", "2014-10-24"): "appointed in October",
    ("Yasser Arafat", "1994-07-05"): "of the State of Palestine, not of the Authority",
}


# ---- Officials ---------------------------------------------------------------------------------------


def key(name):
    return tables.key(name).replace("-", " ")


def first_day(date):
    return datetime.date.fromisoformat((date + "-01-01")[:10] if len(date) == 4 else (date + "-01")[:10])


def differ(one, other):
    """Days between two dates, as far as both are known."""
    width = min(len(one), len(other))
    return abs((first_day(one[:width]) - first_day(other[:width])).days)


def source_tenures():
    """Tenures of the source by Wikidata id, and by country and name."""
    names = collections.defaultdict(set)
    for row in tables.read("countries"):
        names[row["country"]].update([row["name"], *row["aliases"].split("|")])
    people = offices.read_people()
    by_id, by_name = collections.defaultdict(list), collections.defaultdict(list)
    for held in offices.read_tenures(names).values():
        for tenure in run_on(held):
            person = people.get(tenure.person, {})
            if tenure.person:
                by_id[tenure.person].append(tenure)
            known = {*tenure.names, *(person.get("other_names") or "").split("|"), person.get("enwiki") or ""}
            for name in {key(name) for name in known if name}:
                by_name[tenure.country, name].append(tenure)
    return by_id, by_name


def run_on(held):
    """One person's tenures, those of one office without a gap to speak of as one."""
    result = []
    for tenure in tenures.joined(held):
        last = result[-1] if result else None
        if last and last.title == tenure.title and last.end and differ(last.end, tenure.start) <= GAP:
            last.end, last.as_of = tenure.end, tenure.as_of
        else:
            result.append(tenure)
    return result


def candidates(row, by_id, by_name):
    """The source's tenures of the row's person in its office."""
    found = {id(t): t for t in by_id.get(row["wikidata"], ())} if row["wikidata"] else {}
    for name in [row["name"], *row["aliases"].split("|")]:
        for tenure in by_name.get((row["country"], key(name)), ()) if " " in name else ():
            if not row["wikidata"] or not tenure.person or tenure.person == row["wikidata"]:
                found[id(tenure)] = tenure
    role = "monarch" if row["role"] in ("king", "queen") else row["role"]
    held = [t for t in found.values() if t.title in (role, row["role"])]
    return [t for t in held if t.country == row["country"]] or held


def overlap(row, tenure):
    """Whether the source has the tenure at some time of the row's: an open one up to when it was last seen."""
    end, other = row["to"] or "9999", tenure.end or max(tenure.as_of, tenure.start)
    return row["from"] <= other[: len(row["from"])] and tenure.start <= end[: len(tenure.start)]


def compare(row, tenure):
    """What one tenure of the source says of a row: confirmed, begin, or what contradicts it."""
    if tenure.country != row["country"]:
        return f"is of {tenure.country}"
    if row["from"] and differ(row["from"], tenure.start) > MONTH:
        return f"begins {tenure.start}"
    if tenure.end and row["to"]:
        return CONFIRMED if differ(row["to"], tenure.end) <= MONTH else f"ends {tenure.end}"
    if tenure.end:  # curated: in office on as_of
        return f"ends {tenure.end}" if tenure.end < row["as_of"][: len(tenure.end)] else CONFIRMED
    if row["to"]:
        later = tenure.as_of > row["to"] and differ(tenure.as_of, row["to"]) > MONTH
        return f"in office on {tenure.as_of}" if later else BEGIN
    return CONFIRMED if tenure.as_of >= row["as_of"] else BEGIN


def check_person(row, person):
    """What the source's table of people contradicts of a row with a Wikidata id; None for nothing."""
    names = " ".join((person["name"], person["other_names"] or "", person["enwiki"] or ""))
    words = set(key(names).split())
    if not words & set(key(f"{row['name']} {row['aliases'].replace('|', ' ')}").split()):
        return f"{row['wikidata']} is {person['name']}"
    if person["gender"][:1] not in ("", row["gender"]) and row["gender"]:
        return f"is {person['gender']}"
    return None


def check_officials(mark):
    rows = tables.read("officials")
    by_id, by_name = source_tenures()
    people = offices.read_people()
    counts, wrong = collections.Counter(), []
    for row in rows:
        found = [t for t in candidates(row, by_id, by_name) if overlap(row, t)]
        answers = [compare(row, t) for t in found]
        other = check_person(row, people[row["wikidata"]]) if row["wikidata"] in people else None
        if other:
            wrong.append(f"officials: {row['name']}: {other}")
        good = CONFIRMED if CONFIRMED in answers else BEGIN if BEGIN in answers else ""
        row["source"] = good
        if good or not answers:
            counts[good or "unknown"] += 1
        elif (row["name"], row["from"]) in KEPT:
            counts["kept"] += 1
        else:
            counts["contradicted"] += 1
            wrong.append(f"officials: {row['name']}, {row['country']} {row['role']} {row['from']} to {row['to'] or '?'}: "
                         f"{'; '.join(sorted(set(answers)))}")
    if mark:
        head = [line for line in OFFICIALS.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
        lines = head + ["\t".join(rows[0])] + ["\t".join(row.values()) for row in rows]
        OFFICIALS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return wrong, {"officials": counts}


# ---- Places ------------------------------------------------------------------------------------------


def kilometres(one, other):
    (a, b), (c, d) = (tuple(map(math.radians, map(float, point))) for point in (one, other))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 12742 * math.asin(math.sqrt(half))


def towns():
    """GeoNames' towns by alpha-3 code as they stand there: names, point."""
    lines = (tables.DATA / "place" / "gazetteer" / "geonames-countryInfo.txt").read_text(encoding="utf-8").splitlines()
    codes = {cells[0]: cells[1] for cells in (line.split("\t") for line in lines if not line.startswith("#"))}
    result = collections.defaultdict(list)
    with lzma.open(tables.DATA / "place" / "gazetteer" / "geonames-cities500.tsv.xz", "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            names = {key(name) for name in (row["name"], row["asciiname"], *row["alternate_names"].split(","))}
            code = codes[row["country"]]
            # The capital of a dependency is a town like others of the state that holds it.
            feature = row["feature"] if tables.folded(code) == code or code == "XKX" else ""
            result[tables.folded(code)].append((names, (row["lat"], row["lon"]), feature))
    return result


def nearest(point, places):
    """Kilometres to the nearest of the places; infinite where there is none, or no point."""
    if "" in point:
        return math.inf
    return min((kilometres(point, place) for _, place, _ in places), default=math.inf)


def check_places():
    known, counts, wrong = towns(), {}, []

    def note(table, row, problem):
        tally = counts.setdefault(table, collections.Counter())
        tally["confirmed" if problem == "" else "contradicted" if problem else "unknown"] += 1
        if problem:
            wrong.append(f"{table}: {row['name']}, {row['country']}: {problem}")

    for row in tables.read("countries"):
        # Many dependencies have no town, or only those of the state they are told under; Antarctica has none but stations.
        if row["role"] != "dependency" and row["country"] != "ATA":
            far = nearest((row["latitude"], row["longitude"]), known[row["country"]])
            note("countries", row, None if math.isinf(far) else f"{far:.0f} km from its next town" if far > FAR_STATE else "")
    for table, city in (("capitals", "name"), ("seats", "city")):
        for row in tables.read(table):
            forms = {key(row[city])} | ({key(name) for name in row["aliases"].split("|")} if city == "name" else set())
            of_name = [town for town in known[row["country"]] if town[0] & forms]
            far = nearest((row["latitude"], row["longitude"]), of_name)
            note(table, row, None if math.isinf(far) else f"{far:.0f} km from {row[city]}" if far > FAR_TOWN else "")
    capitals = collections.defaultdict(list)
    for row in tables.read("capitals"):
        capitals[row["country"]].append((None, (row["latitude"], row["longitude"]), ""))
    for country, places in sorted(known.items()):
        for names, point, feature in places:
            if feature == "PPLC" and nearest(point, capitals[country]) > FAR_TOWN:
                wrong.append(f"capitals: {country} lacks {min(names)}")
    return wrong, counts


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mark", action="store_true", help="write the source column of facts/officials.tsv")
    args = parser.parse_args()
    wrong, counts = check_officials(args.mark)
    more, of_places = check_places()
    for line in wrong + more:
        print(line)
    for table, tally in (counts | of_places).items():
        print(f"{table}: " + ", ".join(f"{count} {name}" for name, count in sorted(tally.items())))
    return 1 if wrong + more else 0


if __name__ == "__main__":
    sys.exit(main())
