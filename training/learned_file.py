"""Reads and writes the learned file: safetensors, every tensor at a multiple of 64 bytes."""

import json
from pathlib import Path

import numpy as np

ALIGNMENT = 64
TYPES = {"F32": np.dtype("<f4"), "I8": np.dtype("i1"), "U8": np.dtype("u1")}
NAMES = {dtype: name for name, dtype in TYPES.items()}


def write(path: Path, tensors: dict[str, np.ndarray], metadata: dict[str, str]) -> None:
    """Gaps are tensors themselves (`padding.N`, U8 zeros), for the format allows no holes."""
    header, chunks, offset = {"__metadata__": metadata}, [], 0

    def add(name: str, array: np.ndarray) -> None:
        nonlocal offset
        raw = np.ascontiguousarray(array).tobytes()
        header[name] = {"dtype": NAMES[array.dtype], "shape": list(array.shape),
                        "data_offsets": [offset, offset + len(raw)]}
        chunks.append(raw)
        offset += len(raw)

    for number, name in enumerate(sorted(tensors)):
        add(name, tensors[name])
        gap = -offset % ALIGNMENT
        if gap:
            add(f"padding.{number}", np.zeros(gap, np.uint8))
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    text += b" " * (-(len(text) + 8) % ALIGNMENT)
    path.write_bytes(len(text).to_bytes(8, "little") + text + b"".join(chunks))


def read(path: Path) -> tuple[dict[str, np.ndarray], dict[str, str]]:
    """The tensors (without padding) and the metadata of a file that we wrote."""
    raw = path.read_bytes()
    length = int.from_bytes(raw[:8], "little")
    header = json.loads(raw[8: 8 + length])
    metadata = header.pop("__metadata__")
    body = memoryview(raw)[8 + length:]
    tensors = {}
    for name, entry in header.items():
        if not name.startswith("padding."):
            start, end = entry["data_offsets"]
            tensors[name] = np.frombuffer(body[start:end], TYPES[entry["dtype"]]).reshape(
                entry["shape"])
    return tensors, metadata
