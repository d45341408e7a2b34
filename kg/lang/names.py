"""Words that tell where a name begins and ends, and what it names."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kg.errors import LanguageError
from kg.lang.table import read_entries


class Evidence(StrEnum):
    """What tells the kind of thing that a name names."""

    RECOGNISER = "recogniser"
    SURNAME = "surname"
    """The recogniser calls a single word a person: it takes firms for surnames, and news gives the full name first."""
    FORM = "form"
    """The name is a country, has an ampersand or ends in a legal form; or it opens a dateline with an agency."""
    LISTED = "listed"
    """The name, or the given name in it, is in a list, or it is short for one that is known."""
    HEAD_WORD = "head_word"
    """A word of the name says what it is: `Universiteit Gent`."""
    CALLED = "called"
    """A noun beside it calls it so: `autofabrikant Ford`."""
    EITHER = "either"
    """A noun beside it that calls organisations, and persons too: `netbeheerder Stroomop`."""
    PREDICATE = "predicate"
    """The text says that it is one: `Ford is een autofabrikant`."""
    FUNCTION = "function"
    """Somebody has a function there."""
    OWNER = "owner"
    """It has what mostly firms have."""
    DATELINE = "dateline"
    """It stands in capitals before the dash of a dateline."""
    COUNTRY = "country"
    """The country stands behind it."""
    PREPOSITION = "preposition"
    """A preposition of place stands before it."""
    BRAND = "brand"
    """It has an article and opens with the name of an organisation: `de Ford Taurus`."""
    ARTICLE = "article"
    """It has an article."""
    OPENING = "opening"
    """A longer name of an organisation opens with it: `Ford`, `Ford Credit`."""


@dataclass(frozen=True, slots=True)
class NameRules:
    """Words that tell where a name begins and ends, and what it names; all lower case."""

    agencies: frozenset[str]
    """Press agencies: between brackets they are the source of the article, no part of the news."""
    particles: frozenset[str]
    """Small words inside a name or at the front of a surname: `van`, `de`, `of`."""
    opening_prepositions: frozenset[str]
    """Prepositions that may open a name, beside the particles: `Achter de Dijk`."""
    addresses: frozenset[str]
    """Forms of address before a name, which are no function: `mevrouw`, `dr.`."""
    titles: frozenset[str]
    """Words for a function that no noun list has, mostly English: `CEO`, `chairman`, `vice`, `president`."""
    corporate_functions: frozenset[str]
    """Functions that somebody has at an organisation, not in a country: `CEO van Ford`."""
    function_prepositions: frozenset[str]
    """Prepositions between a function and where somebody has it: `CEO van Ford`."""
    organisation_prepositions: frozenset[str]
    """Those of them that no country follows: `analist bij Ford`."""
    portfolios: frozenset[str]
    """First words for what a minister or alderman is responsible for: `minister van Volkshuisvesting`."""
    corporate_nouns: frozenset[str]
    """What mostly firms have: `winst`, `aandeel`, `klant`."""
    owner_prepositions: frozenset[str]
    """Prepositions between what is owned and its owner."""
    organisation_words: frozenset[str]
    """Words that end the name of an organisation: `Corporation`, `Airlines`, `Partij`."""
    facility_words: frozenset[str]
    """Words that end the name of a building, road, airport or plant."""
    place_words: frozenset[str]
    """Words that end the name of a region, river, sea or island."""
    event_words: frozenset[str]
    """Words that end the name of an event."""
    prize_words: frozenset[str]
    """Words that end the name of a prize, which is a thing of another kind."""
    place_prepositions: frozenset[str]
    """Prepositions that mostly stand before a place."""
    possessive_endings: tuple[str, ...]
    """Endings that make a name a possessor, the longest first."""
    no_names: frozenset[str]
    """Capitalised words and abbreviations that name nothing: `tv`, `km`, `gmt`."""
    seats: frozenset[str]
    """Nouns for an office that is called by where it is: `rechtbank Breda`, `politie Gent`."""
    naming_verbs: frozenset[str]
    """Lemmas of verbs with a name as predicate: `heten`."""
    eponyms: frozenset[str]
    """Nouns for what is called after somebody, who has no part in the news: `ziekte van Alzheimer`."""
    evidence: Mapping[str, float]
    """How much each `Evidence` weighs; below 0 it speaks against the label."""
    adjective_endings: Mapping[str, tuple[str, ...]]
    """Endings of the base form of adjectives made from names of places, to those of the inflected forms."""


@dataclass(frozen=True, slots=True)
class NameLists:
    """Names and words that are known beforehand, by kind."""

    organisations: frozenset[str]
    countries: frozenset[str]
    """Countries, their parts, continents."""
    calendar: frozenset[str]
    """Months, weekdays and holidays, lower case: capitals there make no name."""


def read_name_lists(path: Path) -> NameLists:
    """Return the names in the file at `path`: one a line under the `[kind]` that it belongs to.

    Raises:
        LanguageError: the file cannot be read, or lacks a kind.
    """
    kinds: dict[str, set[str]] = {}
    for name, kind in read_entries(path):
        kinds.setdefault(kind, set()).add(name)
    if missing := sorted({"org", "country", "month"} - kinds.keys()):
        raise LanguageError(f"[{missing[0]}] is missing", where=path)
    return NameLists(
        organisations=frozenset(kinds["org"]),
        countries=frozenset(kinds["country"]),
        calendar=frozenset(name.lower() for name in kinds["month"]),
    )
