"""Copies: articles whose text stands in an earlier one, as a whole, edited, cut short, or for a part.

In order, from what is sure to what costs most (see `keys`):

    the same text             are collapsed: only the first is compared with others
    the same paragraphs,      pairs that share one, unless it is a commonplace such as a copyright line
    the same sentences
    the same rows of words    pairs that MinHash finds: edited throughout, so that no sentence is as it was

Every pair is then looked at: which sentences of the one stand in the other (`alignment`), and how much of it that is,
in words and in names and numbers. That many articles fill in one form (results, weather) makes them no copies.

An article has one original as a rule, and more only where it takes other text from them: one that is half of B and half
of C makes B and C no copies of each other.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.model import Copy
from kg.resolve.copies.candidates import band_pairs, unit_pairs
from kg.resolve.copies.comparison import FEWEST_WORDS, compared, exact_copy, words_of
from kg.resolve.copies.keys import groups, text_keys
from kg.resolve.copies.retold import CopiedSentences, copied_sentences, retold
from kg.resolve.copies.wording import Shingles, Wording, shingles_of, wording_of

__all__ = ["CopiedSentences", "copied_sentences", "find_copies", "retold", "wording_of"]

_MORE = 0.2
"""Share of the copy that a further original must add to what the first ones have."""
_ALL = 0.95
"""Share of an article from which nothing in it is left to look for elsewhere."""


def find_copies(wordings: Iterable[Wording]) -> tuple[Copy, ...]:
    """Return which articles are copies of which, by document, then by share, the largest first."""
    ordered = sorted(wordings, key=_seniority)
    by_id = {wording.document_id: wording for wording in ordered}
    twins = _twins(ordered)
    single = [wording for wording in ordered if wording.document_id not in twins]
    shingles = {wording.document_id: shingles_of(wording) for wording in single}
    pairs, commonplaces = unit_pairs(single, shingles)
    kept = {wording.document_id: wording.without(commonplaces) for wording in single}
    shingles |= {
        one.document_id: shingles_of(kept[one.document_id]) for one in single if kept[one.document_id] is not one
    }
    earlier: defaultdict[str, list[Wording]] = defaultdict(list)
    for original, copy in pairs | band_pairs(single, shingles):
        earlier[copy].append(kept[original])
    copies = [exact_copy(by_id[copy], by_id[original]) for copy, original in twins.items()]
    for document_id, candidates in earlier.items():
        candidates.sort(key=_seniority)
        copies += _originals(_copies(kept[document_id], candidates, shingles), by_id)
    return tuple(sorted(copies, key=lambda copy: (copy.document_id, -copy.share, by_id[copy.original_id].seniority)))


def _seniority(wording: Wording) -> tuple[str, bool, str]:
    return wording.seniority


def _twins(ordered: Sequence[Wording]) -> Mapping[str, str]:
    """Return the articles that have all words of a more senior one, with the most senior of those."""
    long = (wording for wording in ordered if wording.length >= FEWEST_WORDS)
    return {copy: original for _, (original, *copies) in groups(text_keys(long)) for copy in copies}


def _copies(wording: Wording, earlier: Iterable[Wording], shingles: Mapping[str, Shingles]) -> Iterator[Copy]:
    """Yield an article as the copy of earlier ones, the most senior first, until one of them has all of its text."""
    for original in earlier:
        if copy := compared(wording, original, shingles):
            yield copy
            if copy.share >= _ALL:
                return


def _originals(copies: Iterable[Copy], by_id: Mapping[str, Wording]) -> Iterator[Copy]:
    """Yield an article as the copy of those that its text is from, of several with the same text the most senior."""
    told: set[int] = set()
    for copy in sorted(copies, key=lambda copy: (-copy.share, by_id[copy.original_id].seniority)):
        new = {line for line, _ in copy.sentences} - told
        wording = by_id[copy.document_id]
        if not told or words_of(wording, new) >= _MORE * wording.length:
            told |= new
            yield copy
