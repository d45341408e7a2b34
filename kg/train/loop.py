"""Train the network: joint loss, Adam, a linear decay of the rate, averaged weights."""

import logging
import math
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import torch
from torch import Tensor, nn

from kg.train.augment import NamePool, vary
from kg.train.conllu import Sentence
from kg.train.encode import IGNORE, Coder, Gold, batches
from kg.train.network import Batch, Network, name_loss

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast to train."""

    epochs: int = 20
    seconds: float = math.inf
    """With a limit the rate decays over whichever is used up first, and no two runs are equal."""
    rate: float = 1.5e-3
    warmup: int = 200
    """Steps."""
    batch: int = 600
    """Words."""
    average: float = 0.998
    """Weight of the past in the averaged weights."""
    seed: int = 0


def train_network(
    network: Network,
    coder: Coder,
    train: Sequence[Sentence],
    dev: Sequence[Sentence],
    pool: NamePool,
    plan: Schedule,
    checkpoint: Path,
) -> Network:
    """Return the network with the averaged weights; after each epoch they are in `checkpoint` too."""
    random = Random(plan.seed)
    torch.manual_seed(plan.seed)
    optimizer = torch.optim.Adam(
        [p for p in network.parameters() if p.requires_grad], lr=plan.rate, betas=(0.9, 0.95), fused=True
    )
    average = {name: value.detach().clone() for name, value in network.named_parameters() if value.requires_grad}
    total = sum(len(s.words) for s in train) * plan.epochs
    start, seen, step = time.monotonic(), 0, 0
    for epoch in range(plan.epochs):
        network.train()
        losses: dict[str, float] = {}
        for group in batches(train, plan.batch, random):
            done = max(seen / total, (time.monotonic() - start) / plan.seconds)
            for options in optimizer.param_groups:
                options["lr"] = plan.rate * min(1.0, (step + 1) / plan.warmup) * max(0.01, 1 - done)
            pairs = [(vary(s, pool, random), s) for s in group]
            pairs.sort(key=lambda pair: len(pair[0].words), reverse=True)
            varied, originals = [v for v, _ in pairs], [s for _, s in pairs]
            parts = losses_of(network, coder.batch(varied, random), coder.gold(varied, originals))
            torch.stack(list(parts.values())).sum().backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            optimizer.zero_grad()
            seen, step = seen + sum(len(s.words) for s in group), step + 1
            if step % 4 == 0:
                _fold_in(network, average, min(plan.average**4, (step + 1) / (step + 40)))
            for name, part in parts.items():
                losses[name] = losses.get(name, 0.0) + part.item()
        current = _swap(network, average)
        scores = evaluate(network, coder, dev)
        torch.save(network.state_dict(), checkpoint)
        _LOG.info(
            "epoch %d %.0fs %s | %s",
            epoch + 1,
            time.monotonic() - start,
            _figures(losses, 1 / max(step, 1) * (epoch + 1)),
            _figures(scores, 100),
        )
        if seen >= total or time.monotonic() - start > plan.seconds:
            break
        _swap(network, current)
    return network


def losses_of(network: Network, batch: Batch, gold: Gold) -> dict[str, Tensor]:
    """Return the loss of each head, a mean over its annotated words."""
    with torch.autocast("cpu", torch.bfloat16):
        vectors = network.encoder(batch)
        tags = network.tags(vectors)
        known = gold.heads != IGNORE
        arcs = network.arcs(vectors).float()
        relations = network.relations(vectors, gold.heads.clamp(min=0)).float()
        emissions = network.emissions(vectors).float()
        scores = {layer: getattr(network, layer)(tags).float() for layer in ("upos", "xpos", "feats", "scripts")}
    arcs = arcs.masked_fill(~_columns(batch)[:, None, :], -1e4)
    parts = {layer: _cross_entropy(score, getattr(gold, layer)) for layer, score in scores.items()}
    parts["arcs"] = _cross_entropy(arcs, gold.heads)
    parts["deps"] = _cross_entropy(relations, gold.deps)
    if gold.named.any():
        mask = batch.mask[gold.named]
        loss = name_loss(emissions[gold.named], network.transitions, gold.names[gold.named], mask)
        parts["names"] = loss / mask.sum() * _NAME_WEIGHT
    return {name: part for name, part in parts.items() if known.any() or name not in ("arcs", "deps")}


_NAME_WEIGHT = 2.0


def _columns(batch: Batch) -> Tensor:
    """Return which heads exist, [sentences, longest + 1]."""
    return torch.cat([batch.mask.new_ones(batch.mask.size(0), 1), batch.mask], dim=1)


def _cross_entropy(scores: Tensor, gold: Tensor) -> Tensor:
    total = nn.functional.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=IGNORE, reduction="sum")
    return total / (gold != IGNORE).sum().clamp(min=1)


@torch.no_grad()
def evaluate(network: Network, coder: Coder, dev: Sequence[Sentence]) -> dict[str, float]:
    """Return shares of right words on gold sentences, heads without tree search, names by label."""
    network.eval()
    right: dict[str, int] = {}
    words = 0
    for group in batches(dev, 3000, Random(0)):
        batch, gold = coder.batch(group), coder.gold(group, group)
        vectors = network.encoder(batch)
        tags = network.tags(vectors)
        heads = network.arcs(vectors).masked_fill(~_columns(batch)[:, None, :], -1e9).argmax(-1)
        dep = network.relations(vectors, heads).argmax(-1) == gold.deps
        hits = {
            layer: getattr(network, layer)(tags).argmax(-1) == getattr(gold, layer)
            for layer in ("upos", "xpos", "feats", "scripts")
        }
        hits |= {"uas": heads == gold.heads, "las": (heads == gold.heads) & dep}
        hits["name"] = (network.emissions(vectors).argmax(-1) == gold.names) & batch.mask
        for name, hit in hits.items():
            right[name] = right.get(name, 0) + int(hit.sum())
        words += int(batch.mask.sum())
    return {name: count / words for name, count in right.items()}


def _fold_in(network: Network, average: dict[str, Tensor], past: float) -> None:
    with torch.no_grad():
        for name, value in network.named_parameters():
            if name in average:
                average[name].lerp_(value, 1 - past)


def _swap(network: Network, weights: dict[str, Tensor]) -> dict[str, Tensor]:
    """Put the weights into the network and return those that were there."""
    with torch.no_grad():
        before = {name: value.detach().clone() for name, value in network.named_parameters() if name in weights}
        for name, value in network.named_parameters():
            if name in weights:
                value.copy_(weights[name])
    return before


def _figures(values: dict[str, float], scale: float) -> str:
    return " ".join(
        f"{name} {value * scale:.3g}" if scale < 1 else f"{name} {value * scale:.2f}" for name, value in values.items()
    )
