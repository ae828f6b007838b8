"""Names by exact span and kind."""
import collections
import json
import os
import pathlib
import re
import subprocess

from .command import chancery
from .standing import note
from .treebanks import sentences_of

PEER = pathlib.Path(__file__).with_name("peer_spacy.py")
LETTERS, DOTTED, ONE_LETTER = (re.compile(p) for p in (r"[A-Z](\.[A-Z])*", r"([A-Z]\.)+", r"[A-Z]"))
FINAL, CLOSING = (".", "!", "?"), ('"', "\u201d", "\u2019", "'", "''", ")")
OURS = {"PER": "PER", "LOC": "LOC", "ORG": "ORG"}


def spans(tags):
    """(start, end, kind) of BIO tags."""
    out, start = [], None
    for i, tag in enumerate([*tags, "O"]):
        if start is not None and not (tag.startswith("I-") and tag[2:] == tags[start][2:]):
            out.append((start, i, tags[start][2:]))
            start = None
        if tag.startswith("B-") or (tag.startswith("I-") and start is None):
            start = i
    return set(out)


def tagged(build, documents):
    """Name tags that chancery gives to documents of sentences of given words, a row a sentence."""
    blocks = []
    for number, document in enumerate(documents):
        for place, words in enumerate(document):
            lines = [f"# newdoc id = {number}"] if place == 0 else []
            lines += [f"# text = {' '.join(words)}"]
            lines += [f"{i}\t{w}\t_\t_\t_\t_\t_\t_\t_\t_" for i, w in enumerate(words, 1)]
            blocks.append("\n".join(lines))
    out = chancery(build, "parse", "--from", "conllu", stdin="\n\n".join(blocks) + "\n\n")
    tags = []  # of all words in a row: a sentence too long for chancery comes back as two
    for block in sentences_of(out):
        for line in block:
            field = line.split("\t")
            if len(field) == 10 and field[0].isdigit():
                misc = dict(part.split("=", 1) for part in field[9].split("|") if "=" in part)
                tags.append(misc.get("NER", "O"))
    rows, start = [], 0
    for words in (words for document in documents for words in document):
        rows.append(tags[start:start + len(words)])
        start += len(words)
    return rows


def tagged_by_spacy(sentences):
    """The same by spaCy's small pipeline; None where CHANCERY_SPACY names no Python that has it."""
    python = os.environ.get("CHANCERY_SPACY")
    if not python:
        return None
    done = subprocess.run([python, str(PEER), "names"], input="".join(json.dumps(s) + "\n" for s in sentences),
                          capture_output=True, text=True, check=False)
    return [json.loads(line) for line in done.stdout.splitlines()] if done.returncode == 0 else None


def print_scores(title, gold_tags, kinds, system_tags, system_kinds):
    """Prints and returns exact F1. `kinds` and `system_kinds` map labels to PER LOC ORG; other names are ignored."""
    hit, found, gold = (collections.Counter() for _ in range(3))
    for want_tags, got_tags in zip(gold_tags, system_tags):
        want = {(a, b, kinds[k]) for a, b, k in spans(want_tags) if k in kinds}
        got = {(a, b, system_kinds[k]) for a, b, k in spans(got_tags) if k in system_kinds}
        gold.update(kind for _, _, kind in want)
        found.update(kind for _, _, kind in got)
        hit.update(kind for _, _, kind in want & got)

    def f1(h, f, g):
        return 200 * h / (f + g) if f + g else 0.0
    parts = "  ".join(f"{k} {f1(hit[k], found[k], gold[k]):.1f}" for k in sorted(gold))
    whole = f1(sum(hit.values()), sum(found.values()), sum(gold.values()))
    print(f"{title:<36} F1 {whole:.2f}  ({parts})")
    return whole


def name_scores(build, title, documents, kinds, spacy_kinds):
    """The command's figure, and spaCy's where it can be run; `kinds` maps the set's labels to ours. Documents are lists of
    sentences of (word, tag)."""
    gold = [[t for _, t in sentence] for document in documents for sentence in document]
    words = [[[w for w, _ in sentence] for sentence in document] for document in documents]
    note(f"names, {title}", print_scores(title, gold, kinds, tagged(build, words), OURS))
    peer = tagged_by_spacy([sentence for document in words for sentence in document])
    if peer is not None:
        print_scores("  spaCy's small pipeline", gold, kinds, peer, spacy_kinds)


def ud_sentences(paragraphs):
    """Paragraphs of (word, tag) as chancery meets them: a sentence at a time, and the dots of initials and abbreviations,
    which ner-worldwide cuts off, in one word with their letters, as UD writes them."""
    for paragraph in paragraphs:
        joined = []
        for word, tag in paragraph:
            before = joined[-1][0] if joined else ""
            if (word == "." and LETTERS.fullmatch(before)) or (DOTTED.fullmatch(before) and ONE_LETTER.fullmatch(word)):
                joined[-1] = before + word, joined[-1][1]
            else:
                joined.append((word, tag))
        sentence = []
        for (word, tag), (after, _) in zip(joined, [*joined[1:], ("", "")]):
            ended = word in FINAL and after not in CLOSING or word in CLOSING and sentence and sentence[-1][0] in FINAL
            sentence.append((word, tag))
            if ended and after and not after[0].islower():
                yield sentence
                sentence = []
        if sentence:
            yield sentence


def bio_file(text, word_column, tag_column, opening):
    """Documents of blocks of (word, tag); a document begins with a block that has a line which starts with `opening`."""
    documents = []
    for block in text.strip().split("\n\n"):
        lines = block.split("\n")
        if not documents or any(line.startswith(opening) for line in lines):
            documents.append([])
        rows = [line.split("\t") for line in lines if line and not line.startswith("# ")]
        rows = [r for r in rows if len(r) > max(word_column, tag_column)]
        if rows:
            documents[-1].append([(r[word_column], r[tag_column]) for r in rows])
    return documents
