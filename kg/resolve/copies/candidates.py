"""Which articles may be copies of which: a number of pairs that grows with the text, not with its square.

Of all articles that share something, each is compared with the first and with those just before it; what is copied by a
thousand newspapers makes a few thousand pairs, all of which lead to the original.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise

from kg.resolve.copies.keys import FEWEST_WORDS, band_keys, groups, paragraph_keys, sentence_keys
from kg.resolve.copies.wording import Shingles, Wording

Pair = tuple[str, str]
"""Document ids of two articles, the original first."""

_BEFORE = 3
"""How many of the articles just before it each is compared with."""
_MANY = 5
"""Articles that have a sentence in common, from which it is asked whether they share more."""
_LONG_PIECE = 100
"""Words that no copyright line or invitation to a newsletter has."""
_MOST = 0.8
"""Share of the shorter of two articles that is more than such lines."""


def unit_pairs(wordings: Sequence[Wording]) -> tuple[set[Pair], frozenset[int]]:
    """Return the pairs of articles that share a paragraph or sentence, and the hashes of those that are commonplaces.

    A commonplace stands in many articles most of which share little else: `Lees ook`, a copyright line, an invitation.
    `wordings` come from the most senior on.
    """
    lengths = {wording.document_id: _sentence_lengths(wording) for wording in wordings}
    pairs: set[Pair] = set()
    commonplaces = set()
    for key, members in groups(chain(paragraph_keys(wordings), sentence_keys(wordings))):
        if len(members) >= _MANY and _is_commonplace(members, lengths):
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


def _sentence_lengths(wording: Wording) -> Mapping[int, int]:
    """Return the number of words of each sentence of an article, by its hash."""
    return {line.hash: len(line.words) for line in wording.lines if len(line.words) >= FEWEST_WORDS}


def _is_commonplace(members: Sequence[str], lengths: Mapping[str, Mapping[int, int]]) -> bool:
    """Tell whether most articles that have a unit of text share little else with the one before them."""
    apart = sum(not _share_much(lengths[one], lengths[other]) for one, other in pairwise(members))
    return 2 * apart > len(members) - 1


def _share_much(one: Mapping[int, int], other: Mapping[int, int]) -> bool:
    shared = sum(one[line] for line in one.keys() & other.keys())
    return shared >= _LONG_PIECE or shared >= _MOST * min(sum(one.values()), sum(other.values()))
