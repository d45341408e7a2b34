"""The best sequence of labels over a linear chain (Viterbi), and how sure it is (forward-backward)."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from kg.neural.store import Floats

FORBIDDEN = -1e4
"""Score of a step that IOB2 does not allow."""
_TINY = 1e-300

Doubles: TypeAlias = npt.NDArray[np.float64]


def best_labels(emissions: Floats, transitions: Floats) -> list[int]:
    """Return the best label of each word; the last row of the transitions is the start."""
    if not len(emissions):
        return []
    score = transitions[-1] + emissions[0]
    back: list[npt.NDArray[np.int64]] = []
    for emission in emissions[1:]:
        ways = score[:, None] + transitions[:-1]
        choice = ways.argmax(axis=0)
        back.append(choice)
        score = ways[choice, np.arange(len(choice))] + emission
    path = [int(score.argmax())]
    for choice in reversed(back):
        path.append(int(choice[path[-1]]))
    return path[::-1]


def path_marginals(path: Sequence[int], emissions: Floats, transitions: Floats) -> Doubles:
    """Return the probability of each label of a path, that of all paths being 1."""
    moves: Doubles = np.exp(transitions.astype(np.float64))
    here: Doubles = np.exp((emissions - emissions.max(axis=1, keepdims=True)).astype(np.float64))
    ahead = _sums(here, moves[-1], moves[:-1])
    behind = _sums(here[::-1], np.ones_like(moves[-1]), moves[:-1].T)[::-1]
    both = ahead * behind / np.maximum(here, _TINY)
    chosen: Doubles = both[np.arange(len(path)), path] / both.sum(axis=1)
    return chosen


def _sums(here: Doubles, start: Doubles, moves: Doubles) -> Doubles:
    """Return for each word and label the sum over all paths that end there, each row scaled to 1."""
    sums = np.empty_like(here)
    state = start
    for place, emission in enumerate(here):
        state = state * emission
        state /= state.sum()
        sums[place] = state
        state = state @ moves
    return sums


def iob_transitions(labels: Sequence[str]) -> Floats:
    """Return FORBIDDEN for every step into an inner label from another name or from none, else 0."""
    allowed = np.zeros((len(labels) + 1, len(labels)), dtype=np.float32)
    for i, before in enumerate([*labels, "O"]):
        for j, after in enumerate(labels):
            if after.startswith("I-") and before[2:] != after[2:]:
                allowed[i, j] = FORBIDDEN
    return allowed


def name_spans(labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and type of the names in IOB2 labels, in order."""
    start = None
    for place, label in enumerate([*labels, "O"]):
        if start is not None and not label.startswith("I-"):
            yield start, place, labels[start][2:]
            start = None
        if label.startswith("B-"):
            start = place
