"""Hangs words and clauses where the two poles of a Dutch clause say that they belong.

A main clause has its finite verb first or second and ends its middle field with a particle, participle or infinitive; a
subordinate clause has all its verbs there. A relative clause is finite.
See e-ANS 21.2 (https://e-ans.ivdnt.org) on the poles, and https://universaldependencies.org/nl/dep/acl-relcl.html
"""

from kg.extract.actions.predicates import infinitive
from kg.extract.syntax import clauses, ud
from kg.extract.syntax.token import Token
from kg.extract.syntax.tree import Tree
from kg.lang import Language
from kg.lang.actions import ActionRules


def hang_between_poles(tree: Tree, language: Language) -> None:
    """Change the heads of `tree` that the poles of a clause forbid."""
    for token in tree:
        if token.dep_ == ud.PARTICLE:
            _close_clause(token)
        elif token.pos_ == "VERB" and token.dep_ == ud.CONJUNCT:
            _go_on_main_clause(token, language)
        elif token.pos_ == "VERB" and ud.MARKER in token.labels:
            _part_from_finite(token, language)
            _complete_relative_clause(token, language)


def _close_clause(particle: Token) -> None:
    """Hang the adverb before a particle on the verb that it closes: `sluit acties niet uit | als X niet komt`."""
    verb, adverb = particle.head, particle.nbor(-1) if particle.i else particle
    is_closing = verb.i < adverb.i and clauses.has_form(verb, "Fin")
    if is_closing and adverb.dep_ == ud.ADVERBIAL_MODIFIER and adverb.head.i > particle.i:
        clauses.hang(adverb, verb, ud.ADVERBIAL_MODIFIER)


def _go_on_main_clause(verb: Token, language: Language) -> None:
    """Hang a clause with its finite verb first on the main clause, not on the subordinate one before it.

    `Zij zeggen dat ze niets weten | en zijn gisteren vertrokken`: `gisteren` stands between the poles. In a subordinate
    clause the verbs stand together (`dat ze niets weten en vertrokken zijn`). `En zou gisteren vertrekken` stays: it
    may tell what they say.
    """
    told = verb.head
    above, conjunctions = told.head, clauses.children(verb, ud.COORDINATION)
    finite = [form for form in (verb, *clauses.children(verb, *ud.AUXILIARIES)) if clauses.has_form(form, "Fin")]
    if told.dep_ not in _SUBORDINATE or above.pos_ != "VERB" or len(conjunctions) != 1 or len(finite) != 1:
        return
    if finite[0].lemma_ in language.factuality.hearsay_auxiliaries:
        return
    is_first = finite[0].i == conjunctions[0].i + 1
    is_main = not clauses.has_child(above, ud.MARKER) and above.i < told.i
    if is_first and is_main and _has_middle_field(finite[0], verb) and not clauses.has_child(verb, *ud.SUBJECTS):
        clauses.hang(verb, above, ud.CONJUNCT)


_SUBORDINATE = (ud.CLAUSAL_COMPLEMENT, ud.ADVERBIAL_CLAUSE)


def _has_middle_field(finite: Token, verb: Token) -> bool:
    """Tell whether something but verbs stands behind a finite verb and before the rest of its clause."""
    if finite is verb:
        return clauses.has_child(verb, ud.PARTICLE) and clauses.children(verb, ud.PARTICLE)[0].i > verb.i + 1
    between = finite.tree[finite.i + 1 : verb.i]
    return any(word.pos_ not in ("AUX", "VERB", "ADP") for word in between)


def _part_from_finite(verb: Token, language: Language) -> None:
    """Hang the finite auxiliary of an infinitive with `te` on the participle beside it, and with it what stands before.

    `Die wordt verdacht | geld te hebben gestolen`: with `te` no clause has a finite verb, see e-ANS 18.5.
    """
    auxiliary = next((one for one in clauses.children(verb, *ud.AUXILIARIES) if clauses.has_form(one, "Fin")), None)
    if auxiliary is None or auxiliary.is_sent_start or not _has_te(verb, language):
        return
    near = verb.tree[auxiliary.i - 1 : clauses.children(verb, ud.MARKER)[-1].i]
    governor = next((word for word in near if word.pos_ == "VERB" and clauses.has_form(word, "Part")), None)
    if governor is not None and verb.head is not verb:
        _complete(governor, verb, language, last=max(auxiliary.i, governor.i))


def _complete_relative_clause(verb: Token, language: Language) -> None:
    """Hang an infinitive with `te` on the relative clause before it: `die ervan is verdacht | de brug te verkopen`."""
    if verb.dep_ != ud.RELATIVE_CLAUSE:
        return
    before = [one for one in clauses.children(verb.head, ud.RELATIVE_CLAUSE) if one.i < verb.i]
    if before and _has_te(verb, language):
        _complete(before[-1], verb, language, last=before[-1].i)


def _has_te(verb: Token, language: Language) -> bool:
    return language.actions.infinitive_marker in clauses.markers(verb)


def _complete(governor: Token, verb: Token, language: Language, *, last: int) -> None:
    """Make a clause the complement of a participle before it, which all up to the `last` word belongs to."""
    if any(word.is_punct for word in verb.tree[governor.i + 1 : verb.i]):
        return
    if verb in clauses.parents(governor):
        clauses.hang(governor, verb.head, verb.dep_)
    for stranger in [child for child in verb.children if child.i <= last]:
        clauses.hang(stranger, governor, stranger.dep_)
    clauses.hang(verb, governor, ud.CLAUSAL_COMPLEMENT if clauses.has_child(verb, *ud.SUBJECTS) else ud.OPEN_COMPLEMENT)
    _make_passive(governor, language.actions)


def _make_passive(participle: Token, rules: ActionRules) -> None:
    """Label the passive of a verb that says what its object is to do or did: `is gevraagd te wachten`.

    With `zijn` its perfect tense is passive, where that of `beginnen` is active. See e-ANS 2.4.2.1 (passief).
    """
    auxiliaries = [one for one in clauses.children(participle, ud.AUXILIARY) if one.lemma_ == rules.being]
    if auxiliaries and infinitive(participle, rules) in rules.object_control:
        for auxiliary in auxiliaries:
            auxiliary.mend(label=ud.PASSIVE_AUXILIARY)
        for subject in clauses.children(participle, ud.SUBJECT):
            subject.mend(label=ud.PASSIVE_SUBJECT)
