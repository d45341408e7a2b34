"""What a name names: the votes of the recogniser and of the words around it, for all its places in a text together."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extract.name_words import CAMEL, EVENT, HASHTAG, NO_NAMES, ORGANISATION, OTHER, PERSON, PLACE, PLACES, Name
from kg.extract.phrases import MODIFIERS, OBLIQUES, is_noun
from kg.extract.ud import ALL_SUBJECTS, APPOSITION, COPULA
from kg.lang import Language
from kg.lang.nouns import NounClass

_RECOGNISER = 2.0
"""Weight of the recogniser's label, shared among the places of a name."""
_BARE_PERSON = 1.5
"""The same for a person by one word: news tells first who somebody is, and the recogniser takes firms for surnames."""
_FORM, _LISTED, _CALLED, _FUNCTION, _PREPOSITION = 5.0, 3.5, 3.0, 2.5, 1.0
"""Weights of a legal form or head word in the name, of a list, of a noun that calls it so, of a function that somebody
has there, and of a preposition of place. Chosen by hand: what the name itself says outweighs the recogniser."""
_FULL_NAME = 2
"""Words in a name that a given name makes a person of; longer ones may be `Philip Morris International`."""
PRODUCT = "PRODUCT"
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
_KINDS = {PERSON: PERSON, ORGANISATION: ORGANISATION, "GPE": PLACE, "LOC": PLACE, "FAC": PLACE}


def label_names(names: Sequence[Name], doc: Doc, language: Language) -> tuple[Name, ...]:
    """Return the names with one label for each spelling, in the same order.

    A surname goes with the full name (`Jansen`, `Piet Jansen`), a short name with the one that adds a legal form
    (`Apple`, `Apple Inc.`).
    """
    groups: dict[str, list[Name]] = {}
    for name in names:
        groups.setdefault(name.of(doc), []).append(name)
    votes = {spelling: _votes(spelling, group, doc, language) for spelling, group in groups.items()}
    _share(votes, language)
    labels = {spelling: _winner(votes[spelling], group) for spelling, group in groups.items()}
    return tuple(replace(name, label=labels[name.of(doc)]) for name in names)


def _votes(spelling: str, group: Sequence[Name], doc: Doc, language: Language) -> dict[str, float]:
    """Return the weight of each kind of name, the three labels of places taken together."""
    votes: dict[str, float] = defaultdict(float)
    labelled = [name.label for name in group if name.label != OTHER and name.label not in NO_NAMES]
    is_bare = " " not in spelling
    for label in labelled:
        weight = _BARE_PERSON if is_bare and label == PERSON else _RECOGNISER
        votes[_KINDS.get(label, label)] += weight / len(labelled)
    evidence = {*_form(spelling, language), *(vote for name in group for vote in _context(name, doc, language))}
    for label, weight in sorted(evidence):
        votes[label] += weight
    return votes


def _form(spelling: str, language: Language) -> Iterator[tuple[str, float]]:
    """Yield what the name itself tells: its words, and the lists that it is in."""
    words = spelling.lower().split()
    if CAMEL.fullmatch(spelling):
        yield PRODUCT, _LISTED
    elif len(words) > 1 and words[-1].replace(".", "") in language.coreference.legal_forms:
        yield ORGANISATION, _FORM
    elif len(words) == _FULL_NAME and words[-1].isalpha() and language.given_names.sex(words[0]):
        yield PERSON, _LISTED
    elif words[0] not in language.names.particles:
        yield from ((label, _LISTED) for label in _head_word(words, language))
    if _is_country(spelling, language):
        yield PLACE, _FORM
    if spelling in language.name_lists.organisations:
        yield ORGANISATION, _LISTED


def _head_word(words: Sequence[str], language: Language) -> Iterator[str]:
    """Yield the label that the first or last word of the name asks for."""
    last, rules = words[-1], language.names
    if {words[0], last} & rules.organisation_words or _is_organisation(last, language):
        yield ORGANISATION
    elif last in rules.facility_words or last in rules.place_words:
        yield PLACE
    elif last in rules.event_words:
        yield EVENT


def _is_organisation(word: str, language: Language) -> bool:
    """Tell whether the word is a compound with a noun for an organisation: `Rijksluchtvaartdienst`."""
    return word not in language.nouns.classes and language.nouns.of(word)[:1] == (NounClass.ORGANISATION,)


