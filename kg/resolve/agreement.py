"""Agreement: what a pronoun can stand for by its form, and at what cost where it seldom does.

Names of organisations take `het` and `zijn`, never `hij`, and often a plural that means the people (`Apple ... ze`); a
pronoun for a thing follows its grammatical gender, one for a person the sex (`het slachtoffer ... hij`).
See e-ANS 5.2, https://e-ans.ivdnt.org
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kg.lang.coreference import Reading
from kg.model import EntityType, Gender, Mention, Number, PronounClass
from kg.resolve.chains import Chain

Cost = float | None
"""How much less salient an antecedent is for a pronoun that seldom stands for such a one; None: it never does."""

_SELDOM = 3.0
_SOMETIMES = 1.5
_UNKNOWN_SEX = 0.5
FIRST_CHOICE = _UNKNOWN_SEX
"""Highest cost of an antecedent that a pronoun stands for as a rule."""
_THINGS = frozenset(
    {EntityType.PRODUCT, EntityType.WORK, EntityType.CAMPAIGN, EntityType.LAW, EntityType.NAMED_EVENT, EntityType.OTHER}
)
_BODIES = frozenset({EntityType.ORGANISATION, EntityType.PLACE})
"""What `haar` often and `ze` sometimes stands for where a de-word calls it: `de stad ... haar`."""


def cost(meant: frozenset[Reading], pronoun: PronounClass, chain: Chain) -> Cost:
    """Return the lowest cost at which one of the readings `meant` stands for the thing of `chain`."""
    if chain.type is None:
        return None
    found = [price for reading in meant if (price := _COSTS[reading](pronoun, chain)) is not None]
    return min(found, default=None)


def sexes_clash(mention: Mention, chain: Chain) -> bool:
    """Tell whether a noun is said of a woman and the chain is a man's, or the other way round."""
    return {mention.gender, chain.gender} == {Gender.MASCULINE, Gender.FEMININE}


def _masculine(pronoun: PronounClass, chain: Chain) -> Cost:
    if chain.number is Number.PLURAL or chain.gender is Gender.FEMININE:
        return None
    if chain.type is EntityType.PERSON:
        return 0.0 if chain.gender in (Gender.MASCULINE, Gender.COMMON) else _UNKNOWN_SEX
    if chain.gender is Gender.NEUTER:
        return None
    is_thing = chain.type in _THINGS or (chain.type is EntityType.ORGANISATION and not chain.names)
    return _SELDOM if is_thing else None


def _feminine(pronoun: PronounClass, chain: Chain) -> Cost:
    if chain.number is Number.PLURAL or chain.gender is Gender.MASCULINE:
        return None
    if chain.type is EntityType.PERSON:
        return 0.0 if chain.gender in (Gender.FEMININE, Gender.COMMON) else _UNKNOWN_SEX
    if chain.gender is Gender.NEUTER:
        return None
    if chain.type in _BODIES and chain.gender is Gender.COMMON:
        return _SOMETIMES if pronoun is PronounClass.POSSESSIVE else _SELDOM
    return _SELDOM if chain.type is EntityType.ORGANISATION else None


def _neuter(pronoun: PronounClass, chain: Chain) -> Cost:
    if chain.number is Number.PLURAL or chain.gender is Gender.COMMON or chain.type is EntityType.PERSON:
        return None
    if chain.type is EntityType.ORGANISATION:
        return 0.0
    if chain.type is EntityType.PLACE:
        return _SOMETIMES if pronoun is PronounClass.POSSESSIVE else None
    return _SOMETIMES if chain.gender is Gender.NEUTER else _SELDOM


def _plural(pronoun: PronounClass, chain: Chain) -> Cost:
    if chain.type in _THINGS or chain.type is EntityType.PLACE:
        return _SOMETIMES if chain.number is Number.PLURAL and pronoun is PronounClass.PERSONAL else None
    if chain.number is Number.PLURAL:
        return 0.0
    return None if chain.type is EntityType.PERSON else _SOMETIMES


_COSTS: Mapping[Reading, Callable[[PronounClass, Chain], Cost]] = MappingProxyType(
    {
        Reading.MASCULINE: _masculine,
        Reading.FEMININE: _feminine,
        Reading.NEUTER: _neuter,
        Reading.PLURAL: _plural,
    }
)
