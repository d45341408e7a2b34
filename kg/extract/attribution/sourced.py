"""What is so by somebody's word: `volgens X`, `naar het oordeel van X`, `naar eigen zeggen`."""

from collections.abc import Iterable, Iterator
from functools import cache

from kg.extract.attribution.cues import Cue, Reported, actor_behind, source_cue, stretch, verb_cue
from kg.extract.attribution.extents import subtree
from kg.extract.mentions import Mentions
from kg.extract.syntax import clauses, ud
from kg.extract.syntax.markers import marker_length
from kg.extract.syntax.token import Token
from kg.lang import Language
from kg.lang.attribution import AttributionRules

_PART_ENDS = frozenset(":;")


@cache
def source_openers(rules: AttributionRules) -> frozenset[str]:
    """Return the words, in lower case, at which `find_sourced` may find anything."""
    phrases = (*rules.own_words, *rules.source_phrases)
    return rules.sources.union(phrase.split(" ")[0] for phrase in phrases)


def find_sourced(token: Token, mentions: Mentions, language: Language) -> Iterator[Reported]:
    """Yield what is so by the word of the one named behind a source, or of the subject in its own words."""
    rules = language.attribution
    if token.lower_ in rules.sources:
        yield from _by_source(token, mentions, language)
    if length := marker_length(token, rules.own_words):
        yield from _in_own_words(token.nbor(length - 1), mentions, language, first=token)
    if length := marker_length(token, rules.source_phrases):
        yield from _by_source_phrase(token.nbor(length - 1), mentions, first=token)


def _by_source(preposition: Token, mentions: Mentions, language: Language) -> Iterator[Reported]:
    """Yield what is so `volgens X`."""
    cue = source_cue(preposition, mentions, language)
    if cue is not None:
        yield from _around(cue, cue.speaker, subtree(cue.speaker) | {preposition.i})


def _by_source_phrase(last: Token, mentions: Mentions, *, first: Token) -> Iterator[Reported]:
    """Yield what is so `naar het oordeel van X`."""
    cue = actor_behind(last, mentions)
    if cue is not None:
        yield from _around(cue, cue.speaker, {*range(first.i, cue.speaker.i), *subtree(cue.speaker)})


def _in_own_words(last: Token, mentions: Mentions, language: Language, *, first: Token) -> Iterator[Reported]:
    """Yield the clause that its subject says so of: `heeft naar eigen zeggen niets gezien`."""
    cue = verb_cue(_clause(last), mentions, language)
    if cue is not None:
        yield from _around(Cue(last, cue.speaker, cue.claimant), last, range(first.i, last.i + 1))


def _around(cue: Cue, head: Token, phrase: Iterable[int]) -> Iterator[Reported]:
    """Yield the sentence, up to a colon or semicolon, that begins or ends with a phrase; else the clause around it."""
    tree, own = head.tree, frozenset(phrase)
    words = [token.i for token in _part(head) if not (token.is_punct or token.is_space)]
    clause = _clause(head)
    later = [verb for verb in clauses.children(clause, ud.CONJUNCT) if clauses.subject(verb) is not None]
    own_clause = subtree(clause).difference(*(subtree(verb) for verb in later if verb.i > head.i))
    covered = words if own & {words[0], words[-1]} else own_clause
    rest = [i for i in sorted(covered) if i not in own and not tree[i].is_punct]
    if rest:
        yield Reported(cue, clause, stretch(tree, range(rest[0], rest[-1] + 1)))


def _part(token: Token) -> list[Token]:
    """Return the part of its sentence that a token stands in: colons and semicolons are its edges."""
    sent, tree = token.sent, token.tree
    edges = [sign.i for sign in sent if sign.text in _PART_ENDS]
    start = max([edge + 1 for edge in edges if edge < token.i], default=sent.start)
    return tree[start : min([edge for edge in edges if edge > token.i], default=sent.end)]


def _clause(token: Token) -> Token:
    return next((above for above in clauses.parents(token) if above.pos_ in ud.VERBAL), token.sent.root)
