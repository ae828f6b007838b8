"""The head that tells a place's name that acts (a government, a team) from the place.

A logistic head on three vectors that the encoder makes anyway: the name's head word, what governs it past conjuncts, and
the root; and on what the rules of src/mentions/reading.c say. Learned from ReLocaR's training sentences.
"""

from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import torch
from torch.nn import functional as F

import samples
from data import data_folder
from quantise import quantise_rows

FOLDS, SEED, PENALTY = 10, 0, 0.05


def sentences():
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


def inputs(model: Path):
    """(numbers, rules, gold) of the sentences whose name chancery finds, and how often none was found where the name is a place."""
    rows, rules, gold, unfound = [], [], [], []
    data = list(sentences())
    for (_, start, end, acts), sample in zip(data, samples.read(model, [text for text, *_ in data])):
        places = (list(map(int, line[1:])) for line in sample.lines if line[0] == "place")
        place = next((p for p in places if p[0] < end and p[1] > start), None)
        if place is None:
            unfound.append(not acts)
            continue
        rows.append(np.concatenate([sample.vectors[row] for row in place[2:5]]))
        rules.append(place[5])
        gold.append(acts)
    return np.stack(rows), np.array(rules, np.float32), np.array(gold, np.float32), unfound


def fit(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Weights, the bias last."""
    mean, spread = x.mean(0), x.std(0) + 1e-6
    scaled, wanted = torch.from_numpy((x - mean) / spread), torch.from_numpy(y)
    weights = torch.zeros(x.shape[1] + 1, requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=200, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimiser.zero_grad()
        value = F.binary_cross_entropy_with_logits(scaled @ weights[:-1] + weights[-1], wanted) \
            + PENALTY * (weights[:-1] ** 2).sum()
        value.backward()
        return value

    optimiser.step(loss)
    found = weights.detach().numpy()
    factors = found[:-1] / spread
    return np.append(factors, found[-1] - mean @ factors).astype(np.float32)


def cross_validate(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Whether each sentence's reading is right when its fold is held out."""
    fold = np.random.RandomState(SEED).permutation(len(y)) % FOLDS
    right = np.zeros(len(y), bool)
    for held in range(FOLDS):
        weights = fit(x[fold != held], y[fold != held])
        right[fold == held] = (x[fold == held] @ weights[:-1] + weights[-1] > 0) == (y[fold == held] > 0)
    return right


def learn(model: Path) -> dict[str, np.ndarray]:
    """The tensors `readings.*`; prints what cross-validation says."""
    x, rules, y, unfound = inputs(model)

    def show(name: str, right: np.ndarray) -> None:
        total = len(y) + len(unfound)
        print(f"readings, {name}: {100 * right.mean():.1f} of {len(y)} found, "
              f"{100 * (right.sum() + sum(unfound)) / total:.1f} of all {total} "
              f"(literal {right[y == 0].sum()}/{(y == 0).sum()}, acts {right[y == 1].sum()}/{(y == 1).sum()})")

    show("rules", (rules > 0) == (y > 0))
    show(f"head, {FOLDS}-fold", cross_validate(x, y))
    both = np.concatenate([x, rules[:, None]], 1)
    show(f"head and rules, {FOLDS}-fold", cross_validate(both, y))
    weights = fit(both, y)
    rows, scale = quantise_rows(torch.from_numpy(weights[:-2].reshape(3, -1)))
    return {"readings.weight": rows, "readings.scale": scale,
            "readings.bias": np.array([weights[-1], 0, 0], np.float32),
            "readings.rules": np.array([weights[-2]], np.float32)}
