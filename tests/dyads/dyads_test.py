#!/usr/bin/env python3
"""Holds the pairs of `--to cameo` to a table written down by hand before the coder was run on it.

    dyads_test.py CHANCERY TABLE.tsv

A row gives the day of the report, its dyads and its text. A dyad is `SOURCE>TARGET` and, behind a colon, how its CAMEO
code must begin where that is claimed; `SOURCE<>TARGET` is both directions; `-` is no dyad at all. The table must have
exactly these pairs. A row whose first cell begins with `gap ` is right but not yet so: it must fail, so that it is
turned into a plain one once it holds.
"""
import csv
import json
import pathlib
import subprocess
import sys
import tempfile


def tables(command, rows):
    """The lines of the CAMEO table of each row: (source, target, code)."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "reports.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for number, row in enumerate(rows):
                file.write(json.dumps({"id": str(number), "text": row["text"],
                                       "published": row["published"].removeprefix("gap ")}) + "\n")
        done = subprocess.run([command, "code", "--to", "cameo", str(path)],
                              capture_output=True, text=True, check=True)
    out = [[] for _ in rows]
    for line in csv.DictReader(done.stdout.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        out[int(line["report"])].append((line["source"], line["target"], line["cameo"]))
    return out


def expected(cell):
    """The pairs of a cell, with how the code begins."""
    pairs = {}
    for dyad in cell.split() if cell != "-" else []:
        parties, _, code = dyad.partition(":")
        both = "<>" in parties
        source, target = parties.split("<>" if both else ">")
        pairs[source, target] = code
        if both:
            pairs[target, source] = code
    return pairs


def problems(lines, row):
    wanted = expected(row["dyads"])
    got = {(source, target) for source, target, _ in lines}
    out = [f"no {source}>{target}" for source, target in sorted(wanted.keys() - got)]
    out += [f"{source}>{target} is too many" for source, target in sorted(got - wanted.keys())]
    out += [f"{source}>{target} is {code}" for source, target, code in lines
            if not code.startswith(wanted.get((source, target), ""))]
    return out


def main():
    command, table = sys.argv[1:]
    with open(table, encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    right = gaps = failed = 0
    for number, (row, lines) in enumerate(zip(rows, tables(command, rows)), 2):
        wrong = problems(lines, row)
        gap = row["published"].startswith("gap ")
        gaps += gap
        right += not wrong
        if bool(wrong) != gap:
            failed += 1
            print(f"{table}:{number}: {row['text']}: {'; '.join(wrong) or 'holds now, no gap any more'}")
    print(f"{right} right, {gaps} gaps, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
