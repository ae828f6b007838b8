"""What the scripts that draw facts tables share: where the data is, and how a table is written."""

import os
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = pathlib.Path(os.environ.get("CHANCERY_DATA", ROOT.parent / "shared" / "data"))
FACTS = ROOT / "facts"

# Codes that the record uses where ISO 3166-1 has another or none, and dependencies, which fold into the state
# that holds them (PLOVER; DESIGN and docs/facts.md). Hong Kong, Palestine, Antarctica and the Holy See stay.
FOLDED = {
    "ABW": "NLD", "AIA": "GBR", "ALA": "FIN", "ASM": "USA", "ATF": "FRA", "BES": "NLD", "BLM": "FRA",
    "BMU": "GBR", "BVT": "NOR", "CCK": "AUS", "COK": "NZL", "CUW": "NLD", "CXR": "AUS", "CYM": "GBR",
    "FLK": "GBR", "FRO": "DNK", "GGY": "GBR", "GIB": "GBR", "GLP": "FRA", "GRL": "DNK", "GUF": "FRA",
    "GUM": "USA", "HMD": "AUS", "IMN": "GBR", "IOT": "GBR", "JEY": "GBR", "MAC": "CHN", "MAF": "FRA",
    "MNP": "USA", "MSR": "GBR", "MTQ": "FRA", "MYT": "FRA", "NCL": "FRA", "NFK": "AUS", "NIU": "NZL",
    "PCN": "GBR", "PRI": "USA", "PYF": "FRA", "REU": "FRA", "SGS": "GBR", "SHN": "GBR", "SJM": "NOR",
    "SPM": "FRA", "SXM": "NLD", "TCA": "GBR", "TKL": "NZL", "UMI": "USA", "VGB": "GBR", "VIR": "USA",
    "WLF": "FRA", "ESH": "MAR", "XKX": "KOS", "UNK": "KOS",
}


def folded(code):
    """The record's country code of an ISO 3166-1 alpha-3 code."""
    return FOLDED.get(code, code)


def clean(text):
    """A cell's text: one line, no tab."""
    return " ".join(str(text).split())


def forms(names, beside=""):
    """Forms joined for a cell: each once, in the order given, without the name they stand beside."""
    seen, result = {beside}, []
    for name in names:
        name = clean(name).replace("|", "/")
        if name and name not in seen:
            seen.add(name)
            result.append(name)
    return "|".join(result)


def write(name, kind, source, as_of, columns, rows):
    """Writes facts/NAME.tsv: sorted rows (lists of cells), each once, with its directives and header."""
    unique = sorted({tuple(clean(cell) for cell in row) for row in rows})
    lines = [f"# kind: {kind}", f"# source: {source}", f"# as_of: {as_of}", "\t".join(columns)]
    lines += ["\t".join(row) for row in unique]
    (FACTS / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(unique)} rows")