def _is_country(spelling: str, language: Language) -> bool:
    """Tell whether this is a country or part of one, abbreviations with dots included (`V.S.`)."""
    countries = language.name_lists.countries
    return spelling in countries or ("." in spelling and spelling.replace(".", "").replace(" ", "") in countries)


def _context(name: Name, doc: Doc, language: Language) -> Iterator[tuple[str, float]]:
    """Yield what the words around one place of the name tell."""
    head = doc[name.start : name.end].root
    for noun in _callers(name, head, doc):
        for label in called(noun, language):
            yield label, _CALLED
    preposition = next((child.lower_ for child in head.lefts if child.dep_ == "case"), "")
    if preposition in language.names.function_prepositions and _has_function(head.head, preposition, language):
        yield ORGANISATION, _FUNCTION
    if preposition in language.names.place_prepositions and head.dep_ in OBLIQUES | MODIFIERS:
        yield PLACE, _PREPOSITION
    if _has_country(name, doc, language):
        yield PLACE, _FUNCTION
    if _is_owner(head, preposition, language):
        yield ORGANISATION, _FUNCTION


def _has_function(noun: Token, preposition: str, language: Language) -> bool:
    """Tell whether what stands before the preposition is a function at an organisation: `topman van`, `analist bij`."""
    if preposition in language.names.organisation_prepositions:
        return PERSON in called(noun, language)
    return noun.lemma_.lower() in language.names.corporate_functions


def _is_owner(head: Token, preposition: str, language: Language) -> bool:
    """Tell whether the name owns what mostly firms have: `de winst van Ford`, `Fords aandelen`."""
    is_possessor = head.dep_ == "nmod:poss" or (
        head.dep_ == "nmod" and preposition in language.names.owner_prepositions
    )
    return is_possessor and head.head.lemma_.lower() in language.names.corporate_nouns


def _has_country(name: Name, doc: Doc, language: Language) -> bool:
    """Tell whether a comma and the country stand behind the name: `Gent, België`."""
    if name.end + 1 >= len(doc) or doc[name.end].text != ",":
        return False
    return doc[name.end + 1].text in language.name_lists.countries


def called(noun: Token, language: Language) -> Iterator[str]:
    """Yield the label that fits what `noun` calls a thing; a function before a name is a person."""
    if noun.lower_ in language.names.titles or noun.lower_ in language.names.addresses:
        yield PERSON
        return
    classes = language.nouns.of(noun.lemma_)
    if classes and not {NounClass.PERSON, NounClass.ORGANISATION} <= set(classes):
        yield from (_LABELS[kind] for kind in classes[:1] if kind in _LABELS)


def _callers(name: Name, head: Token, doc: Doc) -> Iterator[Token]:
    """Yield the nouns that say what the named thing is: before it, in apposition, or as predicate of a copula."""
    before = doc[name.start - 1] if name.start else None
    if before is not None and not before.is_sent_end and (before.pos_ == "NOUN" or head.head.i == before.i):
        yield before
    if head.dep_ == APPOSITION and head.head.pos_ == "NOUN" and head.head is not before:
        yield head.head
    for child in head.rights:
        if child.dep_ == APPOSITION and child.pos_ == "NOUN":
            yield child
    if head.dep_ in ALL_SUBJECTS and is_noun(head.head) and any(child.dep_ == COPULA for child in head.head.children):
        yield head.head


def _share(votes: Mapping[str, dict[str, float]], language: Language) -> None:
    """Add the votes of full names to those of the surnames and short names in them."""
    for spelling in sorted(votes, key=len, reverse=True):
        words = spelling.split()
        if len(words) < 2:
            continue
        best = max(votes[spelling], key=lambda label: (votes[spelling][label], label), default=OTHER)
        short = words[-1] if best == PERSON else " ".join(words[:-1]) if _is_form(words[-1], language) else ""
        if short in votes:
            votes[short][best] += _LISTED


def _is_form(word: str, language: Language) -> bool:
    bare = word.lower().replace(".", "")
    return bare in language.coreference.legal_forms or bare in language.coreference.company_words


def _winner(votes: Mapping[str, float], group: Sequence[Name]) -> str:
    if not votes:
        return OTHER
    best = max(sorted(votes), key=lambda label: votes[label])
    if best != PLACE:
        return best
    places = Counter(name.label for name in group if name.label in PLACES)
    return max(sorted(places), key=lambda label: places[label]) if places else PLACE
