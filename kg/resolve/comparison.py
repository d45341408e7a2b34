"""How two actions compare in what fills a role, and whether they exclude each other."""

from collections.abc import Sequence
from enum import IntEnum

from kg.model import Role
from kg.resolve.tellings import Days, Filler, Telling

_SETTING = (Role.COMPANION, Role.RECIPIENT, Role.PLACE, Role.ORIGIN, Role.DESTINATION)
_SHORTEST_HEAD = 4
"""Letters of the shortest word that is known again at the end of a compound (`film`, `bioscoopfilm`)."""


class Agreement(IntEnum):
    """How two actions compare in a role, from worst to best."""

    DIFFERENT = 0
    OPEN = 1
    """One of them does not say."""
    NUMBER = 2
    """The same but for how many."""
    WORDS = 3
    """The same words, or the same number of something."""
    COUNTED = 4
    """The same words with the same number."""
    ENTITY = 5


def agreement(first: Sequence[Filler], second: Sequence[Filler]) -> Agreement:
    """Return how two actions compare in one role: as their most alike fillers do."""
    return max((_match(one, other) for one in first for other in second), default=Agreement.OPEN)


def do_exclude_each_other(first: Telling, second: Telling) -> bool:
    """Tell whether two actions are of different times, or name different ones as place, companion or recipient."""
    if first.days and second.days and not do_overlap(first.days, second.days):
        return True
    shared = first.fillers.keys() & second.fillers.keys()
    return any(_are_apart(first.names_in(role), second.names_in(role)) for role in _SETTING if role in shared)


def do_overlap(first: Sequence[Days], second: Sequence[Days]) -> bool:
    """Tell whether some period of the one has a day in common with one of the other."""
    return any(one[0] <= other[1] and other[0] <= one[1] for one in first for other in second)


def _match(first: Filler, second: Filler) -> Agreement:
    if first.entity_id and first.entity_id == second.entity_id:
        return Agreement.ENTITY
    if first.is_name or second.is_name or _are_apart(first.names, second.names):
        return Agreement.DIFFERENT
    if first.ordinals and second.ordinals and first.ordinals != second.ordinals:
        return Agreement.DIFFERENT
    are_counted = bool(first.amounts and second.amounts)
    if first.amounts & second.amounts:
        return Agreement.COUNTED if _is_same_word(first.head, second.head) else Agreement.WORDS
    if _is_same_word(first.head, second.head):
        return Agreement.NUMBER if are_counted else Agreement.WORDS
    return Agreement.NUMBER if are_counted and first.is_people and second.is_people else Agreement.DIFFERENT


def _is_same_word(first: str, second: str) -> bool:
    short, long = sorted((first, second), key=len)
    return short == long or (len(short) >= _SHORTEST_HEAD and long.endswith(short))


def _are_apart(first: frozenset[str], second: frozenset[str]) -> bool:
    return bool(first and second) and first.isdisjoint(second)
