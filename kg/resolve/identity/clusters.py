"""Clusters: which senses are one thing, joined by links from the strongest on, never against what forbids it.

A link joins two clusters only if no sense of the one is forbidden to be any of the other: a chain of likenesses never
joins two that are unlike. A cluster has a limited size, so that one bad name cannot gather a corpus.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

_MOST = 100
"""Senses of one thing; nothing has so many names, and what seems to have is a mistake."""

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Join:
    """Two senses, by position, that are to be one, and why."""

    one: int
    other: int
    bits: float
    reason: str
    by_name: bool = True
    """Their names are variants, so that all names of the cluster must be."""

    @property
    def turn(self) -> tuple[float, int, int]:
        """Return what sorts joins: the strongest come first."""
        return -self.bits, self.one, self.other


class Clusters:
    """Which senses are one so far; those that were never joined need not be told of."""

    def __init__(self, apart: Iterable[Pair] = ()) -> None:
        self._home: dict[int, int] = {}
        self._members: dict[int, list[int]] = {}
        self._apart: defaultdict[int, set[int]] = defaultdict(set)
        for one, other in apart:
            self._apart[one].add(other)
            self._apart[other].add(one)

    def home(self, position: int) -> int:
        """Return what all senses of one cluster have in common."""
        return self._home.get(position, position)

    def members(self, position: int) -> Sequence[int]:
        """Return the senses of the cluster of a sense."""
        return self._members.get(self.home(position), (position,))

    def are_apart(self, one: int, other: int) -> bool:
        """Tell whether somebody decided that senses of two clusters are two things."""
        parted = (self._apart[member] for member in self.members(one) if member in self._apart)
        return any(not others.isdisjoint(self.members(other)) for others in parted)

    def join(self, one: int, other: int) -> None:
        """Make one cluster of two; the smaller one moves."""
        small, large = sorted((self.home(one), self.home(other)), key=lambda home: (len(self.members(home)), -home))
        moved = list(self.members(small))
        self._members[large] = [*self.members(large), *moved]
        self._members.pop(small, None)
        for member in moved:
            self._home[member] = large


def clustered(clusters: Clusters, joins: Iterable[Join], forbids: Callable[[int, int, bool], bool]) -> list[Join]:
    """Join the senses of `clusters` and return the joins that were made, the strongest first.

    `forbids` tells whether two senses cannot be one, and whether their names count for that.
    """
    made = []
    for join in sorted(joins, key=lambda join: join.turn):
        if clusters.home(join.one) != clusters.home(join.other) and _may_join(clusters, join, forbids):
            clusters.join(join.one, join.other)
            made.append(join)
    return made


def _may_join(clusters: Clusters, join: Join, forbids: Callable[[int, int, bool], bool]) -> bool:
    ones, others = clusters.members(join.one), clusters.members(join.other)
    if len(ones) + len(others) > _MOST or clusters.are_apart(join.one, join.other):
        return False
    return not any(
        forbids(one, other, join.by_name) for one in ones for other in others if (one, other) != (join.one, join.other)
    )
