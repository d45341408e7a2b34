"""Negation: which words deny a verb, noun or adjective that stands beside them."""

from collections.abc import Iterable

from kg.extract.syntax import clauses, ud
from kg.extract.syntax.memory import remembered
from kg.extract.syntax.token import Token
from kg.lang.factuality import FactualityRules

_ARGUMENTS = (*ud.SUBJECTS, ud.OBJECT, ud.INDIRECT_OBJECT, ud.OBLIQUE, ud.OBLIQUE_ARGUMENT, ud.OBLIQUE_AGENT)


def is_denied(word: Token, rules: FactualityRules) -> bool:
    """Tell whether an adverb, a determiner or a participant denies a word: `niet bewezen`, `geen bewijs`."""
    adverbs = clauses.children(word, ud.ADVERBIAL_MODIFIER)
    return any(is_negator(adverb, rules) for adverb in adverbs) or is_denied_by_words(word, rules)


def is_negator(adverb: Token, rules: FactualityRules) -> bool:
    """Tell whether an adverb denies what it belongs to; `niet alleen` does not."""
    if adverb.lower_ not in rules.negators:
        return False
    following = adverb.nbor().lower_ if adverb.i + 1 < len(adverb.tree) else ""
    return following not in rules.negator_cancels


def is_denied_by_words(word: Token, rules: FactualityRules) -> bool:
    """Tell whether a participant or connective denies the clause of a word: `geen`, `niemand`, `niets`.

    `Noch` denies what it joins, verbs or participants: `wil dat bevestigen noch ontkennen`, `X noch Y kwam`. Beside
    `niet` it denies no more than that does (`sprak niet met X noch met Y`).
    """
    if not _has_denial(word.sent[0], rules):
        return False
    participants = clauses.children(word, *_ARGUMENTS)
    words = clauses.children(word, ud.COORDINATION, ud.PRECONJUNCTION, ud.MARKER)
    for one in participants:
        words += [one, *clauses.children(one, ud.DETERMINER, ud.PRECONJUNCTION, ud.ADJECTIVAL_MODIFIER)]
    if not any(is_negator(adverb, rules) for adverb in clauses.children(word, ud.ADVERBIAL_MODIFIER)):
        others = (other for one in (word, *participants) for other in clauses.children(one, ud.CONJUNCT))
        words += (one for other in others for one in clauses.children(other, ud.COORDINATION))
    return _have_denial(words, rules)


@remembered
def _has_denial(first: Token, rules: FactualityRules) -> bool:
    """Tell whether the sentence that a word opens has a word that may deny something: most have none."""
    return _have_denial(first.sent, rules)


def _have_denial(words: Iterable[Token], rules: FactualityRules) -> bool:
    return any(word.lower_ in rules.negative_words or word.lemma_.lower() in rules.negative_words for word in words)
