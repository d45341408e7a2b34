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

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from kg.model import Copy, CopyKind
from kg.resolve.copies.alignment import alignment
from kg.resolve.copies.candidates import band_pairs, unit_pairs
from kg.resolve.copies.keys import groups, text_keys
from kg.resolve.copies.retold import CopiedSentences, copied_sentences, retold
from kg.resolve.copies.wording import Shingles, Wording, shingles_of, wording_of

__all__ = ["CopiedSentences", "copied_sentences", "find_copies", "retold", "wording_of"]

_FEWEST_WORDS = 20
"""Words that an article must have, and have in common with another, to be its copy."""
_COPIED = 0.4
"""Share of the words of either article that stands in the other, from which it is a copy."""
_COPIED_FACTS = 0.25
"""The same of its names and numbers."""
_EDITED_ALIKE = 0.75
"""How much of its names and numbers is left in an edited text, at least, for all that is left of its words."""
_WHOLE = 0.8
"""Share from which all of an article stands in the other, but for a headline, a credit or a line of its own."""
_ONE_SOURCE = 0.5
"""Share of the copy from which it is no source of its own."""
_MORE = 0.2
"""Share of the copy that a further original must add to what the first ones have."""


def find_copies(wordings: Iterable[Wording]) -> tuple[Copy, ...]:
    """Return which articles are copies of which, by document, then by share, the largest first."""
    ordered = sorted(wordings, key=lambda wording: wording.seniority)
    by_id = {wording.document_id: wording for wording in ordered}
    twins = _twins(ordered)
    single = [wording for wording in ordered if wording.document_id not in twins]
    pairs, commonplaces = unit_pairs(single)
    kept = {wording.document_id: wording.without(commonplaces) for wording in single}
    shingles = {document_id: shingles_of(wording) for document_id, wording in kept.items()}
    pairs |= band_pairs(single, shingles)
    found: defaultdict[str, list[Copy]] = defaultdict(list)
    for original, copy in sorted(pairs):
        if compared := _compared(kept[copy], kept[original], shingles):
            found[copy].append(compared)
    copies = [_exact(by_id[copy], by_id[original]) for copy, original in twins.items()]
    copies += [copy for each in found.values() for copy in _originals(each, by_id)]
    return tuple(sorted(copies, key=lambda copy: (copy.document_id, -copy.share, by_id[copy.original_id].seniority)))


def _twins(ordered: Sequence[Wording]) -> Mapping[str, str]:
    """Return the articles that have all words of a more senior one, with the most senior of those."""
    long = (wording for wording in ordered if wording.length >= _FEWEST_WORDS)
    return {copy: original for _, (original, *copies) in groups(text_keys(long)) for copy in copies}


def _exact(copy: Wording, original: Wording) -> Copy:
    """Return an article as the copy of one with the same words."""
    shingles = {wording.document_id: shingles_of(wording) for wording in (copy, original)}
    same = tuple(alignment(copy, original, shingles).items())
    return Copy(copy.document_id, original.document_id, CopyKind.EXACT, 1.0, same, is_one_source=True)


def _compared(copy: Wording, original: Wording, shingles: Mapping[str, Shingles]) -> Copy | None:
    """Return an article as the copy of a more senior one, or None if it is none."""
    same = _not_a_form(copy, original, alignment(copy, original, shingles))
    places = set(same.values())
    if min(_words(copy, same), _words(original, places)) < _FEWEST_WORDS:
        return None
    share, back = _words(copy, same) / copy.length, _words(original, places) / original.length
    facts = _facts_share(copy, same) if share >= back else _facts_share(original, places)
    if max(share, back) < _COPIED or facts < _COPIED_FACTS:
        return None
    return Copy(
        document_id=copy.document_id,
        original_id=original.document_id,
        kind=_kind(share, back),
        share=round(share, 2),
        sentences=tuple(same.items()),
        is_one_source=share >= _ONE_SOURCE or (copy.agency != "" and copy.agency == original.agency),
    )


def _not_a_form(copy: Wording, original: Wording, same: Mapping[int, int]) -> Mapping[int, int]:
    """Return the sentences that have their names and numbers in common too; none if the two fill in one form.

    Who edits a text changes any of its words, who fills in a form changes its names and numbers.
    """
    pairs = [(line, place, copy.lines[line], original.lines[place]) for line, place in same.items()]
    words = _kept((one.words, other.words) for _, _, one, other in pairs)
    facts = _kept((one.facts, other.facts) for _, _, one, other in pairs)
    if facts < _EDITED_ALIKE * words:
        return {}
    return {
        line: place
        for line, place, one, other in pairs
        if 2 * len(one.facts & other.facts) >= min(len(one.facts), len(other.facts))
    }


def _kept(pairs: Iterable[tuple[Collection[str], Collection[str]]]) -> float:
    """Return the share of the words of sentences that stand in their counterparts too."""
    common = every = 0
    for one, other in pairs:
        common += (Counter(one) & Counter(other)).total()
        every += max(len(one), len(other))
    return common / every if every else 1.0


def _kind(share: float, back: float) -> CopyKind:
    """Return what was done with a text, from the share of each of the two that stands in the other."""
    if share >= _WHOLE:
        return CopyKind.EDITED if back >= _WHOLE else CopyKind.SHORTENED
    return CopyKind.EXTENDED if back >= _WHOLE else CopyKind.PARTIAL


def _words(wording: Wording, lines: Collection[int]) -> int:
    return sum(len(wording.lines[line].words) for line in lines)


def _facts_share(wording: Wording, lines: Collection[int]) -> float:
    """Return the share of the names and numbers of an article that stand in some of its sentences."""
    every = sum(len(line.facts) for line in wording.lines)
    return sum(len(wording.lines[line].facts) for line in lines) / every if every else 1.0


def _originals(copies: Iterable[Copy], by_id: Mapping[str, Wording]) -> Iterator[Copy]:
    """Yield an article as the copy of those that its text is from, of several with the same text the most senior."""
    told: set[int] = set()
    for copy in sorted(copies, key=lambda copy: (-copy.share, by_id[copy.original_id].seniority)):
        new = {line for line, _ in copy.sentences} - told
        wording = by_id[copy.document_id]
        if not told or _words(wording, new) >= _MORE * wording.length:
            told |= new
            yield copy
