"""Noun phrases over Universal Dependencies: where they begin and end, what they are in their clause.

Only whole UD labels stand here, see https://universaldependencies.org/u/dep/ and
https://universaldependencies.org/nl/; what is particular to Dutch is in the language's folder.
"""

from collections.abc import Iterator

from kg.extract.syntax.token import Token
from kg.extract.syntax.tree import Stretch
from kg.extract.syntax.ud import (
    ADJECTIVAL_MODIFIER,
    ADVERBIAL_MODIFIER,
    ALL_SUBJECTS,
    APPOSITION,
    CASE,
    COMPOUND,
    CONJUNCT,
    COORDINATION,
    COPULA,
    DETERMINER,
    FIXED,
    FLAT,
    INDIRECT_OBJECT,
    NOMINAL_MODIFIER,
    NUMERAL_MODIFIER,
    OBJECT,
    OBLIQUE,
    OBLIQUE_AGENT,
    OBLIQUE_ARGUMENT,
    OBLIQUE_TIME,
    POSSESSIVE,
    VERBAL,
)
from kg.lang import Language
from kg.lang.nouns import NounClass
from kg.model import Definiteness, Gender, GrammaticalFunction, Number

OBJECTS = frozenset({OBJECT, INDIRECT_OBJECT})
OBLIQUES = frozenset({OBLIQUE, OBLIQUE_ARGUMENT, OBLIQUE_AGENT, OBLIQUE_TIME})
MODIFIERS = frozenset({NOMINAL_MODIFIER, POSSESSIVE})
_ARGUMENTS = ALL_SUBJECTS | OBJECTS | OBLIQUES
NAME_PARTS = frozenset({FLAT, FIXED, COMPOUND})

_PHRASE_PARTS = (
    frozenset({DETERMINER, ADJECTIVAL_MODIFIER, NUMERAL_MODIFIER, NOMINAL_MODIFIER, POSSESSIVE}) | NAME_PARTS
)
_INNER_PARTS = frozenset(
    {CASE, ADVERBIAL_MODIFIER, CONJUNCT, COORDINATION, OBLIQUE, OBJECT, OBLIQUE_ARGUMENT, APPOSITION}
)
"""What belongs to a phrase below its head only: the preposition of a modifier, the objects of a participle."""
_CONTENT = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "VERB"})
NOUNS = frozenset({"NOUN", "PROPN"})


def noun_phrase(head: Token) -> Stretch:
    """Return the noun phrase around `head`, without preposition, relative clause, conjuncts and loose apposition.

    Determiners, adjectives, numerals and noun modifiers with their own preposition belong to it. A phrase is one
    stretch: what stands apart from it ("de man komt morgen die ...") is left out.
    """
    parts = {token.i for token in _parts(head)}
    start = end = head.i
    tree = head.tree
    while start - 1 in parts or (start - 2 in parts and tree[start - 1].is_punct):
        start -= 1
    while end + 1 in parts or (end + 2 in parts and tree[end + 1].is_punct):
        end += 1
    return _balanced(tree.stretch(start, end + 1))


def _balanced(phrase: Stretch) -> Stretch:
    """Return the phrase up to a bracket that does not close in it."""
    brackets = [token for token in phrase if token.text in ("(", ")")]
    opened = [token.i for token in brackets if token.text == "("]
    is_closed = 2 * len(opened) == len(brackets)
    return phrase if is_closed else phrase[: (opened or [phrase.end])[0] - phrase.start]


def _parts(head: Token) -> Iterator[Token]:
    """Yield the tokens of the phrase: from the head down, through every label that belongs to a noun phrase."""
    waiting = [head]
    while waiting:
        token = waiting.pop()
        yield token
        waiting += [child for child in token.children if _belongs(child, below_head=token.i == head.i)]


def _belongs(token: Token, *, below_head: bool) -> bool:
    if token.dep_ in _PHRASE_PARTS:
        return not (token.dep_ in MODIFIERS and _is_set_apart(token))
    if is_tight_apposition(token):
        return True
    return not below_head and token.dep_ in _INNER_PARTS


def _is_set_apart(token: Token) -> bool:
    """Tell whether a comma stands before a modifier behind its noun: `een reeks sterren, onder wie Jansen`."""
    first = token.left_edge.i
    return first > token.head.i and any(part.text == "," for part in token.tree[first - 1 : first + 1])


def is_tight_apposition(token: Token) -> bool:
    """Tell whether `token` names its head without a comma between them: `topman Jansen`, `het bedrijf Apple`.

    A name in lower case is a day (`zei een medewerker vrijdag`) and names nothing.
    """
    if token.dep_ != APPOSITION or token.i < token.head.i or (token.pos_ == "PROPN" and token.is_lower):
        return False
    between = token.tree[token.head.i + 1 : token.i]
    return not any(part.is_punct and not part.is_quote for part in between)


def modifiers(phrase: Stretch, head: Token) -> frozenset[str]:
    """Return the lemmas of the content words of the phrase beside its head, lower case."""
    return frozenset(token.lemma_.lower() for token in phrase if token.i != head.i and token.pos_ in _CONTENT)


