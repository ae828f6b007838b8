#!/usr/bin/env python3
"""Holds where an event was, and on what evidence, to a table written down by hand before the coder was run on it.

    events_test.py CHANCERY TABLE.tsv

A row names the place of the first event of its report and the record's place_evidence; `-` where there is none. Reports
are dated 16 May 2024. A place that begins with `gap ` is right but not yet so: it must fail.
"""
import csv
import json
import subprocess
import sys


def answer(record):
    """(place, evidence) of a record's first event."""
    if not record["events"]:
        return "no event", "-"
    event = record["events"][0]
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return names.get(event["place"], "-"), event["place_evidence"] or "-"


def main():
    command, table = sys.argv[1:]
    with open(table, encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    reports = "".join(json.dumps({"id": str(i), "text": row["report"], "published": "2024-05-16"}) + "\n"
                      for i, row in enumerate(rows))
    done = subprocess.run([command, "code", "--from", "jsonl", "--to", "jsonl"], input=reports,
                          capture_output=True, text=True, check=True)
    failed = gaps = 0
    for number, (row, line) in enumerate(zip(rows, done.stdout.splitlines()), 2):
        wanted = row["place"].removeprefix("gap "), row["evidence"]
        got, gap = answer(json.loads(line)), wanted[0] != row["place"]
        gaps += gap
        if (got != wanted) != gap:
            failed += 1
            print(f"{table}:{number}: {' by '.join(got)} instead of {' by '.join(wanted)}: {row['report']}")
    print(f"{len(rows) - gaps - failed} right, {gaps} gaps, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
