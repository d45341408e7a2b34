"""Mends labels of a parse that the grammar of the clause forbids.

A parser labels each word by itself and so gives a clause two subjects, an infinitive one, or a passive none. What is
certain from word order, form and agreement is put right here, once, for all that reads the parse afterwards. The rules
of this module, `fronting`, `recipients`, `infinitives` and `surnames` leave heads alone; the others hang words too. A
correct parse as good as always comes out as it went in.
"""

from collections.abc import Iterable, Iterator

from kg.extract.actions.predicates import infinitive
from kg.extract.mending.fronting import (
    Label,
    adjuncts,
    disagreeing_subjects,
    fronted_objects,
    is_accusative,
    is_actor,
    is_nominative,
    passive_subjects,
    pointing_subjects,
    relative_objects,
    relative_second_subjects,
)
from kg.extract.mending.misread import read_again
from kg.extract.mending.poles import hang_between_poles
from kg.extract.mending.reattaching import reattach
from kg.extract.mending.recipients import lone_recipients, receiving_objects, recipients_beside_het
from kg.extract.mending.strays import hang_strays
from kg.extract.syntax import clauses, ud
from kg.extract.syntax.phrases import is_noun
from kg.extract.syntax.token import Token
from kg.extract.syntax.tree import Tree
from kg.lang import Language
from kg.model import TimeExpression


def mend(tree: Tree, times: Iterable[TimeExpression], language: Language) -> None:
    """Change the heads and labels of `tree` so that subjects and objects are what they can be.

    In this order: what has a passive auxiliary is a verb; words hang where they can; what stands beside a noun without
    a conjunction is its apposition; a time or a phrase with a preposition is no subject beside another; voice follows
    from the auxiliary; an infinitive with `te` has no subject; an object may stand first; of two subjects one is an
    object; a finite clause has a subject, and a verb that takes no object has none; an indirect object without another
    is the object; a bare noun phrase beside a verb without object is its object.
    See e-ANS 20.1 (onderwerp) and https://universaldependencies.org/u/dep/nsubj.html

    Most of this is the grammar of Dutch, told in the words of its folder: `Label.mends_clauses` tells whether it holds.
    """
    inside = {token.i for time in times for token in clauses.words(tree, time.span)}
    for verb in tree:
        _name_verb(verb, language)
    mends_clauses = language.label.mends_clauses
    if mends_clauses:
        read_again(tree, inside, language)
        hang_strays(tree, inside, language)
        reattach(tree, inside, language)
        hang_between_poles(tree, language)
    for token in tree:
        if ud.CONJUNCT in token.labels and is_noun(token):
            _relabel(_lone_conjunct(token, language))
        if token.dep_ == ud.RELATIVE_CLAUSE:
            _relabel(_content_clause(token, language))
        if token.pos_ == "VERB":
            _relabel(adjuncts(token, inside))
        if token.pos_ == "VERB" and mends_clauses:
            _mend_clause(token, inside, language)


def _mend_clause(verb: Token, times: set[int], language: Language) -> None:
    """Relabel what stands beside a verb, by each rule that has something to look at."""
    for labels, find in _MENDERS:
        if not labels.isdisjoint(verb.labels):
            _relabel(find(verb, language))
    _relabel(_missing_objects(verb, times, language))


def _name_verb(token: Token, language: Language) -> None:
    """Make a main verb of what is none by its part of speech: an auxiliary of nothing, the participle of a passive.

    A finite verb or a participle with an article, as subject or object, is a noun: `de verdachte`, see e-ANS 6.4.
    """
    if token.pos_ == "AUX" and token.dep_ not in (*ud.AUXILIARIES, ud.COPULA):
        token.mend(pos="VERB")
    elif token.pos_ != "VERB" and ud.PASSIVE_AUXILIARY in token.labels:
        token.mend(pos="VERB", morph="VerbForm=Part")
    elif token.dep_ in _PHRASES and ud.DETERMINER in token.labels and _is_nominal(token, language):
        token.mend(pos="NOUN", lemma=token.lower_, morph="")


