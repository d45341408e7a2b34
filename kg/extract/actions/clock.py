"""Which time expression belongs to which action."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.extract.actions.predicates import Predicate, modified_infinitive
from kg.extract.syntax import clauses, ud
from kg.extract.syntax.token import Token
from kg.extract.syntax.tree import Tree
from kg.lang import Language
from kg.lang.actions import ActionRules
from kg.model import TimeExpression


@dataclass(frozen=True, slots=True)
class Clock:
    """The times of one sentence, by the action that they are the time of."""

    by_head: Mapping[int, tuple[TimeExpression, ...]]
    """Index of the head token of a predicate -> its times, in text order."""
    tokens: frozenset[int]
    """Indices of the tokens that are part of a time expression."""
    occasions: frozenset[str]
    """Prepositions before what happens at the time of the verb: `tijdens`."""

    def is_time(self, token: Token) -> bool:
        """Tell whether a word is part of a time expression."""
        return token.i in self.tokens

    def times_of(self, predicate: Predicate) -> tuple[TimeExpression, ...]:
        """Return the times of an action.

        A conjunct without its own shares those before the first conjunct (`Dinsdag won Ajax en verloor PSV`); a verb
        shares those of its occasion (`Bij de opening op dinsdag zei zij`).
        """
        if not self.by_head:
            return ()
        head = predicate.head
        own = self.by_head.get(head.i, ()) or self._of_occasion(head)
        if own or head.dep_ != ud.CONJUNCT:
            return own
        first = clauses.first_conjunct(head)
        return tuple(time for time in self.by_head.get(first.i, ()) if time.span.start < first.idx)

    def _of_occasion(self, verb: Token) -> tuple[TimeExpression, ...]:
        occasions = (
            phrase for phrase in clauses.children(verb, ud.OBLIQUE) if clauses.preposition(phrase) in self.occasions
        )
        return next((self.by_head[phrase.i] for phrase in occasions if phrase.i in self.by_head), ())


def clock_of(found: Sequence[Predicate], tree: Tree, times: Sequence[TimeExpression], language: Language) -> Clock:
    """Return the times of a sentence with these predicates, each at the predicate whose clause or phrase it is in."""
    heads = {predicate.head.i for predicate in found}
    by_head: dict[int, tuple[TimeExpression, ...]] = {}
    inside: set[int] = set()
    for time in times:
        covered = clauses.words(tree, time.span)
        inside.update(token.i for token in covered)
        is_own = bool(covered) and not _is_compared(covered[0], language)
        head = _timed(clauses.top(covered), heads, language.actions) if is_own else None
        if head is not None:
            by_head[head] = (*by_head.get(head, ()), time)
    return Clock(by_head, frozenset(inside), language.time.occasions)


def _is_compared(first: Token, language: Language) -> bool:
    """Tell whether a time is what something is compared with, by the words just before its first."""
    before = first.tree[max(first.sent.start, first.i - _COMPARING) : first.i]
    return any(word.lower_ in language.time.comparisons and word.pos_ != "ADV" for word in before)


_COMPARING = 3
"""Words before a time among which one that compares stands: `ten opzichte van het jaar 2019`."""


def _timed(time: Token, heads: set[int], rules: ActionRules) -> int | None:
    """Return the index of the predicate that a time belongs to: the nearest above it.

    A time that tells which thing a noun means (`de cijfers van vorig jaar`) is not that of the action.
    """
    below = time
    for above in clauses.parents(time):
        if above.i in heads:
            return above.i
        if below.dep_ == ud.NOMINAL_MODIFIER and clauses.preposition(below) in rules.genitives:
            return None
        infinitive = modified_infinitive(above)
        while infinitive is not None and above.lemma_ in rules.semi_auxiliaries:
            if infinitive.i in heads:
                return infinitive.i
            above, infinitive = infinitive, modified_infinitive(infinitive)
        below = above
    return None
