"""How well the encoder's vectors tell a place's name that acts (a government, a team) from the place.

    python readings.py MODEL.safetensors [SENTENCES]

A logistic head on three vectors that the encoder makes anyway: the name's head word, what governs it
(past conjuncts) and the root. Ten-fold cross-validation on ReLocaR's training sentences; the weights
are not part of the learned file.
"""

import re
import sys
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import torch
from torch.nn import functional as F

import learned_file
from batches import Encoding
from data import Sentence, data_folder
from evaluate import predict
from quantise import Int8Reader

FOLDS, SEED, PENALTY = 10, 0, 0.05
WORD = re.compile(r"\w+?(?=n't\b)|n't\b|'(?:s|re|ve|ll|d|m)\b|\w+(?:[.,]\d+)*|[^\w\s]")


class KeepingReader(Int8Reader):
    """Remembers the vectors of the sentence read last."""

    def word_vectors(self, item) -> torch.Tensor:
        self.kept = super().word_vectors(item)
        return self.kept


def samples():
    """(text, start, end, acts) of every sentence."""
    tree = ElementTree.parse(data_folder() / "place" / "metonymy" / "ReLocaR_Train.xml")
    for sample in tree.getroot().iter("sample"):
        text, marked = sample.text or "", None
        for place in sample:
            if place.get("reading"):
                marked = len(text), len(text) + len(place.text), place.get("reading") == "met"
            text += place.text + (place.tail or "")
        if marked:
            yield text, *marked


def governor(answer: Sentence, inside: list[int]) -> tuple[int, int]:
    """Rows of the name's head and of what governs it; row 0 is the root."""
    head = next((i for i in inside if answer.heads[i] - 1 not in inside), inside[-1])
    at = head
    while answer.deprels[at] == "conj":
        at = answer.heads[at] - 1
    return head + 1, answer.heads[at]


def vectors(model: Path, limit: int) -> tuple[np.ndarray, np.ndarray]:
    reader = KeepingReader(*learned_file.read(model))
    encoding = Encoding(reader.labels)
    rows, gold = [], []
    for text, start, end, acts in list(samples())[:limit]:
        words = list(WORD.finditer(text))
        inside = [i for i, word in enumerate(words) if word.start() < end and word.end() > start]
        sentence = Sentence([word.group() for word in words])
        with torch.no_grad():
            answer = predict(sentence, encoding.labels, reader.scores(encoding.encode(sentence)), True)
        head, above = governor(answer, inside)
        rows.append(torch.cat([reader.kept[i] for i in (head, above, 0)]).numpy())
        gold.append(acts)
    return np.stack(rows), np.array(gold, np.float32)


def fit(x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    """Weights, the bias last."""
    weights = torch.zeros(x.shape[1] + 1, requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=200, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimiser.zero_grad()
        value = F.binary_cross_entropy_with_logits(x @ weights[:-1] + weights[-1], y) \
            + PENALTY * (weights[:-1] ** 2).sum()
        value.backward()
        return value

    optimiser.step(loss)
    return weights.detach()


def main() -> None:
    x, y = vectors(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1 << 30)
    fold = np.random.RandomState(SEED).permutation(len(y)) % FOLDS
    right = np.zeros(len(y), bool)
    for held in range(FOLDS):
        train = fold != held
        mean, spread = x[train].mean(0), x[train].std(0) + 1e-6
        scaled = torch.from_numpy((x - mean) / spread)
        weights = fit(scaled[train], torch.from_numpy(y[train]))
        scores = scaled[~train] @ weights[:-1] + weights[-1]
        right[~train] = (scores.numpy() > 0) == (y[~train] > 0)
    print(f"ReLocaR train, {FOLDS}-fold: {100 * right.mean():.1f} of {len(y)}"
          f" (literal {right[y == 0].sum()}/{(y == 0).sum()},"
          f" acts {right[y == 1].sum()}/{(y == 1).sum()})")


if __name__ == "__main__":
    main()
