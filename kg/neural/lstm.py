"""A stack of bidirectional LSTMs over sequences of different length, without padding."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kg.neural.store import Arrays, Floats


@dataclass(frozen=True, slots=True)
class Direction:
    """Weights of one direction of one layer; gates in the order input, forget, cell, output."""

    inward: Floats
    """[inputs, 4 * hidden]"""
    recurrent: Floats
    """[hidden, 4 * hidden]"""
    bias: Floats

    @classmethod
    def from_arrays(cls, arrays: Arrays, prefix: str) -> "Direction":
        """Return the weights named `prefix.*`.

        Sigmoid gates are halved, so that one tanh serves all four: sigmoid(x) = (tanh(x / 2) + 1) / 2.
        """
        recurrent = arrays[f"{prefix}.recurrent"].T
        half = np.full(recurrent.shape[1], 0.5, dtype=np.float32)
        hidden = recurrent.shape[0]
        half[2 * hidden : 3 * hidden] = 1
        inward = np.ascontiguousarray(arrays[f"{prefix}.inward"].T * half)
        return cls(inward, np.ascontiguousarray(recurrent * half), arrays[f"{prefix}.bias"] * half)


def encode_sequences(sequences: Sequence[Floats], layers: Sequence[tuple[Direction, Direction]]) -> list[Floats]:
    """Return the output of the last layer for each sequence, in the order given."""
    order = sorted(range(len(sequences)), key=lambda i: -len(sequences[i]))
    lengths = [len(sequences[i]) for i in order]
    live = np.array([sum(length > step for length in lengths) for step in range(lengths[0])])
    starts = np.concatenate([[0], np.cumsum(live)])
    places = [starts[: len(sequences[i])] + rank for rank, i in enumerate(order)]
    packed = np.empty((starts[-1], sequences[0].shape[1]), dtype=np.float32)
    for place, i in zip(places, order, strict=True):
        packed[place] = sequences[i]
    for forward, backward in layers:
        steps = range(len(live))
        packed = np.concatenate(
            [_run(packed, forward, live, starts, steps), _run(packed, backward, live, starts, reversed(steps))], axis=1
        )
    outputs: list[Floats] = [packed[:0]] * len(sequences)
    for place, i in zip(places, order, strict=True):
        outputs[i] = packed[place]
    return outputs


def _run(
    packed: Floats, weights: Direction, live: npt.NDArray[np.int64], starts: npt.NDArray[np.int64], steps: Iterable[int]
) -> Floats:
    """Return the hidden states of one direction, packed step by step."""
    hidden = weights.recurrent.shape[0]
    gates = packed @ weights.inward
    gates += weights.bias
    state = np.zeros((live[0], hidden), dtype=np.float32)
    cell = np.zeros_like(state)
    output = np.empty((len(packed), hidden), dtype=np.float32)
    for step in steps:
        count, start = live[step], starts[step]
        gate = gates[start : start + count]
        gate += state[:count] @ weights.recurrent
        np.tanh(gate, out=gate)
        _advance(gate, state[:count], cell[:count])
        output[start : start + count] = state[:count]
    return output


def _advance(gate: Floats, state: Floats, cell: Floats) -> None:
    """Move state and cell one step, in place."""
    hidden = state.shape[1]
    enter, keep = gate[:, :hidden], gate[:, hidden : 2 * hidden]
    fresh, leave = gate[:, 2 * hidden : 3 * hidden], gate[:, 3 * hidden :]
    keep += 1
    cell *= keep
    enter += 1
    enter *= fresh
    cell += enter
    cell *= 0.5
    np.tanh(cell, out=state)
    leave += 1
    leave *= 0.5
    state *= leave
