"""Writes what the C tests compare with: `python reference.py MODEL OUTPUT_FOLDER`.

encoder-reference.txt  our own sentences through the int8 model, in exact integer arithmetic
pieces-reference.txt   hashes of the word pieces of 100,000 generated words
pairs-reference.txt    scores of pairs of mentions by a small ranker of random weights
The files explain themselves in their first lines.
"""

import argparse
import hashlib
from pathlib import Path

import numpy as np
import torch

import learned_file
from batches import Encoding
from coreference import Ranker
from data import Sentence
from evaluate import predict
from quantise import Int8Reader
from words import Pieces, shape

SENTENCES = (
    "The foreign ministers of Peru and Norway met in Lima on Tuesday to discuss fishing rights .",
    "Talks",
    "\" We did not sign the accord , \" said Ngozi Okafor - Bello , a spokeswoman for the Lagos port"
    " authority , after 2,500 dockers walked out .",
    "POLICE IN TAMPERE ARREST 14 AFTER CLASH AT MILL",
    "Zürich 's mayor , who has n't seen the report , will be asked whether it was leaked .",
    "— 東京 : 😀 [UNK] e-mail iPhone 3.5 % A b",
)
ENCODER_HEADER = """\
# chancery encoder reference 1
# Sentences of our own and what the model makes of them, its whole products exact, the rest in
# float32. Tabs separate fields, spaces separate numbers. Floats may differ in C where erf, exp and
# sums are ordered otherwise: one rounding to int8 that falls the other way moves a value by about
# 0.01; labels are as written.
# model: first 16 hexadecimal digits of the SHA-256 of the learned file
# sentence: number of words
# word: form, shape, piece ids                     (one line a word)
# row: layer (0 = embeddings after the norm, K = output of layer K), piece (0 = [CLS]), its first 64
#       values
# vector: word (0 = the root), its first 64 values
# arc: word, score of each head 0..n
# relation: word, its head in the tree, score of each relation
# names: word, score of each label
# tags: word, upos, xpos, feats, best lemma class (the rule), head, relation, name
# lemma: word, the lemma chosen
"""
PAIR_MARKS = 27  # src/mentions/pairs.h
PAIRS_HEADER = """\
# chancery pairs reference 1
# row: of the table of marks, in order; score: of the hidden units, bias; pair: the later mention's aspects, the earlier
# one's, rows of its marks, its score. Tabs separate fields, spaces separate numbers.
"""
SYLLABLES = (
    "ba be bi bo bu ka ke ki ko ku sha shen shi chu zha ra re ri ro ru ma me mi mo mu na ne ni no"
    " nu ta te ti to tu al el il ul an en in on un er or ist tion ing ment ville burg stan grad"
    " kov son qu x y z w th str ph"
).split()
SUFFIXES = ("'s", "-", "ing", "ed", ".", ",", "s", "'")
LATIN = ((0xC0, 0x24F), (0x300, 0x36F), (0x1E00, 0x1EFF))
SCRIPTS = (
    (0x391, 0x3A1), (0x3B1, 0x3C9), (0x400, 0x45F), (0x531, 0x556), (0x5D0, 0x5EA),
    (0x621, 0x652), (0x904, 0x94D), (0xE01, 0xE3A), (0x10D0, 0x10F0), (0x3041, 0x3096),
    (0x30A1, 0x30FA), (0xAC00, 0xD7A3), (0x3400, 0x3410), (0x4E00, 0x9FA5), (0xF900, 0xFA2D),
    (0x20000, 0x20010), (0x1F300, 0x1F5FF), (0x660, 0x669), (0x1D400, 0x1D41F),
)
SYMBOLS = ((0x21, 0x2F), (0x3A, 0x40), (0x7B, 0x7E), (0x80, 0xBF), (0x2000, 0x2027),
           (0x202A, 0x205E), (0x20A0, 0x20BD), (0x2190, 0x21FF), (0x3000, 0x303F), (0x1, 0x1F),
           (0xE000, 0xE003), (0xFFFD, 0xFFFD))
SHOWN = 64
BLOCKS, BLOCK = 100, 1000
SEED = 20261123
MASK = (1 << 64) - 1


class Generator:
    """xorshift64*; `below(n)` is the high half modulo n."""

    def __init__(self, seed: int) -> None:
        self.state = seed

    def below(self, limit: int) -> int:
        x = self.state
        x ^= x >> 12
        x = (x ^ (x << 25)) & MASK
        x ^= x >> 27
        self.state = x
        return ((x * 2685821657736338717 & MASK) >> 32) % limit

    def from_ranges(self, ranges) -> str:
        low, high = ranges[self.below(len(ranges))]
        return chr(low + self.below(high - low + 1))

    def word(self) -> str:
        kind = self.below(8)
        if kind < 4:
            text = "".join(SYLLABLES[self.below(len(SYLLABLES))]
                           for _ in range(1 + self.below(5)))
            case = self.below(4)
            text = text.upper() if case == 2 else text[0].upper() + text[1:] if case == 1 else text
            return text + SUFFIXES[self.below(len(SUFFIXES))] if self.below(4) == 0 else text
        if kind == 4:
            return "".join(chr(0x30 + self.below(10)) if self.below(3) else
                           self.from_ranges(SYMBOLS[:3]) for _ in range(1 + self.below(8)))
        ranges = (LATIN, SCRIPTS, SYMBOLS)[kind - 5]
        length = 1 + self.below(120 if self.below(64) == 0 else 8)
        return "".join(chr(0x61 + self.below(26)) if self.below(4) == 0 else
                       self.from_ranges(ranges) for _ in range(length))


