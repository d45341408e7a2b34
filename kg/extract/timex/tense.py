"""Where the tense of a clause points, seen from the publication date."""

from spacy.tokens import Token

from kg.extract.phrases import clause_head
from kg.extract.timex.periods import Direction
from kg.lang.time import TimeRules

_AUXILIARIES = frozenset({"aux", "aux:pass", "cop"})


def direction_of(token: Token | None, rules: TimeRules) -> Direction:
    """Return where the verb of the clause around `token` points; `NEAREST` without a parse or a verb.

    A perfect (`heeft verloren`, `is opgericht`) and a bare participle are past, `zullen` and `gaan` future. The
    present is also used for what is planned (`De Kamer stemt woensdag`), as are infinitives (`om maandag te beginnen`).
    See https://universaldependencies.org/u/feat/Tense.html
    """
    if token is None or not token.dep_:
        return Direction.NEAREST
    clause = clause_head(token)
    auxiliaries = [child for child in clause.children if child.dep_ in _AUXILIARIES]
    lemmas = {child.lemma_.lower() for child in auxiliaries}
    if lemmas & rules.future_auxiliaries:
        return Direction.FUTURE
    if _has(clause, "VerbForm", "Part") and (not auxiliaries or lemmas & rules.perfect_auxiliaries):
        return Direction.PAST
    if any(_has(verb, "Tense", "Past") for verb in (clause, *auxiliaries)):
        return Direction.PAST
    is_verbal = auxiliaries or clause.morph.get("VerbForm", [])
    return Direction.PRESENT if is_verbal else Direction.NEAREST


def _has(token: Token, feature: str, value: str) -> bool:
    return value in token.morph.get(feature, [])
