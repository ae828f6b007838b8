#!/usr/bin/env python3
"""Draws facts/currencies.tsv: the nouns of currencies, whose they are, and their ISO 4217 codes."""

import collections
import csv

import tables

SOURCE = "datasets/country-codes caa72d1 (PDDL), ISO 4217; nouns and those meant where no country is named curated"
# The noun of a currency whose name does not end in it.
NOUNS = {
    "AMD": "dram", "CNY": "yuan", "GBP": "pound", "ILS": "shekel", "NIO": "cordoba", "OMR": "rial", "TMT": "manat",
    "UYU": "peso", "UYW": "", "UZS": "som", "VES": "bolivar", "XAF": "", "XOF": "", "XPF": "", "ZWG": "",
}
# What the table has not, or calls otherwise: Turkey's cell is empty, and nobody tells the two CFA francs apart.
MORE = [("lira", "TUR", "TRY"), ("riyal", "QAT", "QAR"), ("CFA franc", "", "XOF"), ("CFP franc", "", "XPF"),
        ("crown", "CZE", "CZK"), ("crown", "DNK", "DKK"), ("crown", "NOR", "NOK"), ("crown", "SWE", "SEK")]
# Other spellings, and plurals that do not end in s.
ALIASES = {"ruble": "rouble", "shekel": "sheqel", "tugrik": "tögrög", "dong": "đồng"}
PLURALS = {"CFA franc": "CFA francs", "CFP franc": "CFP francs", "krona": "kronor", "krone": "kroner", "real": "reais",
           "lev": "leva", "leu": "lei", "koruna": "koruny"}
# Whose a shared noun is where no country is named.
MEANT = {"dollar": "USD", "pound": "GBP", "ruble": "RUB", "won": "KRW", "lira": "TRY", "krona": "SEK", "dirham": "AED"}
# Words of every day, which are money only behind a country's name.
ORDINARY = {"mark", "real", "sol", "gold"}


def nouns():
    """{noun: {code: [states]}}"""
    result = collections.defaultdict(lambda: collections.defaultdict(list))
    path = tables.DATA / "place" / "gazetteer" / "country-codes.csv"
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            state = row["ISO3166-1-Alpha-3"]
            if tables.folded(state) != state:
                continue
            codes = row["ISO4217-currency_alphabetic_code"].split(",")
            for code, name in zip(codes, row["ISO4217-currency_name"].split(",")):
                if not code or (name == "US Dollar" and state != "USA"):
                    continue
                noun = NOUNS.get(code, name.split()[-1].lower())
                if noun:
                    result[noun][code].append(state)
    for noun, state, code in MORE:
        result[noun][code].append(state)
    return result


def rows():
    result = []
    for noun, codes in nouns().items():
        alias, plural = ALIASES.get(noun, ""), PLURALS.get(noun, "")
        if noun not in ORDINARY:
            alone = next(iter(codes)) if len(codes) == 1 else ""
            result.append([noun, alias, plural, "", MEANT.get(noun, alone)])
        if len(codes) > 1 or noun in ORDINARY:
            result += [[noun, alias, plural, state, code] for code, states in codes.items() for state in states]
    return result


def main():
    tables.write("currencies", "currency", SOURCE, "2026-11-30", ["name", "aliases", "plural", "country", "role"], rows())


if __name__ == "__main__":
    main()
