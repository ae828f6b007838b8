"""Scores CoNLL-U against gold CoNLL-U: `python score.py GOLD SYSTEM`.

Metrics are those of the CoNLL 2018 shared task: words are aligned by their characters without
white space, so the system may cut words and sentences in its own way; features are compared in
their universal part, relations without subtypes, lemmas unless the gold one is "_". Names are the
`NER=` labels in MISC, compared as exact character spans of PER, ORG and LOC.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from evaluate import spans, universal


@dataclass
class Word:
    """A word with the characters [start, end) of its token; `head` is a Word or None (root)."""

    start: int
    end: int
    multi: bool
    form: str
    columns: list[str]
    head: "Word | None" = None


@dataclass
class Text:
    characters: str
    words: list[Word]
    sentences: set[tuple[int, int]]
    names: set[tuple[int, int, str]]


def bare(form: str) -> str:
    return "".join(char for char in form if not char.isspace())


def load(path: Path) -> Text:
    """Reads a file; words of a multi-word token share its characters."""
    text = Text("", [], set(), set())
    pieces: list[str] = []
    offset, sentence, limit, token = 0, [], 0, (0, 0)
    begin = 0
    with open(path, encoding="utf-8") as lines:
        for line in (*lines, "\n"):
            columns = line.rstrip("\n").split("\t")
            if len(columns) == 10 and "." not in columns[0]:
                number, form = columns[0], bare(columns[1])
                if "-" in number:
                    limit = int(number.split("-")[1])
                    token = (offset, offset + len(form))
                elif int(number) > limit:
                    token = (offset, offset + len(form))
                multi = "-" not in number and int(number) <= limit
                if not multi:
                    pieces.append(form)
                    offset += len(form)
                if "-" not in number:
                    sentence.append(Word(*token, multi, columns[1].lower(), columns))
            elif not line.strip() and sentence:
                close_sentence(text, sentence, begin, offset)
                begin, sentence, limit = offset, [], 0
    text.characters = "".join(pieces)
    return text


def close_sentence(text: Text, sentence: list[Word], begin: int, end: int) -> None:
    text.sentences.add((begin, end))
    labels = []
    for word in sentence:
        head = int(word.columns[6]) if word.columns[6].isdigit() else 0
        word.head = sentence[head - 1] if head else None
        misc = dict(part.split("=", 1) for part in word.columns[9].split("|") if "=" in part)
        labels.append(misc.get("NER", "O"))
    for first, last, kind in spans(labels, {"PER", "ORG", "LOC"}):
        text.names.add((sentence[first].start, sentence[last - 1].end, kind))
    text.words += sentence


def align(gold: list[Word], system: list[Word]) -> list[tuple[Word, Word]]:
    """Pairs of words: same characters; inside a multi-word token, the longest common row."""
    pairs = []
    g = s = 0
    while g < len(gold) and s < len(system):
        if not gold[g].multi and not system[s].multi:
            if (gold[g].start, gold[g].end) == (system[s].start, system[s].end):
                pairs.append((gold[g], system[s]))
                g, s = g + 1, s + 1
            elif gold[g].start < system[s].start or (
                    gold[g].start == system[s].start and gold[g].end < system[s].end):
                g += 1
            else:
                s += 1
            continue
        g_end, s_end = multiword_region(gold, system, g, s)
        pairs += common_row(gold[g:g_end], system[s:s_end])
        g, s = g_end, s_end
    return pairs


def multiword_region(gold, system, g: int, s: int) -> tuple[int, int]:
    """Ends of the words that overlap the multi-word token at the front of either side."""
    if gold[g].multi and (not system[s].multi or gold[g].start <= system[s].start):
        end = gold[g].end
    else:
        end = system[s].end
    g_end, s_end, grown = g, s, True
    while grown:
        grown = False
        for words, place in ((gold, g_end), (system, s_end)):
            while place < len(words) and words[place].start < end:
                if words[place].multi:
                    end = max(end, words[place].end)
                place += 1
                grown = True
            if words is gold:
                g_end = place
            else:
                s_end = place
    return g_end, s_end


def common_row(gold: list[Word], system: list[Word]) -> list[tuple[Word, Word]]:
    """Longest common subsequence by lower-cased form."""
    table = [[0] * (len(system) + 1) for _ in range(len(gold) + 1)]
    for g in reversed(range(len(gold))):
        for s in reversed(range(len(system))):
            table[g][s] = (1 + table[g + 1][s + 1] if gold[g].form == system[s].form
                           else max(table[g + 1][s], table[g][s + 1]))
    pairs, g, s = [], 0, 0
    while g < len(gold) and s < len(system):
        if gold[g].form == system[s].form:
            pairs.append((gold[g], system[s]))
            g, s = g + 1, s + 1
        elif table[g + 1][s] >= table[g][s + 1]:
            g += 1
        else:
            s += 1
    return pairs


def f1(right: int, gold: int, system: int) -> float:
    return 200 * right / max(1, gold + system)


def score(gold: Text, system: Text) -> dict[str, float]:
    """All figures, in per cent."""
    if gold.characters != system.characters:
        place = next((i for i, (a, b) in enumerate(zip(gold.characters, system.characters))
                      if a != b), min(len(gold.characters), len(system.characters)))
        raise ValueError(f"the texts differ at character {place} (white space not counted)")
    pairs = align(gold.words, system.words)
    partner = {id(mine): theirs for theirs, mine in pairs}
    counts = dict.fromkeys(("UPOS", "XPOS", "UFeats", "Lemmas", "UAS", "LAS"), 0)
    for theirs, mine in pairs:
        a, b = theirs.columns, mine.columns
        head = partner.get(id(mine.head)) if mine.head else None
        attached = (theirs.head is None) if mine.head is None else (
            head is not None and head is theirs.head)
        counts["UPOS"] += a[3] == b[3]
        counts["XPOS"] += a[4] == b[4]
        counts["UFeats"] += universal(a[5]) == universal(b[5])
        counts["Lemmas"] += a[2] == b[2] or a[2] == "_"
        counts["UAS"] += attached
        counts["LAS"] += attached and a[7].split(":")[0] == b[7].split(":")[0]
    sizes = len(gold.words), len(system.words)
    return {
        "Words": f1(len(pairs), *sizes),
        "Sentences": f1(len(gold.sentences & system.sentences), len(gold.sentences),
                        len(system.sentences)),
        **{name: f1(count, *sizes) for name, count in counts.items()},
        "Names": f1(len(gold.names & system.names), len(gold.names), len(system.names)),
    }


def main() -> None:
    gold, system = load(Path(sys.argv[1])), load(Path(sys.argv[2]))
    for name, value in score(gold, system).items():
        print(f"{name:10}{value:7.2f}")


if __name__ == "__main__":
    main()
