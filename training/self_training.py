"""Names by an earlier reader: for words that a set leaves undecided, and for news that no set labels.

What our own tables of facts call a body or a country is that, whatever the reader said of it.
"""

import csv
import json
import lzma
import re
from collections import Counter, defaultdict
from dataclasses import replace

import numpy as np
import torch

from augment import name_spans
from batches import Encoding, batched
from data import Sentence, data_folder
from decode import name_path
from model import Reader
from names_data import WORD, paragraph_sentences
from world import BODIES, fact_names

SURE = 0.8  # least probability of a label that is taken over
TOGETHER = 64


def name_probabilities(reader: Reader, encoding: Encoding,
                       sentences: list[Sentence]) -> list[np.ndarray | None]:
    """[words, labels] for each sentence; None where it is too long."""
    encoded = [encoding.encode(sentence) for sentence in sentences]
    order = sorted((i for i, item in enumerate(encoded) if item),
                   key=lambda i: len(encoded[i].pieces))
    found: list[np.ndarray | None] = [None] * len(sentences)
    reader.eval()
    with torch.no_grad():
        for start in range(0, len(order), TOGETHER):
            chosen = order[start:start + TOGETHER]
            batch, = batched([encoded[i] for i in chosen], 1 << 30, None)
            vectors = reader.encoder(batch.pieces, batch.shapes, batch.owner, batch.words)
            rows = reader.name_scores(vectors[:, 1:]).softmax(-1).numpy()
            for i, row in zip(chosen, rows):
                found[i] = row[: len(sentences[i].forms)]
    return found


def decided(reader: Reader, encoding: Encoding, sentences: list[Sentence]) -> list[Sentence]:
    """Copies in which the undecided words have the reader's label where it is sure of it."""
    open_ones = [s for s in sentences if s.names is not None and None in s.names]
    answers = dict(zip(map(id, open_ones), name_probabilities(reader, encoding, open_ones)))
    labels, result = encoding.labels["names"], []
    for sentence in sentences:
        rows = answers.get(id(sentence))
        if rows is not None:
            path = name_path(np.log(rows + 1e-9), labels)
            names = [given if given is not None else
                     label if row[labels.index(label)] >= SURE else None
                     for given, label, row in zip(sentence.names, path, rows)]
            sentence = replace(sentence, names=names)
        result.append(sentence)
    return result


def known_names() -> dict[str, str]:
    """Names that our tables give to one kind alone."""
    kinds = defaultdict(set)
    for table, kind in [(body, "ORG") for body in BODIES] + [("countries", "LOC")]:
        for name in fact_names(table):
            kinds[name].add(kind)
    return {name: min(kind) for name, kind in kinds.items() if len(kind) == 1}


def texts():
    """Texts of news that no set labels: Wikinews, and the sentences of the Causal News Corpus."""
    path = data_folder() / "text" / "wikinews-2019-2020.jsonl.xz"
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]
    path = data_folder() / "causal-news-corpus" / "train_subtask1.csv.xz"
    with lzma.open(path, "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield row["text"]


def read_news(reader: Reader, encoding: Encoding) -> list[Sentence]:
    """Those texts with the reader's names: one kind for one name in a text, words it is not sure of
    undecided, sentences without a capitalised word after the first left out."""
    known, labels = known_names(), encoding.labels["names"]
    result = []
    for text in texts():
        sentences = [Sentence([m.group() for m in WORD.finditer(text, start, end)], "news")
                     for start, end in paragraph_sentences(text)]
        sentences = [s for s in sentences if 3 <= len(s.forms) <= 120
                     and re.search(r" [A-Z]", " ".join(s.forms))]
        answers = name_probabilities(reader, encoding, sentences)
        paths = [rows is not None and name_path(np.log(rows + 1e-9), labels) for rows in answers]
        votes = defaultdict(Counter)
        for sentence, path in zip(sentences, paths):
            for first, end, kind in name_spans(path or []):
                votes[" ".join(sentence.forms[first:end])][kind] += 1
        for sentence, rows, path in zip(sentences, answers, paths):
            if not path:
                continue
            names = [label if row[labels.index(label)] >= SURE else None
                     for label, row in zip(path, rows)]
            for first, end, kind in name_spans(path):
                name = " ".join(sentence.forms[first:end])
                vote, count = votes[name].most_common(1)[0]
                better = known.get(name) or (vote if count > 2 * votes[name][kind] else kind)
                if better != kind or name in known:
                    names[first:end] = [f"{'B' if i == first else 'I'}-{better}"
                                        for i in range(first, end)]
            result.append(replace(sentence, names=names))
    return result
