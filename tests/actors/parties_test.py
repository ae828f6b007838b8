#!/usr/bin/env python3
"""Holds who a party is (country, sectors, office) to a table written down by hand before the coder was run on it.

    parties_test.py CHANCERY TABLE.tsv...

A row names the day of the report, the party as its sentence spells it, and what is right: `-` for none, `?` where nothing
is claimed, `|` between answers that are equally right. The sectors are all those of the party, in any order. An office
is right where it is the party's role or one of its offices. A day that begins with `gap ` marks the row as a gap.
"""
import pathlib
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import told_tables  # noqa: E402


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
    tally = told_tables.Tally()
    for table in tables:
        rows = told_tables.read(table)
        records = told_tables.coded(command, [
            {"text": row["sentence"], "published": row["published"].removeprefix(told_tables.GAP)} for row in rows])
        for number, (row, record) in enumerate(zip(rows, records), 2):
            wrong = problems(record, row)
            tally.add(f"{table}:{number}: {row['party']}", "; ".join(wrong), row["published"].startswith(told_tables.GAP))
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
