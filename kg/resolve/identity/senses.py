"""Senses: what all articles together tell of one bearer of a name; namesakes are several.

Profiles of one type and name are one sense, but for persons of whom articles tell different functions, see
`kg.resolve.identity.namesakes`. A person known by a surname only, and a thing without a name, is a sense of its article
alone; so is a namesake of whom an article tells too little.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isqrt

from kg.model import EntityType, Gender, MentionKind
from kg.resolve.identifiers import named_id, unnamed_id
from kg.resolve.identity.namesakes import Apart, Told, bearers, posts_of
from kg.resolve.profiles import Profile

_RARE = 15
"""Articles in which a name is rare, at least; so is one in no more articles than the square root of all."""
_CROWD = 500
"""Names of an article from which on none of them is company: lists of candidates and results."""


@dataclass(frozen=True, slots=True)
class Sense:
    """A bearer of a name, as far as its identity with others depends on it."""

    id: str
    """What it would be called if it were no other's variant."""
    type: EntityType
    name: str
    """Empty for a thing without a name."""
    profiles: tuple[int, ...]
    """Positions in the sequence of profiles."""
    names: frozenset[str]
    functions: frozenset[str]
    company: frozenset[str]
    """Names beside it that tell something."""
    circle: frozenset[str]
    """Those of them that are no places."""
    countries: frozenset[str]
    years: frozenset[int]
    sexes: frozenset[Gender]
    is_bound: bool
    """Stays within one article unless it is recognised as another."""


@dataclass(frozen=True, slots=True)
class _Names:
    """What the names of a corpus tell of those beside whom they stand."""

    rare: Mapping[str, bool]
    """Those that stand in few articles, and which of them are rare."""
    places: frozenset[str]


def senses(profiles: Sequence[Profile], apart: Apart) -> tuple[Sense, ...]:
    """Return the senses of all profiles, by id; every profile is in one."""
    places = (profile.names for profile in profiles if profile.type is EntityType.PLACE)
    telling = _Names(_telling_names(profiles), frozenset[str]().union(*places))
    by_name: defaultdict[tuple[EntityType, str], list[int]] = defaultdict(list)
    found = []
    for position, profile in enumerate(profiles):
        if profile.is_known_by_name:
            by_name[profile.type, profile.name].append(position)
        else:
            found.append(_sense(bound_id(profile), [position], profiles, telling, is_bound=True))
    for (kind, name), positions in by_name.items():
        if kind is EntityType.PERSON:
            found += _persons(name, positions, profiles, telling, apart)
        else:
            found.append(_sense(named_id(kind, name), positions, profiles, telling))
    return tuple(sorted(found, key=lambda sense: sense.id))


def bound_id(profile: Profile) -> str:
    """Return the id of a thing that stays within its article."""
    if profile.name:
        return named_id(profile.type, profile.name, profile.document_id)
    first = next(mention for mention in profile.mentions if mention.kind is not MentionKind.PRONOUN)
    return unnamed_id(profile.document_id, profile.type, first.span)


def _company(profiles: Sequence[Profile], telling: _Names) -> frozenset[str]:
    """Return the names beside some profiles that tell something, and of where they have a function."""
    own = frozenset[str]().union(*(profile.names for profile in profiles))
    few = (profile.company for profile in profiles if len(profile.company) <= _CROWD)
    beside = (name for company in few for name in company if name in telling.rare)
    return frozenset(beside).union(*(profile.posts for profile in profiles)) - own


def _telling_names(profiles: Sequence[Profile]) -> Mapping[str, bool]:
    """Return the names that stand in few articles, and which are rare: what stands beside two persons tells something.

    Two articles then share one by chance in one case of 15 at a hundred articles, of 500 at a hundred thousand, where
    names are as frequent as Zipf's law says.
    """
    by_article = {profile.document_id: profile.company for profile in profiles}
    articles = Counter(name for company in by_article.values() for name in company)
    rare = max(_RARE, isqrt(len(by_article)))
    return {name: count <= rare for name, count in articles.items() if count <= 2 * rare}


def _persons(
    name: str, positions: Sequence[int], profiles: Sequence[Profile], telling: _Names, apart: Apart
) -> Iterator[Sense]:
    """Yield a sense for each person of a name; a profile that fits none of several stays alone."""
    known = bearers(name, [_told(position, profiles[position], telling) for position in positions], apart)
    for label, members in known.items():
        yield _sense(named_id(EntityType.PERSON, name, label), members, profiles, telling)
    for position in sorted(set(positions).difference(*known.values())):
        yield _sense(bound_id(profiles[position]), [position], profiles, telling, is_bound=True)


def _told(position: int, profile: Profile, telling: _Names) -> Told:
    company = _company([profile], telling)
    circle = company - telling.places
    rare = frozenset(name for name in circle if telling.rare.get(name) or name in profile.posts)
    return Told(position, profile.document_id, profile.functions, company, circle, rare, posts_of(profile))


def _sense(
    sense_id: str,
    positions: Sequence[int],
    profiles: Sequence[Profile],
    telling: _Names,
    *,
    is_bound: bool = False,
) -> Sense:
    own = [profiles[position] for position in positions]
    company = _company(own, telling)
    return Sense(
        id=sense_id,
        type=own[0].type,
        name=own[0].name,
        profiles=tuple(positions),
        names=frozenset[str]().union(*(profile.names for profile in own)),
        functions=frozenset[str]().union(*(profile.functions for profile in own)),
        company=company,
        circle=company - telling.places,
        countries=frozenset[str]().union(*(profile.countries for profile in own)),
        years=frozenset(profile.year for profile in own if profile.year),
        sexes=frozenset(profile.sex for profile in own if profile.sex),
        is_bound=is_bound,
    )
