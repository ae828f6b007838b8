#!/usr/bin/env python3
"""Tells of offices that two people hold at a time, and of people who hold one office twice, in the tables of officials.

    tools/facts/check_tenures.py     prints a line for each, then counts; 1 where there is one that is not in SEVERAL

An overlap of no more than GAP days is a change of holders that two sources date differently. A tenure without end is
held to run to the day on which the holder was last seen.
"""

import collections
import sys

import tables
import tenures
from check_curated import GAP, differ

SINCE = "2000"
# Offices that several people hold at a time or hold against each other.
SEVERAL = {("AUT", "head_of_state"), ("CIV", "head_of_state"), ("CIV", "head_of_government"), ("CIV", "foreign_minister"),
           ("HND", "foreign_minister"), ("MYS", "finance_minister"), ("AFG", "head_of_government")}
RIVAL_GOVERNMENTS = {"LBY", "YEM"}


def rows():
    for table in ("offices", "officials"):
        for row in tables.read(table):
            row["table"] = table
            if row["from"] and tenures.office(row["country"], row["role"])[1] in tenures.SINGLE:
                yield row


def until(row):
    return row["to"] or max(row["as_of"], row["from"])


def same_person(one, other):
    if one["wikidata"] and other["wikidata"]:
        return one["wikidata"] == other["wikidata"]
    names, others = ([row["name"], *filter(None, row["aliases"].split("|"))] for row in (one, other))
    return tenures.one_name(names, others)


def told(row):
    return f"{row['name']} {row['from']} to {row['to'] or '? (' + row['as_of'] + ')'} [{row['table']}]"


def main():
    by_office = collections.defaultdict(list)
    for row in rows():
        if until(row) >= SINCE:
            by_office[tenures.office(row["country"], row["role"])].append(row)
    counts = collections.Counter()
    for (country, office), held in sorted(by_office.items()):
        held.sort(key=lambda row: (row["from"], row["name"]))
        for at, first in enumerate(held):
            for second in held[at + 1:]:
                if tenures.FOR_NOW.match(first["role"]) or tenures.FOR_NOW.match(second["role"]):
                    continue  # who stands in for a holder that is suspended or ill
                shared = tenures.before(second["from"], until(first)) and (
                    differ(second["from"], min(until(first), until(second))) > GAP)
                open_both = not first["to"] and not second["to"]
                if same_person(first, second):
                    problem = "twice" if shared or open_both else None
                elif not shared:
                    problem = "both without end" if open_both else None
                else:
                    problem = "at a time"
                if problem and (country, office) not in SEVERAL and country not in RIVAL_GOVERNMENTS:
                    counts[problem] += 1
                    print(f"{country} {office}, {problem}: {told(first)}; {told(second)}")
    print(f"{sum(map(len, by_office.values()))} tenures: " + (", ".join(f"{n} {p}" for p, n in counts.items()) or "no overlaps"))
    return 1 if counts else 0


if __name__ == "__main__":
    sys.exit(main())
