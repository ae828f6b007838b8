"""Treebanks as raw text with the places where gold words and sentences end, and the tokeniser run on them.

The raw text of a document joins its sentences by a space, or by nothing where the last token has
SpaceAfter=No; a blank line stands where `# newpar` or `# newdoc` does.
"""
import csv
import os
import pathlib
import struct
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "training"))
import learned_file  # noqa: E402  (it lives a folder up)

DATA = pathlib.Path(os.environ.get("CHANCERY_DATA", ROOT / "../shared/data"))


class Document:
    """One document: its text, and gold words and sentences as (start, end) in code points."""

    def __init__(self, name):
        self.name = name
        self.text = ""
        self.words = []
        self.sentences = []

    def encoded(self):
        """The document as features.c reads it."""
        before = [0]
        for character in self.text:
            before.append(before[-1] + len(character.encode()))
        ends = [before[end] for _, end in self.words] + [before[end] for _, end in self.sentences]
        data = self.text.encode()
        head = f"{len(data)} {len(self.words)} {len(self.sentences)}\n".encode()
        return head + data + struct.pack(f"<{len(ends)}I", *ends)


def sentences(path):
    """Yields (comment lines, rows) for each sentence of a CoNLL-U file."""
    comments, rows = [], []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("#"):
                comments.append(line)
            elif line:
                rows.append(line.split("\t"))
            elif rows:
                yield comments, rows
                comments, rows = [], []


def surface_tokens(rows):
    """Yields (form, words, space after) for each surface token of a sentence."""
    i = 0
    while i < len(rows):
        row = rows[i]
        i += 1
        if "." in row[0]:
            continue
        words = [row[1]]
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            words = [r[1] for r in rows[i:i + last - first + 1]]
            i += last - first + 1
            if "".join(words) != row[1]:
                words = [row[1]]
        yield row[1], words, "SpaceAfter=No" not in row[9]


def documents(path, keep=lambda name: True):
    """The documents of a CoNLL-U file whose name passes `keep`."""
    result = []
    document, space = None, ""
    for comments, rows in sentences(path):
        for comment in comments:
            if comment.startswith("# newdoc"):
                document = Document(comment.split("=", 1)[1].strip())
                if keep(document.name):
                    result.append(document)
                space = ""
            elif comment.startswith("# newpar") and "block" not in comment and document.text:
                space = "\n\n"
        parts, at = [], len(document.text) + len(space)
        start = at
        for form, words, space_after in surface_tokens(rows):
            for word in words:
                document.words.append((at, at + len(word)))
                at += len(word)
            parts.append(form)
            end = at
            if space_after:
                parts.append(" ")
                at += 1
        document.sentences.append((start, end))
        document.text += space + "".join(parts).rstrip(" ")
        space = " " if parts[-1] == " " else ""
    return result


def commercial_gum():
    """A test for names of GUM documents whose text may be used commercially."""
    with open(DATA / "ud-gum/documents.tsv", encoding="utf-8") as file:
        allowed = {row["doc"] for row in csv.DictReader(file, delimiter="\t")
                   if row["non_commercial"] == "0"}
    return lambda name: name in allowed


def join(docs):
    """All documents as one, a blank line between them."""
    joined = Document("all")
    for document in docs:
        base = len(joined.text) + 2 if joined.text else 0
        joined.text += ("\n\n" if base else "") + document.text
        joined.words += [(base + start, base + end) for start, end in document.words]
        joined.sentences += [(base + start, base + end) for start, end in document.sentences]
    return joined


def typographic(document):
    """The document with the quotation marks and apostrophes of printed news; None if it has none."""
    paragraphs = []
    for paragraph in document.text.split("\n\n"):
        characters = list(paragraph)
        paired = paragraph.count('"') % 2 == 0
        opens = True
        for i, character in enumerate(characters):
            if character == '"' and paired:
                characters[i] = "\u201c" if opens else "\u201d"
                opens = not opens
            elif character == "'":
                inside = i > 0 and not characters[i - 1].isspace()
                characters[i] = "\u2019" if inside else "\u2018"
        paragraphs.append("".join(characters))
    changed = Document(document.name)
    changed.text = "\n\n".join(paragraphs)
    changed.words, changed.sentences = document.words, document.sentences
    return changed if changed.text != document.text else None


def one_case(document, change):
    """The document in capitals (str.upper) or without any (str.lower); None if it is so already."""
    changed = Document(document.name)
    changed.text = "".join(change(c) if len(change(c)) == 1 else c for c in document.text)
    changed.words, changed.sentences = document.words, document.sentences
    return changed if changed.text != document.text else None


def training_documents():
    """Train of EWT and GUM, its documents with quotation marks a second time, with printed ones; and apart from them all
    documents in capitals and without any."""
    docs = (documents(DATA / "ud-ewt/train.conllu")
            + documents(DATA / "ud-gum/train.conllu", commercial_gum()))
    cased = [one_case(document, change) for change in (str.upper, str.lower) for document in docs]
    return docs + [changed for changed in map(typographic, docs) if changed], [d for d in cased if d]


def build_tool(folder):
    """Compiles features.c with the tokeniser's own sources; the path of the program."""
    sources = [ROOT / "training/tokens/features.c"]
    for module in ("base", "text", "tokens"):
        sources += [p for p in sorted((ROOT / "src" / module).glob("*.c"))
                    if not p.name.endswith("_test.c") and p.name != "model.c"
                    and not p.name.startswith("sha256")]
    tool = pathlib.Path(folder) / "features"
    subprocess.run(["cc", "-std=c17", "-O2", f"-I{ROOT}/src", f"-I{ROOT}/include", "-o", tool,
                    *sources, "-l:libutf8proc.a"], check=True)
    return tool


def run_tool(verb, docs, model=None):
    """The tool's output for these documents; `model`: a file with the two tensors, or None."""
    with tempfile.TemporaryDirectory() as folder:
        command = [build_tool(folder), verb]
        if model is not None:
            tensors, _ = learned_file.read(pathlib.Path(model))
            tables = pathlib.Path(folder) / "tables"
            names = ["word", "sentence", "one_case" if "tokens.one_case.weight" in tensors else "sentence"]
            tables.write_bytes(b"".join(tensors[f"tokens.{name}.weight"].tobytes() for name in names))
            command.append(tables)
        data = b"".join(d.encoded() for d in docs)
        return subprocess.run(command, input=data, check=True, stdout=subprocess.PIPE).stdout
