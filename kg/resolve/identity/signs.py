"""Signs of identity, and how much each weighs.

A weight is in bits, the logarithm to base two of how much likelier a sign makes it that two are one (Fellegi and
Sunter 1969, https://doi.org/10.1080/01621459.1969.10501049): 4.25 bits are a likelihood of 0.95. They are set by hand,
so that a name alone seldom decides, and measured by `python -m tests.quality.identity`.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

MERGING = 0.95
"""Likelihood from which two are one unless something forbids it."""
DOUBTFUL = 0.5
"""Likelihood from which a person is asked."""


class Sign(StrEnum):
    """What speaks for two names of different articles being of one thing, or against it."""

    SAME_NAME = "same name"
    """One full name, of persons whose articles tell different things of them."""
    SPACING = "written apart or together"
    SPELLING = "other spelling"
    """The same by the spelling rules: `Poetin`, `Putin`."""
    TYPING = "nearly the same letters"
    INITIALS = "initials"
    NICKNAME = "form of the given name"
    MIDDLE_NAME = "without middle name"
    PARTICLE = "other particle"
    LEGAL_FORM = "legal form"
    SURNAME = "surname"
    ACRONYM = "acronym"
    FUNCTION = "same function"
    OTHER_FUNCTION = "other function"
    ONE_NAME_BESIDE = "one name beside both"
    TWO_NAMES_BESIDE = "two names beside both"
    MORE_NAMES_BESIDE = "more names beside both"
    COUNTRY = "same country"
    OTHER_COUNTRY = "other country"
    YEAR = "same year"
    FAR_YEARS = "years far apart"
    OTHER_SEX = "other sex"
    SIDE_BY_SIDE = "named side by side"
    """An article names both, and tells them apart."""


WEIGHTS: Mapping[Sign, float] = MappingProxyType(
    {
        Sign.SAME_NAME: 4.0,
        Sign.SPACING: 5.0,
        Sign.SPELLING: 1.5,
        Sign.TYPING: -1.0,
        Sign.INITIALS: 1.5,
        Sign.NICKNAME: 1.5,
        Sign.MIDDLE_NAME: 2.5,
        Sign.PARTICLE: -1.0,
        Sign.LEGAL_FORM: 2.0,
        Sign.SURNAME: 1.5,
        Sign.ACRONYM: -0.5,
        Sign.FUNCTION: 3.0,
        Sign.OTHER_FUNCTION: -3.0,
        Sign.ONE_NAME_BESIDE: 2.0,
        Sign.TWO_NAMES_BESIDE: 3.0,
        Sign.MORE_NAMES_BESIDE: 4.0,
        Sign.COUNTRY: 1.0,
        Sign.OTHER_COUNTRY: -3.0,
        Sign.YEAR: 0.25,
        Sign.FAR_YEARS: -3.0,
        Sign.OTHER_SEX: -6.0,
        Sign.SIDE_BY_SIDE: -6.0,
    }
)
FORBIDDING = frozenset({Sign.OTHER_FUNCTION, Sign.OTHER_SEX})
"""Signs against which no other one helps."""
