"""The encoder and its heads, as docs/learned-file.md lays them down, with quantisation simulated."""

import json
from dataclasses import asdict, dataclass

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F

import dropout
from words import SHAPES, base_folder


@dataclass
class Sizes:
    """The whole numbers of the learned file, and how many classes each head has."""

    layers: int = 6
    width: int = 384
    attention_heads: int = 12
    feedforward: int = 1536
    positions: int = 512
    pieces: int = 30522
    shapes: int = SHAPES
    arc_width: int = 384
    relation_width: int = 256
    name_width: int = 256

    def as_json(self) -> str:
        return json.dumps(asdict(self))


def int8_rows(x: torch.Tensor) -> torch.Tensor:
    """Rows of `x` rounded to int8 steps with one scale a row, as bfloat16."""
    top = x.abs().amax(-1, keepdim=True).float()
    top = torch.where(top > 0, top, 127.0)
    return (x * (127 / top)).round_().mul_(top / 127).bfloat16()


class Int8Product(torch.autograd.Function):
    """A product of rounded rows; the gradient passes the rounding as if it were not there."""

    @staticmethod
    def forward(ctx, x, weight, bias):
        x, weight = int8_rows(x), int8_rows(weight)
        ctx.save_for_backward(x, weight)
        return F.linear(x, weight, bias.bfloat16())

    @staticmethod
    def backward(ctx, grad):
        x, weight = ctx.saved_tensors
        grad = grad.bfloat16()
        flat = grad.flatten(0, -2)
        return grad @ weight, (flat.T @ x.flatten(0, -2)).float(), flat.float().sum(0)


class Product(nn.Linear):
    """A product that can be run as its int8 form will be."""

    simulate = False

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        if not Product.simulate:
            return super().forward(x)
        return Int8Product.apply(x, self.weight, self.bias)


