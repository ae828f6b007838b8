#!/usr/bin/env python3
"""Holds the day, the length, the sums and the people of events to a table written down by hand before the coder was run on it.

    scenes_test.py CHANCERY TABLE.tsv

A row is about the event that `trigger` triggers, with `actor` among its actors where that is not `-`: its date and the
record's evidence for it, its duration, its sums of money and its counts of people; `-` where there is none, `?` where nothing is claimed. Reports
are dated 16 May 2024, a Thursday; `\\n` ends a line.
"""
import pathlib
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import told_tables  # noqa: E402


def event_of(record, row):
    """The first event that the row is about; None where there is none."""
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    for event in record["events"]:
        spans = [told["trigger"] for told in event["evidence"]]
        actors = [names.get(actor["entity"]) for actor in event["actors"]]
        if row["trigger"] in [row["report"][span["start"]:span["end"]] for span in spans]:
            if row["actor"] in ("-", *actors):
                return event
    return None


def answers(event):
    date = event["date"] or {"value": "-", "evidence": "-"}
    sums = [f"{count['value']:.0f} {count['unit']}" for count in event["counts"] if count["kind"] == "money"]
    people = [f"{count['value']:.0f} {count['kind']}" for count in event["counts"] if count["kind"] != "money"]
    return {"date": date["value"], "by": date["evidence"], "duration": event["duration"] or "-",
            "sums": "; ".join(sums) or "-", "people": "; ".join(people) or "-"}


def main():
    command, table = sys.argv[1:]
    rows, tally = told_tables.read(table), told_tables.Tally()
    for row in rows:
        row["report"] = row["report"].replace("\\n", "\n")
    records = told_tables.coded(command, [{"text": row["report"], "published": "2024-05-16"} for row in rows])
    for number, (row, record) in enumerate(zip(rows, records), 2):
        event = event_of(record, row)
        got = answers(event) if event else {}
        wrong = [f"{key} {got.get(key)} instead of {row[key]}" for key in ("date", "by", "duration", "sums", "people")
                 if row[key] not in ("?", got.get(key))]
        tally.add(f"{table}:{number}", f"{', '.join(wrong)}: {row['report']}" if wrong else "", False)
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
