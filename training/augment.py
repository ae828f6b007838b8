"""Copies of sentences with their case or final mark changed, so that headlines do not surprise."""

import random
from dataclasses import replace

from data import Sentence

FINAL = {".", "!", "?"}


def changed_case(sentence: Sentence, change) -> Sentence:
    return replace(sentence, forms=[change(form) for form in sentence.forms])


def title_case(form: str) -> str:
    return form[:1].upper() + form[1:] if len(form) > 3 else form


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


def augmented(sentence: Sentence, rng: random.Random) -> Sentence:
    """The sentence itself in 84 of 100 draws."""
    draw = rng.random()
    if draw < 0.03:
        return changed_case(sentence, str.upper)
    if draw < 0.06:
        return changed_case(without_final(sentence), title_case)
    if draw < 0.10:
        return changed_case(sentence, str.lower)
    if draw < 0.16:
        return without_final(sentence)
    return sentence
