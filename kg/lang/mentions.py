"""Words that tell how a noun phrase or pronoun refers."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MentionRules:
    """Words that tell how a noun phrase or pronoun refers; all lower case."""

    demonstratives: frozenset[str]
    """Words before a noun that point at something known: `deze actie`."""
    impersonal: frozenset[str]
    """Pronouns that refer to nothing in the text: `men`, `elkaar`."""
    possessives: frozenset[str]
    """Words that always stand for an owner, whatever a parser takes them for: `diens`."""
    anticipatory: frozenset[str]
    """Pronouns that may stand for a clause that follows: `het is duidelijk dat`."""
    ones: frozenset[str]
    """Numerals and words before a numeral that make no plural."""
    quantities: frozenset[str]
    """Nouns that count what follows them, with or without `van`: `een reeks organisaties`, `tal van sterren`."""
    quantity_prepositions: frozenset[str]
    """Prepositions between such a noun and what it counts."""
    focus_adverbs: frozenset[str]
    """Adverbs before a noun phrase that tell of more or others like it and are no part of it: `ook bewoners`."""
    plural_endings: Mapping[str, str]
    """Endings of plurals that a lemmatiser may leave on, to those of the singular: `celebrities`, `celebrity`."""
    negative_determiners: frozenset[str]
    """Words before a noun that say that there is none: the phrase refers to nothing."""
    plural_participle: str
    """Ending of a participle used as a noun for several people: `de gewonden`."""
    masculine_nouns: tuple[str, ...]
    """Nouns for a man, by themselves or as last part of a compound."""
    feminine_nouns: tuple[str, ...]
    """Nouns for a woman, the same."""
