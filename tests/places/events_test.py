#!/usr/bin/env python3
"""Holds where an event was, and on what evidence, to a table written down by hand before the coder was run on it.

    events_test.py CHANCERY TABLE.tsv

A row names the place of an event of its report and the record's place_evidence; `-` where there is none. The event is the
one with the trigger word, or the first where that is `-`; `\n` in a report ends a line. Reports are dated 16 May 2024. A
place that begins with `gap ` marks the row as a gap.
"""
import pathlib
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import told_tables  # noqa: E402


def event_of(record, text, trigger):
    """The first event that the word triggers; None where none does."""
    for event in record["events"]:
        spans = [told["trigger"] for told in event["evidence"]]
        if trigger == "-" or trigger in [text[span["start"]:span["end"]] for span in spans]:
            return event
    return None


def answer(record, text, trigger):
    """(place, evidence) of a record's event."""
    event = event_of(record, text, trigger)
    if event is None:
        return "no event", "-"
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return names.get(event["place"], "-"), event["place_evidence"] or "-"


def main():
    command, table = sys.argv[1:]
    rows, tally = told_tables.read(table), told_tables.Tally()
    for row in rows:
        row["report"] = row["report"].replace("\\n", "\n")
    records = told_tables.coded(command, [{"text": row["report"], "published": "2024-05-16"} for row in rows])
    for number, (row, record) in enumerate(zip(rows, records), 2):
        wanted, got = (row["place"].removeprefix(told_tables.GAP), row["evidence"]), answer(record, row["report"], row["trigger"])
        wrong = "" if got == wanted else f"{' by '.join(got)} instead of {' by '.join(wanted)}: {row['report']}"
        tally.add(f"{table}:{number}", wrong, row["place"].startswith(told_tables.GAP))
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
