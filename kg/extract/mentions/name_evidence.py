"""What tells the kind of thing that a name names: its own words, and the words around one place of it."""

import re
from collections.abc import Iterator, Sequence, Set

from kg.extract.mentions.name_words import (
    CAMEL,
    EVENT,
    HASHTAG,
    ORGANISATION,
    OTHER,
    PERSON,
    PLACE,
    PRODUCT,
    Name,
    is_agency,
)
from kg.extract.syntax.forms import DASHES
from kg.extract.syntax.phrases import MODIFIERS, OBLIQUES, is_noun, number_of
from kg.extract.syntax.token import Token
from kg.extract.syntax.tree import Tree
from kg.extract.syntax.ud import ALL_SUBJECTS, APPOSITION, CASE, CONJUNCT, COPULA, POSSESSIVE, RELATIVE_CLAUSE, VERBAL
from kg.lang import Language
from kg.lang.names import Evidence
from kg.lang.nouns import NounClass
from kg.model import Number

Vote = tuple[str, Evidence]
"""A label, and what speaks for it (or against it, where the evidence has a negative weight)."""

_BRANDLIKE = re.compile(r"(?!Ma?c|[DL][aei]|Van|V[ao]n|Fitz|O)[A-Z][a-z]+[A-Z]\w*")
"""One word with a capital within, as firms have it (`ZorgNet`) and, but for prefixes (`McKay`, `DeVito`), no person."""
_HEADLINES = 40
"""Words that may stand above a dateline."""
_INITIALS = 3
"""Letters of a short name in capitals that a sentence opens with: `NS`, `VVD`."""
_FULL_NAME = 2
"""Words in a name that a given name makes a person of; longer ones may be `Philip Morris International`."""
_BRANDED = frozenset({ORGANISATION, PERSON, PRODUCT, OTHER})
"""What the recogniser takes a product with the name of its maker for."""
_LABELS = {
    NounClass.PERSON: PERSON,
    NounClass.ORGANISATION: ORGANISATION,
    NounClass.PLACE: PLACE,
    NounClass.EVENT: EVENT,
    NounClass.PRODUCT: PRODUCT,
    NounClass.WORK: "WORK_OF_ART",
    NounClass.LAW: "LAW",
    NounClass.CAMPAIGN: HASHTAG,
}


def of_form(spelling: str, language: Language) -> Iterator[Vote]:
    """Yield what the name itself tells: its words, and the lists that it is in."""
    words = spelling.lower().split()
    if len(words) > 1 and words[-1].replace(".", "") in language.coreference.legal_forms:
        yield ORGANISATION, Evidence.FORM
    elif CAMEL.fullmatch(spelling.split()[0]):
        yield PRODUCT, Evidence.LISTED
    elif len(words) == _FULL_NAME and words[-1].isalpha() and language.given_names.sex(words[0]):
        yield PERSON, Evidence.LISTED
    elif "&" in words:
        yield ORGANISATION, Evidence.FORM
    elif words[0] not in language.names.particles:
        yield from ((label, Evidence.HEAD_WORD) for label in _head_word(words, language))
    if is_country(spelling, language):
        yield PLACE, Evidence.FORM
    if {spelling, spelling.title()} & language.name_lists.organisations:
        yield ORGANISATION, Evidence.LISTED


def _head_word(words: Sequence[str], language: Language) -> Iterator[str]:
    """Yield the label that the first or last word of the name asks for."""
    last, rules = words[-1], language.names
    opens = words[:-1] and language.nouns.classes.get(words[0], ())[:1] == (NounClass.ORGANISATION,)
    if {words[0], *words[1:][-2:]} & rules.organisation_words or opens or _is_organisation(last, language):
        yield ORGANISATION
    elif last in rules.facility_words or last in rules.place_words:
        yield PLACE
    elif last in rules.event_words:
        yield EVENT
    elif last in rules.prize_words:
        yield OTHER


def _is_organisation(word: str, language: Language) -> bool:
    """Tell whether the word is a compound with a noun for an organisation: `Rijksluchtvaartdienst`."""
    return word not in language.nouns.classes and language.nouns.of(word)[:1] == (NounClass.ORGANISATION,)


def is_country(spelling: str, language: Language) -> bool:
    """Tell whether this is a country or part of one, abbreviations with dots included (`V.S.`)."""
    countries = language.name_lists.countries
    return spelling in countries or ("." in spelling and spelling.replace(".", "").replace(" ", "") in countries)


def of_place(name: Name, tree: Tree, makers: Set[str], language: Language) -> Iterator[Vote]:
    """Yield what the words around one place of the name tell; `makers` are the organisations of the text."""
    head = name.words(tree).root
    yield from _of_callers(name, head, tree, language)
    yield from _of_preposition(head, language)
    yield from _of_neighbours(name, tree, language)
    if name.label == PERSON and _BRANDLIKE.fullmatch(name.of(tree)):
        yield ORGANISATION, Evidence.EITHER
    if _has_article(name, head, tree):
        yield PERSON, Evidence.ARTICLE
        if name.label in _BRANDED and not makers.isdisjoint(_openings(name.of(tree))):
            yield PRODUCT, Evidence.BRAND