def _is_nominal(token: Token, language: Language) -> bool:
    """Tell whether a verb form is a noun and loses its features; those of a plural participle tell of a group."""
    is_plural = token.lower_.endswith(language.mentions.plural_participle)
    return clauses.has_form(token, "Fin") or (clauses.is_nominal_participle(token) and not is_plural)


_PHRASES = (*ud.SUBJECTS, ud.OBJECT, ud.INDIRECT_OBJECT, ud.OBLIQUE, ud.OBLIQUE_ARGUMENT, ud.NOMINAL_MODIFIER)


def _lone_conjunct(noun: Token, language: Language) -> Iterator[Label]:
    """Yield the only conjunct of a noun if no conjunction stands before it: an apposition (`Jansen, voorzitter,`).

    `Jansen, niet De Vries,` is a contrast and stays one.
    """
    rules = language.factuality
    conjuncts = clauses.children(noun, ud.CONJUNCT, ud.PRECONJUNCTION)
    if len(conjuncts) == 1 and is_noun(conjuncts[0]):
        is_contrast = clauses.opens_with(conjuncts[0], rules.negators, unless=rules.negator_cancels)
        is_joined = is_contrast or clauses.has_child(conjuncts[0], ud.COORDINATION, ud.CONJUNCT)
        yield from ((conjunct, ud.APPOSITION) for conjunct in conjuncts if not is_joined)


def _content_clause(verb: Token, language: Language) -> Iterator[Label]:
    """Yield the relative clause that tells what the noun says (`geruchten dat X`): it has no relative pronoun."""
    if clauses.markers(verb) & language.attribution.complementizers:
        yield verb, ud.ADJECTIVAL_CLAUSE


def _relabel(labels: Iterable[Label]) -> None:
    for token, label in list(labels):
        token.mend(label=label)


def _voice(verb: Token, language: Language) -> Iterator[Label]:
    """Yield subjects and auxiliaries that are labelled for another voice than the words say."""
    rules = language.actions
    auxiliaries = clauses.auxiliaries(verb)
    lemmas = {auxiliary.lemma_ for auxiliary in auxiliaries}
    if clauses.has_form(verb, "Part") and lemmas & rules.passive_auxiliaries:
        found = clauses.children(verb, *ud.SUBJECTS)
        yield from ((token, ud.INDIRECT_OBJECT if is_accusative(token) else ud.PASSIVE_SUBJECT) for token in found)
        known = [token for token in clauses.children(verb, ud.AUXILIARY) if token.lemma_ in rules.passive_auxiliaries]
        yield from ((token, ud.PASSIVE_AUXILIARY) for token in known)
    elif verb.lemma_ in rules.unaccusatives or lemmas & rules.active_auxiliaries or clauses.has_form(verb, "Fin"):
        yield from ((token, ud.SUBJECT) for token in clauses.children(verb, ud.PASSIVE_SUBJECT))
        yield from ((token, ud.AUXILIARY) for token in clauses.children(verb, ud.PASSIVE_AUXILIARY))


def _agents_without_preposition(verb: Token, _language: Language) -> Iterator[Label]:
    """Yield the noun phrase that a passive without subject has for an agent: without `door` it is the subject.

    See e-ANS 2.4.2.1 (passief) and https://universaldependencies.org/u/dep/obl-agent.html
    """
    agents = clauses.children(verb, ud.OBLIQUE_AGENT)
    has_subject = bool(clauses.subject(verb)) or verb.dep_ == ud.CONJUNCT
    if not has_subject and clauses.is_passive(verb) and not any(map(clauses.preposition, agents)):
        yield from ((agent, ud.PASSIVE_SUBJECT) for agent in agents if agent.pos_ in ("NOUN", "PROPN"))


