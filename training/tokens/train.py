"""Trains the tokeniser's three tables of weights: where words end, where sentences end, and where they do in texts in
capitals or without any.

    python training/tokens/train.py [OUTPUT]

Logistic regression over the hashed features of src/tokens (features.c writes them, so that they are made
in one place), by AdaGrad in a fixed order with features left out at random; then rounded to int8. OUTPUT
(default models/tokens.safetensors) holds `tokens.word.weight`, `tokens.sentence.weight` and `tokens.one_case.weight`, 2**17
int8 each;
replace.py puts them into a learned file, training/export.py into a new one. Takes a minute on one core.
"""
import pathlib
import sys

import numpy as np

import corpus
import evaluate
import learned_file

TABLE = 1 << 17
FIELDS = 6 + 48
SEEDS = range(8)
EPOCHS = 4
RATE = 0.25
BATCH = 256
# The share of features left out of each example; the loss of a missed end against one too much; the
# decay of weights; what is added to the weight of the feature that is always there. Chosen on dev.
SETTINGS = {"word": {"left_out": 0.5, "missed": 1.0, "decay": 1e-6, "raised": 0.0},
            "sentence": {"left_out": 0.0, "missed": 1.0, "decay": 3e-5, "raised": 2.0},
            "one_case": {"left_out": 0.0, "missed": 1.0, "decay": 6e-6, "raised": 2.0}}


def decisions(docs):
    """{"word": (features [n, 48], answers [n]), "sentence": ..., ...}; unused features point past the table."""
    records = np.frombuffer(corpus.run_tool("teach", docs), np.uint32).reshape(-1, FIELDS)
    result = {}
    for number, name in enumerate(SETTINGS):
        chosen = records[records[:, 0] == number]
        features = chosen[:, 6:].astype(np.int32)
        features[np.arange(48)[None, :] >= chosen[:, 5:6]] = TABLE
        result[name] = features, chosen[:, 1].astype(np.float32)
    return result


def fit_once(seed, features, answers, left_out, missed, decay):
    """Weights [TABLE + 1], the mean of the later half of the epochs; the extra one stays zero."""
    random = np.random.default_rng(seed)
    weights, squares = np.zeros(TABLE + 1), np.full(TABLE + 1, 1e-3)
    total, epochs = np.zeros(TABLE + 1), 0
    for epoch in range(EPOCHS):
        order = random.permutation(len(answers))
        for start in range(0, len(answers), BATCH):
            chosen = order[start:start + BATCH]
            f, gold = features[chosen], answers[chosen]
            f = np.where(random.random(f.shape) < left_out, TABLE, f)
            probability = 1 / (1 + np.exp(-weights[f].sum(1) / (1 - left_out)))
            error = (probability - gold) * np.where(gold > 0, missed, 1.0)
            touched, where = np.unique(f, return_inverse=True)
            gradient = np.bincount(where.ravel(), np.repeat(error, f.shape[1]), len(touched))
            gradient += decay * len(answers) / BATCH * weights[touched]
            squares[touched] += gradient ** 2
            weights[touched] -= RATE * gradient / np.sqrt(squares[touched])
            weights[TABLE] = 0
        if epoch >= EPOCHS // 2:
            total += weights
            epochs += 1
    return total / epochs


def fit(features, answers, raised, **settings):
    """The mean of one fit for each seed: steadier by a third of a point of sentence F1."""
    weights = sum(fit_once(seed, features, answers, **settings) for seed in SEEDS) / len(SEEDS)
    weights[features[0, 0]] += raised  # the first feature is always there
    return weights


def rounded(weights):
    """int8 weights, the largest 127. (Cutting the few largest costs up to a point of sentence F1.)"""
    scale = 127 / np.abs(weights).max()
    return np.rint(weights[:TABLE] * scale).astype(np.int8)


def main():
    output = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else
                          corpus.ROOT / "models/tokens.safetensors")
    tables = {}
    usual, cased = map(decisions, corpus.training_documents())
    for name in SETTINGS:
        features, answers = (cased if name == "one_case" else usual)[name]
        weights = fit(features, answers, **SETTINGS[name])
        table = rounded(weights)
        wide = np.append(table, 0).astype(np.int32)
        guess = wide[features].sum(1) > 0
        print(f"{name}: {len(answers)} decisions, {int(answers.sum())} ends, "
              f"{100 * (guess == (answers > 0)).mean():.2f}% right on train", flush=True)
        tables[f"tokens.{name}.weight"] = table
    learned_file.write(output, tables, {"format": "chancery-tokens-1"})
    for name, keep in (("ud-ewt", lambda _: True), ("ud-gum", corpus.commercial_gum())):
        docs = corpus.documents(corpus.DATA / name / "dev.conllu", keep)
        for case, change in (("", None), (" in capitals", str.upper), (" without capitals", str.lower)):
            dressed = [corpus.one_case(d, change) or d for d in docs] if change else docs
            for what, (precision, recall, f) in evaluate.score(dressed, output).items():
                print(f"{name} dev{case} {what}: P {100 * precision:.2f} R {100 * recall:.2f} F1 {100 * f:.2f}")


if __name__ == "__main__":
    main()
