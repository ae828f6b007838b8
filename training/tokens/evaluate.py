"""Scores the tokeniser on dev text: words and sentences, precision, recall and F1.

    python training/tokens/evaluate.py [MODEL] [--errors N]

The definitions are those of the CoNLL 2018 shared task: a word or sentence is right when its first and
last characters are, white space not counted. MODEL is a learned file, or the small one that
train.py writes; without it the rules alone are scored.
"""
import argparse
import collections

import corpus


def compact(text):
    """For each code point of the text, how many characters that are not white space stand before it."""
    before, count = [], 0
    for character in text:
        before.append(count)
        count += not character.isspace()
    before.append(count)
    return before


def wrapped(document):
    """The document with its paragraphs' lines broken at 80 columns, as the UD releases' text files are."""
    changed = corpus.Document(document.name)
    changed.words, changed.sentences = document.words, document.sentences
    lines = []
    for paragraph in document.text.split("\n\n"):
        characters, column, space = list(paragraph), 0, None
        for i, character in enumerate(characters):
            column += 1
            if character == " ":
                space = i
            if column > 80 and space is not None:
                characters[space] = "\n"
                column, space = i - space, None
        lines.append("".join(characters))
    changed.text = "\n\n".join(lines)
    return changed


def f1(right, found, gold):
    precision, recall = right / max(found, 1), right / max(gold, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def read_output(output):
    """Yields (words, sentences) of each document from the output of `features split`."""
    words, ends = [], {}
    for line in output.decode().splitlines():
        if line == "-":
            yield words, [(s, e) for s, e in ends.values()]
            words, ends = [], {}
            continue
        start, end, sentence, _ = map(int, line.split())
        words.append((start, end))
        ends[sentence] = (ends.get(sentence, (start, end))[0], end)


def score(docs, model=None, errors=None):
    """{"words": (p, r, f1), "sentences": ...}; counts mistakes into `errors` where given."""
    output = corpus.run_tool("split", docs, model)
    totals = collections.Counter()
    for document, (words, sentences) in zip(docs, read_output(output)):
        before = compact(document.text)
        for name, found, gold in (("words", words, document.words),
                                  ("sentences", sentences, document.sentences)):
            found_set = {(before[s], before[e]) for s, e in found}
            gold_set = {(before[s], before[e]) for s, e in gold}
            totals[name, "right"] += len(found_set & gold_set)
            totals[name, "found"] += len(found)
            totals[name, "gold"] += len(gold)
            if errors is not None:
                note(document, found, found_set, gold, gold_set, before, name, errors)
    return {name: f1(totals[name, "right"], totals[name, "found"], totals[name, "gold"])
            for name in ("words", "sentences")}


def note(document, found, found_set, gold, gold_set, before, name, errors):
    text = document.text
    if name == "words":
        for start, end in found:
            if (before[start], before[end]) not in gold_set:
                errors["word too much: " + text[start:end]] += 1
        for start, end in gold:
            if (before[start], before[end]) not in found_set:
                errors["word missed: " + text[start:end]] += 1
        return
    found_ends = {before[e] for _, e in found}
    gold_ends = {before[e] for _, e in gold}
    for _, end in found:
        if before[end] not in gold_ends:
            errors["break too much: " + repr(text[max(0, end - 30):end] + " | " + text[end:end + 20])] += 1
    for _, end in gold:
        if before[end] not in found_ends:
            errors["break missed: " + repr(text[max(0, end - 30):end] + " | " + text[end:end + 20])] += 1


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("model", nargs="?")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--train", action="store_true", help="errors and figures on train")
    parser.add_argument("--text", choices=("plain", "wrapped", "printed", "joined"), default="plain",
                        help="lines wrapped at 80 columns; printed quotation marks; one text of all")
    options = parser.parse_args()
    split = "train" if options.train else "dev"
    change = {"wrapped": wrapped, "printed": corpus.typographic}.get(options.text)
    for name, keep in (("ud-ewt", lambda _: True), ("ud-gum", corpus.commercial_gum())):
        docs = corpus.documents(corpus.DATA / name / f"{split}.conllu", keep)
        docs = [change(d) or d for d in docs] if change else docs
        if options.text == "joined":
            docs = [corpus.join(docs)]
        errors = collections.Counter() if options.errors else None
        for what, (precision, recall, f) in score(docs, options.model, errors).items():
            print(f"{name} {split} {what}: P {100 * precision:.2f} R {100 * recall:.2f} F1 {100 * f:.2f}")
        for message, count in (errors or collections.Counter()).most_common(options.errors):
            print(f"  {count} {message}")


if __name__ == "__main__":
    main()
