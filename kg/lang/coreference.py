"""What pronouns, common nouns and parts of names may refer to."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Reading(StrEnum):
    """What a form of a pronoun can stand for; one form may have several (`ze`: feminine, plural)."""

    SPEAKER = "speaker"
    SPEAKERS = "speakers"
    ADDRESSEE = "addressee"
    MASCULINE = "masculine"
    FEMININE = "feminine"
    NEUTER = "neuter"
    PLURAL = "plural"


@dataclass(frozen=True, slots=True)
class CoreferenceRules:
    """Words by which one mention is known to refer to the same thing as another; all lower case, without dots."""

    reliability: Mapping[str, float]
    """Reason of a link to the share of such links that are right in annotated text."""
    pronouns: Mapping[str, frozenset[Reading]]
    """Form to what it can stand for; reflexive and relative pronouns need no entry, grammar links them."""
    ages: tuple[str, ...]
    """What adjectives of age end in (`58-jarig`)."""
    latter: frozenset[str]
    """Pronouns for another than the subject beside them (`diens`)."""
    hypernyms: Mapping[str, frozenset[str]]
    """Entity type to the common nouns that newspapers use instead of a name of that type (`het bedrijf`)."""
    compound_heads: Mapping[str, frozenset[str]]
    """Entity type to nouns that do so as last part of a compound too (`vliegtuigbouwer`)."""
    general_nouns: frozenset[str]
    """Nouns, and ends of nouns, so general that an organisation may be called so whatever it was called before."""
    company_nouns: frozenset[str]
    """Those of them, and other ends of nouns, that only a company is called by."""
    institutions: frozenset[str]
    """Ends of nouns for organisations that are no companies (`ministerie`)."""
    heads_of: Mapping[str, str]
    """Functions to the noun for what one with that function belongs to (`minister`, `ministerie`)."""
    genitives: frozenset[str]
    """What stands between a function and whom or what it is of (`minister van Defensie`)."""
    papers: frozenset[str]
    """Nouns that with `deze` mean the paper or site that one is reading (`deze krant`)."""
    people_only: frozenset[str]
    """Plural pronouns for persons that never stand for an organisation (`hen`)."""
    parts_of_places: frozenset[str]
    """Nouns that end like a word for a place and name a part of one (`binnenstad`)."""
    country_nouns: frozenset[str]
    """Nouns for places that mean a country and nothing smaller (`het land`)."""
    contrasts: frozenset[str]
    """Modifiers by which a noun phrase means another one than the last (`het andere bedrijf`)."""
    kin: frozenset[str]
    """Nouns that with a possessive say whose one is, and are no function (`zijn vrouw`)."""
    both: Mapping[str, int]
    """Words by which a plural takes up exactly the things named together just before, to how many those are."""
    pairs: frozenset[str]
    """Those of them that need no article to do so (`beide banken`)."""
    sets: Mapping[str, int]
    """Nouns for persons named together (`het duo`), to how many those are."""
    sides: frozenset[str]
    """Nouns for one of the two that the text has told of together, with the article alone: `de partijen`."""
    remainders: frozenset[str]
    """Modifiers of the phrase for those of a list that are not named: `A, B en tientallen andere sterren`."""
    synonyms: Mapping[str, str]
    """Nouns for what somebody is, to the usual one (`raadsman`, `advocaat`); all folded."""
    roles: frozenset[str]
    """Nouns for what few persons of an article are, so that who was called otherwise is not meant (`de keeper`)."""
    copulas: frozenset[str]
    """Forms of the verb beside which `het` stands for what was told, and for no thing (`het is jammer`)."""
    wishes: frozenset[str]
    """Verbs that say with a clause what another is to do, with an infinitive what their subject is (`willen`)."""
    grants: frozenset[str]
    """Forms of verbs for what is let or given one: who wants that may well want it for himself (`wil dat hij mag`)."""
    articles: frozenset[str]
    """Articles that a name may begin with and be known without."""
    conjunctions: frozenset[str]
    """Words between the last two names of a coordination that means all of them together."""
    legal_forms: frozenset[str]
    """Words at the end of a name that say what kind of legal person it is (`NV`)."""
    company_words: frozenset[str]
    """Words at the end of a company's name that are left out in its short form (`Ford Motor Company`)."""
    name_openers: frozenset[str]
    """Words at the beginning of an organisation's name that are left out in its short form (`FC`)."""
    generations: frozenset[str]
    """Last parts of a person's name that are no surname (`Jr.`, `II`)."""
    titles: frozenset[str]
    """Words before a person's name that are no part of it, beside the `addresses` and `titles` of `NameRules`."""
    same_names: Mapping[str, str]
    """Short or other forms of names known to all readers, to the full one; both folded."""
