"""Hangs the functions that one person has on that person (`Dirigent en bestuurder Jan Smit is overleden`)."""

from kg.extract.mending.fronting import finite_form
from kg.extract.syntax import clauses, ud
from kg.extract.syntax.token import Token
from kg.lang import Language
from kg.lang.nouns import NounClass

_SPECIFIED = frozenset({ud.DETERMINER, ud.POSSESSIVE, ud.NUMERAL_MODIFIER})


def join_functions(noun: Token, language: Language) -> None:
    """Make two functions of a subject beside a singular verb those of one: the second conjunct is no other person.

    A noun for a person in the singular has no article only as a function, before a name (`Dirigent en bestuurder Jan
    Smit`) or in apposition (`Jan Smit, vader van twee en voorzitter van de raad`), see e-ANS 14.3.6; two persons have a
    verb in the plural (`Moeder en dochter zijn gered`), see e-ANS 20.1.4.
    """
    first = noun.head
    if first.dep_ not in ud.SUBJECTS or not _is_function(noun, language) or not _is_of_one(first.head, language):
        return
    if first.pos_ == "PROPN":
        for other in clauses.children(first, ud.APPOSITION):
            if other.i < noun.i and _is_function(other, language):
                clauses.hang(noun, other, ud.CONJUNCT)
    elif _is_function(first, language):
        for name in clauses.children(noun, ud.APPOSITION):
            if name.i == noun.i + 1 and name.pos_ == "PROPN":
                clauses.hang(name, first, ud.APPOSITION)


def _is_function(noun: Token, language: Language) -> bool:
    is_one = noun.pos_ == "NOUN" and noun.morph.get("Number") == "Sing" and noun.labels.isdisjoint(_SPECIFIED)
    return is_one and NounClass.PERSON in language.nouns.of(noun.lemma_)


def _is_of_one(verb: Token, language: Language) -> bool:
    finite = finite_form(verb, language)
    return finite is not None and finite.morph.get("Number") == "Sing"
