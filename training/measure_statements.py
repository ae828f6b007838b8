"""How well statements are found, against PolNeAR dev (licence class C: to measure alone).

    python3 training/measure_statements.py --chancery build/bin/chancery

A statement of ours is right where its content and that of an annotated attribution overlap by half (intersection over
union), or their cues touch and the shorter content lies by half in the other. The fullest annotator of a
document counts. Speakers are right where the words touch. PolNeAR annotates few attributions inside others, so precision is
given for outermost statements too; and it annotates wishes, plans and knowledge, so recall is given by what the cue is: a
word of speech, a word of belief (both as src/statements/cue*.c list them), or neither.
"""

import argparse
import json
import lzma
import os
import pathlib
import re
import subprocess
import tempfile

DATA = pathlib.Path(os.environ.get("CHANCERY_DATA", "../shared/data"))


def characters(spans):
    return {at for start, end in spans for at in range(start, end)}


def read_gold(limit):
    with lzma.open(DATA / "polnear" / "dev.jsonl.xz", "rt") as lines:
        documents = [json.loads(line) for line in lines][:limit]
    for document in documents:
        found = max(document["annotations"].values(), key=len)
        yield document["text"], [
            {part: characters(item[part] or []) for part in ("source", "cue", "content")}
            for item in found
            if item["content"]
        ]


def read_ours(command, texts):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "reports.jsonl"
        with path.open("w") as out:
            for number, text in enumerate(texts):
                out.write(json.dumps({"id": str(number), "text": text}) + "\n")
        result = subprocess.run(
            [command, "code", "--from", "jsonl", "--to", "jsonl", str(path)],
            check=True, capture_output=True, text=True,
        )
    records = {r["report"]["id"]: r for r in map(json.loads, result.stdout.splitlines())}
    for number in range(len(texts)):
        statements = records.get(str(number), {"statements": []})["statements"]
        yield [
            {
                "source": characters(spans_of(item["speaker_span"])),
                "cue": characters(spans_of(item["cue"])),
                "content": characters(spans_of(item["content"])),
                "inside": item["parent"] is not None,
            }
            for item in statements
        ]


def spans_of(value):
    if not value:
        return []
    return [(s["start"], s["end"]) for s in (value if isinstance(value, list) else [value])]


def read_cues():
    """Lemmas of the lists: which are words of speech, which of belief."""
    folder = pathlib.Path(__file__).parent / "../src/statements"
    source = "".join(path.read_text() for path in sorted(folder.glob("cue*.c")))
    kinds = {"speech": set(), "belief": set()}
    for lemma, kind in re.findall(r'\{"(\w+)", ([A-Z]+),', source):
        kinds["belief" if kind == "BELIEVE" else "speech"].add(lemma)
    return kinds


def read_lemmas(command, text):
    """(start, end, lemma) of a text's verbs, nouns, adjectives and of "according"."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write(text)
        file.flush()
        result = subprocess.run([command, "parse", file.name], check=True, capture_output=True, text=True)
    for line in result.stdout.splitlines():
        column = line.split("\t")
        if len(column) == 10 and column[0].isdigit() and (column[3] in ("VERB", "NOUN", "ADJ") or column[1].lower() == "according"):
            misc = dict(item.split("=", 1) for item in column[9].split("|") if "=" in item)
            if "Start" in misc:
                yield int(misc["Start"]), int(misc["End"]), column[2].lower()


def kind_of(cue, lemmas, kinds):
    found = {lemma for start, end, lemma in lemmas if any(at in cue for at in range(start, end))}
    if found & (kinds["speech"] | {"accord", "according"}):
        return "speech"
    return "belief" if found & kinds["belief"] else "other"


def score(gold, ours):
    """How well two statements agree: 0 where they are not the same."""
    shared = len(gold["content"] & ours["content"])
    if shared == 0:
        return 0.0
    agreement = shared / len(gold["content"] | ours["content"])
    cue = bool(gold["cue"] & ours["cue"])
    shorter = min(len(gold["content"]), len(ours["content"]))
    if agreement < 0.5 and not (cue and shared > shorter / 2):
        return 0.0
    return agreement + 0.5 * cue


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--chancery", default="build/bin/chancery")
    parser.add_argument("--documents", type=int, default=None)
    arguments = parser.parse_args()
    gold = list(read_gold(arguments.documents))
    right = wrong = missed = named = speakers = inside = 0
    both = only_ours = only_gold = 0
    kinds = read_cues()
    by_kind = {kind: [0, 0] for kind in ("speech", "belief", "other")}
    for (text, wanted), found in zip(gold, read_ours(arguments.chancery, [t for t, _ in gold])):
        all_gold = set().union(*(g["content"] for g in wanted)) if wanted else set()
        all_ours = set().union(*(o["content"] for o in found)) if found else set()
        both += len(all_gold & all_ours)
        only_ours += len(all_ours - all_gold)
        only_gold += len(all_gold - all_ours)
        free = list(found)
        lemmas = list(read_lemmas(arguments.chancery, text))
        for item in wanted:
            count = by_kind[kind_of(item["cue"], lemmas, kinds)]
            count[1] += 1
            best = max(free, key=lambda other: score(item, other), default=None)
            if best is None or score(item, best) <= 0.3:
                missed += 1
                continue
            free.remove(best)
            right += 1
            count[0] += 1
            if item["source"]:
                named += 1
                speakers += bool(item["source"] & best["source"])
        wrong += len(free)
        inside += sum(other["inside"] for other in free)
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    print(f"statements  P {precision:.3f}  R {recall:.3f}  F {2 * precision * recall / max(1e-9, precision + recall):.3f}")
    print(f"outermost   P {right / max(1, right + wrong - inside):.3f}  (ours inside other statements are not counted as wrong)")
    for kind, (found, total) in by_kind.items():
        print(f"{kind:11} R {found / max(1, total):.3f}  of {total}")
    precision, recall = both / max(1, both + only_ours), both / max(1, both + only_gold)
    print(f"content     P {precision:.3f}  R {recall:.3f}  F {2 * precision * recall / max(1e-9, precision + recall):.3f}  (characters)")
    print(f"speakers    {speakers / max(1, named):.3f} of {named} named")


if __name__ == "__main__":
    main()
