"""Trains the reader: `python train.py --output FOLDER [--epochs N ...]`.

Every task is trained at once: each batch mixes sentences of all sets, and a layer that a sentence
does not have adds no loss. The last epochs run with int8 simulated.
"""

import argparse
import json
import math
import random
import time
from pathlib import Path

import torch
from torch.nn import functional as F

import gum_names
import names_data
import self_training
from augment import Augmenter
from batches import IGNORED, Batch, Encoding, batched, inventories
from data import Sentence, read_ewt, read_gum
from evaluate import evaluate_reader, line_of
from made_news import NewsMaker
from model import Product, Reader, Sizes


def training_sentences() -> list[Sentence]:
    """All that is trained on."""
    gum, countries = read_gum("train"), names_data.country_names()
    for sentence in gum:
        gum_names.add_names(sentence, countries)
    return (read_ewt("train") + gum + names_data.read_wikigold()
            + names_data.read_crossner("train") + names_data.read_crossner("dev")
            + names_data.read_re3d("train") + names_data.read_meantime()
            + names_data.read_ecbplus())


def losses(reader: Reader, batch: Batch, smoothing: float) -> dict[str, torch.Tensor]:
    """The mean loss of each task over the words that have it."""

    def cross_entropy(scores: torch.Tensor, target: torch.Tensor, smooth: float) -> torch.Tensor:
        total = F.cross_entropy(scores.flatten(0, 1), target.flatten(), ignore_index=IGNORED,
                                reduction="sum", label_smoothing=smooth)
        return total / (target != IGNORED).sum().clamp(min=1)

    vectors = reader.encoder(batch.pieces, batch.shapes, batch.owner, batch.words)
    targets = batch.targets
    result = {}
    for layer, scores in zip(("upos", "xpos", "feats", "lemma"), reader.tag_scores(vectors[:, 1:])):
        result[layer] = cross_entropy(scores, targets[layer], smoothing)
    result["names"] = cross_entropy(reader.name_scores(vectors[:, 1:]), targets["names"], smoothing)
    has_tree = (targets["head"] != IGNORED).any(1)
    if has_tree.any():
        vectors, heads = vectors[has_tree], targets["head"][has_tree]
        arcs = reader.arc_scores(vectors)
        beyond = torch.arange(batch.words + 1) > batch.lengths[has_tree][:, None]
        arcs = arcs.masked_fill(beyond[:, None, :], -1e4)
        result["arc"] = cross_entropy(arcs, heads, 0.0)
        relations = reader.relation_scores(vectors, heads.clamp(min=0))
        result["relation"] = cross_entropy(relations, targets["deprel"][has_tree], smoothing)
    return result


def parameter_groups(reader: Reader, args: argparse.Namespace) -> list[dict]:
    """Deep layers learn slower than high ones, heads and shapes fastest; norms do not decay."""
    groups = {}
    layers = reader.encoder.sizes.layers
    for name, parameter in reader.named_parameters():
        if not name.startswith("encoder.") or name == "encoder.shape.weight":
            rate = args.head_rate
        elif name.startswith("encoder.layer."):
            depth = layers - 1 - int(name.split(".")[2])
            rate = args.rate * args.layer_decay**depth
        else:
            rate = args.rate * args.layer_decay**layers
        decay = 0.0 if parameter.ndim == 1 else args.weight_decay
        group = groups.setdefault((rate, decay),
                                  {"params": [], "lr": rate, "weight_decay": decay})
        group["params"].append(parameter)
    return list(groups.values())


