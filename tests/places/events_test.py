#!/usr/bin/env python3
"""Holds where and when events were, their length, sums and people, to tables written down by hand before the coder was run on them.

    events_test.py CHANCERY TABLE.tsv

A row is about the first event that the word in `trigger` triggers (any where that is `-`), with `actor`, where the table has the
column, among its actors. It is held to the other columns that the table has: `place` and the record's `evidence` for it, `date`
and what it was read `by`, `duration`, `sums` of money, `people`; `-` where there is none, `?` where nothing is claimed. Reports
are dated 16 May 2024, a Thursday; `\\n` in a report ends a line. A place that begins with `gap ` marks the row as a gap.
"""
import pathlib
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import told_tables  # noqa: E402


def event_of(record, names, row):
    """The first event that the row is about; None where there is none."""
    for event in record["events"]:
        spans = [told["trigger"] for told in event["evidence"]]
        actors = [names.get(actor["entity"]) for actor in event["actors"]]
        if (row["trigger"] in ("-", *(row["report"][span["start"]:span["end"]] for span in spans))
                and row.get("actor", "-") in ("-", *actors)):
            return event
    return None


def answers(record, row):
    """What the record says of the row's event, by the names of the columns."""
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    event = event_of(record, names, row)
    if event is None:
        return {}
    date = event["date"] or {"value": "-", "evidence": "-"}
    sums = [f"{count['value']:.0f} {count['unit']}" for count in event["counts"] if count["kind"] == "money"]
    people = [f"{count['value']:.0f} {count['kind']}" for count in event["counts"] if count["kind"] != "money"]
    return {"place": names.get(event["place"], "-"), "evidence": event["place_evidence"] or "-",
            "date": date["value"], "by": date["evidence"], "duration": event["duration"] or "-",
            "sums": "; ".join(sums) or "-", "people": "; ".join(people) or "-"}


def main():
    command, table = sys.argv[1:]
    rows, tally = told_tables.read(table), told_tables.Tally()
    for row in rows:
        row["report"] = row["report"].replace("\\n", "\n")
    records = told_tables.coded(command, [{"text": row["report"], "published": "2024-05-16"} for row in rows])
    for number, (row, record) in enumerate(zip(rows, records), 2):
        got, gap = answers(record, row), row.get("place", "").startswith(told_tables.GAP)
        wanted = {key: cell.removeprefix(told_tables.GAP) for key, cell in row.items() if key not in ("trigger", "actor", "report")}
        wrong = [f"{key} {got.get(key, 'of no event')} instead of {cell}" for key, cell in wanted.items()
                 if cell not in ("?", got.get(key))]
        tally.add(f"{table}:{number}", f"{', '.join(wrong)}: {row['report']}" if wrong else "", gap)
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
