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
    lacking = [phrase for phrase in clauses.children(verb, ud.OBLIQUE) if _is_lacking(phrase, rules)]
    return any(phrase.left_edge.i == verb.sent.start for phrase in lacking)


def _is_past_condition(clause: Token, rules: FactualityRules) -> bool:
    forms = [clause, *clauses.children(clause, *ud.AUXILIARIES, ud.COPULA)]
    if not any(clauses.is_past(form) for form in forms):
        return False
    opens = _is_past_perfect(clause, rules) and clauses.has_form(clause.sent[0], "Fin") and clause.sent[0] in forms
    return opens or bool(clauses.markers(clause) & rules.condition_markers)


def _is_lacking(phrase: Token, rules: FactualityRules) -> bool:
    """Tell whether somebody or something named stands behind `zonder`: `zonder toestemming` is how it happened."""
    is_named = phrase.pos_ == "PROPN" or clauses.has_child(phrase, ud.DETERMINER)
    return is_named and clauses.preposition(phrase) in rules.negative_markers


def _is_past_perfect(verb: Token, rules: FactualityRules) -> bool:
    """Tell whether a verb is a participle with `had` or `was`."""
    past = [auxiliary for auxiliary in clauses.auxiliaries(verb) if clauses.is_past(auxiliary)]
    return clauses.has_form(verb, "Part") and any(one.lemma_ in rules.perfect_auxiliaries for one in past)


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
