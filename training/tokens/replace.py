"""Puts the tokeniser's tables into a learned file, in place of those it has, and its hash into the manifest.

    python training/tokens/replace.py models/chancery-en.safetensors [models/tokens.safetensors]
"""
import hashlib
import json
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
    manifest_path = target.with_name("manifest.json")
    if manifest_path.exists():
        manifest = json.loads(manifest_path.read_text(encoding="utf-8"))
        data = target.read_bytes()
        manifest.update(sha256=hashlib.sha256(data).hexdigest(), bytes=len(data))
        manifest_path.write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n",
                                 encoding="utf-8")


if __name__ == "__main__":
    main()
