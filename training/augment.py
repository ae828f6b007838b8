"""Copies of sentences that are changed a little at each epoch: other names, case, final mark."""

import random
from dataclasses import replace

from data import Sentence
from world import World, by_length

FINAL = {".", "!", "?"}


def changed_case(sentence: Sentence, change) -> Sentence:
    return replace(sentence, forms=[change(form) for form in sentence.forms])


def title_case(form: str) -> str:
    return form[:1].upper() + form[1:] if len(form) > 3 else form


def name_spans(labels: list[str | None]):
    """Yields (first, end, kind) of the names of a sentence."""
    for first, label in enumerate(labels):
        if label and label.startswith("B-"):
            end = first + 1
            while end < len(labels) and labels[end] == "I-" + label[2:]:
                end += 1
            yield first, end, label[2:]


def plain_name_word(form: str) -> bool:
    return form.isalpha() and form[0].isupper()


def without_final(sentence: Sentence) -> Sentence:
    """Drops a final mark on which nothing hangs."""
    last = len(sentence.forms)
    if last < 3 or sentence.forms[-1] not in FINAL:
        return sentence
    if sentence.heads is not None and (last in sentence.heads or sentence.heads[-1] == 0):
        return sentence
    kept = {layer: column[:-1] for layer, column in vars(sentence).items()
            if isinstance(column, list) and len(column) == last}
    return replace(sentence, **kept)


class Augmenter:
    """Draws changed copies with a generator of its own."""

    def __init__(self, rng: random.Random, sentences: list[Sentence], share: float,
                 kinds: set[str]) -> None:
        """In `share` of the sentences, names of `kinds` are exchanged: people and places for some
        of all the world, bodies for others of `sentences` or of facts/."""
        self.rng, self.share, self.kinds = rng, share, kinds
        world = World()
        bodies = {" ".join(sentence.forms[first:end]) for sentence in sentences if sentence.names
                  for first, end, kind in name_spans(sentence.names) if kind == "ORG"}
        self.pools = {"PER": world.people, "CITY": world.cities, "COUNTRY": world.countries,
                      "ORG": by_length({body for body in bodies if not body.islower()}
                                       .union(world.body_names))}
        self.countries = {tuple(words) for pool in world.countries.values() for words in pool}

    def with_other_names(self, sentence: Sentence) -> Sentence:
        """People, places and bodies changed for others of as many words, where their words are plain."""
        forms = list(sentence.forms)
        lemmas = list(sentence.lemmas) if sentence.lemmas else None
        for first, end, kind in name_spans(sentence.names):
            old = sentence.forms[first:end]
            proper = sentence.upos is None or all(tag == "PROPN" for tag in sentence.upos[first:end])
            if kind not in self.kinds or not proper or not all(map(plain_name_word, old)):
                continue
            pool = kind
            if kind == "LOC":
                pool = "COUNTRY" if tuple(old) in self.countries else "CITY"
            choices = [words for words in (self.rng.choice(self.pools[pool][end - first]),)
                       if "-" not in words] if end - first in self.pools[pool] else []
            for words in choices:
                forms[first:end] = words
                if lemmas:
                    lemmas[first:end] = words
        return replace(sentence, forms=forms, lemmas=lemmas)

    def changed(self, sentence: Sentence) -> Sentence:
        if sentence.names is not None and self.rng.random() < self.share:
            sentence = self.with_other_names(sentence)
        draw = self.rng.random()
        if draw < 0.05:
            return changed_case(sentence, str.upper)
        if draw < 0.08:
            return changed_case(without_final(sentence), title_case)
        if draw < 0.13:
            return changed_case(sentence, str.lower)
        if draw < 0.19:
            return without_final(sentence)
        return sentence
