"""Two that are told of together and taken up as such: `beide bedrijven`, `de twee ondernemingen`, `de partijen`."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby

from kg.model import Definiteness, EntityType, GrammaticalFunction, Number, Relation, RelationKind
from kg.resolve.discourse import NEAREST, Discourse, are_coarguments
from kg.resolve.nominals import hypernym_types, nominals

_TWO = 2
_ORGANISATIONS = frozenset({EntityType.ORGANISATION})


def pair_members(discourse: Discourse) -> Iterator[Relation]:
    """Yield the two that a noun phrase for just two takes up as its members, where the article leaves no doubt.

    They are the only things with a name and of fitting type in the nearest sentence before that tells of several, and
    nothing else of that type stands between; or, of more than two, those that the headline names. A phrase that takes
    up an earlier one has its members from there.
    """
    for position in nominals(discourse):
        if discourse.chain(position).id == position and (kinds := _kinds(discourse, position)):
            group = discourse.mentions[position]
            for member in _two_before(discourse, position, kinds):
                yield Relation(RelationKind.MEMBER_OF, discourse.mentions[member], group, is_complete=True)


def _kinds(discourse: Discourse, position: int) -> frozenset[EntityType]:
    """Return the types of things that a phrase may mean two of; none if it means no two, or brings them in."""
    mention, rules = discourse.mentions[position], discourse.rules
    article, *words = mention.text.casefold().split()
    is_known = mention.definiteness is not Definiteness.INDEFINITE or article in rules.pairs
    if not is_known or mention.number is not Number.PLURAL or tuple(discourse.within(position)):
        return frozenset()
    is_side = mention.head_lemma.casefold() in rules.sides
    is_two = any(rules.both.get(word) == _TWO for word in (article, *words))
    if is_two or (is_side and len(words) == 1):
        return _ORGANISATIONS if is_side else hypernym_types(discourse, mention)
    return frozenset()


def _two_before(discourse: Discourse, position: int, kinds: frozenset[EntityType]) -> tuple[int, ...]:
    """Return the first mentions of the two chains, or nothing where they are not exactly two."""
    mention = discourse.mentions[position]
    before = range(position - 1, max(-1, position - NEAREST), -1)
    found: set[int] = set()
    for _, told in groupby(before, key=lambda other: discourse.sentence_of[other]):
        apart = (other for other in told if not are_coarguments(mention, discourse.mentions[other]))
        here = set(_fitting(discourse, apart, kinds))
        found |= here
        if len(here) >= _TWO or len(found) > _TWO:
            break
    if len(found) > _TWO:
        found &= set(_fitting(discourse, _headline(discourse, position), kinds))
    return tuple(sorted(found)) if len(found) == _TWO else ()


def _headline(discourse: Discourse, position: int) -> range:
    """Return the positions in the first sentence, which names whom an article is about."""
    return range(bisect_right(discourse.sentence_of, discourse.sentence_of[0], 0, position))


def _fitting(discourse: Discourse, positions: Iterable[int], kinds: frozenset[EntityType]) -> Iterator[int]:
    """Yield the chains of these types that have a name and a part in some clause; a credit has none."""
    for position in positions:
        chain = discourse.chain(position)
        functions = {discourse.mentions[other].function for other in chain.positions}
        if chain.names and chain.type in kinds and functions != {GrammaticalFunction.OTHER}:
            yield chain.id
