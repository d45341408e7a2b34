"""Whether, how surely and in which way an action is told: polarity, certainty, modality."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.extract.actions.denied import is_denied_by_words, is_negator
from kg.extract.actions.governing import (
    OBJECTS,
    Sign,
    is_asked,
    is_complement,
    is_object_of_denial,
    looked_up,
    signs_of_governor,
)
from kg.extract.actions.predicates import Predicate, infinitive
from kg.extract.actions.subjects import governors, is_modal_passive
from kg.extract.syntax import clauses, ud
from kg.extract.syntax.clause_kinds import (
    is_condition,
    is_counterfactual,
    is_order,
    is_question,
    is_verb_first_condition,
)
from kg.extract.syntax.token import Token
from kg.lang import Language
from kg.lang.factuality import FactualityRules
from kg.model import Certainty, Modality, Polarity

_ADJUNCTS = (
    ud.ADVERBIAL_MODIFIER,
    ud.ADVERBIAL_CLAUSE,
    ud.OBLIQUE,
    ud.OBLIQUE_ARGUMENT,
    ud.PARATAXIS,
    ud.PARTICLE,
)
_CONDITIONS = (ud.ADVERBIAL_CLAUSE, ud.CLAUSAL_COMPLEMENT, ud.PARATAXIS, ud.ROOT)
"""What a clause with `als` or `tenzij` may be, if the parse does not hang it on what it is the condition of."""
_LONGEST_PHRASE = 4
"""Words of the longest phrase that is looked up whole (`naar alle waarschijnlijkheid`)."""


@dataclass(frozen=True, slots=True)
class Factuality:
    """How an action is told."""

    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    modality: Modality = Modality.ACTUAL


_PLAIN = Factuality()


def factuality_of(predicate: Predicate, language: Language) -> Factuality:
    """Return how the text tells of an action.

    Looked at, from near to far: adverbs and auxiliaries of the clause, determiners of its participants, the word
    that introduces it, and the verb, noun or adjective whose complement it is; an infinitive has the modality of the
    verb it completes. A negation counts where it stands: `zegt niet dat X` denies the saying; only after words like
    `denken` does it deny X. Two denials cancel out. Of several modalities `priority` says which is told.

    The distinctions are those of FactBank (Saurí and Pustejovsky 2009), the Dutch words from e-ANS 18.5 and 29.4.
    """
    signs = list(_signs_of_noun(predicate, language) if predicate.noun else _signs_of_verb(predicate.head, language))
    if not signs:
        return _PLAIN
    denials = sum(sign is Polarity.NEGATIVE for sign in signs)
    return Factuality(
        polarity=Polarity.NEGATIVE if denials % 2 else Polarity.POSITIVE,
        certainty=next((c for c in (Certainty.POSSIBLE, Certainty.PROBABLE) if c in signs), Certainty.CERTAIN),
        modality=next((modality for modality in language.factuality.priority if modality in signs), Modality.ACTUAL),
    )


def _signs_of_verb(verb: Token, language: Language) -> Iterator[Sign]:
    """Yield what the clause of a verb says of it, then what the clauses above it do."""
    yield from _signs_in_clause(verb, language)
    here = verb
    for _ in range(clauses.LONGEST_WALK):
        first = _first_clause(_top(here, language))
        above = first.head
        if above is first or not (is_complement(first, language) or first.dep_ == ud.ADVERBIAL_CLAUSE):
            return
        signs = list(signs_of_governor(first, above, language))
        is_past = Modality.FUTURE in signs and is_told_as_past(verb, language.factuality)
        yield from (sign for sign in signs if sign is not Modality.FUTURE or not is_past)
        is_one_fact = first.dep_ == ud.OPEN_COMPLEMENT or Modality.ACTUAL in signs
        if not is_one_fact or above.pos_ != "VERB":
            return
        yield from (sign for sign in _signs_in_clause(above, language) if sign is not Polarity.NEGATIVE)
        here = above


def _first_clause(verb: Token) -> Token:
    """Return the first clause of the coordination that a verb is in; a finite verb is in none with an infinitive.

    In `wilde de speler kopen, maar stopte` the wish is not of the stopping.
    """
    first = clauses.first_conjunct(verb)
    is_apart = first is not verb and _is_finite(verb) and not _is_finite(first)
    return verb if is_apart else first


def _is_finite(verb: Token) -> bool:
    forms = (verb, *clauses.children(verb, *ud.AUXILIARIES, ud.COPULA))
    return any(clauses.has_form(form, "Fin") for form in forms)


def _top(verb: Token, language: Language) -> Token:
    """Return the highest semi-auxiliary of a verb, or the verb: it stands for the clause in the tree."""
    return [verb, *governors(verb, language.actions)][-1]


def _signs_in_clause(verb: Token, language: Language) -> Iterator[Sign]:
    """Yield what the words of a clause say of its verb; its semi-auxiliaries belong to the clause."""
    rules = language.factuality
    parts = (verb, *governors(verb, language.actions))
    for part in parts:
        yield from _signs_of_auxiliaries(part, verb, language)
        yield from _signs_of_adverbs(part, rules)
        yield from _signs_of_missing(part, rules)
        yield from _signs_of_markers(part, language)
    first = _first_clause(parts[-1])
    if first is not verb and clauses.subject(verb) is None:
        yield from (sign for sign in _signs_of_markers(first, language) if sign is not Polarity.NEGATIVE)
    if any(is_denied_by_words(part, rules) for part in parts):
        yield Polarity.NEGATIVE
    if is_modal_passive(verb, language.actions) and verb.lemma_ not in rules.plain_passives:
        yield Modality.ABILITY
    if is_question(first, rules):
        yield Modality.QUESTION
    elif is_verb_first_condition(first, rules) or is_counterfactual(first, rules):
        yield Modality.CONDITIONAL
    elif is_order(verb):
        yield Modality.OBLIGATION


def _signs_of_missing(verb: Token, rules: FactualityRules) -> Iterator[Sign]:
    """Yield that a past perfect with an adverb of liking tells what somebody wished for: `had liever gewonnen`.

    The past perfect for what is not so (irrealis), see e-ANS 2.4, https://e-ans.ivdnt.org
    """
    if any(word.lower_ in rules.wishes for word in verb.children):
        helpers = (word for word in clauses.auxiliaries(verb) if word.lemma_ in rules.perfect_auxiliaries)
        if any(clauses.is_past(word) for word in helpers):
            yield Modality.INTENTION


def _signs_of_auxiliaries(part: Token, verb: Token, language: Language) -> Iterator[Sign]:
    rules = language.factuality
    own = [part] if part is not verb else []
    others = [auxiliary for auxiliary in clauses.auxiliaries(part) if auxiliary.dep_ != ud.PASSIVE_AUXILIARY]
    for auxiliary in (*own, *others):
        lemma, marked = auxiliary.lemma_.lower(), f"{auxiliary.lemma_.lower()} {language.actions.infinitive_marker}"
        lemma = marked if auxiliary in own and marked in rules.auxiliary_modality else lemma
        is_past = clauses.is_past(auxiliary) or lemma not in rules.auxiliary_modality
        if lemma in rules.hearsay_auxiliaries and is_past:
            yield from _signs_of_hearsay(verb, language)
        elif lemma in rules.auxiliary_modality:
            yield rules.auxiliary_modality[lemma]
        if lemma in rules.auxiliary_certainty:
            yield rules.auxiliary_certainty[lemma]


def _signs_of_hearsay(verb: Token, language: Language) -> Iterator[Sign]:
    """Yield the future seen from the past in reported speech (`zei dat hij zou komen`), else a condition or rumour."""
    first = clauses.first_conjunct(_top(verb, language))
    said_before = clauses.is_past(first.head) or clauses.has_form(first.head, "Part")
    if first.dep_ in ud.COMPLEMENTS and said_before:
        yield Modality.FUTURE
    else:
        yield Modality.CONDITIONAL
        yield Certainty.POSSIBLE


def _signs_of_adverbs(part: Token, rules: FactualityRules) -> Iterator[Sign]:
    for child in clauses.children(part, *_ADJUNCTS):
        if child.dep_ == ud.ADVERBIAL_MODIFIER and is_negator(child, rules):
            yield Polarity.NEGATIVE
        if child.dep_ != ud.PARTICLE:
            yield from looked_up(child.lemma_.lower(), rules.adverb_certainty, rules.adverb_modality)
        if child.lower_ in _phrase_words(rules):
            yield from looked_up(_short_phrase(child), rules.phrase_certainty, rules.phrase_modality)


@cache
def _phrase_words(rules: FactualityRules) -> frozenset[str]:
    """Return the words that are part of a fixed phrase."""
    return frozenset(word for phrase in (*rules.phrase_certainty, *rules.phrase_modality) for word in phrase.split())


def _short_phrase(head: Token) -> str:
    """Return all words below a token in lower case, or "" if they are too many for a fixed phrase."""
    first, last = head.left_edge.i, head.right_edge.i
    return head.tree.stretch(first, last + 1).text.lower() if last - first < _LONGEST_PHRASE else ""


def _signs_of_markers(part: Token, language: Language) -> Iterator[Sign]:
    """Yield what the conjunction before a clause says, and the one before a clause that is its condition.

    What is known or asked with `wanneer` is no condition (`weet niet wanneer X kwam`).
    """
    rules = language.factuality
    if marks := clauses.markers(part):
        if marks & rules.negative_markers:
            yield Polarity.NEGATIVE
        if is_asked(part, language):
            yield Modality.QUESTION
        asked = language.attribution.question_words if part.dep_ == ud.CLAUSAL_COMPLEMENT else frozenset()
        if marks & rules.condition_markers - asked and part.dep_ in _CONDITIONS:
            yield Modality.CONDITIONAL
    if any(is_condition(child, rules) for child in clauses.children(part, ud.ADVERBIAL_CLAUSE)):
        yield Modality.CONDITIONAL


def is_told_as_past(clause: Token, rules: FactualityRules) -> bool:
    """Tell whether a clause stands in a past or perfect tense: what it tells has happened already."""
    parts = [clause, *clauses.auxiliaries(clause)]
    if any(clauses.is_past(part) and part.lemma_ not in rules.hearsay_auxiliaries for part in parts):
        return True
    return any(part is not clause and part.lemma_ in rules.perfect_auxiliaries for part in parts)


def _signs_of_noun(predicate: Predicate, language: Language) -> Iterator[Sign]:
    """Yield what the words beside an action noun say of it, and the verb or noun that it completes."""
    rules, noun = language.factuality, clauses.first_conjunct(predicate.head)
    for child in predicate.head.children:
        lemma = child.lemma_.lower()
        if child.dep_ == ud.DETERMINER and lemma in rules.negative_words:
            yield Polarity.NEGATIVE
        if child.dep_ in (ud.ADJECTIVAL_MODIFIER, ud.ADJECTIVAL_CLAUSE):
            yield from looked_up(lemma, rules.adverb_certainty, rules.object_modality)
    if is_object_of_denial(noun, language):
        yield Polarity.NEGATIVE
    if noun.head.pos_ == "VERB":
        yield from _signs_of_verb_above(noun, language)
    elif noun.dep_ == ud.NOMINAL_MODIFIER:
        yield from looked_up(noun.head.lemma_.lower(), rules.governor_certainty, rules.governor_modality)


def _signs_of_verb_above(noun: Token, language: Language) -> Iterator[Sign]:
    """Yield what a verb says of the action that its object names: `eist de sluiting`, `speculeert over de sluiting`."""
    rules, word = language.factuality, infinitive(noun.head, language.actions)
    pair = f"{word} {clauses.preposition(noun)}"
    if noun.dep_ in OBJECTS or (noun.dep_ == ud.OBLIQUE and pair in rules.speculations):
        yield from looked_up(word, {}, rules.object_modality)
    is_accused = pair in rules.accusations or clauses.preposition(noun) in rules.accusing_prepositions
    if noun.dep_ in (*OBJECTS, ud.OBLIQUE) and is_accused:
        yield Certainty.POSSIBLE
    if noun.dep_ in ud.SUBJECTS and word in rules.happenings:
        yield from _signs_of_happening(noun.head, word, language)
    is_with = noun.dep_ == ud.OBLIQUE and pair in language.actions.prepositional_objects
    if (noun.dep_ in OBJECTS or is_with) and word in language.actions.supports:
        yield from _signs_of_verb(noun.head, language)


def _signs_of_happening(verb: Token, word: str, language: Language) -> Iterator[Sign]:
    """Yield what a verb like `beginnen` says of the action that is its subject: whether and how surely it happens.

    A denial right before a phrase is of that alone (`begon niet om drie uur`), and with an object of its own the verb
    tells of something else (`volgde mogelijk op een ruzie`). See e-ANS 29.4 on what a negation reaches.
    """
    phrases = clauses.children(verb, ud.OBLIQUE, ud.OBLIQUE_ARGUMENT)
    if any(f"{word} {clauses.preposition(one)}" in language.actions.prepositional_objects for one in phrases):
        return
    adverbs = clauses.children(verb, ud.ADVERBIAL_MODIFIER)
    denials = {one.i for one in adverbs if is_negator(one, language.factuality)}
    is_partial = any(one.left_edge.i - 1 in denials for one in phrases)
    yield from (sign for sign in _signs_of_verb(verb, language) if not (is_partial and sign is Polarity.NEGATIVE))
