"""Writes models/manifest.json: `python manifest.py MODEL FIGURES`, FIGURES as evaluate.py prints them."""

import argparse
import hashlib
import json
from pathlib import Path

import learned_file


def figures_of(text: str) -> dict[str, dict[str, float]]:
    """Lines of `set name value name value ...`."""
    figures = {}
    for line in text.splitlines():
        name, *cells = line.split()
        figures[name] = {key: float(value) for key, value in zip(cells[::2], cells[1::2])}
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("figures", type=Path)
    args = parser.parse_args()
    _, metadata = learned_file.read(args.model)
    manifest = {
        "file": args.model.name,
        "version": metadata["version"],
        "sha256": hashlib.sha256(args.model.read_bytes()).hexdigest(),
        "bytes": args.model.stat().st_size,
        "data": metadata["data"].split("\n"),
        "licences": metadata["licences"].split("\n"),
        "seeds": json.loads(metadata["seeds"]),
        "figures": {
            "what": "development files, gold words, the file in exact int8 arithmetic"
                    " (training/evaluate.py); names: exact F1 of PER, ORG, LOC",
            **figures_of(args.figures.read_text(encoding="utf-8")),
        },
    }
    path = args.model.with_name("manifest.json")
    path.write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
