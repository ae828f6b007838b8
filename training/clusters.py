"""CoNLL scores of coreference: MUC, B-cubed and CEAF-e of clusters of mentions, and their mean.

Counts are pairs (hits, out of how many) for recall and precision, so that documents add up before the division
(Pradhan et al. 2014, "Scoring coreference partitions of predicted mentions"). Clusters are lists of hashable mentions;
single mentions are to be left out by the caller.
"""

from collections import Counter

INFINITE = float("inf")


def owners(clusters) -> dict:
    return {mention: number for number, cluster in enumerate(clusters) for mention in cluster}


def muc(gold, system) -> tuple[float, float]:
    """Of the links that hold each gold cluster together, how many the other side has."""
    of, hits, total = owners(system), 0, 0
    for cluster in gold:
        parts = Counter(of.get(mention, ("alone", mention)) for mention in cluster)
        hits += len(cluster) - len(parts)
        total += len(cluster) - 1
    return hits, total


def b_cubed(gold, system) -> tuple[float, float]:
    """For each gold mention the share of its cluster that the other side puts with it."""
    of, hits = owners(system), 0.0
    for cluster in gold:
        shared = Counter(of[mention] for mention in cluster if mention in of)
        hits += sum(count * count for count in shared.values()) / len(cluster)
    return hits, sum(map(len, gold))


def assignment(value: list[list[float]]) -> float:
    """The largest sum of `value` over pairs of a row and a column, each used once (the Hungarian method)."""
    if not value or not value[0]:
        return 0.0
    if len(value) > len(value[0]):
        value = [list(column) for column in zip(*value)]
    columns = range(1, len(value[0]) + 1)
    row_price, column_price = [0.0] * (len(value) + 1), [0.0] * (len(value[0]) + 1)
    match = [0] * (len(value[0]) + 1)  # row of each column, 0 for none; both from 1
    for row in range(1, len(value) + 1):
        match[0], column = row, 0
        least, way, used = [INFINITE] * len(match), [0] * len(match), [False] * len(match)
        while match[column]:
            used[column], at = True, match[column]
            for other in columns:
                rest = -value[at - 1][other - 1] - row_price[at] - column_price[other]
                if not used[other] and rest < least[other]:
                    least[other], way[other] = rest, column
            nearest = min((other for other in columns if not used[other]), key=least.__getitem__)
            step = least[nearest]
            for other in range(len(match)):
                if used[other]:
                    row_price[match[other]] += step
                    column_price[other] -= step
                else:
                    least[other] -= step
            column = nearest
        while column:
            match[column] = match[way[column]]
            column = way[column]
    return sum(value[match[column] - 1][column - 1] for column in columns if match[column])


def ceaf_e(gold, system) -> tuple[float, float]:
    """Clusters matched one to one by twice what they share over what they hold."""
    of = owners(system)
    value = [[0.0] * len(system) for _ in gold]
    for row, cluster in enumerate(gold):
        for column, shared in Counter(of[m] for m in cluster if m in of).items():
            value[row][column] = 2 * shared / (len(cluster) + len(system[column]))
    return assignment(value), len(gold)


MEASURES = {"MUC": muc, "B3": b_cubed, "CEAFe": ceaf_e}


def conll(documents) -> dict[str, tuple[float, float, float]]:
    """(recall, precision, F1) of each measure over (gold, system) of all documents, and F1 of `CoNLL`, their mean."""
    documents, scores = list(documents), {}
    for name, measure in MEASURES.items():
        def share(counts) -> float:
            hits, total = map(sum, zip(*counts))
            return hits / total if total else 0.0
        recall = share([measure(gold, system) for gold, system in documents])
        precision = share([measure(system, gold) for gold, system in documents])
        f1 = 2 * recall * precision / (recall + precision) if recall + precision else 0.0
        scores[name] = recall, precision, f1
    mean = tuple(sum(scores[name][i] for name in MEASURES) / len(MEASURES) for i in range(3))
    return scores | {"CoNLL": mean}
