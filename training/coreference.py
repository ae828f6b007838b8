"""The head that says which earlier mention a mention goes on from.

A pair's score is one hidden layer on the two heads' vectors and on marks (what kind of words, how far, which roles, ...,
src/mentions/pairs.c); no antecedent scores 0. Learned from GUM's training documents with non_commercial 0 and from
gap-development; GUM dev and gap-validation are for figures alone.
"""

import csv
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

import gum_entities
import samples
from data import data_folder
from quantise import quantise_rows

WIDTH, MEMBERS, EPOCHS, BATCH, RATE, DECAY, DROPPED = 16, 8, 16, 64, 2e-3, 1e-2, 0.4
# Added to the scores of pairs whose later mention is a party or pronoun, and a thing, "I", "we" or "you": CoNLL F1 weighs a
# link that is missed more than cross-entropy does. Chosen on GUM's and GAP's development parts.
LENIENCE = (0.6, 1.0)
LATER, EARLIER, MARKS = 1, 4, 7  # fields of a `pair` line


class Choices:
    """For each later mention its candidates: rows of vectors, marks, and which are right (1), wrong (0) or unknown (-1)."""

    def __init__(self) -> None:
        self.vectors: list[np.ndarray] = []
        self.rows = 0
        self.later: list[int] = []
        self.earlier: list[list[int]] = []
        self.marks: list[list[list[int]]] = []
        self.right: list[list[int]] = []
        self.mark_rows = 0

    def add(self, sample: samples.Sample, answer) -> None:
        """`answer(later span, earlier spans)` says what is right, or None to leave the mention out."""
        groups: dict[tuple[int, int, int], list[list[int]]] = {}
        for line in sample.lines:
            if line[0] == "pair":
                numbers = list(map(int, line[1:]))
                groups.setdefault(tuple(numbers[LATER - 1:LATER + 2]), []).append(numbers)
        for (start, end, head), pairs in groups.items():
            spans = [tuple(pair[EARLIER - 1:EARLIER + 1]) for pair in pairs]
            found = answer((start, end), spans)
            if found is None:
                continue
            self.later.append(self.rows + head)
            self.earlier.append([self.rows + pair[EARLIER + 1] for pair in pairs])
            self.marks.append([pair[MARKS - 1:] for pair in pairs])
            self.right.append(found)
        self.mark_rows = sample.mark_rows
        self.vectors.append(sample.vectors)
        self.rows += len(sample.vectors)


def add_gum(choices: Choices, model: Path, part: str = "train") -> None:
    folder = data_folder() / "ud-gum"
    documents = gum_entities.read(folder / f"{part}.conllu", folder / "documents.tsv")
    for document, sample in zip(documents, samples.read(model, [d.text for d in documents])):
        cluster_of = {}
        for first, end, cluster, _ in sorted(document.mentions, key=lambda m: m[0] - m[1]):
            cluster_of.setdefault(document.head_of(first, end), cluster)
        word_at = gum_entities.Words(document)

        def cluster(span):
            words = word_at.range(*span)
            return cluster_of.get(document.head_of(*words)) if words else None

        def answer(later, earlier):
            mine = cluster(later)
            return [int(mine is not None and cluster(span) == mine) for span in earlier]

        choices.add(sample, answer)


