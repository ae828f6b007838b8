"""Puts the tokeniser's tables into a learned file, in place of those it has.

    python training/tokens/replace.py models/chancery-en.safetensors [models/tokens.safetensors]
"""
import pathlib
import sys

import corpus
import learned_file


def main():
    target = pathlib.Path(sys.argv[1])
    source = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else
                          corpus.ROOT / "models/tokens.safetensors")
    tensors, metadata = learned_file.read(target)
    tensors = {name: array.copy() for name, array in tensors.items()}
    tensors.update(learned_file.read(source)[0])
    written = target.with_suffix(".new")
    learned_file.write(written, tensors, metadata)
    written.replace(target)


if __name__ == "__main__":
    main()
