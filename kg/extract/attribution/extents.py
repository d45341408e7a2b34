"""How far a reported clause reaches, where the parse and the word order of Dutch do not agree."""

from kg.extract.syntax import clauses, ud
from kg.extract.syntax.token import Token

_PHRASES_OF_CLAUSE = 2
"""Phrases before the verb that show a subordinate order: a main clause has one."""


def extent(head: Token, verb: Token) -> frozenset[int]:
    """Return the words of a reported clause, with what the parse hangs on the verb but must be part of the clause.

    An infinitive with `te` has its object before it (`zegt niets te weten`). Behind a subordinate clause stand no
    objects of the main clause, no second complement without a conjunction, and no clauses with their verb last but
    further subordinate ones. See e-ANS 21.2 on the poles of the sentence.
    """
    own = subtree(head)
    if not clauses.markers(head) or head.i < verb.i:
        return own
    if clauses.has_form(head, "Inf"):
        objects = [child for child in clauses.children(verb, ud.OBJECT) if verb.i < child.i < head.i]
        own = own.union(*(subtree(child) for child in objects))
    strays = [child for child in verb.children if child.i > max(own) and _is_stray(child, max(own))]
    return own.union(*(subtree(stray) for stray in strays))


def _is_stray(child: Token, end: int) -> bool:
    """Tell whether a dependent behind a reported clause that ends with a token can only be a part of that clause."""
    if child.dep_ == ud.CLAUSAL_COMPLEMENT:
        return child.left_edge.i == end + 1
    return child.dep_ in (ud.OBJECT, ud.OPEN_COMPLEMENT) or (child.dep_ == ud.CONJUNCT and _is_verb_last(child))


def _is_verb_last(verb: Token) -> bool:
    """Tell whether two phrases stand before the verbs of a clause and none behind: the subordinate order.

    A finite verb that stands apart before them is that of a main clause (`en zijn gisteren vertrokken`).
    """
    phrases = [child for child in verb.children if child.dep_ not in (ud.COORDINATION, ud.PUNCTUATION)]
    behind = [child for child in phrases if child.i > verb.i]
    before = [child for child in phrases if child.i < verb.i] + [
        child for other in behind for child in other.children if child.i < verb.i
    ]
    if before and clauses.has_form(before[0], "Fin") and before[0].i + 1 < verb.i:
        return False
    is_cluster = all(child.pos_ in ud.VERBAL and child.i <= verb.i + len(behind) for child in behind)
    return verb.pos_ in ud.VERBAL and len(before) >= _PHRASES_OF_CLAUSE and is_cluster


def subtree(head: Token) -> frozenset[int]:
    """Return the indices of a token and of all below it; a loop, so that no tree is too deep."""
    waiting, found = [head], {head.i}
    for token in waiting:
        below = [child for child in token.children if child.i not in found]
        found.update(child.i for child in below)
        waiting += below
    return frozenset(found)
