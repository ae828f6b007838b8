"""What the scripts that draw facts tables share: where the data is, how a table is written, which words are ordinary."""

import collections
import csv
import functools
import lzma
import os
import pathlib
import re
import unicodedata

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


# Words that no row may take for a name, however written: what begins sentences, months and weekdays.
CLOSED = set(
    "a about above across after again against ah all along also although am among an and another any are around as at "
    "be because been before behind being below beneath beside between beyond both but by can could del did do does "
    "don done down during each either else even ever every few for from further had has have he her here hers herself "
    "him himself his how however i if im in indeed inside instead into is it its itself just last least less like lot "
    "many me mere mine more most much must my myself near neither never no nor not now of off often oh on once one "
    "only onto or other our ours out outside over own per perhaps quite rather said same saw say says see seen shall "
    "she should since so some soon still such than that the their theirs them then there these they this those though "
    "three through thus to too toward two under unless until unto up upon us very was way we well were what when "
    "where whether which while who whom whose why with within without would yes yet you your yours "
    "january february march july august september october november december monday tuesday wednesday thursday friday "
    "saturday sunday".split())


@functools.cache
def word_counts():
    """How often each word stands in small letters in English text of class A."""
    counts = collections.Counter()
    for line in opened(DATA / "ud-ewt" / "train.conllu"):
        cells = line.split("\t")
        if len(cells) == 10 and cells[0].isdigit() and re.fullmatch(r"[a-z]{2,}", cells[1]):
            counts[cells[1]] += 1
    for path in sorted((DATA / "text").glob("*.jsonl.xz")):
        for line in opened(path):
            counts.update(re.findall(r"(?<![\w'’-])[a-z]{2,}(?![\w'’])", line))
    return counts


@functools.cache
def nouns():
    """Role nouns and nouns of bodies in all their forms."""
    result = set()
    for table in ("roles", "org_nouns"):
        result.update(form for row in read(table) for cell in list(row.values())[:3] for form in cell.split("|"))
    return result


def opened(path):
    """Lines of a text file, xz-compressed or not."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8", errors="replace") as file:
        yield from file


def ordinary(form, least):
    """Whether a form of a name is of the closed class, or a word met `least` times in small letters."""
    word = form.lower()
    return word in CLOSED or word_counts()[word] >= least


def folded(code):
    """The record's country code of an ISO 3166-1 alpha-3 code."""
    return FOLDED.get(code, code)


def key(name):
    """A name in small letters without accents."""
    plain = unicodedata.normalize("NFD", name.lower())
    return "".join(c for c in plain if not unicodedata.combining(c))


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


def read(name):
    """The rows of facts/NAME.tsv as dictionaries."""
    lines = (FACTS / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader([line for line in lines if not line.startswith("#")], delimiter="\t", quoting=csv.QUOTE_NONE))


def write(name, kind, source, as_of, columns, rows):
    """Writes facts/NAME.tsv: sorted rows (lists of cells), each once, with its directives and header."""
    unique = sorted({tuple(clean(cell) for cell in row) for row in rows})
    lines = [f"# kind: {kind}", f"# source: {source}", f"# as_of: {as_of}", "\t".join(columns)]
    lines += ["\t".join(row) for row in unique]
    (FACTS / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(unique)} rows")
