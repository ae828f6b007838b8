"""Who and when, on development data: pronouns of GAP, time expressions of MEANTIME.

    training/evaluate_mentions.py build/bin/chancery

Needs no more than the built command and the data folder ($CHANCERY_DATA or ../shared/data).
GAP: F1 over the two names of each passage, as the task defines it. MEANTIME: expressions of the
first six sentences; an expression counts as found where it overlaps a gold one (relaxed), strictly
where the words are the same, and its value where the TIMEX3 values are equal.
"""

import csv
import json
import lzma
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


def meantime(command, part):
    with lzma.open(DATA / "meantime" / f"{part}.jsonl.xz", "rt") as file:
        documents = [json.loads(line) for line in file]
    reports, gold = [], {}
    for document in documents:
        text, spans = "", []
        for sentence in document["sentences"][:6]:
            for word in sentence:
                spans.append((len(text), len(text) + len(word)))
                text += word + " "
            text += "\n\n"
        reports.append({"id": document["id"], "text": text,
                        "published": (document.get("dct") or "")[:10]})
        gold[document["id"]] = [
            (spans[timex["t"][0]][0], spans[timex["t"][-1]][1], timex.get("value"))
            for timex in document["timex"] if timex.get("t") and timex["t"][-1] < len(spans)]
    records = code(command, reports)
    found = wrong = strict = value = total = 0
    for report in reports:
        ours = [(t["start"], t["end"], t["value"])
                for t in records.get(report["id"], {"times": []})["times"]]
        total += len(gold[report["id"]])
        for start, end, timex in gold[report["id"]]:
            hits = [t for t in ours if t[0] < end and start < t[1]]
            found += bool(hits)
            strict += any(t[:2] == (start, end) for t in hits)
            value += bool(hits) and hits[0][2] == timex
        wrong += sum(not any(t[0] < end and start < t[1] for start, end, _ in gold[report["id"]])
                     for t in ours)
    print(f"meantime {part}: {total} expressions, relaxed F1 {f1(found, wrong, total - found):.3f}, "
          f"strict recall {strict / total:.3f}, value of found {value / max(found, 1):.3f}")


def main():
    command = sys.argv[1] if len(sys.argv) > 1 else "build/bin/chancery"
    for part in ("development", "validation"):
        gap(command, part)
    for part in ("train", "dev"):
        meantime(command, part)


if __name__ == "__main__":
    main()
