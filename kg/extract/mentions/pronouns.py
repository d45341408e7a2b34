"""Pronouns that refer to something the text speaks of."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.syntax.phrases import clause_head, gender_of, number_of
from kg.extract.syntax.token import Token
from kg.extract.syntax.tree import Tree
from kg.extract.syntax.ud import (
    ADVERBIAL_MODIFIER,
    ALL_SUBJECTS,
    AUXILIARY,
    CLAUSAL_COMPLEMENT,
    CLAUSAL_PASSIVE_SUBJECT,
    CLAUSAL_SUBJECT,
    COORDINATION,
    COPULA,
    DETERMINER,
    EXPLETIVE,
    EXPLETIVE_IMPERSONAL,
    EXPLETIVE_PASSIVE,
    EXPLETIVE_REFLEXIVE,
    FIXED,
    MARKER,
    OBJECT,
    OPEN_COMPLEMENT,
    PASSIVE_AUXILIARY,
)
from kg.lang import Language
from kg.model import Gender, Number, PronounClass

_CLASSES = {
    "Prs": PronounClass.PERSONAL,
    "Dem": PronounClass.DEMONSTRATIVE,
    "Rel": PronounClass.RELATIVE,
    "Ind": PronounClass.INDEFINITE,
}
_EMPTY = frozenset(
    {
        EXPLETIVE,
        EXPLETIVE_REFLEXIVE,
        EXPLETIVE_IMPERSONAL,
        EXPLETIVE_PASSIVE,
        DETERMINER,
        FIXED,
        MARKER,
        COORDINATION,
        ADVERBIAL_MODIFIER,
    }
)
"""Labels of a pronoun that refers to nothing or only points at the noun behind it."""
_JUDGEMENTS = frozenset({OPEN_COMPLEMENT, ADVERBIAL_MODIFIER})
_CLAUSES = frozenset({CLAUSAL_SUBJECT, CLAUSAL_PASSIVE_SUBJECT, CLAUSAL_COMPLEMENT})


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun and what kind it is."""

    token: Token
    kind: PronounClass
    number: Number | None


def find_pronouns(tree: Tree, language: Language) -> Iterator[Pronoun]:
    """Yield the pronouns that can refer, in text order.

    Not taken are an expletive (`het regent`, `het is duidelijk dat`, the `zich` of `zich vergissen`), what is judged
    (`vindt het jammer`), question words, `elkaar` and words for nobody in particular.
    See https://universaldependencies.org/nl/pos/PRON.html.
    """
    for token in tree:
        is_determiner = token.pos_ == "DET" and token.morph.get("Poss") == "Yes"  # `sein Auto`, as UD German has it
        is_owner = is_determiner or token.lower_ in language.mentions.possessives
        is_pronoun = token.pos_ == "PRON" and token.dep_ not in _EMPTY
        if is_owner or (is_pronoun and token.lower_ not in language.mentions.impersonal):
            kind = PronounClass.POSSESSIVE if is_owner else _kind(token)
            if kind and not (_announces(token, language) or _is_judged(token, language)):
                yield Pronoun(token, kind, _number(token))


def _kind(token: Token) -> PronounClass | None:
    if token.morph.get("Poss") == "Yes":
        return PronounClass.POSSESSIVE
    if token.morph.get("Reflex") == "Yes":
        return PronounClass.REFLEXIVE
    return _CLASSES.get(token.morph.get("PronType", ""))


def _announces(token: Token, language: Language) -> bool:
    """Tell whether a neuter subject only stands for a clause that follows: `het is duidelijk dat`."""
    if token.dep_ not in ALL_SUBJECTS or token.lower_ not in language.mentions.anticipatory:
        return False
    return any(sister.dep_ in _CLAUSES and sister.i > token.i for sister in token.head.rights)


def _is_judged(token: Token, language: Language) -> bool:
    """Tell whether a neuter object stands beside what somebody thinks of it (`vindt het jammer`).

    It mostly takes up what was told, as beside a copula, unless there is a thing to take up (`kocht het pand, maar zij
    vindt het lelijk`). See e-ANS 5.2.5.2.4, https://e-ans.ivdnt.org
    """
    if token.dep_ != OBJECT or token.lower_ not in language.mentions.anticipatory:
        return False
    if token.head.lemma_ not in language.actions.judging:
        return False
    is_judgement = any(one.pos_ == "ADJ" and one.dep_ in _JUDGEMENTS for one in token.head.children)
    return is_judgement and not any(_is_neuter(word, language) for word in _lately(token))


def _is_neuter(word: Token, language: Language) -> bool:
    """Tell whether a singular neuter pronoun may stand for a noun."""
    is_one = word.pos_ == "NOUN" and number_of(word) is Number.SINGULAR
    return is_one and gender_of(word, language) in {Gender.NEUTER, None}


def _lately(token: Token) -> list[Token]:
    """Return the words before this one in its sentence and in the sentence before."""
    tree, start = token.tree, token.sent.start
    while start and tree[start - 1].pos_ == "SPACE":
        start -= 1
    return tree[tree[start - 1].sent.start if start else 0 : token.i]


def _number(token: Token) -> Number | None:
    """Return the number of the finite verb of which the pronoun is the subject; None for other pronouns."""
    if token.dep_ not in ALL_SUBJECTS:
        return None
    head = clause_head(token)
    for verb in (head, *head.children):
        if verb.morph.get("VerbForm") == "Fin" and verb.dep_ in {head.dep_, AUXILIARY, PASSIVE_AUXILIARY, COPULA}:
            return Number.PLURAL if verb.morph.get("Number") == "Plur" else Number.SINGULAR
    return None
