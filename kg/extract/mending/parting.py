"""Parts two phrases of a verb that were taken for one, and joins two that are one (`niet A maar B`)."""

from collections.abc import Collection
from itertools import pairwise

from kg.extract.actions.predicates import infinitive
from kg.extract.mending.fronting import finite_form, is_actor
from kg.extract.syntax import clauses, ud
from kg.extract.syntax.token import Token
from kg.lang import Language


def part_phrases(verb: Token, times: Collection[int], language: Language) -> None:
    """Part two phrases that were taken for one: a bare noun is no part of the definite phrase right before it.

    `Nam het bedrijf | concurrent X over`, `maakt de fabriek | acht modellen`, `bood de familie | excuses aan`; but a
    noun that counts goes with what it counts (`de groep vissers`). See e-ANS 14.5 on what may follow a noun. Before the
    finite verb of a main clause there is room for one phrase only (`De ploeg agenten schoot`), see e-ANS 21.2.
    """
    for phrase in clauses.children(verb, ud.SUBJECT, ud.OBJECT):
        nouns = clauses.children(phrase, ud.APPOSITION, ud.NOMINAL_MODIFIER)
        if not nouns or _opens(phrase, verb, language):
            continue
        for noun in nouns:
            is_next = noun.left_edge.i == phrase.i + 1 and noun.pos_ == "NOUN" and noun.i not in times
            if not is_next or clauses.preposition(noun) or not is_actor(phrase, language):
                continue
            taker = _taker(verb, language)
            if _is_second(noun, phrase, taker, language):
                phrase.mend(label=ud.INDIRECT_OBJECT if phrase.dep_ == ud.OBJECT else ud.SUBJECT)
                clauses.hang(noun, taker, ud.OBJECT)


def _opens(phrase: Token, verb: Token, language: Language) -> bool:
    """Tell whether a phrase stands before the finite verb of a main clause."""
    is_main = not clauses.markers(verb) and verb.dep_ != ud.RELATIVE_CLAUSE
    return is_main and phrase.i < (finite_form(verb, language) or verb).i


def _taker(verb: Token, language: Language) -> Token:
    """Return the verb that takes the object of a clause: the infinitive of a verb like `willen`, else itself."""
    if verb.lemma_ not in language.actions.semi_auxiliaries:
        return verb
    below = [child for child in clauses.children(verb, ud.OPEN_COMPLEMENT) if clauses.has_form(child, "Inf")]
    return next(iter(below), verb)


def _is_second(noun: Token, phrase: Token, verb: Token, language: Language) -> bool:
    """Tell whether the noun behind a phrase is the object of the verb: beside its subject, or who is given it."""
    rules = language.actions
    if phrase.dep_ == ud.OBJECT:
        return noun.dep_ == ud.NOMINAL_MODIFIER and infinitive(verb, rules) in rules.giving
    is_definite = any(one.morph.get("Definite") == "Def" for one in clauses.children(phrase, ud.DETERMINER))
    counts = {phrase.lemma_.lower(), phrase.lower_} & language.mentions.quantities
    takes_none = verb.lemma_ in rules.intransitives or verb.lemma_ in rules.unaccusatives
    return is_definite and not counts and not takes_none and not clauses.children(verb, ud.OBJECT)


def join_contrast(verb: Token, language: Language) -> None:
    """Make `niet A maar B`, told as two subjects or objects of a verb, one coordination."""
    rules = language.factuality
    for label in (ud.SUBJECT, ud.PASSIVE_SUBJECT, ud.OBJECT):
        phrases = clauses.children(verb, label)
        for first, second in pairwise(phrases):
            words = {word.lower_ for word in clauses.children(second, ud.COORDINATION)}
            if words & rules.contrasts and clauses.opens_with(first, rules.negators, unless=rules.negator_cancels):
                clauses.hang(second, first, ud.CONJUNCT)
