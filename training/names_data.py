"""Sets with names alone, mapped to PER ORG LOC OTH; words that a set cannot decide are masked."""

import json
import lzma
import re

from data import Sentence, data_folder

CROSSNER = {
    "politician": "PER", "person": "PER", "organisation": "ORG", "politicalparty": "ORG",
    "country": "LOC", "location": "LOC", "event": "OTH", "election": "OTH", "misc": "OTH",
}
WIKIGOLD = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "OTH"}
WORLDWIDE = {"Person": "PER", "Organization": "ORG", "Location": "LOC", "NORP": "OTH",
             "Facility": "FAC"}
RE3D = {"Person": "PER", "Organisation": "ORG", "Location": "LOC", "Nationality": "OTH"}
# Words that may stand inside a name in lower case.
LINKS = {"of", "the", "and", "for", "al", "el", "de", "la", "da", "bin", "ibn", "von", "van", "-",
         "'", "’", "in", "on", "&"}
PRONOUNS = {"i", "he", "she", "it", "we", "they", "you", "his", "her", "its", "their", "our", "who",
            "this", "these", "those", "that", "there", "here"}
# A number, an initial or abbreviation with its dots, a clitic, a word, or any other character.
WORD = re.compile(r"\d[\d.,:]*\d|\d|(?:[A-Z]\.)+|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b"
                  r"|(?:Mr|Mrs|Ms|Dr|Lt|Col|Gen|Maj|Brig|Sgt|St)\.|[^\W\d_]+|\S", re.IGNORECASE)


def read_columns(lines):
    """Yields (forms, tags) for each block of `form ... tag` lines."""
    forms, tags = [], []
    for line in (*lines, "\n"):
        cells = line.split()
        if len(cells) >= 2 and not line.startswith("# "):
            forms.append(cells[0])
            tags.append(cells[-1])
        elif not cells and forms:
            yield forms, tags
            forms, tags = [], []


def split_hyphens(forms: list[str], tags: list[str]) -> tuple[list[str], list[str]]:
    """Splits words at inner hyphens, as UD does in most words; a name goes on across them."""
    new_forms, new_tags = [], []
    for form, tag in zip(forms, tags):
        parts = re.split(r"(-)", form) if re.search(r"\w-\w", form) else [form]
        parts = [part for part in parts if part]
        new_forms += parts
        new_tags += [tag] + ["I-" + tag[2:] if tag != "O" else "O"] * (len(parts) - 1)
    return new_forms, new_tags


def map_tags(tags: list[str], kinds: dict[str, str]) -> list[str]:
    """BIO or IO tags to BIO tags of our kinds; unmapped kinds become O."""
    labels, last = [], None
    for tag in tags:
        kind = kinds.get(tag[2:]) if tag != "O" else None
        inside = kind is not None and kind == last and tag.startswith("I-")
        labels.append("O" if kind is None else ("I-" if inside else "B-") + kind)
        last = kind
    return labels


def looks_proper(form: str) -> bool:
    return form[:1].isupper()


def read_wikigold() -> list[Sentence]:
    """Every second sentence has its hyphenated words split."""
    sentences = []
    with open(data_folder() / "wikigold" / "wikigold.conll.txt", encoding="utf-8") as lines:
        for number, (forms, tags) in enumerate(read_columns(lines)):
            if forms[0] == "-DOCSTART-":
                continue
            if number % 2:
                forms, tags = split_hyphens(forms, tags)
            sentences.append(Sentence(forms, "wikigold", names=map_tags(tags, WIKIGOLD)))
    return sentences


def read_crossner(split: str) -> list[Sentence]:
    """Nationalities are not marked there: capitalised words outside names stay undecided."""
    sentences = []
    with open(data_folder() / "crossner-politics" / f"{split}.txt", encoding="utf-8") as lines:
        for number, (forms, tags) in enumerate(read_columns(lines)):
            if number % 2:
                forms, tags = split_hyphens(forms, tags)
            names = [None if label == "O" and looks_proper(form) and place > 0 else label
                     for place, (form, label) in enumerate(zip(forms, map_tags(tags, CROSSNER)))]
            sentences.append(Sentence(forms, "crossner-politics", names=names))
    return sentences


