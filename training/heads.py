"""Fits the small heads on the encoder of a learned file and writes them into it: `python heads.py MODEL`.

Wants the built command (../build or --build), for the heads learn from words, trees and mentions as chancery reads them.
Takes a few minutes on one core. The encoder and its other heads are left as they are.
"""

import argparse
from pathlib import Path

import torch

import learned_file
import readings
import samples


def write(model: Path, prefix: str, made: dict) -> None:
    """Puts tensors in place of those of that prefix."""
    tensors, metadata = learned_file.read(model)
    kept = {name: array for name, array in tensors.items() if not name.startswith(prefix)}
    learned_file.write(model, kept | made, metadata)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("--build", type=Path, default=samples.BUILD)
    args = parser.parse_args()
    samples.BUILD = args.build
    torch.set_num_threads(1)
    torch.manual_seed(0)
    write(args.model, "readings.", readings.learn(args.model))


if __name__ == "__main__":
    main()
