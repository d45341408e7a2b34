"""What kind of thing a common noun calls: a person, an organisation, a group, a place ..."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from kg.errors import LanguageError
from kg.lang.table import read_rows

_ALONE = "alone"
_NOTHING = "-"
_MIN_TAIL = 3
_MIN_FRONT = 3
_LONGEST_END = 60


class NounClass(StrEnum):
    """Kind of thing that a noun can call."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    """Several persons or organisations by one singular noun: `publiek`, `sector`."""
    PLACE = "place"
    EVENT = "event"
    PRODUCT = "product"
    WORK = "work"
    LAW = "law"
    CAMPAIGN = "campaign"


@dataclass(frozen=True, slots=True, eq=False)
class NounList:
    """Nouns by lemma, with the classes of things that each can call, the likeliest first.

    It alone is equal to itself, so that a word is looked up in it once.
    """

    classes: Mapping[str, tuple[NounClass, ...]]
    """By lemma, lower case; empty for a noun that is no such thing although it ends like one (`reactie`, `actie`)."""
    alone: frozenset[str] = field(default=frozenset())
    """Lemmas that say nothing of the compounds that end in them (`kamer`: `slaapkamer`)."""
    joins_compounds: bool = True
    """Compounds are written together; else only what stands behind a hyphen is the last part of one (`ex-minister`)."""

    def of(self, lemma: str) -> tuple[NounClass, ...]:
        """Return what the noun can call, by itself or by the longest noun that it ends in; empty if unknown.

        The last part of a Dutch compound says what it is: a `vliegtuigbouwer` is a `bouwer`. See
        https://e-ans.ivdnt.org/topics/pid/ans1202lingtopic.
        """
        return _classes_of(lemma.lower(), self)


@lru_cache(maxsize=65_536)
def _classes_of(word: str, nouns: NounList) -> tuple[NounClass, ...]:
    if word in nouns.classes:
        return nouns.classes[word]
    last = word.rpartition("-")[2]
    if last != word and last in nouns.classes:
        return nouns.classes[last]
    if not nouns.joins_compounds:
        return ()
    tails = compound_ends(word, front=_MIN_FRONT, shortest=_MIN_TAIL)
    return next((nouns.classes[tail] for tail in tails if tail in nouns.classes and tail not in nouns.alone), ())


def compound_ends(word: str, *, shortest: int, front: int = 1) -> Iterator[str]:
    """Yield what a compound may end in, the longest first: at least `shortest` letters, behind at least `front`.

    Texts may hold words of any length, so that ends longer than any noun are left out.

    >>> list(compound_ends("waterkant", shortest=4, front=3))
    ['erkant', 'rkant', 'kant']
    """
    longest = max(front, len(word) - _LONGEST_END)
    return (word[start:] for start in range(longest, len(word) - shortest + 1))


def read_nouns(path: Path, *, joins_compounds: bool = True) -> NounList:
    """Return the noun list at `path`: lines `lemma TAB classes`, and TAB `alone` for no tail of compounds.

    Raises:
        LanguageError: the file cannot be read, or a line has no known class.
    """
    classes: dict[str, tuple[NounClass, ...]] = {}
    alone = set()
    for number, (lemma, words, *marks) in read_rows(path, columns={2, 3}, expected="lemma TAB classes"):
        try:
            classes[lemma] = tuple(NounClass(word) for word in words.split() if word != _NOTHING)
        except ValueError as error:
            raise LanguageError(f"line {number}: {error}", where=path) from error
        if marks == [_ALONE]:
            alone.add(lemma)
    return NounList(MappingProxyType(classes), frozenset(alone), joins_compounds)