class Layer(nn.Module):
    def __init__(self, sizes: Sizes, share: float) -> None:
        super().__init__()
        width = sizes.width
        self.heads = sizes.attention_heads
        self.dropout = share
        self.attention_in = Product(width, 3 * width)
        self.attention_out = Product(width, width)
        self.attention_norm = nn.LayerNorm(width, eps=1e-12)
        self.feedforward_in = Product(width, sizes.feedforward)
        self.feedforward_out = Product(sizes.feedforward, width)
        self.feedforward_norm = nn.LayerNorm(width, eps=1e-12)

    def drop(self, x: torch.Tensor) -> torch.Tensor:
        return dropout.drop(x, self.dropout, self.training)

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        count, length, width = x.shape
        parts = self.attention_in(x).view(count, length, 3, self.heads, width // self.heads)
        query, key, value = parts.permute(2, 0, 3, 1, 4)
        query = query * (width // self.heads) ** -0.5
        weights = F.softmax(query @ key.transpose(-1, -2) + mask, -1).to(value.dtype)
        seen = weights @ value
        seen = seen.transpose(1, 2).reshape(count, length, width)
        x = self.attention_norm(x + self.drop(self.attention_out(seen)))
        hidden = F.gelu(self.feedforward_in(x))
        return self.feedforward_norm(x + self.drop(self.feedforward_out(hidden)))


class Encoder(nn.Module):
    """Word pieces and shapes to one vector a word, the root's first."""

    def __init__(self, sizes: Sizes, share: float) -> None:
        super().__init__()
        self.sizes = sizes
        self.dropout = share
        self.piece = nn.Embedding(sizes.pieces, sizes.width)
        self.position = nn.Embedding(sizes.positions, sizes.width)
        self.shape = nn.Embedding(sizes.shapes, sizes.width)
        nn.init.zeros_(self.shape.weight)
        self.norm = nn.LayerNorm(sizes.width, eps=1e-12)
        self.layer = nn.ModuleList(Layer(sizes, share) for _ in range(sizes.layers))

    def forward(self, pieces: torch.Tensor, shapes: torch.Tensor, owner: torch.Tensor,
                words: int) -> torch.Tensor:
        """`pieces`, `shapes` [n, length]; `owner` [n, length] the word of each piece (0 the root,
        `words` + 1 padding and [SEP]); returns [n, words + 1, width]."""
        count, length = pieces.shape
        rows = self.piece(pieces)
        if Product.simulate:
            rows = rows + (int8_rows(rows.detach()) - rows.detach())
        x = rows + self.position.weight[:length] + self.shape(shapes)
        x = dropout.drop(self.norm(x), self.dropout, self.training)
        mask = ((pieces == 0) * -1e4)[:, None, None, :].to(torch.bfloat16)
        for layer in self.layer:
            x = layer(x, mask)
        x = x.float()
        place = owner + torch.arange(count)[:, None] * (words + 2)
        total = x.new_zeros(count * (words + 2), x.shape[-1])
        total = total.index_add(0, place.view(-1), x.reshape(-1, x.shape[-1]))
        number = torch.bincount(place.view(-1), minlength=count * (words + 2)).clamp(min=1)
        vectors = (total / number[:, None]).view(count, words + 2, -1)
        return vectors[:, : words + 1]

    def load_pretrained(self) -> None:
        """Takes the weights of all-MiniLM-L6-v2 from its package."""
        base = load_file(base_folder() / "model.safetensors")
        base = {name.removeprefix("bert."): tensor.float() for name, tensor in base.items()}
        with torch.no_grad():
            self.piece.weight.copy_(base["embeddings.word_embeddings.weight"])
            self.position.weight.copy_(base["embeddings.position_embeddings.weight"]
                                       + base["embeddings.token_type_embeddings.weight"][0])
            copy_norm(self.norm, base, "embeddings.LayerNorm")
            for number, layer in enumerate(self.layer):
                prefix = f"encoder.layer.{number}"
                parts = [f"{prefix}.attention.self.{part}" for part in ("query", "key", "value")]
                layer.attention_in.weight.copy_(torch.cat([base[p + ".weight"] for p in parts]))
                layer.attention_in.bias.copy_(torch.cat([base[p + ".bias"] for p in parts]))
                copy_linear(layer.attention_out, base, f"{prefix}.attention.output.dense")
                copy_norm(layer.attention_norm, base, f"{prefix}.attention.output.LayerNorm")
                copy_linear(layer.feedforward_in, base, f"{prefix}.intermediate.dense")
                copy_linear(layer.feedforward_out, base, f"{prefix}.output.dense")
                copy_norm(layer.feedforward_norm, base, f"{prefix}.output.LayerNorm")


def copy_linear(target: nn.Linear, base: dict[str, torch.Tensor], name: str) -> None:
    target.weight.copy_(base[name + ".weight"])
    target.bias.copy_(base[name + ".bias"])


def copy_norm(target: nn.LayerNorm, base: dict[str, torch.Tensor], name: str) -> None:
    target.weight.copy_(base[name + ".weight"])
    target.bias.copy_(base[name + ".bias"])


class Reader(nn.Module):
    """The encoder with all heads. `classes` gives the number of labels of each inventory."""

    def __init__(self, sizes: Sizes, classes: dict[str, int], share: float = 0.1,
                 head_dropout: float = 0.25) -> None:
        super().__init__()
        self.tag_classes = [classes[name] for name in ("upos", "xpos", "feats", "lemma")]
        width = sizes.width
        self.head_dropout = head_dropout
        self.encoder = Encoder(sizes, share)
        self.tags = Product(width, sum(self.tag_classes))
        self.arc_dependent = Product(width, sizes.arc_width)
        self.arc_head = Product(width, sizes.arc_width)
        self.arc_bilinear = Product(sizes.arc_width, sizes.arc_width)
        self.relation_dependent = Product(width, sizes.relation_width)
        self.relation_head = Product(width, sizes.relation_width)
        self.relation_label = Product(sizes.relation_width, classes["deprel"])
        self.names_hidden = Product(width, sizes.name_width)
        self.names_label = Product(sizes.name_width, classes["names"])

    def drop(self, x: torch.Tensor) -> torch.Tensor:
        return dropout.drop(x, self.head_dropout, self.training)

    def tag_scores(self, words: torch.Tensor) -> list[torch.Tensor]:
        """Scores of upos, xpos, feats and lemma classes for word vectors [..., width]."""
        return list(self.tags(self.drop(words)).float().split(self.tag_classes, -1))

    def name_scores(self, words: torch.Tensor) -> torch.Tensor:
        hidden = F.gelu(self.names_hidden(self.drop(words)))
        return self.names_label(self.drop(hidden)).float()

    def arc_scores(self, vectors: torch.Tensor) -> torch.Tensor:
        """[n, words + 1, width] to [n, words, words + 1]: each word's score for each head."""
        vectors = self.drop(vectors)
        dependent = self.drop(F.gelu(self.arc_dependent(vectors[:, 1:])))
        head = self.drop(F.gelu(self.arc_head(vectors)))
        return (self.arc_bilinear(dependent) @ head.transpose(1, 2).to(dependent.dtype)).float()

    def relation_scores(self, vectors: torch.Tensor, heads: torch.Tensor) -> torch.Tensor:
        """Scores [n, words, relations] of the arc from each word to its head in `heads`."""
        vectors = self.drop(vectors)
        dependent = self.relation_dependent(vectors[:, 1:])
        head = self.relation_head(vectors)
        chosen = head.gather(1, heads[:, :, None].expand(-1, -1, head.shape[-1]))
        return self.relation_label(self.drop(F.gelu(dependent + chosen))).float()
