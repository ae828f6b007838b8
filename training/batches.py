"""Sentences to tensors: label inventories, encoded sentences, batches of like length."""

import random
from collections import Counter
from dataclasses import dataclass

import numpy as np
import torch

import lemma
from data import NAME_LABELS, Sentence
from words import PIECES_PER_SENTENCE, Pieces, shape

IGNORED = -100
LAYERS = ("upos", "xpos", "feats", "lemma", "deprel", "names")


def inventories(sentences: list[Sentence], lemma_min: int = 2) -> dict[str, list[str]]:
    """The labels of each layer, most frequent first; rare lemma rules are left out."""
    counts = {layer: Counter() for layer in ("upos", "xpos", "feats", "lemma", "deprel")}
    for sentence in sentences:
        if sentence.upos is None:
            continue
        counts["upos"].update(sentence.upos)
        counts["xpos"].update(sentence.xpos)
        counts["feats"].update(sentence.feats)
        counts["deprel"].update(sentence.deprels)
        counts["lemma"].update(map(lemma.derive, sentence.forms, sentence.lemmas))
    labels = {}
    for layer, counter in counts.items():
        least = lemma_min if layer == "lemma" else 1
        ranked = sorted(counter.items(), key=lambda item: (-item[1], item[0]))
        labels[layer] = [label for label, count in ranked if count >= least]
    labels["names"] = list(NAME_LABELS)
    return labels


@dataclass
class Encoded:
    """One sentence as arrays; `owner` counts words from 1 (0 = [CLS])."""

    pieces: np.ndarray
    shapes: np.ndarray
    owner: np.ndarray
    words: int
    targets: dict[str, np.ndarray]


class Encoding:
    """Turns sentences into arrays with fixed inventories."""

    def __init__(self, labels: dict[str, list[str]]) -> None:
        self.labels = labels
        self.ids = {layer: {label: i for i, label in enumerate(labels[layer])}
                    for layer in LAYERS}
        self.pieces = Pieces()

    def encode(self, sentence: Sentence) -> Encoded | None:
        """None where the sentence has more than 512 pieces."""
        pieces, shapes, owner = [self.pieces.cls], [0], [0]
        for number, form in enumerate(sentence.forms, 1):
            ids = self.pieces.cut(form)
            pieces += ids
            shapes += [shape(form)] * len(ids)
            owner += [number] * len(ids)
        if len(pieces) + 1 > PIECES_PER_SENTENCE:
            return None
        words = len(sentence.forms)
        return Encoded(np.array(pieces + [self.pieces.sep]), np.array(shapes + [0]),
                       np.array(owner + [words + 1]), words, self.targets(sentence))

    def targets(self, sentence: Sentence) -> dict[str, np.ndarray]:
        targets = {}
        if sentence.upos is not None:
            rules = list(map(lemma.derive, sentence.forms, sentence.lemmas))
            for layer, column in (("upos", sentence.upos), ("xpos", sentence.xpos),
                                  ("feats", sentence.feats), ("lemma", rules),
                                  ("deprel", sentence.deprels)):
                ids = self.ids[layer]
                targets[layer] = np.array([ids.get(label, IGNORED) for label in column])
            targets["head"] = np.array(sentence.heads)
        if sentence.names is not None:
            ids = self.ids["names"]
            targets["names"] = np.array([ids.get(label, IGNORED) for label in sentence.names])
        return targets


@dataclass
class Batch:
    pieces: torch.Tensor
    shapes: torch.Tensor
    owner: torch.Tensor
    words: int
    lengths: torch.Tensor
    targets: dict[str, torch.Tensor]


def collate(items: list[Encoded]) -> Batch:
    """Pads to the longest; targets beyond a sentence or not given are ignored."""
    length = max(len(item.pieces) for item in items)
    words = max(item.words for item in items)
    pieces = np.zeros((len(items), length), np.int64)
    shapes = np.zeros_like(pieces)
    owner = np.full_like(pieces, words + 1)
    targets = {layer: np.full((len(items), words), IGNORED) for layer in (*LAYERS, "head")}
    for row, item in enumerate(items):
        size = len(item.pieces)
        pieces[row, :size] = item.pieces
        shapes[row, :size] = item.shapes
        owner[row, : size - 1] = item.owner[:-1]
        for layer, values in item.targets.items():
            targets[layer][row, : item.words] = values
    return Batch(torch.from_numpy(pieces), torch.from_numpy(shapes), torch.from_numpy(owner),
                 words, torch.tensor([item.words for item in items]),
                 {layer: torch.from_numpy(values) for layer, values in targets.items()})


def batched(items: list[Encoded], piece_budget: int, rng: random.Random | None) -> list[Batch]:
    """Batches of like length holding at most `piece_budget` padded pieces; shuffled by `rng`."""
    noise = (lambda: rng.random() * 4) if rng else (lambda: 0.0)
    keyed = sorted(((len(item.pieces) + noise(), i) for i, item in enumerate(items)))
    groups, group = [], []
    for _, index in keyed:
        if group and len(items[index].pieces) * (len(group) + 1) > piece_budget:
            groups.append(group)
            group = []
        group.append(items[index])
    groups.append(group)
    if rng:
        rng.shuffle(groups)
    return [collate(group) for group in groups]
