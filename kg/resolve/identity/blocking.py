"""Blocking: the pairs of senses that are worth comparing, few for each however frequent its name is.

Senses with a key in common stand in one block, sorted by name, and each is compared with the next ones only (sorted
neighbourhood, Hernández and Stolfo 1995, https://doi.org/10.1145/568271.223807). A surname alone is compared with the
fullest known bearers that share a function or company with it.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from kg.model import EntityType
from kg.resolve.identity.senses import Sense
from kg.resolve.identity.variants import PersonName, Variants

Pair = tuple[int, int]
"""Two positions in the sequence of senses, the lower one first."""
Key = tuple[str, ...]
"""What senses have in common that are compared."""

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
    blocks: defaultdict[Key, list[tuple[str, int]]] = defaultdict(list)
    for position, sense in enumerate(senses):
        for key in keys(sense, variants):
            blocks[key].append((sense.name, position))
    for block in blocks.values():
        if len(block) > 1:
            yield from neighbours(block)


def neighbours(block: Iterable[tuple[str, int]]) -> Iterator[Pair]:
    """Yield the pairs of a block that are compared; it is given as names and positions."""
    ordered = [position for _, position in sorted(block)]
    for at, position in enumerate(ordered):
        yield from ((min(position, other), max(position, other)) for other in ordered[at + 1 : at + 1 + _NEXT])


def keys(sense: Sense, variants: Variants) -> set[Key]:
    """Return the blocks that a sense stands in; none for one that stays within its article."""
    if not sense.is_known_by_name:
        return set()
    if sense.type is EntityType.PERSON:
        return set(_person_keys(variants.person(sense.name), variants))
    wholes = variants.spelled(variants.without_opener(sense.name))
    short = [sense.name] if len(sense.name) <= _LONGEST_ACRONYM else []
    letters = {(sense.type, "acronym", acronym) for acronym in chain(short, variants.acronyms(sense.name))}
    return letters.union(*({(sense.type, "whole", one), (sense.type, "beginning", one[:_BEGINNING])} for one in wholes))


def _person_keys(person: PersonName, variants: Variants) -> Iterator[Key]:
    given = person.given[0] if person.given else ""
    usual = variants.usual_given(given)
    for surname in variants.spelled(person.surname):
        yield from (("initial", form[:1], surname) for form in {given, *usual})
        yield from (("given", form, surname[:1]) for form in usual)


def _surnames(senses: Sequence[Sense], variants: Variants) -> Iterator[tuple[Pair, int]]:
    """Yield each place of a surname alone with the bearers that have most in common, and how many have so much."""
    places = _by_key(senses, variants, lambda sense: is_surname(sense, variants))
    bearers = _by_key(senses, variants, is_bearer)
    common: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for key, found in places.items():
        for place, bearer in shared(found, bearers.get(key, ())):
            common[place][bearer] += 1
    for place, counts in common.items():
        yield from likeliest_bearers(place, counts)


def _by_key(
    senses: Sequence[Sense], variants: Variants, is_asked: Callable[[Sense], bool]
) -> Mapping[Key, Sequence[int]]:
    found: defaultdict[Key, list[int]] = defaultdict(list)
    for position, sense in enumerate(senses):
        for key in surname_keys(sense, variants) if is_asked(sense) else ():
            found[key].append(position)
    return found


def is_surname(sense: Sense, variants: Variants) -> bool:
    """Tell whether a sense is a surname alone, whose bearer is to be found."""
    is_alone = sense.is_bound and bool(sense.name) and sense.type is EntityType.PERSON
    return is_alone and not variants.person(sense.name).given


def is_bearer(sense: Sense) -> bool:
    """Tell whether a sense is somebody who may be meant by a surname alone."""
    return sense.type is EntityType.PERSON and not sense.is_bound


def surname_keys(sense: Sense, variants: Variants) -> Iterator[Key]:
    """Yield the surname of a person with each word that may tell who is meant by it."""
    surname = variants.squeezed(variants.person(sense.name).surname)
    yield from ((surname, word) for word in chain(sense.functions, sense.company))


def shared(places: Iterable[int], bearers: Sequence[int]) -> Iterator[Pair]:
    """Yield each place of a surname alone with each bearer that has a key in common with it; none if they are many."""
    if len(bearers) <= _MOST_SHARED:
        yield from ((place, bearer) for place in places for bearer in bearers)


def likeliest_bearers(place: int, common: Mapping[int, int]) -> Iterator[tuple[Pair, int]]:
    """Yield a place of a surname alone with the bearers that have most in common with it.

    Each has how many bearers have as much in common.
    """
    for bearer in sorted(common, key=lambda bearer: (-common[bearer], bearer))[:_BEARERS]:
        rivals = sum(count >= common[bearer] for count in common.values())
        yield (min(place, bearer), max(place, bearer)), rivals
