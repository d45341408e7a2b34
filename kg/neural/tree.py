"""The best tree over a sentence: Chu-Liu-Edmonds (Chu & Liu 1965; Edmonds 1967)."""

import numpy as np
import numpy.typing as npt

from kg.neural.store import Floats

Heads = npt.NDArray[np.int64]

_ONE_ROOT = 1e5
"""Taken from every arc out of the root, so that the best tree has a single one."""


def best_tree(scores: Floats) -> Heads:
    """Return the head of every word, for the score of every [word, head].

    Head 0 is the root, which exactly one word gets; word i is head i + 1.
    """
    count = len(scores)
    square = np.full((count + 1, count + 1), -np.inf)
    square[1:] = scores
    np.fill_diagonal(square, -np.inf)
    heads: Heads = square.argmax(axis=1)
    if (heads[1:] == 0).sum() == 1 and _cycle(heads) is None:
        return heads[1:]
    square[1:, 0] -= _ONE_ROOT
    return _spanning_tree(square)[1:] if count else np.zeros(0, dtype=np.int64)


def _spanning_tree(scores: npt.NDArray[np.float64]) -> Heads:
    """Return the heads of the maximum spanning tree over a square matrix; node 0 is the root."""
    heads: Heads = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(len(heads), dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    gain = scores[np.ix_(cycle, outside)] - scores[cycle, heads[cycle]][:, None]
    reach = scores[np.ix_(outside, cycle)]
    merged = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    merged[:-1, :-1] = scores[np.ix_(outside, outside)]
    merged[-1, :-1] = gain.max(axis=0)
    merged[:-1, -1] = reach.max(axis=1)
    merged[0] = -np.inf
    inner = _spanning_tree(merged)
    node = len(outside)
    for place, word in enumerate(outside):
        heads[word] = cycle[reach[place].argmax()] if inner[place] == node else outside[inner[place]]
    heads[0] = 0
    broken = gain[:, inner[node]].argmax()
    heads[cycle[broken]] = outside[inner[node]]
    return heads


def _cycle(heads: Heads) -> Heads | None:
    """Return the nodes of one cycle; None where there is none."""
    seen = np.zeros(len(heads), dtype=np.int64)
    seen[0] = -1
    for start in range(1, len(heads)):
        node = start
        while seen[node] == 0:
            seen[node] = start
            node = int(heads[node])
        if seen[node] == start:
            found = [node]
            while heads[found[-1]] != node:
                found.append(int(heads[found[-1]]))
            return np.array(found, dtype=np.int64)
    return None
