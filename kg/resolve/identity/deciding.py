"""Decisions applied: what people decided of ids holds for the senses that those ids stand for."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from kg.errors import DecisionError
from kg.model import Decision, Resolution, Verdict
from kg.resolve.identity.clusters import Clusters, Pair
from kg.resolve.identity.namesakes import Apart


def told_apart(decisions: Iterable[Decision]) -> Apart:
    """Return ids with those that somebody decided are of other things."""
    apart: defaultdict[str, set[str]] = defaultdict(set)
    for decision in decisions:
        if decision.verdict is Verdict.DIFFERENT:
            apart[decision.one].add(decision.other)
            apart[decision.other].add(decision.one)
    return {one: frozenset(others) for one, others in apart.items()}


@dataclass(frozen=True, slots=True)
class Rulings:
    """What decisions say of the senses of a corpus."""

    same: tuple[Pair, ...]
    """In the order of the decisions."""
    apart: tuple[Pair, ...]
    holding: Mapping[Decision, Pair]
    """The decisions that hold, each with two senses that it joins or parts."""

    def clusters(self, among: Container[int] | None = None) -> Clusters:
        """Return the clusters that they make, of all senses or of those given only."""
        clusters = Clusters(pair for pair in self.apart if among is None or (pair[0] in among and pair[1] in among))
        for one, other in self.same:
            if (among is None or one in among) and clusters.home(one) != clusters.home(other):
                clusters.join(one, other)
        return clusters


def decided(decisions: Sequence[Decision], places: Mapping[str, set[int]]) -> Rulings:
    """Return what decisions say, given the senses that each of their ids stands for.

    A decision does not hold where it is about nothing in this corpus, where one of its ids now stands for several
    namesakes that are to be the same as another, or where both stand for what nothing tells apart.

    Raises:
        DecisionError: two are decided to be the same and to be different.
    """
    parted = {
        decision: [pair for pair in product(places[decision.one], places[decision.other]) if pair[0] != pair[1]]
        for decision in decisions
        if decision.verdict is Verdict.DIFFERENT
    }
    holding = {decision: min(pairs) for decision, pairs in parted.items() if pairs}
    joined = dict(_joined(decisions, places))
    apart = tuple(pair for pairs in parted.values() for pair in sorted(pairs))
    rulings = Rulings(tuple(joined.values()), apart, {**holding, **joined})
    clusters = rulings.clusters()
    for decision, pairs in parted.items():
        if any(clusters.home(one) == clusters.home(other) for one, other in pairs):
            raise DecisionError("are decided to be different, and others make them the same", where=_both(decision))
    return rulings


def _joined(decisions: Iterable[Decision], places: Mapping[str, set[int]]) -> Iterator[tuple[Decision, Pair]]:
    for decision in decisions:
        ones, others = places[decision.one], places[decision.other]
        if decision.verdict is Verdict.SAME and len(ones) == len(others) == 1 and ones != others:
            yield decision, (min(ones), min(others))


def ids_in(decisions: Iterable[Decision]) -> frozenset[str]:
    """Return the ids that decisions are about."""
    return frozenset(one for decision in decisions for one in (decision.one, decision.other))


def places_of(
    ids: Iterable[str], owners: Iterable[tuple[str, int]], called: Iterable[tuple[str, int]]
) -> Mapping[str, set[int]]:
    """Return the senses that each id stands for: the one that is called so, else those whose profiles own it.

    Both are given as ids and senses, which may be more than are asked for.
    """
    places: dict[str, set[int]] = {one: set() for one in ids}
    if places:
        for own, position in owners:
            if own in places:
                places[own].add(position)
        places.update({own: {position} for own, position in called if own in places})
    return places


def unheeded(decisions: Iterable[Decision], resolution: Resolution) -> Iterator[Decision]:
    """Yield the decisions that two are different who are one entity all the same: no article tells them apart."""
    now = {former.id: former.now for former in resolution.former_ids}
    now |= {entity.id: (entity.id,) for entity in resolution.entities}
    for decision in decisions:
        ones, others = now.get(decision.one, ()), now.get(decision.other, ())
        if decision.verdict is Verdict.DIFFERENT and len(ones) == 1 and ones == others:
            yield decision


def _both(decision: Decision) -> str:
    return f"{decision.one} and {decision.other}"
