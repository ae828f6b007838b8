"""Who, on development data: pronouns of GAP.

    training/evaluate_mentions.py build/bin/chancery

Needs no more than the built command and the data folder ($CHANCERY_DATA or ../shared/data).
GAP: F1 over the two names of each passage, as the task defines it. Times: tools/evaluate.
"""

import csv
import json
import os
import pathlib
import subprocess
import sys
import tempfile

DATA = pathlib.Path(os.environ.get("CHANCERY_DATA", "../shared/data"))


def code(command, reports):
    """The records of reports, by id."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for report in reports:
            file.write(json.dumps(report) + "\n")
        file.flush()
        run = subprocess.run(
            [command, "code", "--from", "jsonl", "--to", "jsonl", file.name],
            capture_output=True, text=True, check=False)
    return {record["report"]["id"]: record for record in map(json.loads, run.stdout.splitlines())}


def f1(found, wrong, missed):
    return 2 * found / (2 * found + wrong + missed) if found else 0.0


def gap(command, part):
    with open(DATA / "gap" / f"gap-{part}.tsv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    records = code(command, [{"id": row["ID"], "text": row["Text"]} for row in rows])
    found = wrong = missed = 0
    for row in rows:
        record = records.get(row["ID"], {"entities": []})
        start = int(row["Pronoun-offset"])
        mentions = next((e["mentions"] for e in record["entities"]
                         if any(m["start"] == start and m["kind"] == "pronoun"
                                for m in e["mentions"])), [])
        for name in "AB":
            first = int(row[f"{name}-offset"])
            end = first + len(row[name])
            ours = any(m["start"] < end and first < m["end"] and m["kind"] != "pronoun" and
                       m["end"] - m["start"] <= max(60, end - first) for m in mentions)
            gold = row[f"{name}-coref"] == "TRUE"
            found += ours and gold
            wrong += ours and not gold
            missed += gold and not ours
    print(f"gap {part}: {len(rows)} passages, precision {found / (found + wrong):.3f}, "
          f"recall {found / (found + missed):.3f}, F1 {f1(found, wrong, missed):.3f}")


def main():
    command = sys.argv[1] if len(sys.argv) > 1 else "build/bin/chancery"
    for part in ("development", "validation"):
        gap(command, part)


if __name__ == "__main__":
    main()
