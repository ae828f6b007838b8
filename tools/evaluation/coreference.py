"""Who is who: pronouns of GAP, coreference of GUM's documents."""
import csv
import pathlib
import sys

from evaluation import standing
from evaluation.command import records_of

sys.path.append(str(pathlib.Path(__file__).resolve().parents[2] / "training"))
import clusters  # noqa: E402
import gum_entities  # noqa: E402

RELATIVE = {"that", "which", "who", "whom", "whose"}


def named(record, first, end):
    """The entity of a name: of the shortest mention that overlaps it, for "Ana" in "Ana's mother" is not the mother."""
    over = [(m["end"] - m["start"], number) for number, entity in enumerate(record["entities"]) for m in entity["mentions"]
            if m["start"] < end and first < m["end"] and m["kind"] != "pronoun"]
    return record["entities"][min(over)[1]] if over else None


def gap(build, data, part):
    """F1 over the two names of each passage, as the task defines it."""
    with open(data / "gap" / f"gap-{part}.tsv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    records = records_of(build, [{"id": row["ID"], "text": row["Text"]} for row in rows])
    found = wrong = missed = 0
    for row in rows:
        record = records.get(row["ID"], {"entities": []})
        start = int(row["Pronoun-offset"])
        meant = next((e for e in record["entities"]
                      if any(m["start"] == start and m["kind"] == "pronoun" for m in e["mentions"])), None)
        for name in "AB":
            first = int(row[f"{name}-offset"])
            ours = meant is not None and named(record, first, first + len(row[name])) is meant
            gold = row[f"{name}-coref"] == "TRUE"
            found += ours and gold
            wrong += ours and not gold
            missed += gold and not ours
    f1 = 200 * found / (2 * found + wrong + missed)
    print(f"GAP {part}: {len(rows)} passages, precision {100 * found / (found + wrong):.1f},"
          f" recall {100 * found / (found + missed):.1f}, F1 {f1:.1f}")
    return f1


def plain(document, sides, by_head):
    """Gold and our clusters without what chancery does not write (verbs, numbers) and GUM does not mark (relative pronouns)."""
    def head(mention):
        return mention if by_head else document.head_of(*mention)

    def word(mention):
        return document.text[slice(*document.words[head(mention)])].lower()

    gold, ours = sides
    gold = [[m for m in cluster if document.upos[head(m)] in ("NOUN", "PROPN", "PRON")] for cluster in gold]
    ours = [[m for m in cluster if not (document.upos[head(m)] == "PRON" and word(m) in RELATIVE)] for cluster in ours]
    return [[cluster for cluster in side if len(cluster) > 1] for side in (gold, ours)]


def gum(build, data):
    folder = data / "ud-gum"
    documents = gum_entities.read(folder / "dev.conllu", folder / "documents.tsv")
    records = records_of(build, [{"id": document.name, "text": document.text} for document in documents])
    for by_head in (True, False):
        sides = [(gum_entities.gold_clusters(d, by_head), gum_entities.our_clusters(d, records[d.name], by_head))
                 for d in documents]
        kept = [plain(d, side, by_head) for d, side in zip(documents, sides)]
        for name, pairs in (("all of GUM's mentions", sides), ("names, descriptions, pronouns", kept)):
            scores = clusters.conll(pairs)
            parts = " ".join(f"{key} {100 * r:.1f}/{100 * p:.1f}/{100 * f:.1f}" for key, (r, p, f) in scores.items())
            print(f"GUM dev, {name}, same {'head' if by_head else 'span'} (recall/precision/F1): {parts}")
            if by_head and pairs is kept:
                standing.note("coreference, GUM dev, CoNLL F1", 100 * scores["CoNLL"][2])


def coreference(build, data):
    gap(build, data, "development")
    standing.note("coreference, GAP validation, F1", gap(build, data, "validation"))
    gum(build, data)
