"""Known forms: names that the corpus itself shows to be of one thing.

- An organisation's name with and without company words (`Ford Motor Company`, `Ford`), where the corpus has both.
- A shorter name or acronym that articles use for one thing, and hardly ever for another of that type, is its name
  everywhere (`GM` is General Motors). Persons only by names that are more than a surname. Not where the shorter name
  mostly stands alone and opens the longer one: `Intel` is more than the `Intel Core` of one article.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from networkx.utils import UnionFind

from kg.lang.coreference import CoreferenceRules
from kg.model import EntityType
from kg.resolve.identity.clusters import Join
from kg.resolve.identity.senses import Sense
from kg.resolve.kinds import clear_leader
from kg.resolve.names import company_forms
from kg.resolve.profiles import Profile

Key = tuple[EntityType, str]

_OWN = 2
"""Times as many articles in which a shorter name stands alone from which on it is a name of its own."""
_SURE = 100.0
"""Bits of what no likeness of names is needed for."""


def known_forms(
    senses: Sequence[Sense], profiles: Sequence[Profile], rules: Mapping[str, CoreferenceRules]
) -> Iterator[Join]:
    """Yield the senses to join because one name is a known form of the other; names of several bearers are left out.

    `rules` are by language.
    """
    bearers: defaultdict[Key, list[int]] = defaultdict(list)
    for position, sense in enumerate(senses):
        if sense.name and not sense.is_bound:
            bearers[sense.type, sense.name].append(position)
    only = {key: positions[0] for key, positions in bearers.items() if len(positions) == 1}
    same: UnionFind[int] = UnionFind(only.values())
    for one, other in _company_names(senses, only, rules):
        same.union(one, other)
        yield _join(one, other, "company words")
    for short, fuller in sorted(_owners(senses, profiles, only, same).items()):
        leader = clear_leader(fuller)
        if leader is not None and same[short] != same[leader] and not _is_maker(senses, short, leader, fuller[leader]):
            same.union(short, leader)
            yield _join(short, leader, "short name in articles")


def _is_maker(senses: Sequence[Sense], short: int, full: int, articles: int) -> bool:
    """Tell whether a name opens a longer one, and few of the articles that have it mean that one."""
    opens = senses[full].name.startswith(f"{senses[short].name} ")
    return opens and len(senses[short].profiles) > _OWN * articles


def _join(one: int, other: int, reason: str) -> Join:
    return Join(min(one, other), max(one, other), _SURE, reason, by_name=False)


def _company_names(
    senses: Sequence[Sense], only: Mapping[Key, int], rules: Mapping[str, CoreferenceRules]
) -> Iterator[tuple[int, int]]:
    for (kind, name), position in only.items():
        for code in sorted(senses[position].languages) if kind is EntityType.ORGANISATION else ():
            for form in company_forms(name, rules[code]):
                if (kind, form) in only:
                    yield position, only[kind, form]


def _owners(
    senses: Sequence[Sense], profiles: Sequence[Profile], only: Mapping[Key, int], same: "UnionFind[int]"
) -> Mapping[int, Counter[int]]:
    """Return for each short form that is a name of its own somewhere, how many articles use it for which full name."""
    owners: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for position in only.values():
        sense = senses[position]
        for profile in (profiles[at] for at in sense.profiles):
            for name in profile.names - {profile.name}:
                short = only.get((sense.type, name))
                if short is not None:
                    owners[short][same[position]] += 1
    return owners
