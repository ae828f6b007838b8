"""Treebank files: their sentences, the text behind them, and names laid over them."""
import csv


def sentences_of(conllu):
    """Blocks of lines of a CoNLL-U text."""
    return [block.split("\n") for block in conllu.strip().split("\n\n") if block.strip()]


def text_of(block):
    return next(line[len("# text = "):] for line in block if line.startswith("# text = "))


def joints(conllu):
    """(block, what stands before its text): paragraphs are parted by a blank line."""
    glue = None
    for block in sentences_of(conllu):
        fresh = any(line.startswith(("# newpar", "# newdoc")) for line in block)
        yield block, "" if glue is None else "\n\n" if fresh else glue
        words = [line.split("\t") for line in block if line and not line.startswith("#")]
        covered = max((int(w[0].split("-")[1]) for w in words if "-" in w[0]), default=0)
        last = words[-1]
        if covered and int(last[0].split(".")[0]) <= covered:
            last = next(w for w in words if w[0].endswith(f"-{covered}"))
        glue = "" if "SpaceAfter=No" in last[9] else " "


def raw_text(conllu):
    """The text of a treebank file as a reader would meet it."""
    return "".join(before + text_of(block) for block, before in joints(conllu)) + "\n"


def gum_open(path, documents):
    """The documents of GUM whose text may be used freely (non_commercial 0)."""
    with open(documents, encoding="utf-8") as file:
        free = {row["doc"] for row in csv.DictReader(file, delimiter="\t") if row["non_commercial"] == "0"}
    keep, out = False, []
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        for line in block.split("\n"):
            if line.startswith("# newdoc"):
                keep = line.split("=")[1].strip() in free
        if keep:
            out.append(block)
    return "\n\n".join(out) + "\n\n"


def with_names(conllu, iob):
    """The treebank with the names of a UNER file in MISC; both have the same sentences by sent_id."""
    tags = {}
    for block in sentences_of(iob):
        name = next(line for line in block if line.startswith("# sent_id"))
        tags[name] = [line.split("\t")[2] for line in block if line[:1].isdigit()]
    out = []
    for block in sentences_of(conllu):
        left = iter(tags[next(line for line in block if line.startswith("# sent_id"))])
        lines = []
        for line in block:
            field = line.split("\t")
            if field[0].isdigit():
                tag = next(left)
                if tag != "O":
                    field[9] = f"NER={tag}" + ("" if field[9] == "_" else "|" + field[9])
            lines.append("\t".join(field))
        out.append("\n".join(lines))
    return "\n\n".join(out) + "\n\n"
