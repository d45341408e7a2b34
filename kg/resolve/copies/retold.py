"""Where what a copy tells was told first: the place in the original of a sentence that an editor left as it was.

An edit may change words, but no name, number or negation, and no more than a fifth of the words: else the copy tells
something else, and that stays apart.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from difflib import SequenceMatcher

from kg.characters import bare
from kg.lang.factuality import FactualityRules
from kg.model import ActionMention, Copy, Extraction, Span
from kg.resolve.copies.alignment import similarity
from kg.resolve.copies.wording import Line, Wording, words_in

Place = tuple[str, int, int]
"""Document, sentence, and the word in it, from 0."""

CopiedSentences = frozenset[frozenset[tuple[str, int]]]
"""Sentences, by document and index, each with that of which it is a copy."""

_NEARLY_THE_SAME = 0.8
_LONGEST = 200
"""Words of the longest sentence in which an edit is looked for: that costs the square of its length."""


@dataclass(frozen=True, slots=True)
class Retold:
    """The sentences that copies have from their originals."""

    texts: Mapping[str, Extraction]
    """The articles that are a copy or an original, by id."""
    wordings: Mapping[str, Wording]
    originals: Mapping[tuple[str, int], tuple[str, int]]
    """Document and sentence of a copy to those of its original."""

    def first_place(self, mention: ActionMention) -> Place | None:
        """Return where an action was told first, or None for one in an article that is no copy and has none."""
        extraction = self.texts.get(mention.document_id)
        if extraction is None:
            return None
        sentence = extraction.sentences[mention.sentence].span
        before = Span(sentence.start, mention.trigger[0].start)
        place = mention.document_id, mention.sentence, sum(1 for _ in words_in(extraction.document.text, before))
        while (earlier := self._before(place)) is not None:
            place = earlier
        return place

    def _before(self, place: Place) -> Place | None:
        """Return the place that a copy has a word of a sentence from, or None where it has its own words."""
        document_id, sentence, word = place
        original = self.originals.get((document_id, sentence))
        if original is None:
            return None
        words = self.wordings[document_id].lines[sentence].words
        other = _counterpart(words, self.wordings[original[0]].lines[original[1]].words, word)
        return None if other is None else (*original, other)


def retold(
    copies: Iterable[Copy],
    extractions: Iterable[Extraction],
    wordings: Mapping[str, Wording],
    rules: Iterable[FactualityRules],
) -> Retold:
    """Return which sentences copies have from their originals; of several originals, from the one with most of them."""
    denying = (word for one in rules for word in one.negators | one.negative_words | one.negative_markers)
    negations = frozenset(map(bare, denying))
    originals: dict[tuple[str, int], tuple[str, int]] = {}
    involved = set()
    for copy in copies:
        involved |= {copy.document_id, copy.original_id}
        lines, others = wordings[copy.document_id].lines, wordings[copy.original_id].lines
        for line, place in copy.sentences:
            if _say_the_same(lines[line], others[place], negations):
                originals.setdefault((copy.document_id, line), (copy.original_id, place))
    texts = {extraction.document.id: extraction for extraction in extractions if extraction.document.id in involved}
    return Retold(texts, wordings, originals)


def copied_sentences(copies: Iterable[Copy]) -> CopiedSentences:
    """Return the sentences that are copies, edited or not, each with its original."""
    return frozenset(
        frozenset(((copy.document_id, line), (copy.original_id, original)))
        for copy in copies
        for line, original in copy.sentences
    )


def _say_the_same(one: Line, other: Line, negations: Set[str]) -> bool:
    if one.words == other.words:
        return True
    if one.facts != other.facts or similarity(one.words, other.words) < _NEARLY_THE_SAME:
        return False
    words, others = Counter(one.words), Counter(other.words)
    return negations.isdisjoint((words - others) + (others - words))


def _counterpart(words: tuple[str, ...], others: tuple[str, ...], place: int) -> int | None:
    """Return which word of the other form of a sentence one is or stands for, or None for one put in."""
    if words == others:
        return place
    if max(len(words), len(others)) > _LONGEST:
        return None
    for kind, start, end, other_start, other_end in SequenceMatcher(None, words, others, autojunk=False).get_opcodes():
        if start <= place < end:
            is_aligned = kind == "equal" or (kind == "replace" and end - start == other_end - other_start)
            return other_start + place - start if is_aligned else None
    return None
