"""Sentences of the training sets, with what each set says about them and nothing more.

A label that a set cannot decide is `None` (a word) or absent (a whole layer): its loss is masked.
"""

import csv
import os
from dataclasses import dataclass, field
from pathlib import Path

NAME_TYPES = ("PER", "ORG", "LOC", "OTH")
NAME_LABELS = ("O", *(f"{part}-{kind}" for kind in NAME_TYPES for part in "BI"))


def data_folder() -> Path:
    """Where the shared data lies: $CHANCERY_DATA, else ../shared/data beside the project."""
    default = Path(__file__).resolve().parents[2] / "shared" / "data"
    return Path(os.environ.get("CHANCERY_DATA", default))


@dataclass
class Sentence:
    """A sentence in UD words. `names` holds one label a word, `None` where undecided."""

    forms: list[str]
    source: str = ""
    sent_id: str = ""
    upos: list[str] | None = None
    xpos: list[str] | None = None
    feats: list[str] | None = None
    lemmas: list[str] | None = None
    heads: list[int] | None = None
    deprels: list[str] | None = None
    names: list[str | None] | None = None
    misc: list[str] = field(default_factory=list)


def read_conllu(path: Path, source: str):
    """Yields (document id, sentence); ranges (1-2) and empty nodes (1.1) are skipped."""
    document, sent_id, rows = "", "", []
    with open(path, encoding="utf-8") as lines:
        for line in (*lines, "\n"):
            line = line.rstrip("\n")
            if line.startswith("# newdoc id = "):
                document = line[len("# newdoc id = "):]
            elif line.startswith("# sent_id = "):
                sent_id = line[len("# sent_id = "):]
            elif line and not line.startswith("#"):
                row = line.split("\t")
                if row[0].isdigit():
                    rows.append(row)
            elif not line and rows:
                columns = list(zip(*rows))
                yield document, Sentence(
                    forms=list(columns[1]), source=source, sent_id=sent_id,
                    lemmas=list(columns[2]), upos=list(columns[3]), xpos=list(columns[4]),
                    feats=list(columns[5]), heads=[int(head) for head in columns[6]],
                    deprels=list(columns[7]), misc=list(columns[9]),
                )
                rows = []


def read_ewt(split: str) -> list[Sentence]:
    """UD English-EWT with the names of UNER English-EWT where the words are the same."""
    folder = data_folder()
    names: dict[str, tuple[list[str], list[str]]] = {}
    sent_id, rows = "", []
    with open(folder / "uner-ewt" / f"{split}.iob2", encoding="utf-8") as lines:
        for line in (*lines, "\n"):
            line = line.rstrip("\n")
            if line.startswith("# sent_id = "):
                sent_id = line[len("# sent_id = "):]
            elif line and not line.startswith("#"):
                rows.append(line.split("\t"))
            elif not line and rows:
                names[sent_id] = ([row[1] for row in rows], [row[2] for row in rows])
                rows = []
    sentences = []
    for _, sentence in read_conllu(folder / "ud-ewt" / f"{split}.conllu", "ud-ewt"):
        forms, labels = names.get(sentence.sent_id, ([], []))
        if forms == sentence.forms:
            sentence.names = [label if label in NAME_LABELS else "O" for label in labels]
        sentences.append(sentence)
    return sentences


def read_gum(split: str) -> list[Sentence]:
    """UD English-GUM: the documents whose text is free for commercial use."""
    folder = data_folder() / "ud-gum"
    with open(folder / "documents.tsv", encoding="utf-8") as lines:
        free = {row["doc"] for row in csv.DictReader(lines, delimiter="\t")
                if row["non_commercial"] == "0"}
    return [sentence for document, sentence in read_conllu(folder / f"{split}.conllu", "ud-gum")
            if document in free]
