"""Nominals: noun phrases that call a thing by what it is, not by its name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.extract.mentions.name_words import NO_NAMES, PERSON, Name
from kg.extract.syntax.clauses import is_nominal_participle
from kg.extract.syntax.phrases import (
    definiteness_of,
    is_found_among,
    is_noun,
    is_tight_apposition,
    number_of,
    quantity_of,
    whole_of,
)
from kg.extract.syntax.token import Token
from kg.extract.syntax.tree import Tree
from kg.extract.syntax.ud import (
    ADJECTIVAL_MODIFIER,
    ADVERBIAL_CLAUSE,
    ADVERBIAL_MODIFIER,
    APPOSITION,
    CASE,
    COPULA,
    DETERMINER,
    MARKER,
    NUMERAL_MODIFIER,
    OBLIQUE,
    OBLIQUE_ARGUMENT,
    OPEN_COMPLEMENT,
)
from kg.lang import Language
from kg.lang.nouns import NounClass
from kg.model import Definiteness, EntityType, Number

_TYPES = {
    NounClass.PERSON: EntityType.PERSON,
    NounClass.ORGANISATION: EntityType.ORGANISATION,
    NounClass.GROUP: EntityType.GROUP,
    NounClass.PLACE: EntityType.PLACE,
    NounClass.EVENT: EntityType.NAMED_EVENT,
    NounClass.PRODUCT: EntityType.PRODUCT,
    NounClass.WORK: EntityType.WORK,
    NounClass.LAW: EntityType.LAW,
    NounClass.CAMPAIGN: EntityType.CAMPAIGN,
}
_ACTORS = frozenset({EntityType.PERSON, EntityType.ORGANISATION, EntityType.GROUP})
_MARKS = frozenset({CASE, MARKER})
_PREDICATES = frozenset({OPEN_COMPLEMENT, ADVERBIAL_CLAUSE, OBLIQUE, OBLIQUE_ARGUMENT})
_NO_NOUNS = frozenset({ADJECTIVAL_MODIFIER, DETERMINER, NUMERAL_MODIFIER, ADVERBIAL_MODIFIER}) | _MARKS


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun that heads a nominal mention."""

    head: Token
    type: EntityType


def find_nominals(
    tree: Tree, names: Mapping[int, Name], introduced: Mapping[int, Name], language: Language
) -> Iterator[Nominal]:
    """Yield the nouns that can refer to an entity, in text order; `names` are by the index of their tokens.

    `introduced` are the names of `introductions`.

    Persons, organisations and groups of them are all taken, places, products and other things only where the phrase
    points back (`het platform`). Not taken are phrases that say that there is none (`geen enkele renner`), the
    predicate of a copula, and a noun that only says what the name beside it is (`topman Jansen`): the last two are
    relations.
    """
    for token in tree:
        type = entity_type(token, language)
        if type is None or (token.i in names and names[token.i].end_char >= token.end_char):
            continue
        if (
            not is_predicate(token, names, language)
            and token.i not in introduced
            and not _is_complement(token, introduced, language)
            and _can_refer(token, type, language)
        ):
            yield Nominal(token, type)


def is_predicate(token: Token, names: Mapping[int, Name], language: Language) -> bool:
    """Tell whether the noun only says what something else is: behind a copula, `als`, or the comma after a name."""
    has_copula = COPULA in token.labels
    if token.dep_ == OPEN_COMPLEMENT or (has_copula and not is_found_among(token, language)):
        return True
    if is_marked_function(token, language):
        return token.dep_ in _PREDICATES
    is_apposition = token.dep_ == APPOSITION and token.head.i in names and not is_tight_apposition(token)
    return is_apposition and _points(token, language) is Definiteness.INDEFINITE


def is_marked_function(token: Token, language: Language) -> bool:
    """Tell whether a preposition makes the noun a function: `als voorzitter`, `tot voorzitter`."""
    if token.labels.isdisjoint(_MARKS):
        return False
    return any(child.lower_ in language.relations.as_function and child.dep_ in _MARKS for child in token.lefts)


def entity_type(token: Token, language: Language) -> EntityType | None:
    """Return what the noun calls: several persons or organisations are a group; None for other words and things.

    A numeral calls some of what it is told apart from: `twee van hen`, `een van de agenten`.
    """
    if token.pos_ == "NUM" and (whole := whole_of(token, language)) is not None:
        return _some_of(whole, token, language)
    if token.ent_type_ in NO_NAMES or token.pos_ == "PROPN":
        return _people(token, language)
    if token.lower_.endswith(language.mentions.plural_participle) and is_nominal_participle(token):
        return EntityType.GROUP
    if token.pos_ != "NOUN":
        return None
    classes = classes_of(token, language)
    if not classes:
        return None
    found = _TYPES[classes[0]]
    return EntityType.GROUP if found in _ACTORS and is_plural(token, language) else found


def _some_of(whole: Token, token: Token, language: Language) -> EntityType | None:
    """Return what a numeral calls that tells some of the actors `whole` apart; a pronoun stands for persons."""
    classes = classes_of(whole, language) if is_noun(whole) else (NounClass.PERSON,)
    if not classes or _TYPES[classes[0]] not in _ACTORS:
        return None
    return _TYPES[classes[0]] if token.lower_ in language.mentions.ones else EntityType.GROUP