def _of_callers(name: Name, head: Token, tree: Tree, language: Language) -> Iterator[Vote]:
    """Yield what the nouns that say what the named thing is make of it: `autofabrikant Ford`."""
    for noun, evidence in _callers(name, head, tree, language):
        yield from ((label, evidence) for label in called(noun, language))
        if _calls_firms_too(noun, language):
            yield ORGANISATION, Evidence.EITHER


def _of_neighbours(name: Name, tree: Tree, language: Language) -> Iterator[Vote]:
    """Yield what stands right before or behind the name: `Jan Smit van Fixit`, `Gent, België`, `GENT - `."""
    if _is_behind_person(name, tree, language):
        yield ORGANISATION, Evidence.FUNCTION
    if _has_country(name, tree, language):
        yield PLACE, Evidence.COUNTRY
    if _has_agency(name, tree, language):
        yield PLACE, Evidence.FORM
    if _is_dateline(name, tree):
        yield PLACE, Evidence.DATELINE
    if is_employer(name, tree, language):
        yield ORGANISATION, Evidence.FUNCTION


def _of_preposition(head: Token, language: Language) -> Iterator[Vote]:
    """Yield what the preposition before the name and the noun before that tell: `topman van`, `de winst van`, `in`."""
    preposition = next((child.lower_ for child in head.lefts if child.dep_ == CASE), "")
    if preposition in language.names.function_prepositions and _has_function(head.head, preposition, language):
        yield ORGANISATION, Evidence.FUNCTION
    if preposition in language.names.place_prepositions and head.dep_ in OBLIQUES | MODIFIERS:
        yield PLACE, Evidence.PREPOSITION
    if _is_owner(head, preposition, language):
        yield ORGANISATION, Evidence.OWNER


def _is_behind_person(name: Name, tree: Tree, language: Language) -> bool:
    """Tell whether the name says where a person is from: `Jan Smit van Fixit`."""
    if name.start < 2 or name.label != PERSON or language.given_names.sex(tree[name.start].lower_):
        return False
    person, preposition = tree[name.start - 2], tree[name.start - 1]
    is_full = (person.ent_type_, person.ent_iob_) == (PERSON, "I")
    return is_full and preposition.lower_ in language.names.owner_prepositions


def is_employer(name: Name, tree: Tree, language: Language) -> bool:
    """Tell whether the name opens the compound of a function at an organisation: `Smit Bouw-directeur`."""
    last = tree[name.end - 1]
    behind = last.text[name.end_char - last.idx :].removeprefix("-")
    return name.opens_compound(tree) and behind in language.names.corporate_functions


def _openings(spelling: str) -> Iterator[str]:
    """Yield the first words of a name, without the last: `Ford` and `Ford Five` of `Ford Five Hundred`."""
    words = spelling.split(" ")
    return (" ".join(words[:length]) for length in range(1, len(words)))


def _has_article(name: Name, head: Token, tree: Tree) -> bool:
    """Tell whether an article stands right before the name, as none does before a person (`een Oscar`, `de Taurus`).

    See https://e-ans.ivdnt.org/topics/pid/ans140601lingtopic. The article of a noun behind the name is none of the
    name (`het Ford handelsmerk`).
    """
    before = tree[name.start - 1] if name.start else None
    if before is None or before.pos_ != "DET" or "Definite" not in before.morph:
        return False
    has_noun = name.end < len(tree) and tree[name.end].pos_ == "NOUN"
    return head.dep_ != APPOSITION and not (has_noun and before.head.i >= name.end)


def _has_function(noun: Token, preposition: str, language: Language) -> bool:
    """Tell whether what stands before the preposition is a function at an organisation: `topman van`, `analist bij`."""
    if preposition in language.names.organisation_prepositions:
        return PERSON in called(noun, language)
    return noun.lemma_.lower() in language.names.corporate_functions


def _is_owner(head: Token, preposition: str, language: Language) -> bool:
    """Tell whether the name owns what mostly firms have: `de winst van Ford`, `Fords aandelen`."""
    is_possessor = head.dep_ == POSSESSIVE or (
        head.dep_ in MODIFIERS and preposition in language.names.owner_prepositions
    )
    return is_possessor and head.head.lemma_.lower() in language.names.corporate_nouns


def _has_country(name: Name, tree: Tree, language: Language) -> bool:
    """Tell whether a comma and the country stand behind the name: `Gent, België`."""
    if name.end + 1 >= len(tree) or tree[name.end].text != ",":
        return False
    return tree[name.end + 1].text in language.name_lists.countries


def _has_agency(name: Name, tree: Tree, language: Language) -> bool:
    """Tell whether a press agency stands behind the name between brackets: `DEN HAAG (ANP)`."""
    if name.end + 1 >= len(tree) or tree[name.end].text != "(":
        return False
    return is_agency(tree[name.end + 1], language)