def pieces_header() -> str:
    def ranges(table) -> str:
        return " ".join(f"{low:X}-{high:X}" for low, high in table)

    return f"""\
# chancery word pieces reference 1
# {BLOCKS * BLOCK:,} words from a generator, cut by BertWordPieceTokenizer (PyPI tokenizers, uncased).
# Each line below: block number, FNV-1a 64 of its {BLOCK:,} words in hexadecimal. The hash takes, for
# each word, each piece id as 4 bytes little-endian, then a byte FF. No piece: [UNK]. At most 32.
# Random numbers: xorshift64* (shifts 12, 25, 27, times 2685821657736338717), state {SEED};
# below(n) = (output >> 32) % n. A word:
#   kind = below(8)
#   kind 0-3: 1 + below(5) syllables, each S[below(count)]; then case = below(4): 1 = first character
#     upper, 2 = all upper, else as it is; then, if below(4) == 0, append X[below(8)]
#   kind 4: 1 + below(8) characters, each: if below(3) != 0 the digit '0' + below(10), else pick(SYMBOLS,
#     its first three ranges alone)
#   kind 5, 6, 7: ranges LATIN, SCRIPTS, SYMBOLS; n = 1 + below(below(64) == 0 ? 120 : 8), the inner
#     below first; n characters, each: if below(4) == 0 then 'a' + below(26), else pick(ranges)
#   pick(R): range = R[below(number of ranges)], then low + below(high - low + 1)
# S: {" ".join(SYLLABLES)}
# X: {" ".join(SUFFIXES)}
# LATIN: {ranges(LATIN)}
# SCRIPTS: {ranges(SCRIPTS)}
# SYMBOLS: {ranges(SYMBOLS)}
"""


def fnv(data: bytes) -> int:
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 & MASK
    return value


def pieces_reference() -> str:
    generator, pieces = Generator(SEED), Pieces()
    lines = []
    for block in range(BLOCKS):
        data = b"".join(b"".join(i.to_bytes(4, "little") for i in pieces.cut(word)) + b"\xff"
                        for word in (generator.word() for _ in range(BLOCK)))
        lines.append(f"{block} {fnv(data):016x}\n")
    return pieces_header() + "".join(lines)


def numbers(values) -> str:
    return " ".join(f"{value:.6g}" for value in np.asarray(values).tolist())


def sentence_reference(reader: Int8Reader, encoding: Encoding, forms: list[str]) -> list[str]:
    """The lines of one sentence."""
    item = encoding.encode(Sentence(forms))
    lines = [f"sentence\t{len(forms)}"]
    lines += [f"word\t{form}\t{shape(form)}\t{' '.join(map(str, encoding.pieces.cut(form)))}"
              for form in forms]
    last = len(item.pieces) - 1
    for layer, state in enumerate(reader.layers(item.pieces, item.shapes)):
        lines += [f"row\t{layer}\t{piece}\t{numbers(state[piece][:SHOWN])}"
                  for piece in sorted({0, 1, last // 2, last})]
    vectors = reader.word_vectors(item)
    lines += [f"vector\t{word}\t{numbers(vectors[word][:SHOWN])}" for word in sorted({0, 1, len(forms)})]
    scores = reader.scores(item)
    answer = predict(Sentence(forms), encoding.labels, scores, True)
    tags, names, arcs, relations = scores
    chosen = relations(np.array(answer.heads))
    rules = [encoding.labels["lemma"][i] for i in tags[3].argmax(1)]
    for place in range(len(forms)):
        word = place + 1
        lines.append(f"arc\t{word}\t{numbers(arcs[place])}")
        lines.append(f"relation\t{word}\t{answer.heads[place]}\t{numbers(chosen[place])}")
        lines.append(f"names\t{word}\t{numbers(names[place])}")
        lines.append("\t".join(("tags", str(word), answer.upos[place], answer.xpos[place],
                                answer.feats[place], rules[place], str(answer.heads[place]),
                                answer.deprels[place], answer.names[place])))
        lines.append(f"lemma\t{word}\t{answer.lemmas[place]}")
    return lines


def pairs_reference() -> str:
    torch.manual_seed(SEED)
    ranker = Ranker(6, 300, 8)
    torch.nn.init.normal_(ranker.table.weight)
    lines = [f"row\t{numbers(row)}" for row in ranker.table.weight.detach()]
    lines.append(f"score\t{numbers(ranker.score.weight.detach()[0])}\t{ranker.score.bias.item():.6g}")
    for _ in range(20):
        later, earlier, marks = torch.randn(1, 6), torch.randn(1, 6), torch.randint(300, (1, PAIR_MARKS))
        with torch.no_grad():
            aspects = ranker.words(later)[0, :8], ranker.words(earlier)[0, 8:]
            found = ranker(later, earlier, marks).item()
        lines.append(f"pair\t{numbers(aspects[0])}\t{numbers(aspects[1])}\t"
                     f"{' '.join(map(str, marks[0].tolist()))}\t{found:.6g}")
    return PAIRS_HEADER + "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("folder", type=Path)
    args = parser.parse_args()
    tensors, metadata = learned_file.read(args.model)
    reader = Int8Reader(tensors, metadata)
    encoding = Encoding(reader.labels)
    digest = hashlib.sha256(args.model.read_bytes()).hexdigest()[:16]
    lines = [f"model\t{digest}"]
    for text in SENTENCES:
        lines += sentence_reference(reader, encoding, text.split(" "))
    args.folder.mkdir(parents=True, exist_ok=True)
    (args.folder / "encoder-reference.txt").write_text(
        ENCODER_HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    (args.folder / "pairs-reference.txt").write_text(pairs_reference(), encoding="utf-8")
    (args.folder / "pieces-reference.txt").write_text(pieces_reference(), encoding="utf-8")


if __name__ == "__main__":
    main()
