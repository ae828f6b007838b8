"""Lemma rules: a lemma as an edit of the form, written as text.

`k;n;suffix`: with `k` = `l` lower-case the form, `=` keep it, `t` lower-case it and upper-case its
first code point; then drop `n` code points from the end and append `suffix`.
`!;0;lemma` gives the lemma whole.
"""

import numpy as np

CHOICES = 3
MARGIN = 4.0
CASES = {
    "l": str.lower,
    "=": lambda form: form,
    "t": lambda form: form[:1].upper() + form[1:].lower(),
}


def derive(form: str, lemma: str) -> str:
    """The shortest rule that turns `form` into `lemma`; lower-casing wins ties."""
    best = None
    for order, (kind, change) in enumerate(CASES.items()):
        base = change(form)
        kept = 0
        while kept < min(len(base), len(lemma)) and base[kept] == lemma[kept]:
            kept += 1
        if kept == 0:
            continue
        cost = (len(base) - kept + len(lemma) - kept, order)
        if best is None or cost < best[0]:
            best = (cost, f"{kind};{len(base) - kept};{lemma[kept:]}")
    return best[1] if best else f"!;0;{lemma}"


def apply(rule: str, form: str) -> str:
    """The lemma that `rule` gives for `form`; the form itself where nothing would be left."""
    kind, drop, suffix = rule.split(";", 2)
    if kind == "!":
        return suffix
    base = CASES[kind](form)
    lemma = base[: max(0, len(base) - int(drop))] + suffix
    return lemma or form


def choose(rules: list[str], scores: np.ndarray, form: str, upos: str, vocabulary: set[str]) -> str:
    """The lemma of the best rule; where that is no word, of a close one whose lemma is.

    `scores` has a value for each of `rules`.
    """
    ranked = np.argsort(-scores, kind="stable")[:CHOICES]
    first = rules[ranked[0]]
    lemma = apply(first, form)
    if first[0] != "l" or upos == "PROPN" or not lemma.isalpha() or lemma in vocabulary:
        return lemma
    for i in ranked[1:]:
        if rules[i][0] == "l" and scores[i] > scores[ranked[0]] - MARGIN:
            other = apply(rules[i], form)
            if other.isalpha() and other in vocabulary:
                return other
    return lemma
