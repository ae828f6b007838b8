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
TITLES = set(
    "president professor prof. senator senators minister chairman chairwoman speaker king queen"
    " prince princess sir lord lady judge captain general colonel governor mayor nation government"
    " administration state ambassador bishop pope father mother mom dad god sister brother uncle"
    " aunt grandma grandpa doctor officer secretary mr. mrs. ms. dr. mr mrs ms dr ceo cfo chief"
    " director spokesman spokeswoman spokesperson detective sergeant lieutenant justice attorney"
    " representative rep. sen. gov. gen. lt. col. sgt. actress actor coach envoy premier"
    " chancellor".split())
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
    first = 0
    if kind == "PER":
        first = max((i + 1 for i, word in enumerate(words) if word.lower() in TITLES), default=0)
    if first == len(words):
        return None
    if words[first].lower() in ("the", "a", "an") or not proper[first]:
        after = next((i for i in range(first + 1, len(words)) if proper[i]), None)
        if after is None or after > first + 1:
            return None
        first = after
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
            inside = [([i for i, (a, b) in enumerate(spans) if a >= begin and b <= stop],
                       RE3D.get(kind)) for begin, stop, kind, _ in phrases]
            sentence = phrase_sentence(forms, "re3d", inside, countries)
            if sentence:
                sentences.append(sentence)
    return sentences


def phrase_sentence(forms, source, phrases, countries) -> Sentence | None:
    """A sentence with the names that its phrases (word places, kind; large ones first) hold; None
    where they hold none. Capitalised words outside those names are undecided."""
    names: list[str | None] = [None if looks_proper(form) else "O" for form in forms]
    for inside, kind in phrases:
        if inside and kind:
            label_phrase(names, forms, inside, kind, countries)
    named = any(name not in (None, "O") for name in names)
    return Sentence(forms, source, names=names) if named else None


def label_phrase(names, forms, inside, kind, countries) -> None:
    """Writes one annotated phrase into `names`; a name inside a larger name is no name."""
    words = [forms[i] for i in inside]
    found = name_in(words, kind)
    if found is None:
        for i in inside:
            if looks_proper(forms[i]):
                names[i] = None
        return
    first, last = found
    if first == last or any(names[i] not in (None, "O") for i in inside[first:last]):
        return
    if " ".join(words[first:last]).lower() in countries:
        kind = "LOC"
    for place, i in enumerate(inside):
        if first <= place < last:
            names[i] = ("B-" if place == first else "I-") + kind
        elif looks_proper(forms[i]) and place > 0:
            names[i] = None


def read_documents(path):
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def token_phrases(document: dict, mentions, kinds: dict[str, str], wanted, source, countries):
    """Yields the sentences numbered in `wanted` of a document whose mentions are places of words,
    counted through the document."""
    offset = 0
    for number, forms in enumerate(document["sentences"]):
        if number in wanted:
            end = offset + len(forms)
            phrases = [([t - offset for t in m["t"]], kinds.get(m.get("type")))
                       for m in mentions if m["t"] and offset <= m["t"][0] and m["t"][-1] < end]
            phrases = [p for p in phrases if p[0][-1] - p[0][0] + 1 == len(p[0])]
            phrases.sort(key=lambda phrase: -len(phrase[0]))
            sentence = phrase_sentence(plain_quotes(forms), source, phrases, countries)
            if sentence:
                yield sentence
        offset += len(forms)


def plain_quotes(forms: list[str]) -> list[str]:
    """Penn Treebank quotation marks as they are written in news."""
    return ['"' if form in ("``", "''") else form for form in forms]


def read_meantime() -> list[Sentence]:
    """Wikinews; the first six lines of each article are annotated. Products are other names."""
    kinds, countries = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}, country_names()
    documents = read_documents(data_folder() / "meantime" / "train.jsonl.xz")
    return [sentence for document in documents for sentence in token_phrases(
        document, document["entities"], kinds, range(6), "meantime", countries)]


def read_ecbplus() -> list[Sentence]:
    """News of 25 topics; only the sentences that were checked."""
    kinds = {"HUMAN_PART_PER": "PER", "HUMAN_PART_ORG": "ORG", "LOC_GEO": "LOC",
             "HUMAN_PART_GPE": "LOC"}
    countries = country_names()
    documents = read_documents(data_folder() / "ecbplus" / "train.jsonl.xz")
    return [sentence for document in documents for sentence in token_phrases(
        document, document["mentions"], kinds, document["checked_sentences"], "ecbplus",
        countries)]


def read_worldwide(split: str) -> list[Sentence]:
    """Class C: for evaluation alone. Facilities keep a kind of their own (FAC)."""
    path = data_folder() / "licence-unclear" / "ner-worldwide" / f"{split}.bio.xz"
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        return [Sentence(forms, "ner-worldwide", names=map_tags(tags, WORLDWIDE))
                for forms, tags in read_columns(lines)]