def classes_of(token: Token, language: Language) -> tuple[NounClass, ...]:
    """Return what the noun can call, read from its lemma or, where that is unknown, from its form."""
    nouns = language.nouns
    known = nouns.of(token.lemma_) or nouns.of(token.lower_)
    if known or number_of(token) is not Number.PLURAL:
        return known
    return next((classes for form in _singulars(token.lower_, language) if (classes := nouns.of(form))), ())


def _singulars(word: str, language: Language) -> Iterator[str]:
    """Yield what a word may be the plural of."""
    for plural, singular in language.mentions.plural_endings.items():
        if word.endswith(plural):
            yield word.removesuffix(plural) + singular


def _people(token: Token, language: Language) -> EntityType | None:
    """Return what a noun for people of some land or belief calls: `Belgen`, `een Belg`."""
    is_of_people = token.ent_type_ == "NORP" or is_inhabitant(token, language)
    if not is_of_people or not is_noun(token) or token.dep_ in _NO_NOUNS:
        return None
    if number_of(token) is Number.PLURAL:
        return EntityType.GROUP
    return EntityType.PERSON if NounClass.PERSON in classes_of(token, language) else None


def is_inhabitant(token: Token, language: Language) -> bool:
    """Tell whether the recogniser's person is a noun of the list with an article of its own: `de Apeldoorner`."""
    is_alone = token.ent_type_ == PERSON and not any(part.ent_type_ for part in token.children)
    has_article = any(child.dep_ == DETERMINER for child in token.lefts)
    return is_alone and has_article and NounClass.PERSON in language.nouns.classes.get(token.lower_, ())


def is_plural(token: Token, language: Language) -> bool:
    """Tell whether the noun is a plural or is counted: `drie man`, `een reeks organisaties`."""
    if number_of(token) is Number.PLURAL or quantity_of(token, language) is not None:
        return True
    numerals = token.lefts if NUMERAL_MODIFIER in token.labels else []
    return any(child.dep_ == NUMERAL_MODIFIER and child.lower_ not in language.mentions.ones for child in numerals)


def _can_refer(token: Token, type: EntityType, language: Language) -> bool:
    if any(child.lower_ in language.mentions.negative_determiners for child in token.lefts):
        return False
    if type in _ACTORS:
        return True
    return _points(token, language) is not Definiteness.INDEFINITE


def _points(token: Token, language: Language) -> Definiteness:
    return definiteness_of(token, demonstratives=language.mentions.demonstratives)


def introductions(tree: Tree, names: Mapping[int, Name], language: Language) -> dict[int, Name]:
    """Return the names that a noun introduces, by the index of the noun, in text order."""
    nouns = [token for token in tree if APPOSITION in token.labels or _may_lead_on(token, names, language)]
    return {noun.i: name for noun in nouns if (name := _named_by(noun, names, language)) is not None}


def _named_by(token: Token, names: Mapping[int, Name], language: Language) -> Name | None:
    """Return the name that the singular noun only introduces (`topman Jansen`, `het platform Facebook`), if any."""
    apposed = token.children if APPOSITION in token.labels else ()
    beside = [names[child.i] for child in apposed if child.i in names and is_tight_apposition(child)]
    behind = [names[index] for index in _behind(token, names, language) if index in names]
    if not (beside or behind) or number_of(token) is Number.PLURAL or token.lemma_.lower() in language.names.seats:
        return None
    classes = classes_of(token, language)
    if NounClass.PERSON not in classes:
        return next((name for name in beside if not classes or name.label != PERSON), None)
    persons = (name for name in behind if name.start > token.i and name.label == PERSON)
    return next(iter((*beside, *persons)), None)


def _may_lead_on(token: Token, names: Mapping[int, Name], language: Language) -> bool:
    """Tell whether a name stands right behind a word, or what may stand between the two."""
    if token.i + 1 in names:
        return True
    following = token.tree[token.i + 1].lower_ if token.i + 1 < len(token.tree) else ""
    return following in language.names.owner_prepositions or following in language.names.addresses


def _behind(token: Token, names: Mapping[int, Name], language: Language) -> tuple[int, ...]:
    """Return where the name may begin: behind the noun and a form of address, or behind the noun's complement.

    `rechter mr. Jansen`, `officier van justitie Jansen`, `minister van Financiën Jansen`.
    """
    words, index = token.tree, token.i + 1
    if index < len(words) and words[index].lower_ in language.names.addresses:
        index += 1
    if index + 1 >= len(words) or words[index].lower_ not in language.names.owner_prepositions:
        return (index,)
    complement = words[index + 1]
    if complement.i in names:
        return index, names[complement.i].end
    is_own = complement.pos_ == "NOUN" and complement.head is token
    return (index, complement.i + 1) if is_own else (index,)


def _is_complement(token: Token, introduced: Mapping[int, Name], language: Language) -> bool:
    """Tell whether the noun only ends the function before a name: `justitie` in `officier van justitie Jansen`."""
    if token.i < 2 or token.nbor(-1).lower_ not in language.names.owner_prepositions:
        return False
    name = introduced.get(token.i - 2)
    return name is not None and name.start == token.i + 1
