"""How names of one thing vary from article to article."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IdentityRules:
    """Words by which names of different articles are known to be one; all folded."""

    legal_openers: frozenset[str]
    """Legal forms that stand before a name: `Stichting`."""
    grades: frozenset[str]
    """Words before a function that leave it on the same ladder: `oud-wethouder` and `wethouder` may be one person."""
    glued_grades: frozenset[str]
    """Those that are written as one word with it: `vicepremier`."""
    particles: Mapping[str, str]
    """Words before a surname to their abbreviation: `van`, `v`."""
    letters: Mapping[str, str]
    """Letters that no decomposition makes plain, to those that newspapers write instead."""
    spellings: Mapping[str, str]
    """Groups of letters to the one that stands for all of one sound; applied from the longest to the shortest."""
    given_names: Mapping[str, str]
    """Short and Dutch forms of given names, to the one that stands for all of them."""
    exonyms: Mapping[str, str]
    """Names that the language has of its own for towns, rivers and organisations of the world, to one that stands for
    those of all languages: their own name, or the English one; of countries other names than in CLDR, to their code."""
    functions: Mapping[str, Mapping[str, str]]
    """Field of life to nouns for what somebody is in it, the usual ones of their synonyms, to one that stands for those
    of all languages; without nouns that mean something else too."""
