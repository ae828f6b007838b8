"""Figures on gold words: tags, tree and names on the development files.

`python evaluate.py MODEL.safetensors` reads the learned file as the C library does (int8).
"""

import sys
from pathlib import Path

import numpy as np
import torch

import learned_file
import lemma
import names_data
from batches import Encoding, batched
from data import Sentence, read_ewt, read_gum
from decode import arborescence, name_path
from quantise import Int8Reader
from words import vocabulary

VOCABULARY = set(vocabulary())
UNIVERSAL_FEATS = {
    "PronType", "NumType", "Poss", "Reflex", "Foreign", "Abbr", "Gender", "Animacy", "Number",
    "Case", "Definite", "Degree", "VerbForm", "Mood", "Tense", "Aspect", "Voice", "Evident",
    "Polarity", "Person", "Polite",
}


def universal(feats: str) -> str:
    """The features that the CoNLL 2018 scorer compares."""
    return "|".join(sorted(f for f in feats.split("|") if f.split("=")[0] in UNIVERSAL_FEATS))


def spans(labels: list[str], kinds: set[str]) -> set[tuple[int, int, str]]:
    """Names (first word, end word, kind) of BIO labels."""
    found, start = set(), None
    for place, label in enumerate((*labels, "O")):
        if start is not None and not label.startswith("I-"):
            if labels[start][2:] in kinds:
                found.add((start, place, labels[start][2:]))
            start = None
        if label.startswith("B-"):
            start = place
    return found


def read_scores(reader, items):
    """Yields (place in `items`, scores) with the float model; scores as `predict` wants them."""
    order = sorted(range(len(items)), key=lambda i: len(items[i].pieces))
    ordered = [items[i] for i in order]
    reader.eval()
    done = 0
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for batch in batched(ordered, 6000, None):
            vectors = reader.encoder(batch.pieces, batch.shapes, batch.owner, batch.words)
            tags = [scores.numpy() for scores in reader.tag_scores(vectors[:, 1:])]
            names = reader.name_scores(vectors[:, 1:]).numpy()
            arcs = reader.arc_scores(vectors).numpy()
            for row in range(len(batch.lengths)):
                words = int(batch.lengths[row])

                def relations(heads, row=row, words=words):
                    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
                        return reader.relation_scores(vectors[row: row + 1, : words + 1],
                                                      torch.tensor(heads)[None])[0].numpy()

                yield order[done], ([t[row, :words] for t in tags], names[row, :words],
                                    arcs[row, :words, : words + 1], relations)
                done += 1


def predict(sentence: Sentence, labels: dict[str, list[str]], scores, tree: bool) -> Sentence:
    """The labels that the scores stand for."""
    tags, names, arcs, relations = scores
    picked = {layer: [labels[layer][i] for i in tag.argmax(1)]
              for layer, tag in zip(("upos", "xpos", "feats"), tags)}
    lemmas = [lemma.choose(labels["lemma"], row, form, upos, VOCABULARY)
              for row, form, upos in zip(tags[3], sentence.forms, picked["upos"])]
    answer = Sentence(sentence.forms, upos=picked["upos"], xpos=picked["xpos"],
                      feats=picked["feats"], lemmas=lemmas,
                      names=name_path(names, labels["names"]))
    if tree:
        heads = arborescence(np.vstack([np.zeros(arcs.shape[1]), arcs]))[1:]
        answer.heads = heads.tolist()
        answer.deprels = [labels["deprel"][i] for i in relations(heads).argmax(1)]
    return answer


class Tally:
    """Counts of a set's words and names."""

    def __init__(self) -> None:
        self.words = 0
        self.right = dict.fromkeys(("UPOS", "XPOS", "UFeats", "Lemmas", "UAS", "LAS"), 0)
        self.names = [0, 0, 0]

    def add_tree(self, gold: Sentence, answer: Sentence) -> None:
        self.words += len(gold.forms)
        columns = zip(gold.upos, answer.upos, gold.xpos, answer.xpos, gold.feats, answer.feats,
                      gold.lemmas, answer.lemmas, gold.heads, answer.heads, gold.deprels,
                      answer.deprels)
        for u, u2, x, x2, f, f2, lem, lem2, h, h2, d, d2 in columns:
            self.right["UPOS"] += u == u2
            self.right["XPOS"] += x == x2
            self.right["UFeats"] += universal(f) == universal(f2)
            self.right["Lemmas"] += lem == lem2 or lem == "_"
            self.right["UAS"] += h == h2
            self.right["LAS"] += h == h2 and d.split(":")[0] == d2.split(":")[0]

    def add_names(self, gold: Sentence, answer: Sentence) -> None:
        kinds = {"PER", "ORG", "LOC"}
        wanted, given = spans(gold.names, kinds), spans(answer.names, kinds)
        for place, size in enumerate((len(wanted & given), len(wanted), len(given))):
            self.names[place] += size

    def figures(self) -> dict[str, float]:
        result = {name: 100 * count / self.words for name, count in self.right.items()
                  if self.words}
        both, wanted, given = self.names
        if wanted:
            result["names"] = 200 * both / max(1, wanted + given)
        return result


def development() -> dict[str, list[Sentence]]:
    """The development sets, trees first; ner-worldwide is for evaluation alone."""
    return {"ewt": read_ewt("dev"), "gum": read_gum("dev"),
            "re3d": [s for s in names_data.read_re3d("dev") if None not in s.names],
            "worldwide": names_data.read_worldwide("dev")}


def evaluate(encoding: Encoding, scores_of) -> dict[str, dict[str, float]]:
    """`scores_of(items)` yields (place, scores) for encoded sentences."""
    figures = {}
    for name, sentences in development().items():
        kept = [(s, e) for s, e in ((s, encoding.encode(s)) for s in sentences) if e]
        tally = Tally()
        for place, scores in scores_of([e for _, e in kept]):
            gold = kept[place][0]
            answer = predict(gold, encoding.labels, scores, gold.heads is not None)
            if gold.heads is not None:
                tally.add_tree(gold, answer)
            if gold.names is not None:
                tally.add_names(gold, answer)
        figures[name] = tally.figures()
    return figures


def evaluate_reader(reader, encoding: Encoding) -> dict[str, dict[str, float]]:
    return evaluate(encoding, lambda items: read_scores(reader, items))


def line_of(figures: dict[str, dict[str, float]]) -> str:
    return " | ".join(name + " " + " ".join(f"{key} {value:.2f}" for key, value in part.items())
                      for name, part in figures.items())


def main() -> None:
    tensors, metadata = learned_file.read(Path(sys.argv[1]))
    reader = Int8Reader(tensors, metadata)
    print(line_of(evaluate(Encoding(reader.labels), reader.read)).replace(" | ", "\n"))


if __name__ == "__main__":
    main()
