"""Names of GUM from its entities: where its tags, tree and entity type agree on one.

GUM marks whole phrases ("the former mayor of Oslo, Kari Nilsen") with a type. The name in such a
phrase is its proper head with the words that belong to the head as parts of a name. Proper
nouns that no such name covers stay undecided, as do capitalised adjectives and common nouns.
"""

import re

from data import Sentence
from names_data import TITLES

KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}
PROPER = ("NNP", "NNPS")
NEVER_NAMES = set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may"
    " june july august september october november december mr. mrs. ms. dr. mr mrs ms dr".split())
PARTS = {"PER": {"flat"}, "LOC": {"flat", "compound", "amod"}, "ORG": {"flat", "compound", "amod"}}
OPENING = re.compile(r"\((\d+)-([a-z]+)-|(\d+)\)|\)")


def phrases(sentence: Sentence):
    """Yields (first, end, entity type) of the sentence's phrases; broken ones are left out."""
    open_phrases: list[tuple[str, str, int]] = []
    for place, misc in enumerate(sentence.misc):
        entity = next((part[7:] for part in misc.split("|") if part.startswith("Entity=")), "")
        for match in OPENING.finditer(entity):
            number, kind, closed = match.groups()
            if number:
                open_phrases.append((number, kind, place))
            elif open_phrases:
                index = len(open_phrases) - 1
                if closed:
                    index = next((i for i in reversed(range(len(open_phrases)))
                                  if open_phrases[i][0] == closed), None)
                if index is not None:
                    _, kind, first = open_phrases.pop(index)
                    yield first, place + 1, kind


def name_words(sentence: Sentence, head: int, first: int, end: int, kind: str) -> set[int]:
    """The words of the name whose head is `head`, inside the phrase [first, end)."""
    words, queue = {head}, [head]
    while queue:
        parent = queue.pop()
        for child in range(first, end):
            if sentence.heads[child] != parent + 1 or child in words:
                continue
            deprel = sentence.deprels[child].split(":")[0]
            proper = sentence.xpos[child] in PROPER
            part = (deprel in PARTS[kind] and (proper or deprel == "flat")) or (
                sentence.xpos[child] == "HYPH")
            if kind != "PER" and deprel == "nmod" and proper and parent < child:
                part = sentence.forms[child - 1].lower() in ("of", "for", "the")
            if kind == "ORG" and deprel == "conj" and proper and parent < child:
                part = sentence.forms[child - 1].lower() in ("and", "&")
            if part and not sentence.deprels[child].endswith(":desc"):
                words.add(child)
                queue.append(child)
    return words


def add_names(sentence: Sentence, countries: set[str]) -> None:
    """Fills `sentence.names`."""
    names: list[str | None] = []
    for place, (form, xpos) in enumerate(zip(sentence.forms, sentence.xpos)):
        proper = xpos in PROPER or (form[:1].isupper() and place > 0 and xpos[:1] in "JNFA")
        names.append(None if proper and form.lower() not in NEVER_NAMES else "O")
    for first, end, entity in phrases(sentence):
        kind = KINDS.get(entity)
        inside = range(first, end)
        heads = [i for i in inside if not first < sentence.heads[i] <= end]
        if kind is None or len(heads) != 1 or sentence.xpos[heads[0]] not in PROPER:
            continue
        words = name_words(sentence, heads[0], first, end, kind)
        low, high = min(words), max(words)
        gaps = [i for i in range(low, high + 1) if i not in words]
        if any(sentence.forms[i].lower() not in ("of", "and", "the", "for", "&", "'s") for i in gaps):
            continue
        text = " ".join(sentence.forms[low: high + 1])
        if text.lower() in countries:
            kind = "LOC"
        if not text[:1].isupper() or text.lower() in NEVER_NAMES | TITLES:
            continue
        for i in range(low, high + 1):
            names[i] = ("B-" if i == low else "I-") + kind
    sentence.names = names
