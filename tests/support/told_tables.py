"""Tables of right answers, written by hand, that a coder is held to.

A row whose cell begins with `gap ` is right but not yet so: it must fail, so that it is turned into a plain one once it
holds.
"""
import csv
import json
import subprocess

GAP = "gap "


def read(path):
    with open(path, encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def coded(command, reports):
    """The record of each report. Fails where one has none: rows that are not looked at would pass."""
    lines = "".join(json.dumps({"id": str(number), **report}) + "\n" for number, report in enumerate(reports))
    done = subprocess.run([command, "code", "--from", "jsonl", "--to", "jsonl"], input=lines,
                          capture_output=True, text=True, check=True)
    records = [json.loads(line) for line in done.stdout.splitlines()]
    if [record["report"]["id"] for record in records] != [str(number) for number in range(len(reports))]:
        raise ValueError(f"{len(reports)} reports gave {len(records)} records")
    return records


class Tally:
    """What held, what is a gap, and what failed, which is printed."""

    def __init__(self):
        self.right = self.gaps = self.failed = 0

    def add(self, place, wrong, gap):
        """`wrong`: what is wrong with the row at `place`, "" where nothing is."""
        self.gaps += gap
        if bool(wrong) != gap:
            self.failed += 1
            print(f"{place}: {wrong or 'holds now, no gap any more'}")
        elif not gap:
            self.right += 1

    def end(self):
        """Prints the sum; the exit status."""
        print(f"{self.right} right, {self.gaps} gaps, {self.failed} failed")
        return 0 if self.failed == 0 and self.right > 0 else 1
