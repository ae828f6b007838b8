#!/usr/bin/env python3
"""Holds who a party is (country, sectors, office) to a table written down by hand before the coder was run on it.

    parties_test.py CHANCERY TABLE.tsv...

A row names the day of the report, the party as its sentence spells it, and what is right: `-` for none, `?` where nothing
is claimed, `|` between answers that are equally right. The sectors are all those of the party, in any order. An office
is right where it is the party's role or one of its offices. A row whose first cell begins with `gap ` is right but not
yet so: it must fail, so that it is turned into a plain one once it holds.
"""
import csv
import json
import pathlib
import subprocess
import sys
import tempfile


def records(command, rows):
    """One record for each row, coded on the row's day."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "reports.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for number, row in enumerate(rows):
                file.write(json.dumps({"id": str(number), "text": row["sentence"],
                                       "published": row["published"].removeprefix("gap ")}) + "\n")
        done = subprocess.run([command, "code", "--to", "jsonl", str(path)],
                              capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def entity_of(record, row):
    """The entity of the mention that covers the party's last word and fits its span best; None where none does."""
    start = row["sentence"].rindex(row["party"])
    end = start + len(row["party"])
    fits = [(abs(m["start"] - start) + abs(m["end"] - end), number, entity)
            for number, entity in enumerate(record["entities"]) for m in entity["mentions"]
            if m["start"] < end <= m["end"]]
    return min(fits, key=lambda fit: fit[:2])[2] if fits else None


def problems(record, row):
    entity = entity_of(record, row)
    if entity is None:
        return ["no entity"]
    got = {"country": [entity["country"] or "-"], "sectors": [" ".join(sorted(entity["sectors"])) or "-"],
           "role": [entity["role"] or "-"] + [office["title"] for office in entity["offices"]]}
    out = []
    for column, values in got.items():
        wanted = [" ".join(sorted(w.split())) for w in row[column].split("|")]
        if column == "role":
            wanted = row[column].split("|")
        if "?" not in wanted and not set(wanted) & set(values):
            out.append(f"{column} {' / '.join(values)} instead of {row[column]}")
    return out


def main():
    command, tables = sys.argv[1], sys.argv[2:]
    right = gaps = failed = 0
    for table in tables:
        with open(table, encoding="utf-8") as file:
            rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        for number, (row, record) in enumerate(zip(rows, records(command, rows)), 2):
            wrong = problems(record, row)
            gap = row["published"].startswith("gap ")
            gaps += gap
            right += not wrong
            if bool(wrong) != gap:
                failed += 1
                print(f"{table}:{number}: {row['party']}: {'; '.join(wrong) or 'holds now, no gap any more'}")
    print(f"{right} right, {gaps} gaps, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
