"""Membership of words and word groups in lists of names, as a feature of the network."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

KINDS = ("first", "last", "city", "place", "country", "org", "legal", "body", "title", "month")
"""Kinds of list: first names, last names, cities, foreign and older names of cities, countries and regions,
organisations, legal forms, nouns that head the name of an organisation, titles and functions, months and days."""
FOLDED = frozenset({"legal", "body", "title", "month"})
"""Kinds compared without regard to case."""
FLAGS = 3 * len(KINDS)
"""Width of the feature: for each kind alone, first of several words, later of several words."""
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Lists of names by kind."""

    exact: Mapping[tuple[str, ...], tuple[int, ...]]
    """Kinds of each name, by its words."""
    folded: Mapping[tuple[str, ...], tuple[int, ...]]
    """The same for the kinds compared in lower case."""
    longest: Mapping[str, int]
    """For the first word of a name of several words, in lower case, the length of the longest such name."""


def parse_gazetteer(lines: Iterable[str]) -> Gazetteer:
    """Return the lists in lines of `name<TAB>kind,kind`; who asks for the same lines next gets the same lists."""
    return _parsed(tuple(lines))


@lru_cache(maxsize=1)  # the components of a pipeline have the same lists
def _parsed(lines: tuple[str, ...]) -> Gazetteer:
    exact: dict[tuple[str, ...], tuple[int, ...]] = {}
    folded: dict[tuple[str, ...], tuple[int, ...]] = {}
    longest: dict[str, int] = {}
    for line in lines:
        name, _, kinds = line.rstrip("\n").partition("\t")
        words = tuple(name.split(" "))
        if not kinds or len(words) > _LONGEST:
            continue
        numbers = [(kind in FOLDED, KINDS.index(kind)) for kind in kinds.split(",")]
        if any(not fold for fold, _ in numbers):
            exact[words] = tuple(number for fold, number in numbers if not fold)
        if any(fold for fold, _ in numbers):
            folded[_lower(words)] = tuple(number for fold, number in numbers if fold)
        if len(words) > 1:
            first = words[0].lower()
            longest[first] = max(len(words), longest.get(first, 1))
    return Gazetteer(exact, folded, longest)


def flag_words(words: Sequence[str], gazetteer: Gazetteer) -> npt.NDArray[np.float32]:
    """Return the membership of each word, [words, FLAGS], 0 or 1."""
    flags = np.zeros((len(words), FLAGS), dtype=np.float32)
    for start, word in enumerate(words):
        for size in range(1, gazetteer.longest.get(word.lower(), 1) + 1):
            group = tuple(words[start : start + size])
            kinds = gazetteer.exact.get(group, ()) + gazetteer.folded.get(_lower(group), ())
            for kind in kinds if len(group) == size else ():
                flags[start, 3 * kind + (size > 1)] = 1
                flags[start + 1 : start + size, 3 * kind + 2] = 1
    return flags


def _lower(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.lower() for word in words)
