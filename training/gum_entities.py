"""GUM's coreference: documents as text with the mentions and clusters of the column MISC, and our clusters matched to them."""

import csv
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Document:
    """One document; spans are in code points of `text`."""

    name: str
    text: str = ""
    words: list[tuple[int, int]] = field(default_factory=list)  # spans
    heads: list[int] = field(default_factory=list)  # of words, by index, -1 for a root
    upos: list[str] = field(default_factory=list)
    mentions: list[tuple[int, int, str, str]] = field(default_factory=list)  # first, end (words), cluster, type

    def head_of(self, first: int, end: int) -> int:
        """The word of [first, end) whose head stands outside."""
        return next((w for w in range(first, end) if not first <= self.heads[w] < end), end - 1)


def opened(field_text: str):
    """(opens, cluster, type, closes) of one word's `Entity`, in its order."""
    at = 0
    while at < len(field_text):
        if field_text[at] == "(":
            stop = min((i for i in (field_text.find(c, at + 1) for c in "()") if i >= 0), default=len(field_text))
            parts = field_text[at + 1:stop].split("-")
            closes = stop < len(field_text) and field_text[stop] == ")"
            yield True, parts[0], parts[1] if len(parts) > 1 else "", closes
            at = stop + closes
        else:
            stop = field_text.index(")", at)
            yield False, field_text[at:stop], "", True
            at = stop + 1


def read(path: Path, table: Path) -> list[Document]:
    """The documents whose text may be used freely (non_commercial 0 in documents.tsv)."""
    with open(table, encoding="utf-8") as file:
        free = {row["doc"] for row in csv.DictReader(file, delimiter="\t") if row["non_commercial"] == "0"}
    documents, waiting = [], {}
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        lines = block.split("\n")
        for line in lines:
            if line.startswith("# newdoc id"):
                documents.append(Document(line.split("=")[1].strip()))
                waiting = {}
        add_sentence(documents[-1], lines, waiting)
    return [document for document in documents if document.name in free]


def add_sentence(document: Document, lines: list[str], waiting: dict) -> None:
    if document.text and any(line.startswith("# newpar") for line in lines):
        document.text = document.text.rstrip(" ") + "\n\n"
    first, glued, token_end = len(document.words), "", 0
    for fields in (line.split("\t") for line in lines if line[:1].isdigit()):
        misc = dict(part.split("=", 1) for part in fields[9].split("|") if "=" in part)
        space = "" if misc.get("SpaceAfter") == "No" else " "
        if "-" in fields[0]:
            token_end, glued = int(fields[0].split("-")[1]), fields[1] + space
            continue
        if "." in fields[0]:
            continue
        start, form = len(document.text), fields[1]
        if token_end and glued.startswith(form):  # the token's own characters, shared out
            document.text += form
            glued = glued[len(form):]
        elif token_end:
            document.text += glued
            glued = ""
        else:
            document.text += form + space
        index = len(document.words)
        document.words.append((start, start + len(form)))
        document.heads.append(int(fields[6]) - 1 + first if fields[6] != "0" else -1)
        document.upos.append(fields[3])
        if token_end == int(fields[0]):
            document.text += glued
            token_end, glued = 0, ""
        for opens, cluster, kind, closes in opened(misc.get("Entity", "")):
            if opens:
                waiting.setdefault(cluster, []).append((index, kind))
            if closes and waiting.get(cluster):
                begin, type_of = waiting[cluster].pop()
                document.mentions.append((begin, index + 1, cluster, type_of))


class Words:
    """Spans of code points to words of a document."""

    def __init__(self, document: Document) -> None:
        self.starts = [start for start, _ in document.words]
        self.ends = [end for _, end in document.words]

    def range(self, start: int, end: int) -> tuple[int, int] | None:
        """[first, end) of the words that a span touches; None where it touches none."""
        first, last = bisect_right(self.ends, start), bisect_left(self.starts, end)
        return (first, last) if first < last else None


def gold_clusters(document: Document, by_head: bool) -> list[list]:
    clusters = {}
    for first, end, cluster, _ in document.mentions:
        key = document.head_of(first, end) if by_head else (first, end)
        if key not in clusters.setdefault(cluster, []):
            clusters[cluster].append(key)
    return [cluster for cluster in clusters.values() if len(cluster) > 1]


def our_clusters(document: Document, record: dict, by_head: bool) -> list[list]:
    """The record's entities on the words of the document; a word or span that two entities claim is the first's."""
    words = Words(document)
    clusters, taken = [], set()
    for entity in record["entities"]:
        cluster = []
        for mention in sorted(entity["mentions"], key=lambda m: (m["start"], -m["end"])):
            found = words.range(mention["start"], mention["end"])
            if found is None:
                continue
            first, end = found
            key = document.head_of(first, end) if by_head else (first, end)
            if key not in taken:
                taken.add(key)
                cluster.append(key)
        if len(cluster) > 1:
            clusters.append(cluster)
    return clusters
