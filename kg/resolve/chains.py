"""Chains: the mentions of one article that refer to one thing, and what they tell of it together."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kg.lang.coreference import CoreferenceRules, Reading
from kg.model import EntityType, Gender, Mention, MentionKind, Number, PronounClass

_NAMING = frozenset({MentionKind.NAME, MentionKind.ADJECTIVE})
_SEXES = {Reading.MASCULINE: Gender.MASCULINE, Reading.FEMININE: Gender.FEMININE}
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
    for kind in (MentionKind.NAME, MentionKind.NOMINAL, MentionKind.ADJECTIVE):
        votes: Counter[EntityType] = Counter()
        for mention in mentions:
            if mention.kind is kind and mention.type:
                votes[mention.type] += len(mention.text.split()) if kind is MentionKind.NAME else 1
        if votes:
            return votes.most_common(1)[0][0]
    return None


def _number(mentions: Sequence[Mention], kind: EntityType | None) -> Number | None:
    votes = Counter(m.number for m in mentions if m.kind is MentionKind.NOMINAL and m.number)
    if kind is EntityType.GROUP:
        return Number.PLURAL if not votes else votes.most_common(1)[0][0]
    if any(mention.kind in _NAMING for mention in mentions):
        return Number.SINGULAR
    return votes.most_common(1)[0][0] if votes else None


def _gender(mentions: Sequence[Mention], kind: EntityType | None, rules: CoreferenceRules) -> Gender | None:
    """Return the sex that most mentions tell, else the grammatical gender of the first noun.

    A surname tells none, though it may be some man's given name (`Sifan Hassan`, `Hassan`); the noun tells nothing of
    an organisation with a name (`de autobouwer Ford ... het`).
    """
    surnames = {
        mention.text.split()[-1] for mention in mentions if mention.kind is MentionKind.NAME and " " in mention.text
    }
    telling = (mention for mention in mentions if mention.text not in surnames)
    votes = Counter(sex for mention in telling if (sex := _sex(mention, rules)))
    if votes:
        return votes.most_common(1)[0][0]
    if kind is EntityType.ORGANISATION and any(mention.kind is MentionKind.NAME for mention in mentions):
        return None
    return next((one.gender for one in mentions if one.gender and one.kind is MentionKind.NOMINAL), None)


def _sex(mention: Mention, rules: CoreferenceRules) -> Gender | None:
    if mention.kind is MentionKind.PRONOUN:
        known = readings(mention, rules)
        return _SEXES.get(next(iter(known))) if len(known) == 1 else None
    return mention.gender if mention.gender in _SEXES.values() else None
