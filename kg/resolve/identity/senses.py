"""Senses: what all articles together tell of one bearer of a name; namesakes are several.

Profiles of one type and name are one sense, but for persons of whom articles tell different functions, see
`kg.resolve.identity.namesakes`. A person known by a surname only, and a thing without a name, is a sense of its article
alone; so is a namesake of whom an article tells too little.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isqrt

from kg.model import EntityType, Gender, Mention, MentionKind
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
    languages: frozenset[str]
    """Codes of those of its articles."""
    meanings: frozenset[str]
    """What its functions mean in any language."""
    is_bound: bool
    """Stays within one article unless it is recognised as another."""

    @property
    def is_known_by_name(self) -> bool:
        """Tell whether all articles that have its name may mean it."""
        return bool(self.name) and not self.is_bound


Profiles = Mapping[int, Profile] | Sequence[Profile]
"""Profiles by position."""


@dataclass(frozen=True, slots=True)
class Names:
    """What the names of a corpus tell of those beside whom they stand."""

    rare: Mapping[str, bool]
    """Those that stand in few articles, and which of them are rare."""
    places: frozenset[str]


def senses(profiles: Sequence[Profile], apart: Apart) -> tuple[Sense, ...]:
    """Return the senses of all profiles, by id; every profile is in one."""
    telling = _names(profiles)
    by_name: defaultdict[tuple[EntityType, str], list[int]] = defaultdict(list)
    for position, profile in enumerate(profiles):
        by_name[profile.type, profile.name].append(position)
    found = (sense for positions in by_name.values() for sense in senses_of(positions, profiles, telling, apart))
    return tuple(sorted(found, key=lambda sense: sense.id))


def senses_of(positions: Sequence[int], profiles: Profiles, telling: Names, apart: Apart) -> Iterator[Sense]:
    """Yield the senses of the profiles of one type and name, given in the order of their articles.

    `telling` need not know more names than stand beside them.
    """
    first = profiles[positions[0]]
    if not first.is_known_by_name:
        for position in positions:
            yield _sense(bound_id(profiles[position]), [position], profiles, telling, is_bound=True)
    elif first.type is EntityType.PERSON and len(positions) > 1:
        yield from _persons(first.name, positions, profiles, telling, apart)
    else:
        yield _sense(named_id(first.type, first.name), positions, profiles, telling)


def bound_id(profile: Profile) -> str:
    """Return the id of a thing that stays within its article."""
    if profile.name:
        return named_id(profile.type, profile.name, profile.document_id)
    return unnamed_id(profile.document_id, profile.type, first_mention(profile).span)


def first_mention(profile: Profile) -> Mention:
    """Return the place that brings in a thing without a name."""
    return next(mention for mention in profile.mentions if mention.kind is not MentionKind.PRONOUN)


def _company(profiles: Sequence[Profile], telling: Names) -> frozenset[str]:
    """Return the names beside some profiles that tell something, and of where they have a function."""
    own = frozenset[str]().union(*(profile.names for profile in profiles))
    few = (profile.company for profile in profiles if not is_crowd(profile.company))
    beside = (telling.rare.keys() & company for company in few)
    return frozenset[str]().union(*beside, *(profile.posts for profile in profiles)) - own


def is_crowd(company: Collection[str]) -> bool:
    """Tell whether an article has so many names that they tell nothing of each other."""
    return len(company) > _CROWD


def _names(profiles: Sequence[Profile]) -> Names:
    places = (profile.names for profile in profiles if profile.type is EntityType.PLACE)
    by_article = {profile.document_id: profile.company for profile in profiles}
    articles = Counter(name for company in by_article.values() for name in company)
    told = ((name, is_rare(count, len(by_article))) for name, count in articles.items())
    return Names({name: rare for name, rare in told if rare is not None}, frozenset[str]().union(*places))


def is_rare(articles: int, of: int) -> bool | None:
    """Tell whether a name that stands in so many articles `of` all is rare, or None if it stands in too many to tell.

    What stands in few articles and beside two persons tells something. Two articles share a rare one by chance in one
    case of 15 at a hundred articles, of 500 at a hundred thousand, where names are as frequent as Zipf's law says.
    """
    rare = max(_RARE, isqrt(of))
    return articles <= rare if articles <= 2 * rare else None


def _persons(name: str, positions: Sequence[int], profiles: Profiles, telling: Names, apart: Apart) -> Iterator[Sense]:
    """Yield a sense for each person of a name; a profile that fits none of several stays alone."""
    known = bearers(name, [_told(position, profiles[position], telling) for position in positions], apart)
    for label, members in known.items():
        yield _sense(named_id(EntityType.PERSON, name, label), members, profiles, telling)
    for position in sorted(set(positions).difference(*known.values())):
        yield _sense(bound_id(profiles[position]), [position], profiles, telling, is_bound=True)


def _told(position: int, profile: Profile, telling: Names) -> Told:
    company = _company([profile], telling)
    circle = company - telling.places
    rare = frozenset(name for name in circle if telling.rare.get(name) or name in profile.posts)
    return Told(
        position=position,
        article=profile.document_id,
        functions=profile.functions,
        company=company,
        circle=circle,
        rare=rare,
        posts=posts_of(profile),
        languages=frozenset({profile.language}),
        meanings=profile.meanings,
    )


def _sense(
    sense_id: str,
    positions: Sequence[int],
    profiles: Profiles,
    telling: Names,
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
        languages=frozenset(profile.language for profile in own),
        meanings=frozenset[str]().union(*(profile.meanings for profile in own)),
        is_bound=is_bound,
    )
