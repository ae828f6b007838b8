"""Scores to structures: the best tree with one root, the best row of name labels."""

import numpy as np

ONE_ROOT = 1e6


def arborescence(scores: np.ndarray) -> np.ndarray:
    """Heads [n + 1] (0 for the root itself) of the best tree; `scores[d, h]` for words 1..n.

    `scores` is [n + 1, n + 1]; row 0 is not used. Exactly one word hangs on the root.
    """
    scores = scores.astype(np.float64).copy()
    np.fill_diagonal(scores, -np.inf)
    scores[1:, 0] -= ONE_ROOT
    return contract(scores)


def find_cycle(heads: np.ndarray) -> list[int]:
    """A cycle of words, or nothing."""
    state = np.zeros(len(heads), int)
    for start in range(1, len(heads)):
        path, node = [], start
        while node != 0 and state[node] == 0:
            state[node] = start
            path.append(node)
            node = heads[node]
        if node != 0 and state[node] == start and node in path:
            return path[path.index(node):]
    return []


def contract(scores: np.ndarray) -> np.ndarray:
    """Chu-Liu-Edmonds: the best heads, then each cycle drawn into one node and opened again."""
    undo = []
    while True:
        heads = np.zeros(len(scores), int)
        heads[1:] = scores[1:].argmax(1)
        cycle = find_cycle(heads)
        if not cycle:
            break
        rest = [node for node in range(len(scores)) if node not in cycle]
        inner = scores[cycle, heads[cycle]]
        into = scores[np.ix_(cycle, rest)] - inner[:, None]
        out = scores[np.ix_(rest, cycle)]
        smaller = np.full((len(rest) + 1, len(rest) + 1), -np.inf)
        smaller[:-1, :-1] = scores[np.ix_(rest, rest)]
        smaller[-1, :-1] = into.max(0)
        smaller[:-1, -1] = out.max(1)
        undo.append((heads, cycle, rest, into.argmax(0), out.argmax(1)))
        scores = smaller
    for old_heads, cycle, rest, enters, leaves in reversed(undo):
        wide = np.zeros(len(old_heads), int)
        for place, node in enumerate(rest):
            if node:
                head = heads[place]
                wide[node] = cycle[leaves[place]] if head == len(rest) else rest[head]
        wide[cycle] = old_heads[cycle]
        enter = heads[-1]
        wide[cycle[enters[enter]]] = rest[enter]
        heads = wide
    return heads


def name_path(scores: np.ndarray, labels: list[str]) -> list[str]:
    """The best labels for rows of scores, where I-X follows B-X or I-X alone."""
    allowed = np.array([[not after.startswith("I-") or before[2:] == after[2:]
                         for before in labels] for after in labels])
    barrier = np.where(allowed, 0.0, -np.inf)
    start = np.array([-np.inf if label.startswith("I-") else 0.0 for label in labels])
    best, back = scores[0] + start, []
    for row in scores[1:]:
        options = barrier + best[None, :]
        back.append(options.argmax(1))
        best = options.max(1) + row
    path = [int(best.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return [labels[i] for i in reversed(path)]
