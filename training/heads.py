"""Fits the small heads on the encoder of a learned file and writes them into it: `python heads.py MODEL`.

Wants the built command (../build or --build), for the heads learn from words, trees and mentions as chancery reads them.
Takes a few minutes on one core. The encoder and its other heads are left as they are.
"""

import argparse
from pathlib import Path

import torch

import coreference
import learned_file
import readings
import samples


DATA = """ReLocaR train (GPL-3.0; text Wikipedia, CC BY-SA), for readings
GAP development (Apache-2.0; text Wikipedia, CC BY-SA), GUM's coreference, for coreference"""


def write(model: Path, prefix: str, made: dict) -> None:
    """Puts tensors in place of those of that prefix, and says what they were learned from."""
    tensors, metadata = learned_file.read(model)
    kept = {name: array for name, array in tensors.items() if not name.startswith(prefix)}
    lines = metadata["data"].split("\n")
    metadata["data"] = "\n".join(lines + [line for line in DATA.split("\n") if line not in lines])
    learned_file.write(model, kept | made, metadata)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("--build", type=Path, default=samples.BUILD)
    args = parser.parse_args()
    samples.BUILD = args.build
    torch.set_num_threads(1)
    # The marks of pairs may have changed since the file was made: a head that does not fit them is not read.
    write(args.model, "coreference.", {})
    write(args.model, "readings.", readings.learn(args.model))
    # Twice, for what a mention is known to be depends on what the ranker has chosen before it.
    write(args.model, "coreference.", coreference.learn(args.model, coreference.EPOCHS // 2, 1))
    write(args.model, "coreference.", coreference.learn(args.model, coreference.EPOCHS))


if __name__ == "__main__":
    main()
