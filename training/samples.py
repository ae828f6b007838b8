"""Reports as the built chancery reads them, with the encoder's vectors: what the small heads learn from."""

import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

BUILD = Path(__file__).resolve().parent.parent / "build"


@dataclass
class Sample:
    """One report; rows are of `vectors`: its words, then the roots of its sentences."""

    vectors: np.ndarray
    mark_rows: int  # of the table of pairs
    lines: list[list[str]] = field(default_factory=list)  # of mention_samples, behind its first


def escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


def read(model: Path, texts: list[str]) -> list[Sample]:
    """What tools/mention_samples says of each text."""
    with tempfile.NamedTemporaryFile() as file:
        done = subprocess.run(
            [BUILD / "test-bin/mention_samples", model, BUILD / "share/chancery/chancery.facts", file.name],
            input="".join(escaped(text) + "\n" for text in texts), capture_output=True, text=True, check=True)
        floats = np.fromfile(file.name, np.float32)
    samples, offset = [], 0
    for line in done.stdout.split("\n"):
        fields = line.split("\t")
        if fields[0] == "report":
            words, sentences, width, rows = map(int, fields[1:])
            size = (words + sentences) * width
            samples.append(Sample(floats[offset:offset + size].reshape(-1, width), rows))
            offset += size
        elif line:
            samples[-1].lines.append(fields)
    assert len(samples) == len(texts) and offset == len(floats)
    return samples
