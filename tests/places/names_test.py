#!/usr/bin/env python3
"""Holds which place a name means to a table written down by hand before the coder was run on it.

    names_test.py CHANCERY TABLE.tsv

A row names a place as its sentence spells it, its country and a point within 100 km of it (700 km for a country or a
continent); `-` for both where the words name no place, for the country alone where it lies in none. A name that begins with
`gap ` marks the row as a gap.
"""
import math
import pathlib
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import told_tables  # noqa: E402


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
    rows, tally = told_tables.read(table), told_tables.Tally()
    records = told_tables.coded(command, [{"text": row["sentence"]} for row in rows])
    for number, (row, record) in enumerate(zip(rows, records), 2):
        name = row["name"].removeprefix(told_tables.GAP)
        wrong = problem(record, row, name)
        tally.add(f"{table}:{number}: {name}", f"{wrong}: {row['sentence']}" if wrong else "",
                  row["name"].startswith(told_tables.GAP))
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
