#!/usr/bin/env python3
"""Holds which place a name means to a table written down by hand before the coder was run on it.

    names_test.py CHANCERY TABLE.tsv

A row names a place as its sentence spells it, its country and a point within 100 km of it (700 km for a country or a
continent); `-` for both where the words name no place, for the country alone where it lies in none. A name that begins with
`gap ` is right but not yet so: it must fail.
"""
import csv
import json
import math
import subprocess
import sys


def kilometres(a, b):
    (lat1, lon1), (lat2, lon2) = (map(math.radians, point) for point in (a, b))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371 * math.asin(min(1.0, math.sqrt(h)))


def place_of(record, start, end):
    """(country, point, feature) of the place that the record names at these characters, or None."""
    for entity in record["entities"]:
        named = any(m["kind"] == "name" and m["start"] <= start and m["end"] >= end for m in entity["mentions"])
        place = entity["place"]
        if named and place and place["latitude"] is not None:
            return place["country"], (place["latitude"], place["longitude"]), place["feature"]
    return None


def problem(record, row, name):
    start = row["sentence"].rindex(name)
    found = place_of(record, start, start + len(name))
    if row["point"] == "-":
        return f"is no place, not {found}" if found else None
    if not found:
        return "has no place"
    country, point, feature = found
    if (country or "-") != row["country"]:
        return f"lies in {country}"
    distance = kilometres(point, tuple(map(float, row["point"].split())))
    wide = feature in ("PCLI", "CONT", "ADM1", "RGN", "STM", "SEA", "LK")
    return f"is {distance:.0f} km away at {point}" if distance > (700 if wide else 100) else None


def main():
    command, table = sys.argv[1:]
    with open(table, encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    reports = "".join(json.dumps({"id": str(i), "text": row["sentence"]}) + "\n" for i, row in enumerate(rows))
    done = subprocess.run([command, "code", "--from", "jsonl", "--to", "jsonl"], input=reports,
                          capture_output=True, text=True, check=True)
    failed = gaps = 0
    for number, (row, line) in enumerate(zip(rows, done.stdout.splitlines()), 2):
        name = row["name"].removeprefix("gap ")
        wrong, gap = problem(json.loads(line), row, name), name != row["name"]
        gaps += gap
        if bool(wrong) != gap:
            failed += 1
            print(f"{table}:{number}: {name}: {wrong or 'holds now, no gap any more'}: {row['sentence']}")
    print(f"{len(rows) - gaps - failed} right, {gaps} gaps, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
