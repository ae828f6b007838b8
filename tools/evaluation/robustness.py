"""The same development text in other clothes: upper and lower case, other quotation marks, lines wrapped as a page's or
a scanner's are. Each goes through the raw text path and is scored against the same gold, dressed likewise.

A dress is a list with, for each character of the text, the characters that stand in its place. It touches white space
and the characters of words, so that gold words are dressed by their place in the text.
"""
import pathlib
import re
import tempfile

from .command import chancery, scores_of
from .standing import note
from .treebanks import joints, text_of

WIDTH = 72  # columns of a wrapped page


def marked(text):
    """Typographic quotation marks in place of ASCII ones, opening or closing by what stands before."""
    out = list(text)
    for i, c in enumerate(text):
        if c in "\"'":
            opens = i == 0 or text[i - 1].isspace() or text[i - 1] in "([{-–—/\"'"
            out[i] = ("“" if opens else "”") if c == '"' else ("‘" if opens else "’")
    return out


def plain(text):
    """ASCII quotation marks in place of typographic ones."""
    return [{"“": '"', "”": '"', "‘": "'", "’": "'"}.get(c, c) for c in text]


def place_to_hyphenate(word, room):
    """How many letters of a word stay on a line with `room` columns for them and a hyphen; 0: it is not parted."""
    if not re.fullmatch("[A-Za-z]?[a-z]{6,}", word):
        return 0
    for size in range(min(room - 1, len(word) - 3), 2, -1):
        vowels = [c in "aeiouy" for c in word.lower()]
        if any(vowels[:size]) and any(vowels[size:]) and not vowels[size] and vowels[size - 1] != vowels[size]:
            return size
    return 0


def wrapped(text, hyphens=False):
    """Lines of at most WIDTH columns; with `hyphens`, long words are parted at their ends."""
    out = list(text)
    column = 0
    for match in re.finditer(r"\S+|\n\n|\s", text):
        word, start = match.group(), match.start()
        if word.isspace():
            column = 0 if word == "\n\n" else column + 1
        elif column + len(word) <= WIDTH or column == 0 or text[start - 1] == "\n":
            column += len(word)
        else:
            size = place_to_hyphenate(word, WIDTH - column) if hyphens else 0
            if size > 0:
                out[start + size] = "-\n" + text[start + size]
            else:
                out[start - 1] = "\n"
            column = len(word) - size
    return out


DRESSES = {
    "as it is": list,
    "upper case": lambda text: [c.upper() for c in text],
    "lower case": lambda text: [c.lower() for c in text],
    "typographic quotation marks": marked,
    "ASCII quotation marks": plain,
    "lines wrapped at 72": wrapped,
    "and words hyphenated": lambda text: wrapped(text, hyphens=True),
}


def dressed(conllu, dress):
    """The gold file and its text in the dress."""
    blocks = list(joints(conllu))
    text = "".join(before + text_of(block) for block, before in blocks) + "\n"
    clothes = dress(text)
    out, base = [], 0
    for block, before in blocks:
        base += len(before)
        sentence, at, covered = text_of(block), 0, 0
        inner = 0  # where the next word of a multi-word token stands, if its words spell the token
        lines = []
        for line in block:
            field = line.split("\t")
            number = field[0]
            if len(field) == 10 and "." not in number:
                inside = "-" not in number and int(number) <= covered
                if inside and sentence.startswith(field[1], inner):
                    start, inner = inner, inner + len(field[1])
                    field[1] = "".join("".join(clothes[base + start:base + inner]).split())
                elif inside:
                    field[1] = "".join(dress(field[1]))
                else:
                    inner = sentence.index(field[1], at)
                    at = inner + len(field[1])
                    field[1] = "".join("".join(clothes[base + inner:base + at]).split())
                    covered = int(number.split("-")[1]) if "-" in number else covered
            lines.append("\t".join(field))
        out.append("\n".join(lines))
        base += len(sentence)
    return "\n\n".join(out) + "\n\n", "".join(clothes)


def spelled_from(conllu, text):
    """A parse whose tokens are spelled as the text has them, white space within left out: where a word parted at
    the end of a line was read as one, both files must show the same characters."""
    out, covered = [], 0
    for line in conllu.split("\n"):
        field = line.split("\t")
        if not line:
            covered = 0
        if len(field) == 10 and ("-" in field[0] or int(field[0]) > covered):
            place = dict(part.split("=", 1) for part in field[9].split("|") if "=" in part)
            field[1] = "".join(text[int(place["Start"]):int(place["End"])].split())
            covered = int(field[0].split("-")[1]) if "-" in field[0] else covered
        out.append("\t".join(field))
    return "\n".join(out)


def robustness(build, treebanks):
    """Prints the figures of each dress; `treebanks`: (name, CoNLL-U, whether it has names). Notes the worst fall of
    a figure; names in lower case may fall further."""
    worst = 0.0
    for name, conllu, has_names in treebanks:
        usual = {}
        for title, dress in DRESSES.items():
            with tempfile.TemporaryDirectory() as folder:
                gold, source, system = (pathlib.Path(folder) / f for f in ("gold.conllu", "raw.txt", "out.conllu"))
                dressed_gold, text = dressed(conllu, dress)
                gold.write_text(dressed_gold, encoding="utf-8")
                source.write_text(text, encoding="utf-8")
                parse = chancery(build, "parse", "--from", "text", source)
                system.write_text(spelled_from(parse, text), encoding="utf-8")
                scores = scores_of(build, gold, system)
            keys = ["Words", "Sentences", "UPOS", "UFeats", "UAS", "LAS"] + (["Names"] if has_names else [])
            figures = {key: scores[key]["f1"] for key in keys}
            usual = usual or figures
            worst = max([worst] + [usual[key] - figures[key] for key in keys
                                   if (key, title) != ("Names", "lower case")])
            print(f"{name:<8} {title:<28}" + "".join(f" {key} {figures[key]:6.2f}" for key in keys), flush=True)
    note("worst fall of a figure in other dress", worst)
