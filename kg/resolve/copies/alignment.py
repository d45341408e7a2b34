"""Which sentences of two articles are the same, or the same but for an edit."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

import numpy as np

from kg.resolve.copies.wording import Line, Shingles, Wording

_ALIKE = 0.6
"""Share of their words that the two forms of an edited sentence have in common, at least."""
_LEAST_IN_COMMON = 0.2
"""Share of the rows of words of the shorter article from which a closer look pays."""


def alignment(one: Wording, other: Wording, shingles: Mapping[str, Shingles]) -> Mapping[int, int]:
    """Return the sentences of one article that stand in the other too, as indexes, with the likeliest one there.

    Looked up by the rows of words that they share: the cost grows with the length of the articles, not its square.
    """
    first, second = shingles[one.document_id], shingles[other.document_id]
    _, here, there = np.intersect1d(first.hashes, second.hashes, assume_unique=True, return_indices=True)
    if len(here) < max(1, _LEAST_IN_COMMON * min(len(first.hashes), len(second.hashes))):
        return {}
    found = dict(_same(one.lines, other.lines))
    shared = Counter(zip(first.lines[here].tolist(), second.lines[there].tolist(), strict=True))
    for line, match in sorted(shared, key=lambda pair: (-shared[pair], pair)):
        if line not in found and similarity(one.lines[line].words, other.lines[match].words) >= _ALIKE:
            found[line] = match
    return dict(sorted(found.items()))


def _same(lines: Sequence[Line], others: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield the sentences, however short, that stand in another article word for word."""
    places = {line.hash: place for place, line in reversed(list(enumerate(others))) if line.words}
    return ((place, places[line.hash]) for place, line in enumerate(lines) if line.hash in places)


def similarity(one: Collection[str], other: Collection[str]) -> float:
    """Return the share of their words that two sentences have in common, wherever they stand, 0 to 1."""
    return 2 * in_common(one, other) / (len(one) + len(other) or 1)


def in_common(one: Collection[str], other: Collection[str]) -> int:
    """Return how many words two sentences have in common, wherever they stand."""
    return len(one) if one == other else (Counter(one) & Counter(other)).total()
