"""The best sequence of labels: Viterbi over a linear chain."""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from kg.neural.store import Floats

FORBIDDEN = -1e4
"""Score of a step that IOB2 does not allow."""


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