def function_head(token: Token) -> Token:
    """Return the token that stands in the clause for `token`: the first conjunct, the noun that it is a name of."""
    seen = 0
    while (token.dep_ in NAME_PARTS or token.dep_ in {CONJUNCT, APPOSITION}) and seen < len(token.tree):
        if token.head.i == token.i or token.head.pos_ in VERBAL:
            break
        token, seen = token.head, seen + 1
    return token


def function_of(token: Token) -> GrammaticalFunction:
    """Return the grammatical function of the phrase with this head in its clause."""
    label = function_head(token).dep_
    if label in ALL_SUBJECTS:
        return GrammaticalFunction.SUBJECT
    if label in OBJECTS:
        return GrammaticalFunction.OBJECT
    if label in OBLIQUES:
        return GrammaticalFunction.OBLIQUE
    return GrammaticalFunction.MODIFIER if label in MODIFIERS else GrammaticalFunction.OTHER


def clause_head(token: Token) -> Token:
    """Return the verb, or the predicate of a copula, that heads the clause of `token`; the root if there is none."""
    if token.head.i == token.i:
        return token
    for ancestor in token.ancestors:
        if ancestor.pos_ in VERBAL or COPULA in ancestor.labels:
            return ancestor
    return token.sent.root


def number_of(token: Token) -> Number | None:
    """Return the number that the noun shows, or None if it shows none."""
    value = token.morph.get("Number")
    if value == "Plur":
        return Number.PLURAL
    return Number.SINGULAR if value == "Sing" else None


def gender_of(token: Token, language: Language) -> Gender | None:
    """Return the sex that a noun for a person tells, else its grammatical gender in the singular."""
    lemma, rules = token.lemma_.lower(), language.mentions
    if number_of(token) is Number.PLURAL:
        return None
    if NounClass.PERSON in language.nouns.of(lemma) or lemma in language.names.addresses:
        if lemma.endswith(rules.feminine_nouns):
            return Gender.FEMININE
        if lemma.endswith(rules.masculine_nouns):
            return Gender.MASCULINE
    gender = token.morph.get("Gender")
    return Gender.NEUTER if gender == "Neut" else Gender.COMMON if gender == "Com" else None


def definiteness_of(head: Token, *, demonstratives: frozenset[str]) -> Definiteness:
    """Return how the phrase points: by its article, demonstrative or possessive; bare names are definite.

    `demonstratives` are the lower-case words that point (`deze`, `dit`).
    """
    for child in head.children:
        if child.lower_ in demonstratives and child.dep_ == DETERMINER:
            return Definiteness.DEMONSTRATIVE
        if child.dep_ == POSSESSIVE or child.morph.get("Definite") == "Def":
            return Definiteness.DEFINITE
    return Definiteness.DEFINITE if head.pos_ == "PROPN" else Definiteness.INDEFINITE


def is_noun(token: Token) -> bool:
    """Tell whether `token` is a common noun or a proper name."""
    return token.pos_ in NOUNS


def quantity_of(token: Token, language: Language) -> Token | None:
    """Return the noun that counts `token` (`reeks` in `een reeks organisaties`, `tal` in `tal van sterren`), if any."""
    if token.dep_ not in MODIFIERS:
        return None
    head, rules = token.head, language.mentions
    if head.i >= token.i or rules.quantities.isdisjoint((head.lemma_.lower(), head.lower_)):
        return None
    prepositions = {child.lower_ for child in token.lefts if child.dep_ == CASE}
    return head if prepositions <= rules.quantity_prepositions else None


def counted_by(token: Token, language: Language) -> Token | None:
    """Return what the quantity noun `token` counts (`organisaties` in `een reeks organisaties`), if it is one."""
    if token.labels.isdisjoint(MODIFIERS):
        return None
    return next((child for child in token.rights if quantity_of(child, language) is not None), None)


def outermost(token: Token, language: Language) -> Token:
    """Return the quantity noun that stands in the clause for what it counts, else `token` itself."""
    while (quantity := quantity_of(token, language)) is not None:
        token = quantity
    return token


def whole_of(token: Token, language: Language) -> Token | None:
    """Return the pronoun or plural noun of which a numeral tells some apart (`hen` in `twee van hen`), if any.

    As an apposition or a predicate (`A, een van de leden`; `A is een van de leden`) it says what another is.
    See e-ANS, `partitieve bepaling`, https://e-ans.ivdnt.org
    """
    if token.pos_ != "NUM" or token.dep_ == APPOSITION or COPULA in token.labels:
        return None
    if function_head(token).dep_ not in _ARGUMENTS:
        return None
    rules = language.relations
    wholes = (child for child in token.rights if child.dep_ in MODIFIERS and has_preposition(child, rules.partitive))
    return next((one for one in wholes if one.lower_ in rules.several or number_of(one) is Number.PLURAL), None)


def is_found_among(token: Token, language: Language) -> bool:
    """Tell whether a noun beside a copula is no predicate but who is among a group: `Onder de doden is een kind`."""
    if COPULA not in token.labels or not token.labels.isdisjoint(ALL_SUBJECTS):
        return False
    return any(child.dep_ in OBLIQUES and has_preposition(child, language.relations.among) for child in token.children)


def has_preposition(token: Token, prepositions: frozenset[str]) -> bool:
    """Tell whether one of these prepositions stands before the phrase that `token` heads."""
    return CASE in token.labels and any(child.dep_ == CASE and child.lower_ in prepositions for child in token.lefts)
