"""Words by which two places of the news are known to tell of one happening, or of two."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HappeningRules:
    """How a language tells of one happening in different words. All words are lemmas unless said otherwise."""

    synonyms: Mapping[str, frozenset[str]]
    """A name for a kind of happening to the predicates that newspapers use for it by turns; each stands once."""
    undergone: frozenset[str]
    """Predicates whose only participant undergoes the happening, whatever part of the sentence it is (`omkomen`)."""
    once: frozenset[str]
    """Predicates that one thing undergoes once at most, so that two who did it are a contradiction (`vermoorden`)."""
    vague: frozenset[str]
    """Predicates that say too little of what happened to know it again by (`doen`, `hebben`)."""
    again: frozenset[str]
    """Words, as written in lower case, by which a sentence tells of another happening of the same kind (`opnieuw`)."""
    people: frozenset[str]
    """Nouns that count people whoever they are: `vijf mensen` may be the `drie medewerkers` of another newspaper."""
