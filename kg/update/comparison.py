"""How a graph differs from the one before it."""

from collections.abc import Iterable
from dataclasses import dataclass

from kg.work.articles import Article


@dataclass(frozen=True, slots=True)
class Changes:
    """How many articles of a graph differ from those of the one before it, counted by where they were read."""

    new: int
    changed: int
    unchanged: int
    forgotten: int

    @property
    def since_before(self) -> bool:
        """Tell whether there was a graph before."""
        return bool(self.changed or self.unchanged or self.forgotten)


def changes(before: Iterable[Article], after: Iterable[Article]) -> Changes:
    """Return how two graphs differ in where their articles were read."""
    old, new = ({(one.file, one.own_id, one.content) for one in places} for places in (before, after))
    known, found = ({place[:2] for place in places} for places in (old, new))
    touched = {place[:2] for place in new - old}
    return Changes(len(found - known), len(touched & known), len(found - touched), len(known - found))
