"""Outcome: which sense each cluster is known by, which pairs are in doubt, and why senses were joined."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from kg.model import Decision, DoubtfulPair, Verdict
from kg.resolve.identity.clusters import Join, Pair
from kg.resolve.identity.senses import Sense
from kg.resolve.identity.signs import DOUBTFUL, MERGING
from kg.resolve.identity.weighing import Match

Home = Callable[[int], int]
"""Tells what all senses of one cluster have in common."""


def chiefs(senses: Mapping[int, Sense], home: Home) -> Mapping[int, Sense]:
    """Return for each sense the one that its thing is known by: that with the fullest name of its cluster."""
    chief: dict[int, Sense] = {}
    for position, sense in sorted(senses.items()):
        other = chief.setdefault(home(position), sense)
        if other is not sense:
            chief[home(position)] = max(other, sense, key=_fullness)
    return {position: chief[home(position)] for position in senses}


def _fullness(sense: Sense) -> tuple[bool, bool, int, str, str]:
    return bool(sense.name), not sense.is_bound, sense.name.count(" "), sense.name, sense.id


def is_likely(match: Match) -> bool:
    """Tell whether two senses are one unless something else in their clusters forbids it."""
    return match.likelihood >= MERGING and not match.is_forbidden


def is_doubtful(match: Match) -> bool:
    """Tell whether a person is asked if two senses are one, unless they turn out to be."""
    return match.likelihood >= DOUBTFUL


def join_of(match: Match) -> Join:
    """Return the join that a match asks for."""
    return Join(match.one, match.other, match.bits, "; ".join(match.reasons))


def likeliest(matches: Iterable[Match], home: Home, parted: Collection[Pair] = ()) -> Iterator[Match]:
    """Yield the likeliest match of each two clusters, `parted` ones left out, as somebody decided."""
    found: defaultdict[Pair, list[Match]] = defaultdict(list)
    for match in matches:
        found[homes_of((match.one, match.other), home)].append(match)
    for homes, some in found.items():
        if homes[0] != homes[1] and homes not in parted:
            yield max(some, key=lambda match: (match.bits, match.one, match.other))


def homes_of(pair: Pair, home: Home) -> Pair:
    """Return the clusters of two senses."""
    one, other = map(home, pair)
    return min(one, other), max(one, other)


def doubt(match: Match, ids: Callable[[int], str]) -> DoubtfulPair:
    """Return the pair of entities that a match leaves in doubt, given the entity of each sense."""
    one, other = sorted((ids(match.one), ids(match.other)))
    return DoubtfulPair(one, other, round(match.likelihood, 4), match.reasons)


def likeliest_first(doubts: Iterable[DoubtfulPair]) -> tuple[DoubtfulPair, ...]:
    """Return pairs in doubt in their order."""
    return tuple(sorted(doubts, key=lambda doubt: (-doubt.likelihood, doubt.one, doubt.other)))


def reasons_of(made: Sequence[Join], names: Callable[[int], str]) -> Mapping[str, str]:
    """Return ids of senses with why they were joined to others: the first of the joins that were made says it."""
    told = ((names(position), join.reason) for join in reversed(made) for position in (join.one, join.other))
    return dict(told)


def decided_reasons(holding: Mapping[Decision, Pair], names: Callable[[int], str]) -> Mapping[str, str]:
    """Return ids of senses that somebody decided are the same as others, with what was said."""
    told = ((decision, pair) for decision, pair in holding.items() if decision.verdict is Verdict.SAME)
    return {names(position): _said(decision) for decision, pair in told for position in pair}


def _said(decision: Decision) -> str:
    who = f"decided by {decision.by}" if decision.by else "decided"
    return f"{who}: {decision.note}" if decision.note else who
