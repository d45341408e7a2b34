"""Types by the corpus: a name that one article takes for another kind of thing than nearly all the others do."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from kg.model import EntityType
from kg.resolve.profiles import Profile

Choice = TypeVar("Choice", bound=str | tuple[str, str])

_CLEAR = 3
_METONYMS = frozenset({EntityType.PLACE, EntityType.ORGANISATION})
"""Types that one name may well have in turn: a town and its club, a country and its government."""


def settle_types(profiles: Sequence[Profile]) -> tuple[Profile, ...]:
    """Return the profiles, each with the type that nearly all articles give its name.

    The recogniser errs now and then on a name that it knows elsewhere. Places and organisations of one name are both
    left as they are; a name without a clear majority is too.
    """
    articles: defaultdict[str, Counter[EntityType]] = defaultdict(Counter)
    for profile in profiles:
        if profile.name:
            articles[profile.name][profile.type] += 1
    leaders = {name: leader for name, types in articles.items() if (leader := clear_leader(types))}
    return tuple(_settled(profile, leaders) for profile in profiles)


def _settled(profile: Profile, leaders: Mapping[str, EntityType]) -> Profile:
    leader = leaders.get(profile.name, profile.type)
    return profile if {profile.type, leader} == _METONYMS else replace(profile, type=leader)


def clear_leader(counts: Counter[Choice]) -> Choice | None:
    """Return what is counted at least three times as often as all others together, or None."""
    leader, most = max(counts.items(), key=lambda one: (one[1], one[0]))
    return leader if most >= _CLEAR * (counts.total() - most) else None
