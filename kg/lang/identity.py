"""How names of one thing vary from article to article, and how much each sign of identity weighs."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


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


@dataclass(frozen=True, slots=True)
class IdentityRules:
    """Words and weights by which things of different articles are taken for one; all words folded."""

    weights: Mapping[str, float]
    """How much each `Sign` weighs, in bits: one more makes identity twice as likely against its contrary."""
    merging: float
    """Likelihood, 0 to 1, from which two are one unless something forbids it."""
    doubtful: float
    """Likelihood from which a person is asked."""
    far_years: int
    """Years between two articles from which on they are likely to tell of two generations."""
    legal_openers: frozenset[str]
    """Legal forms that stand before a name: `Stichting`."""
    particles: Mapping[str, str]
    """Words before a surname to their abbreviation: `van`, `v`."""
    letters: Mapping[str, str]
    """Letters that no decomposition makes plain, to those that newspapers write instead."""
    spellings: Mapping[str, str]
    """Groups of letters to the one that stands for all of one sound; applied from the longest to the shortest."""
    given_names: Mapping[str, str]
    """Short and Dutch forms of given names, to the one that stands for all of them."""
