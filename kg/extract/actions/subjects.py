"""Whose action a clause tells of, where its subject is said elsewhere: control, coordination, participles."""

from dataclasses import dataclass

from kg.extract.actions.predicates import infinitive, is_present_participle, is_semi_auxiliary, named, sentence_phrase
from kg.extract.syntax import clauses, ud
from kg.extract.syntax.memory import remembered
from kg.extract.syntax.token import Token
from kg.lang.actions import ActionRules


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a clause, in its own words or understood."""

    token: Token
    understood: bool = False
    """Said in another clause."""


@remembered
def governors(verb: Token, rules: ActionRules) -> list[Token]:
    """Return the semi-auxiliaries above a verb, nearest first: their dependents are the verb's (`wil morgen gaan`)."""
    found: list[Token] = []
    below = verb if clauses.has_form(verb, "Fin") else clauses.first_conjunct(verb)
    for above in clauses.parents(below):
        if below.dep_ not in (ud.OPEN_COMPLEMENT, ud.CLAUSAL_COMPLEMENT) or not is_semi_auxiliary(above, rules):
            break
        found.append(above)
        below = above
    return found


@remembered
def is_passive(verb: Token, rules: ActionRules) -> bool:
    """Tell whether the subject of a verb undergoes it.

    A past participle without an auxiliary (`de aangehouden man`, `Man aangehouden`) is passive unless its verb has no
    passive (`de gevallen regering`) or it has an object.
    """
    if clauses.is_passive(verb) or is_modal_passive(verb, rules):
        return True
    if not _is_bare_participle(verb) or verb.lemma_ in rules.unaccusatives:
        return False
    return not is_present_participle(verb, rules) and not clauses.has_child(verb, ud.OBJECT)


def is_modal_passive(verb: Token, rules: ActionRules) -> bool:
    """Tell whether an infinitive with `te` says what can or must be done to its subject: `is te zien`.

    See e-ANS 18.5.4 on `zijn te` with an infinitive. In `is van plan af te treden` the copula goes with another phrase.
    """
    if not clauses.has_form(verb, "Inf") or rules.infinitive_marker not in clauses.markers(verb):
        return False
    has_being = any(auxiliary.lemma_ == rules.being for auxiliary in clauses.children(verb, *ud.AUXILIARIES, ud.COPULA))
    return has_being and not clauses.has_child(verb, ud.OBJECT) and not sentence_phrase(verb, rules)


def _is_bare_participle(verb: Token) -> bool:
    """Tell whether a verb is a participle without an auxiliary; after a conjunction there is always a finite verb."""
    if not clauses.has_form(verb, "Part") or clauses.auxiliaries(verb) or clauses.has_child(verb, ud.MARKER):
        return False
    if clauses.is_participle_at_noun(verb):
        return True
    return verb.lower_ != verb.lemma_ and verb.dep_ not in (*ud.COMPLEMENTS, ud.RELATIVE_CLAUSE)


@remembered
def subject_of(verb: Token, rules: ActionRules) -> Subject | None:
    """Return the subject of a verb, its own or understood; None if the text does not say.

    A conjunct shares the subject of the first conjunct. An infinitive that completes a verb has that verb's object as
    its subject after verbs like `dwingen` and `vragen`, otherwise its subject. A clause without a subject that
    modifies another (`om te winnen`) has that clause's, one that modifies a noun has the noun's possessor. The
    subject of a participle at a noun is the noun. See https://universaldependencies.org/u/dep/xcomp.html
    """
    here, understood = verb, False
    for _ in range(clauses.LONGEST_WALK):
        own = clauses.subject(here)
        if own is not None:
            return Subject(own, understood)
        if clauses.is_participle_at_noun(here):
            return Subject(here.head, understood)
        controller = _controller(here, rules)
        if controller is not None:
            return Subject(controller, understood=True)
        above = _clause_above(here, rules)
        if above is None:
            return None
        understood = understood or not is_semi_auxiliary(above, rules)
        here = above
    return None


_NOUNS_OF_CLAUSE = (ud.OBJECT, ud.OBLIQUE, ud.OBLIQUE_ARGUMENT)
_CLAUSES_WITHOUT_SUBJECT = (ud.CLAUSAL_COMPLEMENT, ud.ADVERBIAL_CLAUSE)


def _clause_above(verb: Token, rules: ActionRules) -> Token | None:
    """Return the clause whose subject is also that of `verb`; None if there is none.

    A finite clause has its own, or none (`omdat niet bewezen is dat`).
    """
    above = verb.head
    if verb.dep_ == ud.CONJUNCT:
        return above
    forms = (verb, *clauses.auxiliaries(verb)) if not is_semi_auxiliary(verb, rules) else ()
    is_finite = any(clauses.has_form(form, "Fin") for form in forms)
    if verb.dep_ == ud.OPEN_COMPLEMENT or (not is_finite and verb.dep_ in _CLAUSES_WITHOUT_SUBJECT):
        return None if _hides_its_subject(above, verb, rules) else above
    if not is_finite and verb.dep_ == ud.ADJECTIVAL_CLAUSE and above.dep_ in _NOUNS_OF_CLAUSE:
        is_held = above.dep_ != ud.OBJECT or infinitive(above.head, rules) in rules.supports | rules.holders
        return above.head if is_held and not clauses.is_passive(above.head) else None
    return None


def _hides_its_subject(verb: Token, below: Token, rules: ActionRules) -> bool:
    """Tell whether the subject of a verb is not the one who does what depends on it: in a passive, or by control."""
    if clauses.is_passive(verb):
        return True
    is_shared = verb.lemma_ in rules.causatives or infinitive(verb, rules) in rules.joint_verbs
    return _controls_by_object(verb, below, rules) and not is_shared


def _controls_by_object(verb: Token, below: Token, rules: ActionRules) -> bool:
    """Tell whether the object of a verb does what the infinitive below it says; after `zien` only one without `te`."""
    lemma = named(verb, rules)
    has_marker = rules.infinitive_marker in clauses.markers(below)
    return lemma in rules.object_control and not (has_marker and lemma in rules.causatives)


def _controller(verb: Token, rules: ActionRules) -> Token | None:
    """Return the one who does what an infinitive says, if the clause or noun it depends on names them."""
    above = verb.head
    if verb.dep_ == ud.ADJECTIVAL_CLAUSE:
        possessors = clauses.children(above, ud.POSSESSIVE, ud.NOMINAL_MODIFIER)
        receivers = clauses.children(above.head, ud.INDIRECT_OBJECT) if above.dep_ == ud.OBJECT else []
        named = [p for p in possessors if p.dep_ == ud.POSSESSIVE or clauses.preposition(p) in rules.genitives]
        return next(iter((*named, *receivers)), None)
    if verb.dep_ not in (*ud.COMPLEMENTS, ud.ADVERBIAL_CLAUSE):
        return None
    if _controls_by_object(above, verb, rules):
        labels = (ud.INDIRECT_OBJECT, ud.OBJECT, ud.OBLIQUE_ARGUMENT)
        objects = [clauses.children(above, label) for label in labels]
        passive = clauses.children(above, ud.PASSIVE_SUBJECT)
        return next((found[0] for found in (*objects, passive) if found), None)
    return next(iter(clauses.children(above, ud.OBLIQUE_AGENT)), None)
