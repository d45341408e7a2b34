"""Where the tense of a clause points, seen from the publication date."""

from kg.extract.syntax import clauses, ud
from kg.extract.syntax.phrases import clause_head
from kg.extract.syntax.token import Token
from kg.extract.timex.periods import Direction
from kg.lang import Language

_FORMS = (*ud.AUXILIARIES, ud.COPULA)


def direction_of(token: Token | None, language: Language) -> Direction:
    """Return where the verb of the clause around `token` points; `NEAREST` without a parse or a verb.

    A perfect (`heeft verloren`, `is opgericht`, `zou hebben verloren`), a bare participle and a report (`meldt de
    politie woensdag`) are past, `zullen` and `gaan` future. The present is also used for what is planned (`De Kamer
    stemt woensdag`), as are infinitives (`om maandag te beginnen`) and what must have been done (`moet vrijdag zijn
    afgerond`); in what somebody wants, expects or keeps from happening it is future (`voorkomen dat X in mei sluit`).
    See https://universaldependencies.org/u/feat/Tense.html
    """
    if token is None or not token.dep_:
        return Direction.NEAREST
    clause = clause_head(token)
    auxiliaries = clauses.children(clause, *_FORMS)
    if not auxiliaries and "VerbForm" not in clause.morph:
        return Direction.NEAREST
    if _is_perfect(clause, auxiliaries, language):
        return Direction.PAST
    active = {auxiliary.lemma_.lower() for auxiliary in auxiliaries if auxiliary.dep_ != ud.PASSIVE_AUXILIARY}
    if active & language.time.future_auxiliaries:
        return Direction.FUTURE
    is_report = clauses.has_form(clause, "Fin") and clause.lemma_ in language.attribution.say
    if is_report or any(clauses.is_past(verb) for verb in (clause, *auxiliaries)):
        return Direction.PAST
    is_ahead = clause.dep_ in ud.COMPLEMENTS and clause.head.lemma_.lower() in language.factuality.object_modality
    return Direction.FUTURE if is_ahead and clauses.is_present(clause) else Direction.PRESENT


def _is_perfect(verb: Token, auxiliaries: list[Token], language: Language) -> bool:
    """Tell whether a verb tells of what has happened: the finite auxiliary makes it so, or is the past of `zullen`.

    The form of the participle may be that of the infinitive (`hebben verlaten`), which then has no `te`.
    """
    rules = language.time
    if clauses.has_form(verb, "Fin") or language.actions.infinitive_marker in clauses.markers(verb):
        return False
    is_verb = clauses.has_form(verb, "Part") or (
        clauses.has_form(verb, "Inf") and not clauses.has_child(verb, ud.COPULA)
    )
    if not auxiliaries:
        return clauses.has_form(verb, "Part")
    perfect = [auxiliary for auxiliary in auxiliaries if auxiliary.lemma_.lower() in rules.perfect_auxiliaries]
    is_hearsay = any(one.lemma_.lower() in rules.future_auxiliaries and clauses.is_past(one) for one in auxiliaries)
    return is_verb and any(is_hearsay or clauses.has_form(one, "Fin") for one in perfect)