def _objects_with_preposition(verb: Token, language: Language) -> Iterator[Label]:
    """Yield what is labelled an object and has a preposition; before a number it may be part of the amount."""
    for token in clauses.children(verb, ud.OBJECT):
        is_amount = token.pos_ == "NUM" or clauses.has_child(token, ud.NUMERAL_MODIFIER)
        if clauses.preposition(token) and not is_amount and token.lemma_.lower() not in language.actions.units:
            yield token, ud.OBLIQUE


def _subjects_of_infinitives(verb: Token, language: Language) -> Iterator[Label]:
    """Yield what is labelled the subject of an infinitive with `te`: it is its object.

    `Om ze te redden`; `beschuldigd de brug te hebben verkocht`.
    """
    rules = language.actions
    is_dependent = verb.dep_ in (*ud.COMPLEMENTS, ud.ADVERBIAL_CLAUSE, ud.ADJECTIVAL_CLAUSE)
    if not is_dependent or clauses.has_child(verb, ud.OBJECT) or rules.infinitive_marker not in clauses.markers(verb):
        return
    auxiliaries = clauses.children(verb, ud.COPULA, *ud.AUXILIARIES)
    is_perfect = clauses.has_form(verb, "Part") and {one.lemma_ for one in auxiliaries} <= rules.active_auxiliaries
    if is_perfect if auxiliaries else clauses.has_form(verb, "Inf"):
        yield from ((token, ud.OBJECT) for token in clauses.children(verb, *ud.SUBJECTS) if token.i < verb.i)


def _second_subjects(verb: Token, language: Language) -> Iterator[Label]:
    """Yield what cannot be the subject of an active verb beside another.

    The subject is the pronoun in the nominative or the first; the other is the object. A verb with a clause as its
    object has no other: the subject is the nearest. A clause beside a subject is an adverbial one.
    """
    rules = language.actions
    found = clauses.children(verb, ud.SUBJECT)
    yield from ((clause, ud.ADVERBIAL_CLAUSE) for clause in clauses.children(verb, ud.CLAUSAL_SUBJECT) if found)
    if len(found) < 2 or clauses.has_child(verb, ud.OBJECT) or verb.lemma_ in rules.intransitives:
        return
    has_clause = clauses.has_child(verb, ud.CLAUSAL_COMPLEMENT)
    nearest = min(found, key=lambda token: abs(token.i - verb.i)) if has_clause else found[0]
    subject = next((token for token in found if is_nominative(token)), nearest)
    yield from ((token, ud.UNKNOWN if has_clause else ud.OBJECT) for token in found if token is not subject)


def _inverted_conjuncts(verb: Token, language: Language) -> Iterator[Label]:
    """Yield the first of two objects right behind a verb that goes on a clause with inversion: its own subject.

    `In mei bouwde A een brug en kocht B een schip`: both clauses begin with `in mei`, so the subject stands behind.
    """
    if verb.dep_ != ud.CONJUNCT:
        return
    first, objects = clauses.first_conjunct(verb), clauses.children(verb, ud.OBJECT, ud.INDIRECT_OBJECT)
    if len(objects) != 2 or clauses.has_child(verb, *ud.ALL_SUBJECTS):
        return
    own = clauses.subject(first)
    is_inverted = own is not None and own.i > first.i and clauses.has_form(verb, "Fin")
    is_next = objects[0].left_edge.i == verb.i + 1
    if is_inverted and is_next and is_actor(objects[0], language) and not is_actor(objects[1], language):
        yield objects[0], ud.SUBJECT
        yield objects[1], ud.OBJECT


def _loose_objects(verb: Token, language: Language) -> Iterator[Label]:
    """Yield the object behind a comma of a verb that takes none: a second headline (`Prijs daalt, banen weg`)."""
    if verb.lemma_ in language.actions.unaccusatives and clauses.subject(verb) is not None:
        for token in clauses.children(verb, ud.OBJECT):
            opener = token.left_edge
            if opener.i > verb.i and (opener.is_punct or opener.nbor(-1).is_punct):
                yield token, ud.PARATAXIS


