"""News sentences of our own making (training/data/), for names."""

import random
import re
from pathlib import Path

from data import Sentence
from world import World, ud_words

FOLDER = Path(__file__).resolve().parent / "data"
KINDS = {"PER": "PER", "LAST": "PER", "CITY": "LOC", "COUNTRY": "LOC", "REGION": "LOC",
         "PEOPLE": "OTH", "ORG": "ORG", "AGENCY": "ORG", "ABBREVIATION": "ORG"}
KNOWN_BODIES = 0.5  # share of bodies from the tables of facts/; the others are made
SYLLABLES = [c + v for c in ("", *"bdfgjklmnprstvwyz", "ch", "kw", "sh", "th", "tr", "dr") for v in "aeiou"]
LETTERS = "AABCDEEFGHIIJKLMNNOOPPRRSSTTUUVWXYZ"
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
SLOT = re.compile(r"\{([A-Z]+)(!?)\}")


def lines_of(name: str, folders: list[str]) -> list[str]:
    paths = [FOLDER / folder / name for folder in folders]
    lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if line and not line.startswith("#")]


class NewsMaker:
    """Fills the patterns; every sentence is a new draw."""

    def __init__(self, rng: random.Random, folders: list[str]) -> None:
        """The patterns, bodies and titles are those of `folders` of training/data/."""
        self.rng = rng
        self.patterns = lines_of("news.txt", folders)
        world = World()
        self.pools = {
            "PER": world.full_names, "CITY": world.city_names, "COUNTRY": world.country_names,
            "REGION": world.region_names, "PEOPLE": world.peoples, "BODY": world.body_names,
            "ORG": lines_of("organisations.txt", folders), "TITLE": lines_of("titles.txt", folders),
            "AGENCY": lines_of("agencies.txt", ["."]), "DAY": DAYS,
        }

    def fill(self, slot: str) -> list[str]:
        """The words of one slot."""
        if slot == "NUM":
            return [str(self.rng.choice((2, 3, 5, 7, 12, 15, 24, 31, 48, 60, 120, 300)))]
        if slot == "NEW":
            name = "".join(self.rng.choices(SYLLABLES, k=self.rng.randint(2, 4)))
            return [(name + self.rng.choice(("", "", "n", "r", "s", "x"))).capitalize()]
        if slot == "ABBREVIATION":
            return ["".join(self.rng.choices(LETTERS, k=self.rng.randint(2, 6)))]
        if slot == "LAST":
            return [ud_words(self.rng.choice(self.pools["PER"]))[-1]]
        if slot == "ORG" and self.rng.random() < KNOWN_BODIES:
            slot = "BODY"
        words = []
        for word in ud_words(self.rng.choice(self.pools[slot])):
            inner = SLOT.fullmatch(word)
            words += self.fill(inner.group(1)) if inner else [word]
        return words

    def sentence(self) -> Sentence:
        forms, names = [], []
        for word in self.rng.choice(self.patterns).split(" "):
            slot = SLOT.fullmatch(word)
            if not slot:
                forms.append(word)
                names.append("O")
                continue
            words = self.fill(slot.group(1))
            if slot.group(2):
                words = [word.upper() for word in words]
            kind = KINDS.get(slot.group(1))
            forms += words
            names += [f"{'B' if place == 0 else 'I'}-{kind}" if kind else "O"
                      for place in range(len(words))]
        return Sentence(forms, "made-news", names=names)
