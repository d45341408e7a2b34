"""Whether an article is a copy of another, to what extent, and what was done with the text."""

from collections.abc import Collection, Iterable, Mapping

from kg.model import Copy, CopyKind
from kg.resolve.copies.alignment import alignment, in_common
from kg.resolve.copies.wording import Shingles, Wording, shingles_of

FEWEST_WORDS = 20
"""Words that an article must have, and have in common with another, to be its copy."""
_COPIED = 0.4
"""Share of the words of either article that stands in the other, from which it is a copy."""
_COPIED_FACTS = 0.25
"""The same of its names and numbers."""
_EDITED_ALIKE = 0.75
"""How much of its names and numbers is left in an edited text, at least, for all that is left of its words."""
_WHOLE = 0.8
"""Share from which all of an article stands in the other, but for a headline, a credit or a line of its own."""
_NEARLY_ALL = 0.99
"""Share that is told of a copy with other words, however few."""
_ONE_SOURCE = 0.5
"""Share of the copy from which it is no source of its own."""


def exact_copy(copy: Wording, original: Wording) -> Copy:
    """Return an article as the copy of one with the same words."""
    shingles = {wording.document_id: shingles_of(wording) for wording in (copy, original)}
    same = tuple(alignment(copy, original, shingles).items())
    return Copy(copy.document_id, original.document_id, CopyKind.EXACT, 1.0, same, is_one_source=True)


def compared(copy: Wording, original: Wording, shingles: Mapping[str, Shingles]) -> Copy | None:
    """Return an article as the copy of a more senior one, or None if it is none."""
    same = _not_a_form(copy, original, alignment(copy, original, shingles))
    places = set(same.values())
    if min(words_of(copy, same), words_of(original, places)) < FEWEST_WORDS:
        return None
    share, back = words_of(copy, same) / copy.length, words_of(original, places) / original.length
    facts = _facts_share(copy, same) if share >= back else _facts_share(original, places)
    if max(share, back) < _COPIED or facts < _COPIED_FACTS:
        return None
    return Copy(
        document_id=copy.document_id,
        original_id=original.document_id,
        kind=_kind(share, back),
        share=_kept_share(copy, original, same),
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
        common += in_common(one, other)
        every += max(len(one), len(other))
    return common / every if every else 1.0


def _kept_share(copy: Wording, original: Wording, same: Mapping[int, int]) -> float:
    """Return the share of the words of a copy that stand in the same sentences of its original; 1 only for all."""
    pairs = ((copy.lines[line].words, original.lines[place].words) for line, place in same.items())
    kept = sum(in_common(words, others) for words, others in pairs)
    return 1.0 if kept == copy.length else min(round(kept / copy.length, 2), _NEARLY_ALL)


def _kind(share: float, back: float) -> CopyKind:
    """Return what was done with a text, from the share of each of the two that stands in the other."""
    if share >= _WHOLE:
        return CopyKind.EDITED if back >= _WHOLE else CopyKind.SHORTENED
    return CopyKind.EXTENDED if back >= _WHOLE else CopyKind.PARTIAL


def words_of(wording: Wording, lines: Collection[int]) -> int:
    """Return the number of words in some sentences of an article."""
    return sum(len(wording.lines[line].words) for line in lines)


def _facts_share(wording: Wording, lines: Collection[int]) -> float:
    """Return the share of the names and numbers of an article that stand in some of its sentences."""
    every = sum(len(line.facts) for line in wording.lines)
    return sum(len(wording.lines[line].facts) for line in lines) / every if every else 1.0
