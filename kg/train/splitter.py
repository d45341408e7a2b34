"""Train the sentence splitter: a small LSTM on sentences run together as in a text."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.utils.rnn import pack_sequence, pad_packed_sequence

from kg.neural.boundaries import GOES_ON
from kg.neural.embedding import Embedding
from kg.neural.senter import SIGNS
from kg.neural.store import Arrays, Floats
from kg.train.augment import drop_last, requote_any
from kg.train.conllu import Sentence

_LOG = logging.getLogger(__name__)
_HIDDEN = 96
_GROUP = 8
"""Most sentences of one text."""
_TEXTS = 24
"""Texts of one training step."""
_RATE = 2e-3


@dataclass(frozen=True, slots=True)
class Text:
    """Sentences run together."""

    words: tuple[str, ...]
    signs: tuple[tuple[bool, bool], ...]
    """For each word whether a space and whether a line end stands before it."""
    starts: tuple[bool, ...]


class Splitter(nn.Module):
    """One bidirectional layer and a score for each word; above 0 it starts a sentence."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.dropout = nn.Dropout(0.3)
        self.layer = nn.LSTM(width + SIGNS, _HIDDEN, batch_first=True, bidirectional=True)
        self.out = nn.Linear(2 * _HIDDEN, 1)

    def forward(self, texts: Sequence[Tensor]) -> Tensor:
        """Return the scores of texts sorted longest first, [texts, longest]."""
        states, _ = pad_packed_sequence(
            self.layer(pack_sequence([self.dropout(text) for text in texts]))[0], batch_first=True
        )
        scores: Tensor = self.out(self.dropout(states)).squeeze(-1)
        return scores


def train_splitter(
    embedding: Embedding, train: Sequence[Sentence], dev: Sequence[Sentence], seed: int, epochs: int = 6
) -> Arrays:
    """Return the weights of the senter component, trained on top of the given vectors of words."""
    random = Random(seed)
    torch.manual_seed(seed)
    splitter = Splitter(embedding.vectors(["de"]).shape[1])
    optimizer = torch.optim.Adam(splitter.parameters(), lr=_RATE)
    steps = epochs * len(train) / (_TEXTS * (_GROUP + 1) / 2)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: max(0.02, 1 - step / steps))
    for epoch in range(epochs):
        splitter.train()
        texts = list(join_sentences(train, random))
        random.shuffle(texts)
        for start in range(0, len(texts), _TEXTS):
            group = sorted(texts[start : start + _TEXTS], key=lambda text: -len(text.words))
            scores = splitter([_inputs(text, embedding) for text in group])
            wanted = [torch.tensor(text.starts, dtype=torch.float32) for text in group]
            loss = sum(
                (
                    nn.functional.binary_cross_entropy_with_logits(s[1 : len(w)], w[1:], reduction="sum")
                    for s, w in zip(scores, wanted, strict=True)
                ),
                torch.zeros(()),
            )
            (loss / sum(len(w) for w in wanted)).backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(splitter.parameters(), 5.0)
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
        _LOG.info("splitter epoch %d boundaries F %.4f", epoch + 1, score_splitter(splitter, embedding, dev))
    return _arrays(splitter)


@torch.no_grad()
def score_splitter(splitter: Splitter, embedding: Embedding, sentences: Sequence[Sentence]) -> float:
    """Return the F of starts inside texts of eight sentences."""
    splitter.eval()
    right = said = true = 0
    for text in join_sentences(sentences, None):
        found = (splitter([_inputs(text, embedding)])[0] > 0).numpy()[1:]
        wanted = np.array(text.starts[1:])
        right, said, true = right + int((found & wanted).sum()), said + int(found.sum()), true + int(wanted.sum())
    return 2 * right / max(1, said + true)


def _arrays(splitter: Splitter) -> dict[str, Floats]:
    state = {name: value.detach().numpy().astype(np.float32) for name, value in splitter.state_dict().items()}
    arrays = {"out": state["out.weight"][0], "out_bias": state["out.bias"]}
    for direction, suffix in (("forward", "_l0"), ("backward", "_l0_reverse")):
        arrays[f"{direction}.0.inward"] = state[f"layer.weight_ih{suffix}"]
        arrays[f"{direction}.0.recurrent"] = state[f"layer.weight_hh{suffix}"]
        arrays[f"{direction}.0.bias"] = state[f"layer.bias_ih{suffix}"] + state[f"layer.bias_hh{suffix}"]
    return arrays


def _inputs(text: Text, embedding: Embedding) -> Tensor:
    signs = np.array(text.signs, dtype=np.float32)
    return torch.from_numpy(np.concatenate([embedding.vectors(text.words), signs], axis=1))


def join_sentences(sentences: Sequence[Sentence], random: Random | None) -> Iterator[Text]:
    """Yield texts of one to eight sentences in a row; with `random` varied in company, layout, quotes and case."""
    start = 0
    while start < len(sentences):
        size = random.randint(1, _GROUP) if random else _GROUP
        group = list(sentences[start : start + size])
        start += size
        yield _joined(group, random, sentences)


def _joined(group: list[Sentence], random: Random | None, pool: Sequence[Sentence]) -> Text:
    lines = False
    if random:
        if random.random() < 0.15:
            group = random.sample(pool, len(group))
        lines = random.random() < 0.12
        if random.random() < 0.5:
            group = requote_any(group, random)
        group = [_varied(sentence, random, lines) for sentence in group]
    signs: list[tuple[bool, bool]] = []
    starts: list[bool] = []
    for before, sentence in zip([None, *group], group, strict=False):
        starts += [lines or before is None or before.words[-1] not in GOES_ON, *[False] * (len(sentence.words) - 1)]
        signs += [(True, lines and before is not None), *((space, False) for space in sentence.spaces[:-1])]
    return Text(
        words=tuple(word for sentence in group for word in sentence.words),
        signs=tuple(signs),
        starts=tuple(starts),
    )


def _varied(sentence: Sentence, random: Random, on_a_line: bool) -> Sentence:
    draw = random.random()
    if draw < 0.02:
        return replace(sentence, words=tuple(word.upper() for word in sentence.words))
    if draw < 0.04:
        return replace(sentence, words=tuple(word.lower() for word in sentence.words))
    if draw < (0.2 if on_a_line else 0.06) and len(sentence.words) > 2 and sentence.words[-1] == ".":
        return drop_last(sentence)
    return sentence
