"""Chains: the mentions of one article that refer to one thing, and what they tell of it together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kg.lang.coreference import CoreferenceRules, Reading
from kg.model import EntityType, Gender, Mention, MentionKind, Number, PronounClass

Value = TypeVar("Value")

_NAMING = frozenset({MentionKind.NAME, MentionKind.ADJECTIVE})
_SEXES = {Reading.MASCULINE: Gender.MASCULINE, Reading.FEMININE: Gender.FEMININE}
_SEX_OF_PERSONS = frozenset(_SEXES.values())
_OWN_READINGS = frozenset({PronounClass.PERSONAL, PronounClass.POSSESSIVE, PronounClass.DEMONSTRATIVE})


@dataclass(frozen=True, slots=True)
class Chain:
    """What is known so far of one thing that an article refers to."""

    positions: tuple[int, ...]
    """Of its mentions in `Discourse.mentions`, in text order."""
    type: EntityType | None
    """Place for a country, else the type that its names have, longer ones counting more, else its nominals."""
    number: Number | None
    gender: Gender | None
    names: tuple[str, ...]
    """Its folded names, each once, in text order."""

    @property
    def id(self) -> int:
        """Return the position of the first mention, which the chain is known by."""
        return self.positions[0]


def readings(mention: Mention, rules: CoreferenceRules) -> frozenset[Reading]:
    """Return what a pronoun can stand for by its form, narrowed by the number and gender that the parser gives it."""
    if mention.pronoun not in _OWN_READINGS:
        return frozenset()
    known = rules.pronouns.get(mention.text.casefold().replace("’", "'").replace("‘", "'"), frozenset())
    if mention.number is Number.PLURAL and Reading.PLURAL in known:
        return frozenset({Reading.PLURAL})
    if mention.number is Number.SINGULAR and known != {Reading.PLURAL}:
        return known - {Reading.PLURAL}
    return known


def chain_of(
    positions: Sequence[int],
    mentions: Sequence[Mention],
    names: Sequence[str],
    rules: CoreferenceRules,
    countries: frozenset[str],
) -> Chain:
    """Return the chain of the mentions at these positions, given in text order.

    What has the name of a country is that place, whatever acts for it (`Nederland wint`, `US $ 3 miljoen`).
    """
    members = [mentions[position] for position in positions]
    called = tuple(dict.fromkeys(names[position] for position in positions if names[position]))
    kind = EntityType.PLACE if not countries.isdisjoint(called) else majority_type(members)
    return Chain(
        positions=tuple(positions),
        type=kind,
        number=_number(members, kind),
        gender=_gender(members, kind, rules),
        names=called,
    )


def majority_type(mentions: Sequence[Mention]) -> EntityType | None:
    """Return the type that most names have, else most nominals; of equally many the one that comes first.

    A name counts as often as it has words: the recogniser knows `Henry Ford` better than `Ford`. A noun counts once.
    """
    if len(mentions) == 1:
        return mentions[0].type if mentions[0].kind is not MentionKind.PRONOUN else None
    for kind in (MentionKind.NAME, MentionKind.NOMINAL, MentionKind.ADJECTIVE):
        typed = [(mention.type, mention.text) for mention in mentions if mention.kind is kind and mention.type]
        if typed:
            return _commonest([(type, len(text.split()) if kind is MentionKind.NAME else 1) for type, text in typed])
    return None


def _commonest(votes: Sequence[tuple[Value, int]]) -> Value | None:
    """Return the value with most votes; of equally many the one that comes first, and None if there are no votes."""
    if len(votes) < 2:
        return votes[0][0] if votes else None
    found: dict[Value, int] = {}
    for value, number in votes:
        found[value] = found.get(value, 0) + number
    return max(found, key=found.__getitem__, default=None)


def _number(mentions: Sequence[Mention], kind: EntityType | None) -> Number | None:
    if kind is not EntityType.GROUP and not _NAMING.isdisjoint([mention.kind for mention in mentions]):
        return Number.SINGULAR
    told = _commonest([(one.number, 1) for one in mentions if one.kind is MentionKind.NOMINAL and one.number])
    return told or Number.PLURAL if kind is EntityType.GROUP else told


def _gender(mentions: Sequence[Mention], kind: EntityType | None, rules: CoreferenceRules) -> Gender | None:
    """Return the sex that most mentions tell, else the grammatical gender of the first noun.

    A surname tells none, though it may be some man's given name (`Sifan Hassan`, `Hassan`); the noun tells nothing of
    an organisation with a name (`de autobouwer Ford ... het`).
    """
    sexes = [(mention, sex) for mention in mentions if (sex := _sex(mention, rules))]
    told = _told_sex(sexes, mentions) if sexes else None
    if told is not None:
        return told
    if kind is EntityType.ORGANISATION and any(mention.kind is MentionKind.NAME for mention in mentions):
        return None
    return next((one.gender for one in mentions if one.gender and one.kind is MentionKind.NOMINAL), None)


def _told_sex(sexes: Iterable[tuple[Mention, Gender]], mentions: Iterable[Mention]) -> Gender | None:
    """Return the sex that most mentions tell, those left out that are the surname of another."""
    names = (mention.text for mention in mentions if mention.kind is MentionKind.NAME)
    surnames = {name.split()[-1] for name in names if " " in name}
    return _commonest([(sex, 1) for mention, sex in sexes if mention.text not in surnames])


def _sex(mention: Mention, rules: CoreferenceRules) -> Gender | None:
    if mention.kind is MentionKind.PRONOUN:
        known = readings(mention, rules)
        return _SEXES.get(next(iter(known))) if len(known) == 1 else None
    return mention.gender if mention.gender in _SEX_OF_PERSONS else None
