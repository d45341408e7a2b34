"""Which articles may be copies of which: a number of pairs that grows with the text, not with its square.

Of all articles that share something, each is compared with the first and with those just before it; what is copied by a
thousand newspapers makes a few thousand pairs, all of which lead to the original.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice, pairwise

import numpy as np
from numpy.typing import NDArray

from kg.resolve.copies.keys import band_keys, groups, paragraph_keys, sentence_keys
from kg.resolve.copies.wording import Shingles, Wording

Pair = tuple[str, str]
"""Document ids of two articles, the original first."""

_BEFORE = 3
"""How many of the articles just before it each is compared with."""
_MANY = 5
"""Articles that have a sentence in common, from which it is asked whether they share more."""
_LONG_PIECE = 100
"""Rows of words that no copyright line or invitation to a newsletter has."""
_MUCH = 0.6
"""Share of the other sentences of an article that another one has too, edited, if it is a copy."""
_ASKED = 50
"""How many pairs of articles are asked, at most."""


def unit_pairs(wordings: Sequence[Wording], shingles: Mapping[str, Shingles]) -> tuple[set[Pair], frozenset[int]]:
    """Return the pairs of articles that share a paragraph or sentence, and the hashes of those that are commonplaces.

    A commonplace stands in many articles most of which share little else: `Lees ook`, a copyright line, an invitation.
    `wordings` come from the most senior on.
    """
    units = list(groups(chain(paragraph_keys(wordings), sentence_keys(wordings))))
    frequent = frozenset(key.hash for key, members in units if len(members) >= _MANY)
    rests = {one.document_id: _rest(one, shingles[one.document_id], frequent) for one in wordings}
    pairs: set[Pair] = set()
    commonplaces = set()
    for key, members in units:
        if key.hash in frequent and _is_commonplace(members, shingles, rests):
            commonplaces.add(key.hash)
        else:
            pairs.update(_pairs(members))
    return pairs, frozenset(commonplaces)


def band_pairs(wordings: Sequence[Wording], shingles: Mapping[str, Shingles]) -> set[Pair]:
    """Return the pairs of articles that share a band of their smallest hashes; `wordings` as in `unit_pairs`."""
    ids = [wording.document_id for wording in wordings]
    keys = band_keys(ids, [shingles[document_id] for document_id in ids])
    return {pair for _, members in groups(keys) for pair in _pairs(members)}


def _pairs(members: Sequence[str]) -> Iterator[Pair]:
    for place, document_id in enumerate(members):
        for before in {0, *range(max(0, place - _BEFORE), place)} - {place}:
            yield members[before], document_id


def _rest(wording: Wording, shingles: Shingles, frequent: frozenset[int]) -> NDArray[np.uint32]:
    """Return the rows of words of an article in sentences that few others have."""
    rare = np.array([line.hash not in frequent for line in wording.lines], dtype=bool)
    rest: NDArray[np.uint32] = shingles.hashes[rare[shingles.lines]]
    return rest


def _is_commonplace(
    members: Sequence[str], shingles: Mapping[str, Shingles], rests: Mapping[str, NDArray[np.uint32]]
) -> bool:
    """Tell whether most articles that have a unit of text share little else with the one before them."""
    asked = list(islice(pairwise(members), _ASKED))
    apart = sum(not _share_much(shingles[one].hashes, shingles[other].hashes, rests[other]) for one, other in asked)
    return 2 * apart > len(asked)


def _share_much(one: NDArray[np.uint32], other: NDArray[np.uint32], rest: NDArray[np.uint32]) -> bool:
    return _common(one, other) >= _LONG_PIECE or _common(one, rest) >= _MUCH * len(rest)


def _common(one: NDArray[np.uint32], other: NDArray[np.uint32]) -> int:
    return len(np.intersect1d(one, other, assume_unique=True))