def _is_dateline(name: Name, tree: Tree) -> bool:
    """Tell whether the name may say where the article was written: `ALMELO - De rechtbank sprak hem vrij`.

    It stands in capitals below the headlines, with a dash that the parse has not (`kg.nlp.paragraphs`), before a
    sentence. Other names in capitals stand there too, but those of two clubs before a score are no dateline.
    """
    if name.start > _HEADLINES or name.end + 1 >= len(tree) or tree[name.end].pos_ != "SPACE":
        return False
    if tree[name.end].text.strip() not in DASHES or not name.of(tree).isupper():
        return False
    first = tree[name.end + 1]
    is_club = first.text.isupper() and len(first.text) > _INITIALS
    return not is_club and any(word.morph.get("VerbForm") == "Fin" for word in first.sent)


def called(noun: Token, language: Language) -> Iterator[str]:
    """Yield the label that fits what `noun` calls a thing; a function before a name is a person.

    Behind the noun for an office that is called by where it is, a name is that place (`rechtbank Breda`).
    """
    if noun.lower_ in language.names.titles or noun.lower_ in language.names.addresses:
        yield PERSON
        return
    if noun.lemma_.lower() in language.names.seats:
        yield PLACE
        return
    classes = () if _is_numbered(noun) else language.nouns.of(noun.lemma_)
    if classes and not {NounClass.PERSON, NounClass.ORGANISATION} <= set(classes):
        yield from (_LABELS[kind] for kind in classes[:1] if kind in _LABELS)


def _calls_firms_too(noun: Token, language: Language) -> bool:
    """Tell whether the noun calls organisations rather than persons, but both: `netbeheerder`."""
    classes = language.nouns.of(noun.lemma_)
    return classes[:1] == (NounClass.ORGANISATION,) and NounClass.PERSON in classes


def _is_numbered(noun: Token) -> bool:
    """Tell whether a number follows, so that the noun only counts: `nummer 2`."""
    return noun.i + 1 < len(noun.tree) and noun.nbor().pos_ == "NUM"


def _callers(name: Name, head: Token, tree: Tree, language: Language) -> Iterator[tuple[Token, Evidence]]:
    """Yield the nouns that say what the named thing is; a plural says it of no single one (`artsen Westumc`)."""
    is_listed = name.end < len(tree) and (tree[name.end].pos_ == "CCONJ" or tree[name.end].text == ",")
    is_one = head.dep_ != CONJUNCT and not is_listed
    for noun, evidence in _beside(name, head, tree, language):
        if not (is_one and number_of(noun) is Number.PLURAL):
            yield noun, evidence


def _beside(name: Name, head: Token, tree: Tree, language: Language) -> Iterator[tuple[Token, Evidence]]:
    """Yield the nouns before the name, in apposition, as predicate of a copula."""
    before = tree[name.start - 1] if name.start else None
    if before is not None and not before.is_sent_end and (before.pos_ == "NOUN" or _is_called(head, before)):
        yield _caller(before, name, language), Evidence.CALLED
    elif head.dep_ == CONJUNCT and (noun := _of_all(head.head)) is not None:
        yield noun, Evidence.CALLED
    elif head.dep_ == APPOSITION and head.head.pos_ == "NOUN":
        yield head.head, Evidence.CALLED
    for child in head.rights:
        if child.dep_ == APPOSITION and child.pos_ == "NOUN":
            yield child, Evidence.CALLED
    if head.dep_ in ALL_SUBJECTS and is_noun(head.head) and COPULA in head.head.labels:
        yield head.head, Evidence.PREDICATE
    if (noun := _bearer(head, language)) is not None:
        yield noun, Evidence.CALLED


def _is_called(head: Token, before: Token) -> bool:
    """Tell whether the name hangs on the word before it, which is no verb."""
    return head.head.i == before.i and before.pos_ not in VERBAL


def _of_all(first: Token) -> Token | None:
    """Return the plural noun before the first of several names, which calls them all: `de wijken Zuid en West`."""
    noun = first.tree[first.i - 1] if first.i else None
    return noun if noun is not None and noun.pos_ == "NOUN" and number_of(noun) is Number.PLURAL else None


def _caller(noun: Token, name: Name, language: Language) -> Token:
    """Return the noun that calls the name, given the one before it: `officier` for `officier van justitie Jan Smit`.

    A name of one word is called by the nearer noun (`topman van autofabrikant Ford`), and so is any behind a noun for
    persons (`moord op ondernemer Jan Smit`).
    """
    is_full = name.label == PERSON and name.end - name.start > 1 and PERSON not in called(noun, language)
    return noun.head if is_full and noun.dep_ in MODIFIERS and noun.head.i == noun.i - 2 else noun


def _bearer(head: Token, language: Language) -> Token | None:
    """Return what is said to have the name: `systeem` in `een systeem dat Tijger heet`."""
    verb = head.head
    if verb.lemma_ not in language.names.naming_verbs:
        return None
    if verb.dep_ == RELATIVE_CLAUSE and any(child.morph.get("PronType") == "Rel" for child in verb.lefts):
        return verb.head
    return next((child for child in verb.children if child.dep_ in ALL_SUBJECTS and child.pos_ == "NOUN"), None)