def train(args: argparse.Namespace) -> None:
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    output = Path(args.output)
    output.mkdir(parents=True, exist_ok=True)
    sentences = training_sentences()
    start = torch.load(Path(args.resume) / "last.pt", weights_only=True) if args.resume else None
    labels = start["labels"] if start else inventories(sentences)
    encoding = Encoding(labels)
    sizes = Sizes()
    reader = Reader(sizes, {layer: len(values) for layer, values in labels.items()},
                    args.dropout, args.head_dropout)
    if start:
        reader.load_state_dict(start["weights"])
    else:
        reader.encoder.load_pretrained()
    if args.self_training:
        sentences = (self_training.decided(reader, encoding, sentences)
                     + self_training.read_news(reader, encoding))
    optimiser = torch.optim.AdamW(parameter_groups(reader, args), betas=(0.9, 0.98), fused=True)
    average = torch.optim.swa_utils.AveragedModel(
        reader, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(args.average))
    per_epoch = len(batched([e for e in map(encoding.encode, sentences) if e],
                            args.batch_pieces, None))
    total = per_epoch * args.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: min(
        (step + 1) / (args.warmup * per_epoch),
        0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1.0, step / total)))))
    print(json.dumps(vars(args)), f"{len(sentences)} sentences, {per_epoch} steps an epoch",
          {layer: len(values) for layer, values in labels.items()}, flush=True)
    augmenter, news = Augmenter(
        rng, sentences, args.exchanged, set(args.exchanged_kinds)), NewsMaker(rng, args.made_from)
    started = time.time()
    for epoch in range(1, (args.stop_after or args.epochs) + 1):
        Product.simulate = epoch > args.epochs - args.int8_epochs
        epoch_start, sums = time.time(), {}
        reader.train()
        made = [news.sentence() for _ in range(args.made_news)]
        drawn = [encoding.encode(augmenter.changed(sentence)) for sentence in sentences + made]
        for batch in batched([e for e in drawn if e], args.batch_pieces, rng):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                parts = losses(reader, batch, args.smoothing)
            loss = sum(parts.values()) + (args.names_weight - 1) * parts["names"]
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            average.update_parameters(reader)
            for name, value in parts.items():
                sums[name] = sums.get(name, 0.0) + value.item()
        means = " ".join(f"{name} {value / per_epoch:.3f}" for name, value in sums.items())
        print(f"epoch {epoch} int8={Product.simulate} {time.time() - epoch_start:.0f} s,"
              f" {time.time() - started:.0f} s in all: {means}", flush=True)
        torch.save({"weights": average.module.state_dict(), "labels": labels, "epoch": epoch,
                    "arguments": vars(args)}, output / "last.pt")
        if epoch % args.evaluate_every == 0 or epoch == args.epochs:
            print("  " + line_of(evaluate_reader(average.module, encoding)), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", required=True)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--stop-after", type=int, help="epochs, before the schedule has ended")
    parser.add_argument("--int8-epochs", type=int, default=2)
    parser.add_argument("--evaluate-every", type=int, default=3)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--layer-decay", type=float, default=0.9)
    parser.add_argument("--weight-decay", type=float, default=0.01)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--head-dropout", type=float, default=0.25)
    parser.add_argument("--smoothing", type=float, default=0.03)
    parser.add_argument("--names-weight", type=float, default=2.5)
    parser.add_argument("--warmup", type=float, default=0.5, help="in epochs")
    parser.add_argument("--batch-pieces", type=int, default=2000)
    parser.add_argument("--made-news", type=int, default=2000, help="sentences an epoch")
    parser.add_argument("--made-from", nargs="*", default=["."],
                        help="folders of training/data/ whose patterns they fill")
    parser.add_argument("--exchanged", type=float, default=0.35,
                        help="share of sentences whose names are exchanged at each epoch")
    parser.add_argument("--exchanged-kinds", nargs="*", default=["PER", "LOC", "ORG"])
    parser.add_argument("--average", type=float, default=0.998,
                        help="decay of the running mean of the weights, which is what is kept")
    parser.add_argument("--self-training", action="store_true",
                        help="label what the sets leave undecided, and news, by the run gone on from")
    parser.add_argument("--resume", help="folder of a run to go on from, with a fresh schedule")
    parser.add_argument("--seed", type=int, default=20261123)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
