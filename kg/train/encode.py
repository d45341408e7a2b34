"""Turn sentences into the tensors of a training step."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from kg.neural.features import normalize, piece_rows, shape_row
from kg.neural.gazetteer import FLAGS, Gazetteer, flag_words
from kg.train.conllu import Sentence
from kg.train.labels import Labels, lemma_script
from kg.train.network import Batch

IGNORE = -100
"""Target of a token whose label is not known."""


@dataclass(frozen=True, slots=True)
class Gold:
    """What the heads should say, [sentences, longest]; IGNORE where it is not known."""

    upos: Tensor
    xpos: Tensor
    feats: Tensor
    scripts: Tensor
    heads: Tensor
    deps: Tensor
    names: Tensor
    """0 where not known: see `named`."""
    named: Tensor
    """Whether the names of a sentence are annotated, [sentences]."""


@dataclass(frozen=True, slots=True)
class Coder:
    """What turns words and labels into numbers."""

    rows: dict[str, int]
    """Row of each known normalized form, from 1."""
    cases: npt.NDArray[np.uint8]
    counts: npt.NDArray[np.int64]
    """Frequency of each row in the training sentences."""
    piece_rows: int
    gazetteer: Gazetteer
    labels: Labels
    _types: dict[str, tuple[int, int, list[int]]] = field(default_factory=dict)

    def numbers(self, form: str) -> tuple[int, int, list[int]]:
        """Return word row, shape row and piece rows of a form."""
        if form not in self._types:
            row = self.rows.get(normalize(form), 0)
            self._types[form] = row, shape_row(form), piece_rows(form, self.piece_rows)
        return self._types[form]

    def batch(self, sentences: Sequence[Sentence], random: Random | None = None) -> Batch:
        """Return the features of sentences sorted longest first; with `random`, rare words are at times hidden."""
        longest = len(sentences[0].words)
        words = np.zeros((len(sentences), longest), dtype=np.int64)
        types, shapes, cases = np.zeros_like(words), np.zeros_like(words), np.zeros_like(words)
        flags = np.zeros((len(sentences), longest, FLAGS), dtype=np.float32)
        forms: dict[str, int] = {}
        for i, sentence in enumerate(sentences):
            flags[i, : len(sentence.words)] = flag_words(sentence.words, self.gazetteer)
            for j, form in enumerate(sentence.words):
                row, shapes[i, j], _ = self.numbers(form)
                if random and random.random() < 0.25 / (0.25 + self.counts[row]):
                    row = 0
                words[i, j], cases[i, j] = row, self.cases[row]
                types[i, j] = forms.setdefault(form, len(forms))
        bags = [self.numbers(form)[2] for form in forms]
        offsets = np.cumsum([0, *(len(bag) for bag in bags[:-1])])
        lengths = torch.tensor([len(s.words) for s in sentences])
        return Batch(
            words=torch.from_numpy(words),
            types=torch.from_numpy(types),
            pieces=torch.tensor([row for bag in bags for row in bag]),
            offsets=torch.from_numpy(offsets),
            shapes=torch.from_numpy(shapes),
            cases=torch.from_numpy(cases),
            flags=torch.from_numpy(flags),
            lengths=lengths,
            mask=torch.arange(longest) < lengths[:, None],
        )

    def gold(self, sentences: Sequence[Sentence], originals: Sequence[Sentence]) -> Gold:
        """Return the targets; lemma rules come from the words before they were varied."""
        names = _table(sentences, self.labels.names, "names")
        return Gold(
            upos=_table(sentences, self.labels.upos, "upos"),
            xpos=_table(sentences, self.labels.xpos, "xpos"),
            feats=_table(sentences, self.labels.feats, "feats"),
            scripts=self._scripts(sentences, originals),
            heads=_pad([list(s.heads or ()) for s in sentences], len(sentences[0].words)),
            deps=_table(sentences, self.labels.deps, "deps"),
            names=names.clamp(min=0),
            named=torch.tensor([s.names is not None for s in sentences]),
        )

    def _scripts(self, sentences: Sequence[Sentence], originals: Sequence[Sentence]) -> Tensor:
        index = {script: i for i, script in enumerate(self.labels.scripts)}
        lists = []
        for sentence, original in zip(sentences, originals, strict=True):
            pairs = zip(original.words, original.lemmas or (), strict=False)
            known = [index.get(lemma_script(form, lemma), IGNORE) for form, lemma in pairs]
            lists.append(known[: len(sentence.words)])
        return _pad(lists, len(sentences[0].words))


def _table(sentences: Sequence[Sentence], labels: Sequence[str], layer: str) -> Tensor:
    index = {label: i for i, label in enumerate(labels)}
    lists = [[index.get(label, IGNORE) for label in getattr(s, layer) or ()] for s in sentences]
    return _pad(lists, len(sentences[0].words))


def _pad(lists: Sequence[list[int]], longest: int) -> Tensor:
    table = torch.full((len(lists), longest), IGNORE)
    for i, values in enumerate(lists):
        table[i, : len(values)] = torch.tensor(values, dtype=torch.long)
    return table


def batches(sentences: Sequence[Sentence], size: int, random: Random) -> Iterator[list[Sentence]]:
    """Yield all sentences in groups of like length, about `size` words each, longest first, groups in random order."""
    order = sorted(sentences, key=lambda s: (len(s.words) + random.random() * 3, random.random()), reverse=True)
    groups: list[list[Sentence]] = [[]]
    words = 0
    for sentence in order:
        if words + len(sentence.words) > size and groups[-1]:
            groups.append([])
            words = 0
        groups[-1].append(sentence)
        words += len(sentence.words)
    random.shuffle(groups)
    for group in groups:
        yield sorted(group, key=lambda s: len(s.words), reverse=True)
