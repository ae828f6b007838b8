"""The scores of clusters.py against cases worked out by hand: `python clusters_test.py`."""

from itertools import permutations
from random import Random

from clusters import assignment, conll


def close(a, b) -> bool:
    return all(abs(x - y) < 1e-9 for x, y in zip(a, b, strict=True))


def test_equal() -> None:
    same = [["a", "b"], ["c", "d", "e"]]
    for score in conll([(same, same)]).values():
        assert close(score, (1, 1, 1)), score


def test_split_and_joined() -> None:
    # gold {a b c} {d e f g}; ours {a b} {c d} {f g h i}
    scores = conll([([list("abc"), list("defg")], [list("ab"), list("cd"), list("fghi")])])
    # MUC: {a b c} falls into 2 parts: 1 of 2 links; {d e f g} into {d} {e} {f g}: 1 of 3. Back: {a b} 1 of 1,
    # {c d} 0 of 1, {f g h i} into {f g} {h} {i}: 1 of 3.
    assert close(scores["MUC"], (2 / 5, 2 / 5, 2 / 5)), scores
    # B3 recall: a b 2/3 each, c 1/3, d 1/4, e 0, f g 2/4 each, of 7; precision: a b 1 each, c d 1/2 each, f g 2/4
    # each, h i 0, of 8.
    recall, precision = (5 / 3 + 1 / 4 + 1) / 7, (2 + 1 + 1) / 8
    assert close(scores["B3"], (recall, precision, 2 * recall * precision / (recall + precision))), scores
    # CEAFe: {a b c}-{a b} 4/5 and {d e f g}-{f g h i} 4/8 is the best matching; of 2 and of 3.
    recall, precision = 1.3 / 2, 1.3 / 3
    assert close(scores["CEAFe"], (recall, precision, 2 * recall * precision / (recall + precision))), scores


def test_documents_add_up() -> None:
    right, missed = ([["a", "b"]], [["a", "b"]]), ([["a", "b"], ["c", "d"], ["e", "f"]], [])
    scores = conll([right, missed])
    for name in ("MUC", "B3", "CEAFe"):
        assert close(scores[name], (1 / 4, 1, 2 / 5)), scores


def test_assignment() -> None:
    random = Random(0)
    for rows, columns in ((1, 1), (2, 3), (4, 4), (5, 3), (3, 6)):
        for _ in range(20):
            value = [[random.random() if random.random() < 0.6 else 0.0 for _ in range(columns)] for _ in range(rows)]
            small = value if rows <= columns else list(zip(*value))
            best = max(sum(small[i][c] for i, c in enumerate(p))
                       for p in permutations(range(len(small[0])), len(small)))
            assert abs(assignment(value) - best) < 1e-9


if __name__ == "__main__":
    for test in (test_equal, test_split_and_joined, test_documents_add_up, test_assignment):
        test()
    print("clusters: 4 tests passed")
