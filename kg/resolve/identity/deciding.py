"""Decisions applied: what people decided of ids holds for the senses that those ids stand for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from kg.errors import DecisionError
from kg.model import Decision, Resolution, Verdict
from kg.resolve.identity.clusters import Clusters, Pair
from kg.resolve.identity.namesakes import Apart
from kg.resolve.identity.senses import Sense


def told_apart(decisions: Iterable[Decision]) -> Apart:
    """Return ids with those that somebody decided are of other things."""
    apart: defaultdict[str, set[str]] = defaultdict(set)
    for decision in decisions:
        if decision.verdict is Verdict.DIFFERENT:
            apart[decision.one].add(decision.other)
            apart[decision.other].add(decision.one)
    return {one: frozenset(others) for one, others in apart.items()}


def decided(
    decisions: Sequence[Decision], senses: Sequence[Sense], owned: Iterable[tuple[str, int]]
) -> tuple[Clusters, dict[Decision, Pair]]:
    """Return the clusters that decisions make, and those that hold, each with two senses that it joins or parts.

    A decision does not hold where it is about nothing in this corpus, where one of its ids now stands for several
    namesakes that are to be the same as another, or where both stand for what nothing tells apart.

    Raises:
        DecisionError: two are decided to be the same and to be different.
    """
    places = _places(decisions, senses, owned)
    parted = {
        decision: [pair for pair in product(places[decision.one], places[decision.other]) if pair[0] != pair[1]]
        for decision in decisions
        if decision.verdict is Verdict.DIFFERENT
    }
    clusters = Clusters(len(senses), (pair for pairs in parted.values() for pair in pairs))
    holding = {decision: min(pairs) for decision, pairs in parted.items() if pairs}
    for decision in decisions:
        ones, others = places[decision.one], places[decision.other]
        if decision.verdict is Verdict.SAME and len(ones) == len(others) == 1 and ones != others:
            [one], [other] = ones, others
            holding[decision] = one, other
            if clusters.home(one) != clusters.home(other):
                clusters.join(one, other)
    for decision, pairs in parted.items():
        if any(clusters.home(one) == clusters.home(other) for one, other in pairs):
            raise DecisionError("are decided to be different, and others make them the same", where=_both(decision))
    return clusters, holding


def unheeded(decisions: Iterable[Decision], resolution: Resolution) -> Iterator[Decision]:
    """Yield the decisions that two are different who are one entity all the same: no article tells them apart."""
    now = {former.id: former.now for former in resolution.former_ids}
    now |= {entity.id: (entity.id,) for entity in resolution.entities}
    for decision in decisions:
        ones, others = now.get(decision.one, ()), now.get(decision.other, ())
        if decision.verdict is Verdict.DIFFERENT and len(ones) == 1 and ones == others:
            yield decision


def _places(
    decisions: Sequence[Decision], senses: Sequence[Sense], owned: Iterable[tuple[str, int]]
) -> Mapping[str, set[int]]:
    """Return the senses that each id of a decision stands for."""
    places: dict[str, set[int]] = {one: set() for decision in decisions for one in (decision.one, decision.other)}
    if not places:
        return places
    home = {profile: position for position, sense in enumerate(senses) for profile in sense.profiles}
    for own, profile in owned:
        if own in places:
            places[own].add(home[profile])
    for position, sense in enumerate(senses):
        if sense.id in places:
            places[sense.id] = {position}
    return places


def _both(decision: Decision) -> str:
    return f"{decision.one} and {decision.other}"
