"""Blocking: the pairs of senses that are worth comparing, few for each however frequent its name is.

Senses with a key in common stand in one block, sorted by name, and each is compared with the next ones only (sorted
neighbourhood, Hernández and Stolfo 1995, https://doi.org/10.1145/568271.223807). A surname alone is compared with the
fullest known bearers that share a function or company with it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from kg.model import EntityType
from kg.resolve.identity.senses import Sense
from kg.resolve.identity.variants import Variants

Pair = tuple[int, int]
"""Two positions in the sequence of senses, the lower one first."""

_NEXT = 12
"""Senses of a block that each is compared with."""
_BEARERS = 3
"""Bearers of a surname that each place with the surname alone is compared with."""
_MOST_SHARED = 100
"""Bearers of a surname that may share a word before it tells nothing of which one is meant."""
_BEGINNING = 4
"""Letters at the beginning of a name in which nobody errs."""
_LONGEST_ACRONYM = 8


def candidates(senses: Sequence[Sense], variants: Variants) -> Mapping[Pair, int]:
    """Return pairs of senses that may be one; for a surname alone, with how many bearers have as much in common.

    That is 0 for all other pairs.
    """
    return {**dict.fromkeys(sorted(_neighbours(senses, variants)), 0), **dict(_surnames(senses, variants))}


def _neighbours(senses: Sequence[Sense], variants: Variants) -> Iterator[Pair]:
    blocks: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for position, sense in enumerate(senses):
        for key in _keys(sense, variants) if sense.name and not sense.is_bound else ():
            blocks[key].append(position)
    for block in blocks.values():
        block.sort(key=lambda position: (senses[position].name, position))
        for at, position in enumerate(block):
            yield from ((min(position, other), max(position, other)) for other in block[at + 1 : at + 1 + _NEXT])


def _keys(sense: Sense, variants: Variants) -> set[tuple[str, ...]]:
    """Return what a sense has in common with those that it may be."""
    if sense.type is EntityType.PERSON:
        person = variants.person(sense.name)
        surname, given = variants.spelled(person.surname), person.given[0] if person.given else ""
        usual = variants.usual_given(given)
        initials = {("initial", letter, surname) for letter in (given[:1], usual[:1])}
        return {*initials, ("given", usual, surname[:1])}
    whole = variants.spelled(variants.without_opener(sense.name))
    short = [sense.name] if len(sense.name) <= _LONGEST_ACRONYM else []
    letters = {(sense.type, "acronym", acronym) for acronym in chain(short, variants.acronyms(sense.name))}
    return {*letters, (sense.type, "whole", whole), (sense.type, "beginning", whole[:_BEGINNING])}


def _surnames(senses: Sequence[Sense], variants: Variants) -> Iterator[tuple[Pair, int]]:
    """Yield each place of a surname alone with the bearers that have most in common, and how many have so much."""
    alone = {
        position: variants.squeezed(variants.person(sense.name).surname)
        for position, sense in enumerate(senses)
        if sense.is_bound and sense.type is EntityType.PERSON and not variants.person(sense.name).given
    }
    surnames = set(alone.values())
    bearers: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for position, sense in enumerate(senses):
        if sense.type is EntityType.PERSON and not sense.is_bound:
            surname = variants.squeezed(variants.person(sense.name).surname)
            for word in chain(sense.functions, sense.company) if surname in surnames else ():
                bearers[surname, word].append(position)
    for position, surname in alone.items():
        words = chain(senses[position].functions, senses[position].company)
        shared = (bearers.get((surname, word), ()) for word in words)
        common = Counter(bearer for found in shared if len(found) <= _MOST_SHARED for bearer in found)
        best = sorted(common, key=lambda bearer: (-common[bearer], bearer))[:_BEARERS]
        for bearer in best:
            rivals = sum(count >= common[bearer] for count in common.values())
            yield (min(position, bearer), max(position, bearer)), rivals
