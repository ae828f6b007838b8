"""Trained weights to the tensors of docs/learned-file.md, and the int8 model in exact arithmetic."""

import json
import math

import numpy as np
import torch
from torch.nn import functional as F

from model import Reader

HEADS = ("tags", "arc_dependent", "arc_head", "arc_bilinear", "relation_dependent",
         "relation_head", "relation_label", "names_hidden", "names_label")
NORM_EPSILON = 1e-12


def quantise_rows(weight: torch.Tensor) -> tuple[np.ndarray, np.ndarray]:
    """int8 rows in [-127, 127] and a scale for each."""
    top = weight.abs().amax(1)
    scale = torch.where(top > 0, top / 127, torch.ones_like(top))
    whole = (weight / scale[:, None]).round().clamp(-127, 127)
    return whole.to(torch.int8).numpy(), scale.numpy()


def tensors_of(reader: Reader) -> dict[str, np.ndarray]:
    """All tensors of the learned file, by name."""
    reader = reader.float()
    encoder = reader.encoder
    tensors: dict[str, np.ndarray] = {}

    def add_product(name: str, linear: torch.nn.Linear, factor: torch.Tensor | None = None):
        rows, scale = quantise_rows(linear.weight.detach())
        bias = linear.bias.detach().numpy()
        if factor is not None:
            scale, bias = scale * factor.numpy(), bias * factor.numpy()
        tensors[name + ".weight"], tensors[name + ".scale"] = rows, scale
        tensors[name + ".bias"] = bias.copy()

    def add_norm(name: str, norm: torch.nn.LayerNorm):
        tensors[name + ".gain"] = norm.weight.detach().numpy().copy()
        tensors[name + ".bias"] = norm.bias.detach().numpy().copy()

    rows, scale = quantise_rows(encoder.piece.weight.detach())
    tensors["embedding.piece.weight"], tensors["embedding.piece.scale"] = rows, scale
    tensors["embedding.position"] = encoder.position.weight.detach().numpy().copy()
    tensors["embedding.shape"] = encoder.shape.weight.detach().numpy().copy()
    add_norm("embedding.norm", encoder.norm)
    width, heads = encoder.sizes.width, encoder.sizes.attention_heads
    query = torch.ones(3 * width)
    query[:width] = 1 / math.sqrt(width // heads)
    for number, layer in enumerate(encoder.layer):
        prefix = f"layer.{number}."
        add_product(prefix + "attention_in", layer.attention_in, query)
        add_product(prefix + "attention_out", layer.attention_out)
        add_norm(prefix + "attention_norm", layer.attention_norm)
        add_product(prefix + "feedforward_in", layer.feedforward_in)
        add_product(prefix + "feedforward_out", layer.feedforward_out)
        add_norm(prefix + "feedforward_norm", layer.feedforward_norm)
    for head in HEADS:
        add_product(head.replace("_", "."), getattr(reader, head))
    return tensors


class Int8Reader:
    """The learned file run as the C library runs it: whole products exact, the rest in float32."""

    def __init__(self, tensors: dict[str, np.ndarray], metadata: dict[str, str]) -> None:
        self.tensors = {name: torch.from_numpy(array.copy())
                        for name, array in tensors.items()}
        for name, tensor in self.tensors.items():
            if tensor.dtype == torch.int8:
                self.tensors[name] = tensor.double() if "embedding" not in name else tensor
        self.sizes = json.loads(metadata["hyperparameters"])
        self.labels = {key.removeprefix("labels."): value.split("\n")
                       for key, value in metadata.items() if key.startswith("labels.")}

    def product(self, name: str, x: torch.Tensor) -> torch.Tensor:
        """`x` [rows, columns] in float32 to [rows, outputs]."""
        top = x.abs().amax(1, keepdim=True)
        has = top > 0
        whole = torch.where(has, x * (127 / top), x * 127).round()
        scale = torch.where(has, top / 127, torch.ones_like(top))
        sums = (whole.double() @ self.tensors[name + ".weight"].T).float()
        return sums * (scale * self.tensors[name + ".scale"]) + self.tensors[name + ".bias"]

    def norm(self, name: str, x: torch.Tensor) -> torch.Tensor:
        return F.layer_norm(x, x.shape[-1:], self.tensors[name + ".gain"],
                            self.tensors[name + ".bias"], NORM_EPSILON)

    def layers(self, pieces: np.ndarray, shapes: np.ndarray) -> list[torch.Tensor]:
        """The input of the first layer and the output of each, [pieces, width]."""
        t = self.tensors
        ids = torch.from_numpy(pieces)
        x = t["embedding.piece.weight"][ids].float() * t["embedding.piece.scale"][ids][:, None]
        x = x + t["embedding.position"][: len(ids)] + t["embedding.shape"][shapes]
        x = self.norm("embedding.norm", x)
        states = [x]
        heads = self.sizes["attention_heads"]
        for number in range(self.sizes["layers"]):
            name = f"layer.{number}."
            parts = self.product(name + "attention_in", x).view(len(x), 3, heads, -1)
            query, key, value = parts.permute(1, 2, 0, 3)
            seen = F.softmax(query @ key.transpose(1, 2), -1) @ value
            seen = seen.transpose(0, 1).reshape(len(x), -1)
            x = self.norm(name + "attention_norm", x + self.product(name + "attention_out", seen))
            hidden = F.gelu(self.product(name + "feedforward_in", x))
            x = self.norm(name + "feedforward_norm",
                          x + self.product(name + "feedforward_out", hidden))
            states.append(x)
        return states

    def word_vectors(self, item) -> torch.Tensor:
        """[words + 1, width] of an encoded sentence, the root's first."""
        x = self.layers(item.pieces, item.shapes)[-1]
        owner = torch.from_numpy(item.owner)
        total = torch.zeros(item.words + 2, x.shape[1]).index_add(0, owner, x)
        return (total / torch.bincount(owner)[:, None])[: item.words + 1]

    def scores(self, item):
        """Scores as `evaluate.predict` wants them."""
        vectors = self.word_vectors(item)
        words = vectors[1:]
        counts = [len(self.labels[layer]) for layer in ("upos", "xpos", "feats", "lemma")]
        tags = [part.numpy() for part in self.product("tags", words).split(counts, 1)]
        names = self.product("names.label", F.gelu(self.product("names.hidden", words))).numpy()
        dependent = F.gelu(self.product("arc.dependent", words))
        head = F.gelu(self.product("arc.head", vectors))
        arcs = (self.product("arc.bilinear", dependent) @ head.T).numpy()

        def relations(heads: np.ndarray) -> np.ndarray:
            hidden = self.product("relation.dependent", words) \
                + self.product("relation.head", vectors)[torch.from_numpy(np.asarray(heads))]
            return self.product("relation.label", F.gelu(hidden)).numpy()

        return tags, names, arcs, relations

    def read(self, items):
        """Yields (place, scores) for every encoded sentence."""
        with torch.no_grad():
            for place, item in enumerate(items):
                yield place, self.scores(item)