def _missing_subjects(verb: Token, language: Language) -> Iterator[Label]:
    """Yield the object that is the subject of a clause without one: by its form, or as the verb takes no object.

    Finite clauses have a subject, and so have infinitives after verbs like `zien` (`zag de prijs dalen`).
    """
    rules = language.actions
    is_perceived = verb.dep_ == ud.OPEN_COMPLEMENT and verb.head.lemma_ in rules.causatives
    is_finite = is_perceived or any(clauses.has_form(form, "Fin") for form in (verb, *clauses.auxiliaries(verb)))
    has_subject = clauses.children(verb, *ud.SUBJECTS, ud.CLAUSAL_SUBJECT, ud.EXPLETIVE)
    if has_subject or not is_finite or verb.dep_ == ud.CONJUNCT:
        return
    objects = clauses.children(verb, ud.OBJECT)
    takes_none = verb.lemma_ in rules.intransitives or verb.lemma_ in rules.unaccusatives
    is_told = bool(clauses.markers(verb) & language.attribution.complementizers)
    takes_none |= is_told and len(objects) == 1 and infinitive(verb, rules) not in rules.agentive
    has_clause = clauses.has_child(verb, ud.CLAUSAL_COMPLEMENT) and not clauses.is_passive(verb)
    for token in objects[:1]:
        if takes_none or is_nominative(token) or (has_clause and token.i < verb.i and is_actor(token, language)):
            yield token, ud.SUBJECT


def _missing_objects(verb: Token, times: set[int], language: Language) -> Iterator[Label]:
    """Yield the noun phrase without preposition that is labelled an adjunct of a verb which has no object yet."""
    rules = language.actions
    if clauses.has_child(verb, ud.OBJECT, *ud.COMPLEMENTS, ud.PASSIVE_SUBJECT) or clauses.is_passive(verb):
        return
    if verb.lemma_ in rules.intransitives or verb.lemma_ in rules.unaccusatives:
        return
    for token in clauses.children(verb, ud.ADVERBIAL_MODIFIER, ud.OBLIQUE):
        is_measure = token.i in times or token.lemma_ in rules.units or token.lemma_ in rules.abstract_settings
        is_phrase = is_noun(token) or (token.pos_ == "PRON" and clauses.has_child(token, ud.NOMINAL_MODIFIER))
        if is_phrase and not is_measure and not clauses.preposition(token):
            yield token, ud.OBJECT
            return


_MENDERS = (
    ({ud.OBLIQUE_AGENT}, _agents_without_preposition),
    ({ud.OBJECT}, _objects_with_preposition),
    ({ud.PASSIVE_AUXILIARY}, passive_subjects),
    ({*ud.SUBJECTS, *ud.AUXILIARIES}, _voice),
    (set(ud.SUBJECTS), _subjects_of_infinitives),
    ({ud.OBJECT}, _loose_objects),
    ({ud.OBJECT, ud.INDIRECT_OBJECT}, _inverted_conjuncts),
    ({ud.SUBJECT}, pointing_subjects),
    ({ud.SUBJECT}, disagreeing_subjects),
    ({ud.EXPLETIVE}, recipients_beside_het),
    ({ud.SUBJECT, ud.OBJECT}, fronted_objects),
    ({ud.SUBJECT}, relative_second_subjects),
    ({ud.SUBJECT}, _second_subjects),
    ({ud.OBJECT}, _missing_subjects),
    ({ud.OBJECT}, relative_objects),
    ({ud.OBJECT}, receiving_objects),
    ({ud.INDIRECT_OBJECT}, lone_recipients),
)
"""Rules, each with the labels without which it has nothing to say of a verb."""
