"""The network in PyTorch, for training; `kg.neural` runs the same weights in NumPy."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from kg.neural.features import CASES, SHAPES


@dataclass(frozen=True, slots=True)
class Sizes:
    """Widths of the network."""

    words: int
    """Rows of the word table; row 0 stands for every unknown word."""
    flags: int
    """Kinds of list membership."""
    upos: int
    xpos: int
    feats: int
    scripts: int
    """Lemma rules."""
    deps: int
    names: int
    """IOB2 labels."""
    word: int = 100
    piece: int = 100
    piece_rows: int = 30_000
    shape: int = 32
    case: int = 16
    flag: int = 32
    hidden: int = 224
    """Units of one direction of one layer."""
    layers: int = 2
    tag_hidden: int = 200
    name_hidden: int = 100
    arc: int = 256
    label: int = 80
    dropout: float = 0.3


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences of one training step, longest first, padded at the end."""

    words: Tensor
    """Word rows, [sentences, longest]."""
    types: Tensor
    """For each token the position of its form in the piece bags below."""
    pieces: Tensor
    offsets: Tensor
    shapes: Tensor
    cases: Tensor
    flags: Tensor
    """[sentences, longest, kinds], 0 or 1."""
    lengths: Tensor
    mask: Tensor


class LockedDropout(nn.Module):
    """Dropout with one mask for all tokens of a sentence."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, vectors: Tensor) -> Tensor:
        """Return the vectors with whole features of a sentence set to zero."""
        if not self.training or not self.rate:
            return vectors
        keep = vectors.new_empty(vectors.size(0), 1, vectors.size(2)).bernoulli_(1 - self.rate)
        return vectors * keep / (1 - self.rate)


class Encoder(nn.Module):
    """Embeddings and a stack of bidirectional LSTMs."""

    def __init__(self, sizes: Sizes, vectors: Tensor) -> None:
        super().__init__()
        self.static = nn.Embedding(sizes.words, sizes.word, _weight=vectors, _freeze=True)
        self.word = nn.Embedding(sizes.words, sizes.word)
        nn.init.zeros_(self.word.weight)
        self.piece = nn.EmbeddingBag(sizes.piece_rows, sizes.piece, mode="mean")
        nn.init.normal_(self.piece.weight, std=0.5)
        self.shape = nn.Embedding(SHAPES, sizes.shape)
        self.case = nn.Embedding(CASES, sizes.case)
        self.flag = nn.Linear(sizes.flags, sizes.flag)
        width = sizes.word + sizes.piece + sizes.shape + sizes.case + sizes.flag
        self.layers = nn.ModuleList()
        for _ in range(sizes.layers):
            self.layers.append(nn.LSTM(width, sizes.hidden, batch_first=True, bidirectional=True))
            width = 2 * sizes.hidden
        self.dropout = LockedDropout(sizes.dropout)
        for layer in self.layers:
            for name, weight in layer.named_parameters():
                if "weight_hh" in name:
                    for gate in weight.data.chunk(4):
                        nn.init.orthogonal_(gate)
                elif "bias_ih" in name:
                    nn.init.zeros_(weight)
                elif "bias_hh" in name:
                    nn.init.zeros_(weight)
                    weight.data[sizes.hidden : 2 * sizes.hidden] = 1.0

    def forward(self, batch: Batch) -> Tensor:
        """Return the vector of every token, [sentences, longest, 2 * hidden]."""
        pieces = self.piece(batch.pieces, batch.offsets)
        vectors = torch.cat(
            [
                self.static(batch.words) + self.word(batch.words),
                pieces[batch.types],
                self.shape(batch.shapes),
                self.case(batch.cases),
                torch.relu(self.flag(batch.flags)),
            ],
            dim=-1,
        )
        for layer in self.layers:
            packed = pack_padded_sequence(self.dropout(vectors), batch.lengths, batch_first=True)
            vectors, _ = pad_packed_sequence(layer(packed)[0], batch_first=True)
        return self.dropout(vectors)


class Network(nn.Module):
    """The encoder and the heads that read it."""

    def __init__(self, sizes: Sizes, vectors: Tensor) -> None:
        super().__init__()
        width = 2 * sizes.hidden
        self.encoder = Encoder(sizes, vectors)
        self.dropout = LockedDropout(sizes.dropout)
        self.tag_hidden = nn.Linear(width, sizes.tag_hidden)
        self.upos = nn.Linear(sizes.tag_hidden, sizes.upos)
        self.xpos = nn.Linear(sizes.tag_hidden, sizes.xpos)
        self.feats = nn.Linear(sizes.tag_hidden, sizes.feats)
        self.scripts = nn.Linear(sizes.tag_hidden, sizes.scripts)
        self.name_hidden = nn.Linear(width, sizes.name_hidden)
        self.names = nn.Linear(sizes.name_hidden, sizes.names)
        self.transitions = nn.Parameter(torch.zeros(sizes.names + 1, sizes.names))
        self.root = nn.Parameter(torch.zeros(width))
        self.arc_dependent = nn.Linear(width, sizes.arc)
        self.arc_head = nn.Linear(width, sizes.arc)
        self.arc = nn.Parameter(torch.zeros(sizes.arc, sizes.arc))
        self.arc_bias = nn.Parameter(torch.zeros(sizes.arc))
        self.label_dependent = nn.Linear(width, sizes.label)
        self.label_head = nn.Linear(width, sizes.label)
        self.label = nn.Parameter(torch.zeros(sizes.deps, sizes.label + 1, sizes.label + 1))
        nn.init.normal_(self.arc, std=0.01)
        nn.init.normal_(self.label, std=0.01)

    def tags(self, vectors: Tensor) -> Tensor:
        """Return what the tag, feature and lemma heads read."""
        return self._squash(self.tag_hidden(vectors))

    def emissions(self, vectors: Tensor) -> Tensor:
        """Return the scores of the name labels."""
        scores: Tensor = self.names(self._squash(self.name_hidden(vectors)))
        return scores

    def with_root(self, vectors: Tensor) -> Tensor:
        """Return the vectors with that of the root before each sentence."""
        return torch.cat([self.root.expand(vectors.size(0), 1, -1), vectors], dim=1)

    def arcs(self, vectors: Tensor) -> Tensor:
        """Return the score of every head of every token, [sentences, token, head]; head 0 is the root."""
        head = self._squash(self.arc_head(self.with_root(vectors)))
        dependent = self._squash(self.arc_dependent(vectors))
        scores: Tensor = (dependent @ self.arc + self.arc_bias) @ head.transpose(1, 2)
        return scores

    def relations(self, vectors: Tensor, heads: Tensor) -> Tensor:
        """Return the scores of the relations of each token to the given head."""
        head = self._squash(self.label_head(self.with_root(vectors)))
        head = head.gather(1, heads.unsqueeze(-1).expand(-1, -1, head.size(-1)))
        dependent = self._squash(self.label_dependent(vectors))
        one = head.new_ones(*head.shape[:-1], 1)
        head, dependent = torch.cat([head, one], -1), torch.cat([dependent, one], -1)
        left = torch.einsum("btd,rde->btre", dependent, self.label)
        return torch.einsum("btre,bte->btr", left, head)

    def _squash(self, vectors: Tensor) -> Tensor:
        squashed: Tensor = self.dropout(nn.functional.leaky_relu(vectors, 0.1))
        return squashed


def name_loss(emissions: Tensor, transitions: Tensor, gold: Tensor, mask: Tensor) -> Tensor:
    """Return the summed negative log-likelihood of the gold label sequences (a linear-chain CRF).

    The last row of the transitions is the start of a sentence.
    """
    score = transitions[-1] + emissions[:, 0]
    path = score.gather(1, gold[:, :1]).squeeze(1)
    for step in range(1, emissions.size(1)):
        live = mask[:, step]
        moved = torch.logsumexp(score.unsqueeze(2) + transitions[:-1], dim=1) + emissions[:, step]
        score = torch.where(live.unsqueeze(1), moved, score)
        gain = transitions[gold[:, step - 1], gold[:, step]] + emissions[:, step].gather(
            1, gold[:, step : step + 1]
        ).squeeze(1)
        path = path + gain * live
    return (torch.logsumexp(score, dim=1) - path).sum()
