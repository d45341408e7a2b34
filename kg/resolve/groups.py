"""Sieve over what means several that were named together: `beide banken`, `beiden`, `het duo`, `de clubs`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.lang.coreference import CoreferenceRules
from kg.model import Definiteness, EntityType, Mention, MentionKind, Number, PronounClass
from kg.resolve.discourse import Discourse, Link, are_coarguments
from kg.resolve.hypernyms import is_another
from kg.resolve.nominals import SENTENCES_BACK, hypernym_types

_JUST_BEFORE = 1
_ACTORS = frozenset({EntityType.PERSON, EntityType.ORGANISATION, EntityType.GROUP})
_PERSONS = frozenset({EntityType.PERSON})


@dataclass(frozen=True, slots=True)
class _Several:
    """What a mention says of the things that it takes up."""

    types: frozenset[EntityType]
    number: int | None
    """How many they are."""
    sentences: int
    """How far it reaches back."""


def by_members(discourse: Discourse) -> Iterator[Link]:
    """Link what means several things to the last place that names so many of their types together.

    `Beide` or `de twee banken`, which say how many, reach back further than `deze banken`, and `de banken` takes up
    only what the sentence before names. Where no such place is near, the only two that the article names together.
    """
    named = sorted(discourse.coordinations)
    for position in range(named[0] + 1, len(discourse.mentions)) if named else ():
        several = _several(discourse, position)
        if several is None:
            continue
        earlier = [place for place in named if place < position and _fits(discourse, place, several)]
        antecedent = _nearest(discourse, position, earlier, several)
        if antecedent is not None:
            yield Link(position, antecedent, "named together")


def _several(discourse: Discourse, position: int) -> _Several | None:
    mention, rules = discourse.mentions[position], discourse.rules
    if mention.kind is not MentionKind.NOMINAL and mention.pronoun is not PronounClass.INDEFINITE:
        return None
    if mention.pronoun is PronounClass.INDEFINITE:
        number = _told_number(mention, rules)
        return _Several(_ACTORS, number, SENTENCES_BACK) if number else None
    if position in discourse.coordinations:
        return None
    if mention.head_lemma in rules.sets and mention.definiteness is Definiteness.DEFINITE:
        return _Several(_PERSONS, rules.sets[mention.head_lemma], SENTENCES_BACK)
    types = hypernym_types(discourse, mention) if mention.number is Number.PLURAL else frozenset()
    if not types or is_another(discourse, position):
        return None
    is_pair = mention.text.split()[0].casefold() in rules.pairs
    return _counted(mention, types, _told_number(mention, rules), is_pair=is_pair)


def _told_number(mention: Mention, rules: CoreferenceRules) -> int | None:
    """Return how many things a phrase says that it means: `beide`, `de twee banken`."""
    return max((rules.both.get(word, 0) for word in mention.text.casefold().split()), default=0) or None


def _counted(mention: Mention, types: frozenset[EntityType], number: int | None, *, is_pair: bool) -> _Several | None:
    if is_pair or mention.definiteness is Definiteness.DEMONSTRATIVE:
        return _Several(types, number, SENTENCES_BACK)
    if mention.definiteness is not Definiteness.DEFINITE:
        return None
    if number:
        return _Several(types, number, SENTENCES_BACK)
    return None if mention.modifiers else _Several(types, None, _JUST_BEFORE)


def _fits(discourse: Discourse, place: int, several: _Several) -> bool:
    members = discourse.coordinations[place]
    is_number = several.number in (None, len(members))
    return is_number and all(discourse.chain(member).type in several.types for member in members)


def _nearest(discourse: Discourse, position: int, earlier: Sequence[int], several: _Several) -> int | None:
    """Return the last of the places where several are named, if near or if all places name the same."""
    mention = discourse.mentions[position]
    apart = [place for place in earlier if not are_coarguments(mention, discourse.mentions[place])]
    if not apart:
        return None
    last = apart[-1]
    named = {frozenset(discourse.chain_ids[member] for member in discourse.coordinations[place]) for place in apart}
    is_near = mention.sentence - discourse.mentions[last].sentence <= several.sentences
    return last if is_near or (several.number and len(named) == 1) else None
