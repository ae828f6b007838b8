#!/usr/bin/env python3
"""Holds who is meant by descriptions, groups and pronouns to reports marked by hand before the coder was run on them.

    links_test.py CHANCERY REPORTS.txt

A line that begins with `#` begins a report. In it `{words|who}` marks a mention and whom it means: the words of another
mention of the same entity, or those of the members where ` + ` stands between them, or, behind `=`, the country's code,
the sector or both that the entity must have. A mark that begins with `~` is a gap.
"""
import pathlib
import re
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import told_tables  # noqa: E402

PUBLISHED = "2025-03-10"
MARK = re.compile(r"\{([^|{}]+)\|([^|{}]+)\}")


def read(path):
    """[(text, [(start, end, who, gap)])] of the reports of a file."""
    reports = []
    for part in re.split(r"(?m)^#.*\n", pathlib.Path(path).read_text(encoding="utf-8"))[1:]:
        text, marks, last = "", [], 0
        for match in MARK.finditer(part):
            text += part[last:match.start()]
            words = match[1].removeprefix("~")
            marks.append((len(text), len(text) + len(words), match[2], words != match[1]))
            text += words
            last = match.end()
        reports.append((text + part[last:], marks))
    return reports


def entity_at(record, start, end):
    """The entity of the mention that best fits a mark, of those that end where it ends or hold its last letter."""
    fits = [(abs(m["start"] - start) + abs(m["end"] - end), number, entity)
            for number, entity in enumerate(record["entities"]) for m in entity["mentions"]
            if m["start"] < end <= m["end"]]
    return min(fits, key=lambda fit: fit[:2])[2] if fits else None


def names_of(entity, text):
    """What an entity is called: its name and the words of its mentions but pronouns."""
    return {entity["name"]} | {text[m["start"]:m["end"]] for m in entity["mentions"] if m["kind"] != "pronoun"}


def is_meant(record, text, entity, who):
    """Whether an entity is the one, or has the members or the codes, that a mark asks for."""
    if who.startswith("="):
        codes = [entity["country"], *entity["sectors"]]
        return all(code in codes for code in who[1:].split())
    wanted = who.split(" + ")
    if len(wanted) == 1:
        words = wanted[0].lower()
        return any(re.search(rf"\b{re.escape(words)}\b", name.lower()) for name in names_of(entity, text))
    members = [one for one in record["entities"] if one["id"] in entity.get("members", [])]
    return len(members) == len(wanted) and all(
        any(is_meant(record, text, member, name) for member in members) for name in wanted)


def problem(record, text, mark):
    start, end, who, _ = mark
    entity = entity_at(record, start, end)
    if entity and is_meant(record, text, entity, who):
        return ""
    names = {one["id"]: one["name"] for one in record["entities"]}
    told = "no mention" if entity is None else " ".join(
        [repr(entity["name"]), str(entity["country"]), *entity["sectors"],
         *(names[member] for member in entity.get("members", []))])
    return f"{text[start:end]!r}: {told} instead of {who}"


def main():
    command, path = sys.argv[1:]
    reports, tally = read(path), told_tables.Tally()
    records = told_tables.coded(command, [{"text": text, "published": PUBLISHED} for text, _ in reports])
    for number, ((text, marks), record) in enumerate(zip(reports, records), 1):
        for mark in marks:
            tally.add(f"{path}: report {number}", problem(record, text, mark), mark[3])
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
