"""Mends labels of a parse that the grammar of the clause forbids.

A parser labels each word by itself and so gives a clause two subjects, an infinitive one, or a passive none. What is
certain from word order, form and agreement is put right here, once, for all that reads the parse afterwards. Heads
stay as they are, and a correct parse as good as always comes out as it went in.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from kg.extract import clauses, ud
from kg.extract.phrases import is_noun
from kg.lang.actions import ActionRules
from kg.model import TimeExpression

Label = tuple[Token, str]
"""A token and the label that it must have."""


def mended(doc: Doc, times: Iterable[TimeExpression], rules: ActionRules) -> Doc:
    """Return a copy of `doc` in which subjects and objects are what they can be.

    In this order: what has a passive auxiliary is a verb; what stands beside a noun without a conjunction is its
    apposition; a time or a phrase with a preposition is no subject beside another; voice follows from the auxiliary;
    an infinitive with `te` has no subject; of two subjects one is an object; a finite clause has a subject, and a
    verb that takes no object has none; number decides between the two of a relative clause; a bare noun phrase beside
    a verb without object is its object.
    See e-ANS 20.1 (onderwerp) and https://universaldependencies.org/u/dep/nsubj.html
    """
    copy = doc.copy()
    inside = {token.i for time in times for token in clauses.words(copy, time.span)}
    for verb in copy:
        _name_verb(verb)
        _relabel(_lone_conjunct(verb))
        if verb.pos_ == "VERB":
            _relabel(_subjects_that_are_adjuncts(verb, inside))
            for find in _MENDERS:
                _relabel(find(verb, rules))
            _relabel(_missing_objects(verb, inside, rules))
    return copy


def _name_verb(token: Token) -> None:
    """Make a main verb of what is none by its part of speech: an auxiliary of nothing, the participle of a passive."""
    if token.pos_ == "AUX" and token.dep_ not in (*ud.AUXILIARIES, ud.COPULA):
        token.pos_ = "VERB"
    elif token.pos_ != "VERB" and clauses.children(token, ud.PASSIVE_AUXILIARY):
        token.pos_ = "VERB"
        token.set_morph("VerbForm=Part")  # type: ignore[attr-defined]  # missing in the stubs of spaCy 3.8


def _lone_conjunct(noun: Token) -> Iterator[Label]:
    """Yield the only conjunct of a noun if no conjunction stands before it: an apposition (`Jansen, voorzitter,`)."""
    conjuncts = clauses.children(noun, ud.CONJUNCT, ud.PRECONJUNCTION) if is_noun(noun) else []
    if len(conjuncts) == 1 and is_noun(conjuncts[0]):
        is_joined = clauses.children(conjuncts[0], ud.COORDINATION, ud.CONJUNCT)
        yield from ((conjunct, ud.APPOSITION) for conjunct in conjuncts if not is_joined)


def _relabel(labels: Iterable[Label]) -> None:
    for token, label in list(labels):
        token.dep_ = label


def _subjects_that_are_adjuncts(verb: Token, times: set[int]) -> Iterator[Label]:
    """Yield times, and phrases with a preposition, that stand beside another subject (`Dinsdag won X`)."""
    found = clauses.children(verb, *ud.SUBJECTS)
    adjuncts = [token for token in found if token.i in times or clauses.preposition(token)]
    if len(adjuncts) < len(found):
        yield from ((token, ud.OBLIQUE) for token in adjuncts)


def _voice(verb: Token, rules: ActionRules) -> Iterator[Label]:
    """Yield subjects and auxiliaries that are labelled for another voice than the words say."""
    auxiliaries = clauses.auxiliaries(verb)
    lemmas = {auxiliary.lemma_ for auxiliary in auxiliaries}
    if clauses.has_form(verb, "Part") and lemmas & rules.passive_auxiliaries:
        yield from ((token, ud.PASSIVE_SUBJECT) for token in clauses.children(verb, ud.SUBJECT))
        known = [token for token in clauses.children(verb, ud.AUXILIARY) if token.lemma_ in rules.passive_auxiliaries]
        yield from ((token, ud.PASSIVE_AUXILIARY) for token in known)
    elif verb.lemma_ in rules.unaccusatives or lemmas & rules.active_auxiliaries or clauses.has_form(verb, "Fin"):
        yield from ((token, ud.SUBJECT) for token in clauses.children(verb, ud.PASSIVE_SUBJECT))
        yield from ((token, ud.AUXILIARY) for token in clauses.children(verb, ud.PASSIVE_AUXILIARY))


def _subjects_of_infinitives(verb: Token, rules: ActionRules) -> Iterator[Label]:
    """Yield what is labelled the subject of an infinitive with `te`: it is its object (`om ze te redden`)."""
    is_infinitive = clauses.has_form(verb, "Inf") and rules.infinitive_marker in clauses.markers(verb)
    is_dependent = verb.dep_ in (*ud.COMPLEMENTS, ud.ADVERBIAL_CLAUSE, ud.ADJECTIVAL_CLAUSE)
    if is_infinitive and is_dependent and not clauses.children(verb, ud.OBJECT, ud.COPULA, *ud.AUXILIARIES):
        yield from ((token, ud.OBJECT) for token in clauses.children(verb, ud.SUBJECT) if token.i < verb.i)


def _second_subjects(verb: Token, rules: ActionRules) -> Iterator[Label]:
    """Yield what cannot be the subject of an active verb beside another.

    The subject is the pronoun in the nominative or the first; the other is the object. A verb with a clause as its
    object has no other: the subject is the nearest. A clause beside a subject is an adverbial one.
    """
    found = clauses.children(verb, ud.SUBJECT)
    yield from ((clause, ud.ADVERBIAL_CLAUSE) for clause in clauses.children(verb, ud.CLAUSAL_SUBJECT) if found)
    if len(found) < _SEVERAL or clauses.children(verb, ud.OBJECT) or verb.lemma_ in rules.intransitives:
        return
    has_clause = bool(clauses.children(verb, ud.CLAUSAL_COMPLEMENT))
    nearest = min(found, key=lambda token: abs(token.i - verb.i)) if has_clause else found[0]
    subject = next((token for token in found if _is_nominative(token)), nearest)
    yield from ((token, ud.UNKNOWN if has_clause else ud.OBJECT) for token in found if token is not subject)


_SEVERAL = 2


def _is_nominative(token: Token) -> bool:
    return "Nom" in token.morph.get("Case", [])


def _missing_subjects(verb: Token, rules: ActionRules) -> Iterator[Label]:
    """Yield the object that is the subject of a clause without one: by its form, or as the verb takes no object.

    Finite clauses have a subject, and so have infinitives after verbs like `zien` (`zag de prijs dalen`).
    """
    is_perceived = verb.dep_ == ud.OPEN_COMPLEMENT and verb.head.lemma_ in rules.causatives
    is_finite = is_perceived or any(clauses.has_form(form, "Fin") for form in (verb, *clauses.auxiliaries(verb)))
    has_subject = clauses.children(verb, *ud.SUBJECTS, ud.CLAUSAL_SUBJECT, ud.EXPLETIVE)
    if has_subject or not is_finite or verb.dep_ == ud.CONJUNCT:
        return
    objects = clauses.children(verb, ud.OBJECT)
    takes_none = verb.lemma_ in rules.intransitives | rules.unaccusatives
    yield from ((token, ud.SUBJECT) for token in objects[:1] if takes_none or _is_nominative(token))


def _missing_objects(verb: Token, times: set[int], rules: ActionRules) -> Iterator[Label]:
    """Yield the noun phrase without preposition that is labelled an adjunct of a verb which has no object yet."""
    if clauses.children(verb, ud.OBJECT, *ud.COMPLEMENTS, ud.PASSIVE_SUBJECT) or clauses.is_passive(verb):
        return
    if verb.lemma_ in rules.intransitives | rules.unaccusatives:
        return
    for token in clauses.children(verb, ud.ADVERBIAL_MODIFIER, ud.OBLIQUE):
        is_measure = token.i in times or token.lemma_ in rules.units | rules.abstract_settings
        if is_noun(token) and not is_measure and not clauses.preposition(token):
            yield token, ud.OBJECT
            return


def _by_number(verb: Token, rules: ActionRules) -> Iterator[Label]:
    """Yield subject and object of a relative clause with each other's label, if only so the verb agrees.

    `De regels die het bedrijf verbreekt`: the verb is singular, so the company breaks the rules.
    """
    subjects, objects = clauses.children(verb, ud.SUBJECT), clauses.children(verb, ud.OBJECT)
    noun = clauses.antecedent(verb) if verb.dep_ == ud.RELATIVE_CLAUSE else None
    if noun is None or len(subjects) != 1 or len(objects) != 1:
        return
    if subjects[0].lower_ not in rules.relative_pronouns:
        return
    number = [
        value for form in (verb, *clauses.auxiliaries(verb)) for value in _number(form) if clauses.has_form(form, "Fin")
    ]
    if number and _number(noun) and _number(noun) != number == _number(objects[0]):
        yield subjects[0], ud.OBJECT
        yield objects[0], ud.SUBJECT


def _number(token: Token) -> list[str]:
    """Return the number that a word shows; a coordination is plural."""
    is_coordinated = any(
        conjunct.pos_ in ("NOUN", "PROPN", "PRON") for conjunct in clauses.children(token, ud.CONJUNCT)
    )
    return ["Plur"] if is_coordinated else token.morph.get("Number", [])


_MENDERS = (_voice, _subjects_of_infinitives, _second_subjects, _missing_subjects, _by_number)
