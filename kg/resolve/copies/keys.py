"""What two articles with the same text have in common, as rows that any engine can group: tier, hash, document.

    text          all words of the article
    paragraph     the words of one paragraph, of sentences however short
    sentence      the words of one sentence
    band 0 ...    some of the smallest hashes of its rows of three words (MinHash): articles that share many such rows
                  share a band for sure enough, articles that share few hardly ever do

Rows of one tier and hash are of articles to compare.
See Broder 1997, https://doi.org/10.1109/SEQUEN.1997.666900, and Leskovec et al., Mining of Massive Datasets, ch. 3.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

from kg.resolve.copies.wording import Shingles, Wording, hashed

FEWEST_WORDS = 6
"""Words of the shortest sentence or paragraph that two articles hardly have in common by chance."""
_BANDS = 42
_ROWS = 3
"""Hashes in a band: with 42 bands, articles that share 44 % of their rows of words (what is left when 15 % of the words
are edited) meet with a probability of .97, those that share 2 % with one of .0003."""
_SEED = 20_091_215
_BATCH = 4096
_FACTOR = np.uint64(0x9E3779B97F4A7C15)


class Key(NamedTuple):
    """One row: an article with something that it may share with others."""

    tier: str
    hash: int
    document_id: str


def text_keys(wordings: Iterable[Wording]) -> Iterator[Key]:
    """Yield a row for each article; how its words are parted into sentences does not matter."""
    for wording in wordings:
        words = " ".join(word for line in wording.lines for word in line.words)
        yield Key("text", hashed(words), wording.document_id)


def paragraph_keys(wordings: Iterable[Wording]) -> Iterator[Key]:
    """Yield a row for each paragraph of some length, once for each article."""
    for wording in wordings:
        numbered = groupby(zip(wording.paragraphs, wording.lines, strict=True), key=itemgetter(0))
        paragraphs = ([word for _, line in lines for word in line.words] for _, lines in numbered)
        for words in dict.fromkeys(" ".join(words) for words in paragraphs if len(words) >= FEWEST_WORDS):
            yield Key("paragraph", hashed(words), wording.document_id)


def sentence_keys(wordings: Iterable[Wording]) -> Iterator[Key]:
    """Yield a row for each sentence of some length, once for each article."""
    for wording in wordings:
        for line_hash in dict.fromkeys(line.hash for line in wording.lines if len(line.words) >= FEWEST_WORDS):
            yield Key("sentence", line_hash, wording.document_id)


def band_keys(document_ids: Sequence[str], shingles: Sequence[Shingles]) -> Iterator[Key]:
    """Yield a row for each band and article, band by band; an article without rows of three words has none."""
    rows = [row for row, each in enumerate(shingles) if len(each.hashes)]
    signed = _signatures([shingles[row].hashes for row in rows])
    for band in range(_BANDS):
        hashes = np.zeros(len(rows), np.uint64)
        for column in range(band * _ROWS, (band + 1) * _ROWS):
            hashes = (hashes ^ signed[:, column]) * _FACTOR
        for row, value in zip(rows, hashes.tolist(), strict=True):
            yield Key(f"band {band}", value, document_ids[row])


def groups(keys: Iterable[Key]) -> Iterator[tuple[Key, list[str]]]:
    """Yield what more than one article has, as its first row, with those articles in the order of the rows.

    The rows of a tier stand together: no more than one tier is in memory at a time.
    """
    for _, tier in groupby(keys, key=lambda key: key.tier):
        found: defaultdict[int, list[Key]] = defaultdict(list)
        for key in tier:
            found[key.hash].append(key)
        yield from ((rows[0], [row.document_id for row in rows]) for rows in found.values() if len(rows) > 1)


def _signatures(sets: Sequence[NDArray[np.uint32]]) -> NDArray[np.uint64]:
    """Return the MinHash of sets of hashes, one a row, none of them empty."""
    batches = [np.empty((0, _BANDS * _ROWS), np.uint64)]
    for start in range(0, len(sets), _BATCH):
        batch = sets[start : start + _BATCH]
        ends = np.cumsum([0, *map(len, batch)]).astype(np.uint64)
        spread = np.concatenate(batch).astype(np.uint64) * _FACTOR
        matrix = RMinHash.digest_matrix_from_flat_token_hashes(spread, ends, _BANDS * _ROWS, _SEED)
        batches.append(np.array(matrix.to_rows(), np.uint64))
    return np.concatenate(batches)