def add_gap(choices: Choices, model: Path, part: str = "development") -> None:
    """Of a passage's pronoun alone: what leads to the person that is meant is right, all else wrong, but for pronouns that
    lead to nobody named."""
    with open(data_folder() / "gap" / f"gap-{part}.tsv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row, sample in zip(rows, samples.read(model, [row["Text"] for row in rows])):
        mentions = [tuple(map(int, line[1:])) for line in sample.lines if line[0] == "mention"]
        entity_of = {(start, end): entity for start, end, entity, _ in mentions}
        pronouns = {(start, end) for start, end, _, pronoun in mentions if pronoun}
        meant, wrong = set(), set()
        for name in "AB":
            first = int(row[f"{name}-offset"])
            end = first + len(row[name])
            # The shortest: "Ana" in "Ana's mother" is not the mother.
            over = [(e - s, entity) for (s, e), entity in entity_of.items()
                    if (s, e) not in pronouns and s < end and e > first]
            if over:
                (meant if row[f"{name}-coref"] == "TRUE" else wrong).add(min(over)[1])
        start = int(row["Pronoun-offset"])
        pronoun = start, start + len(row["Pronoun"])

        def answer(later, earlier):
            if later != pronoun:
                return None
            right = [1 if entity_of.get(span) in meant else 0 if entity_of.get(span) in wrong else
                     -1 if span in pronouns or not meant else 0 for span in earlier]
            return right if 1 in right or (0 in right and not meant) else None

        choices.add(sample, answer)


class Ranker(torch.nn.Module):
    """Scores as src/mentions/ranker.c makes them."""

    def __init__(self, columns: int, rows: int, width: int = WIDTH) -> None:
        super().__init__()
        self.width = width
        self.words = torch.nn.Linear(columns, 2 * width)
        self.table = torch.nn.EmbeddingBag(rows, width, mode="sum")
        self.score = torch.nn.Linear(width, 1)
        torch.nn.init.normal_(self.table.weight, std=0.05)

    def forward(self, later, earlier, marks):
        """[pairs, columns] twice and [pairs, marks] to [pairs]."""
        hidden = self.words(later)[:, :self.width] + self.words(earlier)[:, self.width:] + self.table(marks)
        return self.score(F.relu(hidden)).squeeze(1)


class Batches:
    """The choices as flat arrays of pairs."""

    def __init__(self, choices: Choices) -> None:
        self.vectors = torch.from_numpy(np.concatenate(choices.vectors))
        self.sizes = np.array([len(pairs) for pairs in choices.earlier])
        self.starts = np.concatenate([[0], np.cumsum(self.sizes)[:-1]])
        self.later = torch.tensor(choices.later)
        self.earlier = torch.tensor([row for pairs in choices.earlier for row in pairs])
        self.marks = torch.tensor([marks for pairs in choices.marks for marks in pairs])
        self.right = torch.tensor([right for rights in choices.right for right in rights])

    def of(self, numbers: np.ndarray):
        """What Ranker wants, what is right, and the mention of each pair, for these mentions."""
        pairs = torch.from_numpy(np.concatenate([np.arange(self.starts[i], self.starts[i] + self.sizes[i])
                                                 for i in numbers]))
        owner = torch.from_numpy(np.repeat(np.arange(len(numbers)), self.sizes[numbers]))
        later = self.vectors[self.later[torch.from_numpy(numbers)]][owner]
        return later, self.vectors[self.earlier[pairs]], self.marks[pairs], self.right[pairs], owner


def loss_of(scores, right, owner, count: int):
    """Minus the log of what the right candidates, or none where none is right, have of all; the mean of mentions."""
    top = torch.zeros(count).scatter_reduce(0, owner, scores.detach().masked_fill(right < 0, -1e9), "amax")
    weights = (scores - top[owner]).exp() * (right >= 0)
    nothing = (-top).exp()
    everything = nothing.index_add(0, owner, weights)
    good = torch.zeros(count).index_add(0, owner, weights * (right == 1))
    found = torch.zeros(count).index_add(0, owner, (right == 1).float()) > 0
    return (everything.log() - torch.where(found, good, nothing).clamp(min=1e-12).log()).mean()


def fit_one(batches: Batches, rows: int, epochs: int, seed: int) -> Ranker:
    torch.manual_seed(seed)
    ranker = Ranker(batches.vectors.shape[1], rows)
    optimiser = torch.optim.AdamW(ranker.parameters(), RATE, weight_decay=DECAY)
    order = np.random.RandomState(seed)
    steps = epochs * (len(batches.sizes) // BATCH + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: max(1 - step / steps, 0.0))
    for epoch in range(epochs):
        total = 0.0
        numbers = order.permutation(len(batches.sizes))
        for start in range(0, len(numbers), BATCH):
            chosen = numbers[start:start + BATCH]
            later, earlier, marks, right, owner = batches.of(chosen)
            scores = ranker(F.dropout(later, DROPPED), F.dropout(earlier, DROPPED), marks)
            loss = loss_of(scores, right, owner, len(chosen))
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item() * len(chosen)
        print(f"coreference, seed {seed}, epoch {epoch + 1}: loss {total / len(numbers):.4f}", flush=True)
    return ranker


def fit(choices: Choices, epochs: int, members: int = MEMBERS) -> Ranker:
    """The mean of rankers from several seeds, side by side in one hidden layer."""
    batches = Batches(choices)
    parts = [fit_one(batches, choices.mark_rows, epochs, seed) for seed in range(members)]
    whole = Ranker(batches.vectors.shape[1], choices.mark_rows, members * WIDTH)
    with torch.no_grad():
        halves = [part.words.weight.split(WIDTH) for part in parts], [part.words.bias.split(WIDTH) for part in parts]
        for target, sides in zip((whole.words.weight, whole.words.bias), halves):
            target.copy_(torch.cat([side[half] for half in (0, 1) for side in sides]))
        whole.table.weight.copy_(torch.cat([part.table.weight for part in parts], 1))
        whole.score.weight.copy_(torch.cat([part.score.weight for part in parts], 1) / members)
        whole.score.bias.copy_(torch.stack([part.score.bias for part in parts]).mean(0))
    return whole


def tensors_of(ranker: Ranker) -> dict[str, np.ndarray]:
    rows, scale = quantise_rows(ranker.words.weight.detach())
    return {"coreference.words.weight": rows, "coreference.words.scale": scale,
            "coreference.words.bias": ranker.words.bias.detach().numpy().copy(),
            "coreference.pairs": ranker.table.weight.detach().numpy().copy(),
            "coreference.score": ranker.score.weight.detach().numpy()[0].copy(),
            "coreference.bias": ranker.score.bias.detach().numpy() + np.array(LENIENCE, np.float32)}


def gather(model: Path) -> Choices:
    choices = Choices()
    add_gum(choices, model)
    add_gap(choices, model)
    return choices


def learn(model: Path, epochs: int, members: int = MEMBERS) -> dict[str, np.ndarray]:
    """The tensors `coreference.*`."""
    choices = gather(model)
    print(f"coreference: {len(choices.later)} mentions, {sum(map(len, choices.earlier))} pairs")
    return tensors_of(fit(choices, epochs, members))
