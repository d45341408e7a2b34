"""Kinds of clauses by their form: questions, orders, and conditions with or without a conjunction."""

from kg.extract.syntax import clauses, ud
from kg.extract.syntax.token import Token
from kg.lang.factuality import FactualityRules


def is_condition(clause: Token, rules: FactualityRules) -> bool:
    """Tell whether an adverbial clause is an open condition; one in the past tense tells of what used to be."""
    finite = [
        token
        for token in (clause, *clauses.children(clause, *ud.AUXILIARIES, ud.COPULA))
        if clauses.has_form(token, "Fin")
    ]
    is_open = any(clauses.is_present(token) for token in finite)
    return is_open and bool(clauses.markers(clause) & rules.condition_markers)


def is_counterfactual(verb: Token, rules: FactualityRules) -> bool:
    """Tell whether a clause tells of what would have been: past perfect beside a condition that is past.

    `Als de keeper de bal had gestopt, had Ajax gewonnen`; the condition may open with its verb (`was X eerder
    gekomen,`) or be a phrase (`zonder Smit`). See e-ANS 2.4.8.8 on the past perfect of what did not happen.
    """
    if not _is_past_perfect(verb, rules):
        return False
    if any(_is_past_condition(clause, rules) for clause in clauses.children(verb, ud.ADVERBIAL_CLAUSE)):
        return True
    parts = clauses.children(verb, ud.OBLIQUE, ud.ADVERBIAL_MODIFIER)
    return any(_is_lacking(part, verb, rules) for part in parts)


def _is_past_condition(clause: Token, rules: FactualityRules) -> bool:
    forms = [clause, *clauses.children(clause, *ud.AUXILIARIES, ud.COPULA)]
    if not any(clauses.is_past(form) for form in forms):
        return False
    opens = _is_past_perfect(clause, rules) and clauses.has_form(clause.sent[0], "Fin") and clause.sent[0] in forms
    return opens or bool(clauses.markers(clause) & rules.condition_markers)


def _is_lacking(part: Token, verb: Token, rules: FactualityRules) -> bool:
    """Tell whether a part of a clause is a condition that is not so: `zonder Smit`, `zonder hulp`, `anders`.

    Before the finite verb stands the frame of what follows (e-ANS 21.3): there it is somebody, something named or help.
    Behind it `zonder` tells of the way (`had zonder hulp de top bereikt`), but for the stepping in of somebody else.
    Nor is `zonder toestemming` more than the way in which it was done.
    """
    if part.dep_ == ud.ADVERBIAL_MODIFIER:
        return part.lower_ in rules.otherwise and any(one.i == part.i + 1 for one in clauses.auxiliaries(verb))
    if clauses.preposition(part) not in rules.negative_markers:
        return False
    is_named = part.pos_ == "PROPN" or clauses.has_child(part, ud.DETERMINER)
    noun = part.lemma_.lower()
    return noun in rules.interventions or ((is_named or noun in rules.helps) and _is_in_front(part, verb))


def _is_in_front(part: Token, verb: Token) -> bool:
    """Tell whether a part of a clause stands before the finite verb, and the subject behind it."""
    finite = [word for word in clauses.auxiliaries(verb) if clauses.has_form(word, "Fin")]
    subject = clauses.subject(verb)
    return any(part.i < word.i and (subject is None or word.i < subject.i) for word in finite)


def _is_past_perfect(verb: Token, rules: FactualityRules) -> bool:
    """Tell whether a verb is a participle with `had` or `was`."""
    past = [auxiliary for auxiliary in clauses.auxiliaries(verb) if clauses.is_past(auxiliary)]
    return clauses.has_form(verb, "Part") and any(one.lemma_ in rules.perfect_auxiliaries for one in past)


def is_hearsay(verb: Token, rules: FactualityRules) -> bool:
    """Tell whether a clause has an auxiliary that leaves open whether it is so: `zou hebben gestolen`."""
    return any(word.lemma_ in rules.hearsay_auxiliaries and clauses.is_past(word) for word in clauses.auxiliaries(verb))


def is_verb_first_condition(verb: Token, rules: FactualityRules) -> bool:
    """Tell whether a clause is a condition without conjunction or what follows it: `Wint X, dan krijgt Y een prijs`.

    See e-ANS 10.3.5 on conditions that begin with the verb.
    """
    opener = verb.sent[0]
    if not clauses.has_form(opener, "Fin"):
        return False
    linked = [verb, *clauses.children(verb, ud.PARATAXIS, ud.ADVERBIAL_CLAUSE)]
    linked += [verb.head] if verb.dep_ in (ud.PARATAXIS, ud.ADVERBIAL_CLAUSE) else []
    opens = any(opener in (one, *clauses.auxiliaries(one)) for one in linked)
    return opens and any(_answers(one, rules) for one in linked)


def _answers(verb: Token, rules: FactualityRules) -> bool:
    adverbs = clauses.children(verb, ud.ADVERBIAL_MODIFIER)
    return any(adverb.lower_ in rules.condition_answers and adverb.nbor(-1).is_punct for adverb in adverbs if adverb.i)


def is_order(verb: Token) -> bool:
    """Tell whether a sentence begins with a bare stem or imperative and has no subject: `Bel de politie`."""
    if verb.head is not verb or not clauses.is_present(verb) or verb.morph.get("Number") != "Sing":
        return False
    is_first = verb.i == verb.sent.start or (verb.nbor(-1).is_punct and verb.i - 1 == verb.sent.start)
    return is_first and not clauses.has_child(verb, *ud.ALL_SUBJECTS, ud.EXPLETIVE, *ud.AUXILIARIES)


def is_question(verb: Token, rules: FactualityRules) -> bool:
    """Tell whether a verb heads a sentence or quote that ends in a question mark."""
    if any(mark.text == rules.question_mark for mark in clauses.children(verb, ud.PUNCTUATION)):
        return True
    return verb.head.i == verb.i and verb.tree[verb.sent.end - 1].text == rules.question_mark
