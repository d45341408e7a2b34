"""The words of an article in the form in which two articles are compared: without case, accents, quotes and spaces."""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b
from itertools import filterfalse

import numpy as np
from numpy.typing import NDArray

from kg.characters import bare
from kg.lang import Language
from kg.lang.credits import are_agencies, credited_agency
from kg.model import Extraction, MentionKind, Span
from kg.resolve.discourse import paragraphs_of

SHINGLE = 3
"""Words in a row that are compared as one."""

_WORD = re.compile(r"[\w\u0300-\u036f]+")
_FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)
"""Odd numbers that tell the places of the words of a shingle apart (those of splitmix64 and xxHash)."""
_HALF = np.uint64(32)
_UNDATED = "~"
"""Sorts behind all dates."""
_WORDS_KEPT = 1 << 18

_folded = lru_cache(maxsize=_WORDS_KEPT)(bare)


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence as it is compared."""

    words: tuple[str, ...]
    facts: frozenset[str]
    """Its names and numbers: what makes it news and not a form."""
    hash: int
    """Stands for the words in 64 bits."""


@dataclass(frozen=True, slots=True)
class Wording:
    """An article as it is compared."""

    document_id: str
    seniority: tuple[str, bool, str]
    """Of two articles with the same text, the one with the smaller is the original: the earlier, the agency's."""
    agency: str
    """The agency that it credits, or that published it, in lower case; empty if none."""
    lines: tuple[Line, ...]
    """One for each sentence; without words where the article repeats itself."""
    paragraphs: tuple[int, ...]
    """Number of the paragraph of each sentence, ascending."""

    def without(self, commonplaces: Set[int]) -> "Wording":
        """Return the article without the sentences of these hashes."""
        if commonplaces.isdisjoint(line.hash for line in self.lines):
            return self
        return replace(self, lines=tuple(_EMPTY if line.hash in commonplaces else line for line in self.lines))

    @property
    def length(self) -> int:
        """Return the number of words."""
        return sum(len(line.words) for line in self.lines)


@dataclass(frozen=True, slots=True, eq=False)
class Shingles:
    """The rows of three words within the sentences of an article, each once."""

    hashes: NDArray[np.uint32]
    """Ascending."""
    lines: NDArray[np.int32]
    """Index of the first sentence that has each."""


def wording_of(extraction: Extraction, language: Language) -> Wording:
    """Return an article as it is compared."""
    document = extraction.document
    agencies = language.names.agencies
    agency = document.source if are_agencies(document.source, agencies) else credited_agency(document.text, agencies)
    numbers = frozenset(word for word, number in language.time.words["number"].items() if number > 1)
    openings = numbers.union(_name_words(extraction))
    return Wording(
        document_id=document.id,
        seniority=(document.published or _UNDATED, not agency, document.id),
        agency=agency.lower(),
        lines=tuple(
            _EMPTY if sentence.repeats is not None else _line(document.text, sentence.span, openings, numbers)
            for sentence in extraction.sentences
        ),
        paragraphs=tuple(paragraphs_of(extraction)),
    )


def words_in(text: str, span: Span) -> Iterator[tuple[int, str]]:
    """Yield the words of a stretch of text as they are compared, each with its offset in the text."""
    return ((word.start(), _folded(word[0])) for word in _WORD.finditer(text, span.start, span.end))


def shingles_of(wording: Wording) -> Shingles:
    """Return all three words in a row within a sentence."""
    lines = [(index, line.words) for index, line in enumerate(wording.lines) if len(line.words) >= SHINGLE]
    if not lines:
        return Shingles(np.empty(0, np.uint32), np.empty(0, np.int32))
    words = np.fromiter((_word_hash(word) for _, words in lines for word in words), np.uint64)
    owners = np.repeat([index for index, _ in lines], [len(words) for _, words in lines])
    last = SHINGLE - 1
    joined = np.zeros(len(words) - last, np.uint64)
    for place, factor in enumerate(_FACTORS):
        joined += words[place : place + len(joined)] * np.uint64(factor)
    within = owners[:-last] == owners[last:]
    hashes, first = np.unique((joined[within] >> _HALF).astype(np.uint32), return_index=True)
    return Shingles(hashes, owners[:-last][within][first].astype(np.int32))


def hashed(text: str) -> int:
    """Return 64 bits that stand for a text, the same in every process and on every machine."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little")


_word_hash = lru_cache(maxsize=_WORDS_KEPT)(hashed)
_EMPTY = Line((), frozenset(), hashed(""))


def _line(text: str, span: Span, openings: frozenset[str], numbers: frozenset[str]) -> Line:
    """Return a sentence; its first word has a capital anyway and is a fact only as one of `openings`."""
    spelled = _WORD.findall(text, span.start, span.end)
    words = tuple(map(_folded, spelled))
    facts = {word for word, form in zip(words[1:], spelled[1:], strict=True) if form[0].isupper() or not word.isalpha()}
    facts.update(numbers.intersection(words), openings.intersection(words[:1]), filterfalse(str.isalpha, words[:1]))
    return Line(words, frozenset(facts), hashed(" ".join(words)))


def _name_words(extraction: Extraction) -> Iterator[str]:
    """Yield the words of the names of an article that are written with a capital."""
    for mention in extraction.mentions:
        if mention.kind is MentionKind.NAME:
            yield from (_folded(word) for word in _WORD.findall(mention.text) if word[0].isupper())
