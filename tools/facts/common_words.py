#!/usr/bin/env python3
"""Draws facts/common_words.tsv: ordinary words that are also a name in some table ("may", "turkey", "nice").

A word is ordinary that stands in small letters in English text of class A more than once, or is the predicate of a
PropBank frame. Run it last: it looks at the other tables.
"""

import re

import tables

SOURCE = "words in small letters in UD EWT train (CC BY-SA 4.0), Wikinews 2019-2020 (CC BY 2.5) and State of the Union addresses"
NAME_COLUMNS = {"name", "aliases", "parts", "plural", "adjective"}
# Roles and nouns are ordinary words anyway; CAMEO codes have no names.
NOT_NAMES = {"roles", "portfolios", "org_nouns", "cameo", "common_words"}
LEAST = 2


def names():
    """Single words that some table of names holds, in small letters."""
    result = set()
    for path in sorted(tables.FACTS.glob("*.tsv")):
        if path.stem in NOT_NAMES:
            continue
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        wanted = [i for i, column in enumerate(lines[0].split("\t")) if column in NAME_COLUMNS]
        for line in lines[1:]:
            cells = line.split("\t")
            for i in wanted:
                result.update(form.lower() for form in cells[i].split("|") if form and " " not in form)
    return result


def main():
    counts = tables.word_counts()
    for line in tables.opened(tables.DATA / "lexicon" / "propbank-rolesets.tsv.xz"):
        match = re.match(r"[^\t]*?([a-z]+)\.\d\d\t", line)
        if match:
            counts[match.group(1)] += LEAST
    known = names()
    rows = [[word] for word, count in counts.items() if count >= LEAST and word in known]
    tables.write("common_words", "common", SOURCE, "2026-11-23", ["name"], rows)


if __name__ == "__main__":
    main()
