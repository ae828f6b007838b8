#!/usr/bin/env python3
"""Holds the records of EXAMPLES/*.txt to what a reader wrote down by hand in EXPECTATIONS/NAME.expect.

    golden_test.py CHANCERY EXAMPLES EXPECTATIONS

A line of NAME.expect is one fact of the record; words are matched inside names and texts, `+` joins several.

    event TYPE[/mode...] actor=WORDS recipient=WORDS place=WORDS date=VALUE duration=VALUE status=STATUS
          topic=WORDS by=SPEAKER dead=N injured=N arrested=N displaced=N participants=N money=N cameo=CODE
    statement speaker=WORDS content=WORDS direct=true|false origin=WORDS        (speaker=nobody: null)
    entity name=WORDS country=CODE sectors=CODE+CODE kind=KIND
    same WORDS = WORDS        (both are mentions of one entity)
    no event TYPE ...         (nothing of the kind is recorded)
    events N                  (the record holds N events, so that none is missed, doubled or made up)
    statements N              (and N statements)

A line that begins with `gap` is true of the report but not yet of the record: it must not hold, so that it is turned
into a plain line once it does. Values that hold blanks stand in quotation marks.

The lists are whole: what a careful coder would record of the report, decided from its text and docs/grammar.md, not from the
record. An event too many has a `no event` line. Every event must also name the rule that made it, and have its evidence inside the text.
"""
import json
import pathlib
import shlex
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import told_tables  # noqa: E402


class Record:
    def __init__(self, record, text):
        self.text = text
        self.record = record
        self.entities = {e["id"]: e for e in record["entities"]}
        self.statements = {s["id"]: s for s in record["statements"]}

    def words(self, span):
        return self.text[span["start"]:span["end"]] if span else ""

    def names(self, entity):
        """All that an entity, or a member of it, is called."""
        if entity not in self.entities:
            return ""
        entity = self.entities[entity]
        own = [entity["name"] or ""] + [self.words(m) for m in entity["mentions"] if m["kind"] != "pronoun"]
        return " | ".join(own + [self.names(m) for m in entity.get("members", [])])

    def parties(self, parties):
        return " || ".join(self.words(p["span"]) + " | " + self.names(p["entity"]) for p in parties)

    def event_holds(self, event, wanted):
        got = {
            "actor": self.parties(event["actors"]), "recipient": self.parties(event["recipients"]),
            "place": self.names(event.get("place")), "date": (event.get("date") or {}).get("value") or "",
            "duration": event.get("duration") or "", "status": event["status"], "cameo": event["cameo"] or "",
            "topic": " | ".join(self.words(t["span"]) for t in event["topics"]),
            "by": " | ".join(self.names(self.statements[s].get("speaker")) for s in event["reported_by"]),
        }
        counts = {c["kind"]: c["value"] for c in event["counts"]}
        for key, value in wanted.items():
            if key in ("dead", "injured", "arrested", "displaced", "participants", "money"):
                if counts.get(key) != float(value):
                    return False
            elif key in ("date", "duration", "status", "cameo"):
                if got[key] != value:
                    return False
            elif value == "none":
                if got[key].strip(" |"):
                    return False
            elif not all(part in got[key] for part in value.split("+")):
                return False
        return True

    def event(self, kind, wanted):
        name, *modes = kind.split("/")
        return any(e["type"] == name and set(modes) <= set(e["modes"]) and self.event_holds(e, wanted)
                   for e in self.record["events"])

    def statement(self, wanted):
        for s in self.record["statements"]:
            speaker = "nobody" if s.get("speaker") is None else self.names(s["speaker"])
            content = " ".join(self.words(c) for c in s["content"])
            if (wanted.get("speaker", "") in speaker and wanted.get("content", "") in content
                    and wanted.get("direct") in (None, json.dumps(s["direct"]).strip('"'))
                    and wanted.get("origin", "") in self.words(s.get("origin"))):
                return True
        return False

    def entity(self, wanted):
        return any(wanted["name"] in (e["name"] or "") and wanted.get("country", e["country"]) == e["country"]
                   and set(filter(None, wanted.get("sectors", "").split("+"))) <= set(e["sectors"])
                   and wanted.get("kind", e["kind"]) == e["kind"] for e in self.record["entities"])

    def same(self, left, right):
        return any({left, right} <= {self.words(m) for m in e["mentions"]} for e in self.record["entities"])

    def evidence_faults(self):
        """Events without a rule, or with evidence that is empty or outside the text."""
        for event in self.record["events"]:
            told = event["evidence"]
            spans = [s for e in told for s in [e["sentence"], e["trigger"], *e["arguments"]]]
            if not told or not all(e["rule"] for e in told):
                yield f"{event['type']} {event['id']} names no rule"
            if not all(0 <= s["start"] < s["end"] <= len(self.text) for s in spans):
                yield f"{event['type']} {event['id']} has evidence outside the text"

    def holds(self, fact):
        if fact[0] == "no":
            return not self.holds(fact[1:])
        if fact[0] == "same":
            left, right = " ".join(fact[1:]).split(" = ")
            return self.same(left, right)
        if fact[0] in ("events", "statements"):
            return len(self.record[fact[0]]) == int(fact[1])
        wanted = dict(part.split("=", 1) for part in fact[1:] if "=" in part)
        if fact[0] == "event":
            return self.event(fact[1], wanted)
        return {"statement": self.statement, "entity": self.entity}[fact[0]](wanted)


def main():
    command, examples, here = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    paths, tally = sorted(here.glob("*.expect")), told_tables.Tally()
    texts = [(examples / (path.stem + ".txt")).read_text(encoding="utf-8") for path in paths]
    for path, text, coded in zip(paths, texts, told_tables.coded(command, [{"text": text} for text in texts])):
        record = Record(coded, text)
        for fault in record.evidence_faults():
            tally.add(path.name, fault, False)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            fact = shlex.split(line, comments=True)
            if fact:
                gap = fact[0] == "gap"
                holds = record.holds(fact[1:] if gap else fact)
                tally.add(f"{path.name}:{number}", "" if holds else f"does not hold: {line}", gap)
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
