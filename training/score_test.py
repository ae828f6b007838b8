"""Hand-made cases of the scorer and of the lemma rules and tree search: `python score_test.py`."""

import itertools
import tempfile
import unittest
from pathlib import Path

import numpy as np

import lemma
import score
from decode import arborescence, name_path


def conllu(*sentences: str) -> score.Text:
    """Sentences of `id form lemma upos head deprel [NER]` lines, `|`-separated."""
    lines = []
    for sentence in sentences:
        for row in sentence.split(" | "):
            number, form, lem, upos, head, deprel, *name = row.split(" ")
            misc = f"NER={name[0]}" if name else "_"
            lines.append("\t".join((number, form, lem, upos, "X", "_", head, deprel, "_", misc)))
        lines.append("")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.conllu"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return score.load(path)


class ScoreCase(unittest.TestCase):
    GOLD = ("1 Oslo Oslo PROPN 2 nsubj B-LOC | 2 waits wait VERB 0 root",
            "1-2 don't _ _ _ _ | 1 do do AUX 3 aux | 2 n't not PART 3 advmod"
            " | 3 go go VERB 0 root")

    def test_same(self):
        figures = score.score(conllu(*self.GOLD), conllu(*self.GOLD))
        self.assertEqual(set(figures.values()), {100.0})

    def test_joined_sentences_and_wrong_head(self):
        system = conllu("1 Oslo Oslo NOUN 2 nsubj:x B-ORG | 2 waits wait VERB 5 dep"
                        " | 3-4 don't _ _ _ _ | 3 do do AUX 5 aux | 4 n't not PART 5 advmod"
                        " | 5 go go VERB 0 root")
        figures = score.score(conllu(*self.GOLD), system)
        self.assertEqual(figures["Words"], 100)
        self.assertEqual(figures["Sentences"], 0)
        self.assertEqual(figures["UPOS"], 80)
        self.assertEqual(figures["LAS"], 80)
        self.assertEqual(figures["Names"], 0)

    def test_words_cut_otherwise(self):
        system = conllu("1 Os os X 2 x | 2 lo lo X 3 x | 3 waits wait VERB 0 root",
                        "1 don't don't VERB 2 x | 2 go go VERB 0 root")
        figures = score.score(conllu(*self.GOLD), system)
        self.assertAlmostEqual(figures["Words"], 200 * 2 / 10)
        self.assertAlmostEqual(figures["UAS"], 200 * 2 / 10)
        self.assertEqual(figures["Sentences"], 100)

    def test_other_text_is_refused(self):
        with self.assertRaises(ValueError):
            score.score(conllu(*self.GOLD), conllu("1 Bergen Bergen PROPN 0 root"))


class LemmaCase(unittest.TestCase):
    def test_round_trip(self):
        for form, lem in (("Talks", "talk"), ("was", "be"), ("BAGHDAD", "Baghdad"), ("the", "the"),
                          ("Iraqis", "Iraqi"), ("wo", "will"), ("n't", "not"), ("a;b", "a;c")):
            self.assertEqual(lemma.apply(lemma.derive(form, lem), form), lem)

    def test_never_empty(self):
        self.assertEqual(lemma.apply("l;3;", "ab"), "ab")


class DecodeCase(unittest.TestCase):
    def best_by_search(self, scores: np.ndarray) -> float:
        words = len(scores) - 1
        best = -np.inf
        for heads in itertools.product(range(words + 1), repeat=words):
            if sum(head == 0 for head in heads) != 1:
                continue
            if all(self.reaches_root(word, heads) for word in range(1, words + 1)):
                best = max(best, sum(scores[i + 1, head] for i, head in enumerate(heads)))
        return best

    @staticmethod
    def reaches_root(word: int, heads: tuple[int, ...]) -> bool:
        for _ in heads:
            word = heads[word - 1]
            if word == 0:
                return True
        return False

    def test_tree_is_the_best(self):
        rng = np.random.default_rng(7)
        for words in (1, 2, 3, 4, 5) * 12:
            scores = rng.normal(size=(words + 1, words + 1))
            heads = arborescence(scores)[1:]
            total = sum(scores[i + 1, head] for i, head in enumerate(heads))
            self.assertEqual((heads == 0).sum(), 1)
            self.assertAlmostEqual(total, self.best_by_search(scores))

    def test_inside_follows_begin(self):
        labels = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG"]
        scores = np.array([[0, 1, 0, 0, 3], [0, 0, 2, 0, 1.5]])
        self.assertEqual(name_path(scores, labels), ["B-PER", "I-PER"])


if __name__ == "__main__":
    unittest.main()
