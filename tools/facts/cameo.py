#!/usr/bin/env python3
"""Draws facts/cameo.tsv: CAMEO codes with the Goldstein values and quad classes of ICEWS and GDELT."""

import csv

import tables


def main():
    path = tables.DATA / "plover" / "cameo-codes.tsv"
    with open(path, encoding="utf-8", newline="") as file:
        rows = [[row["code"], row["name"].lower(), row["goldstein"], row["quad"]]
                for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]
    tables.write("cameo", "cameo", "CAMEO 1.1b3 in andybega/icews 3746c72 (MIT)", "2026-11-23",
                 ["code", "name", "goldstein", "quad"], rows)


if __name__ == "__main__":
    main()