def country_names() -> set[str]:
    """Countries, and the usual short names, in lower case."""
    path = data_folder() / "place" / "gazetteer" / "geonames-countryInfo.txt"
    with open(path, encoding="utf-8") as lines:
        names = {line.split("\t")[4].lower() for line in lines if not line.startswith("#")}
    return names | {"us", "u.s.", "uk", "u.k.", "usa", "uae", "the united states", "britain",
                    "united states of america", "great britain", "russia", "syria", "iran"}


def name_in(words: list[str], kind: str) -> tuple[int, int] | None:
    """Where the name stands in an annotated phrase: nothing (0, 0), a range, or undecided."""
    proper = [looks_proper(word) for word in words]
    if not any(proper) or (len(words) == 1 and words[0].lower() in PRONOUNS):
        return 0, 0
    if words[0].lower() in ("the", "a", "an") or (not proper[0]):
        first = next((i for i in range(1, len(words)) if proper[i]), None)
        if first is None or first > 1:
            return None
    else:
        first = 0
    fits = all(proper[i] or words[i].lower() in LINKS for i in range(first, len(words)))
    fits = fits and proper[-1] and not (kind == "PER" and len(words) - first > 3)
    return (first, len(words)) if fits else None


def paragraph_sentences(text: str):
    """Yields (start, end) of rough sentences."""
    start = 0
    for match in re.finditer(r"\n+|(?<=[a-z\d)\]”\"]{2}[.!?])\s+(?=[A-Z“\"])", text):
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < len(text):
        yield start, len(text)


def read_re3d(split: str) -> list[Sentence]:
    """The documents free of a non-commercial clause. Its phrases are cut down to names where that
    is plain; other capitalised words of a phrase, and all that no phrase covers, are undecided."""
    countries = country_names()
    sentences = []
    with open(data_folder() / "re3d" / f"{split}.jsonl", encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    for document in documents:
        if "NC" in document["licence"]:
            continue
        text = document["text"]
        phrases = sorted((e for e in document["entities"] if e[3] >= 0.8),
                         key=lambda e: e[0] - e[1])
        for start, end in paragraph_sentences(text):
            spans = [(m.start() + start, m.end() + start)
                     for m in WORD.finditer(text[start:end])]
            forms = [text[a:b] for a, b in spans]
            names: list[str | None] = [
                None if looks_proper(form) else "O" for form in forms]
            for begin, stop, kind, _ in phrases:
                label_phrase(names, forms, spans, (begin, stop, RE3D.get(kind)), countries)
            if any(name not in (None, "O") for name in names):
                sentences.append(Sentence(forms, "re3d", names=names))
    return sentences


def label_phrase(names, forms, spans, phrase, countries) -> None:
    """Writes one annotated phrase into `names`; smaller phrases come later and win."""
    begin, stop, kind = phrase
    inside = [i for i, (a, b) in enumerate(spans) if a >= begin and b <= stop]
    if not inside or kind is None:
        return
    words = [forms[i] for i in inside]
    found = name_in(words, kind)
    if found is None:
        for i in inside:
            if looks_proper(forms[i]):
                names[i] = None
        return
    first, last = found
    if first == last:
        return
    if " ".join(words[first:last]).lower() in countries:
        kind = "LOC"
    for place, i in enumerate(inside):
        if first <= place < last:
            names[i] = ("B-" if place == first else "I-") + kind
        elif looks_proper(forms[i]) and place > 0:
            names[i] = None


def read_worldwide(split: str) -> list[Sentence]:
    """Class C: for evaluation alone. Facilities keep a kind of their own (FAC)."""
    path = data_folder() / "licence-unclear" / "ner-worldwide" / f"{split}.bio.xz"
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        return [Sentence(forms, "ner-worldwide", names=map_tags(tags, WORLDWIDE))
                for forms, tags in read_columns(lines)]
