"""Namesakes: how many persons the articles with one full name tell of.

Articles that tell of a common function mean one person, unless they tell of it at other places (`wethouder van Goes`,
`wethouder van Ede`). Those that tell of other functions mean another one, unless they are found in common company: a
rare name of a person or organisation stands beside both, or two such names do; a town has an alderman and a goalkeeper.
Each function of a person shares company with each other one of that person, so that no chain of articles joins two
namesakes. Functions of articles in different languages are compared by what they mean, and tell two apart only where
that is of different fields of life; those that mean the same go first. Articles that tell of no function go with the
person with whom they share most company, else with the one whom nearly all articles mean, else with nobody.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations, product
from typing import Protocol

from networkx.utils import UnionFind

from kg.lang.identity import IdentityRules
from kg.model import EntityType
from kg.resolve.identifiers import named_id
from kg.resolve.kinds import clear_leader
from kg.resolve.profiles import Profile

Apart = Mapping[str, frozenset[str]]
"""Ids to those of other things, as somebody decided."""

_MET = 2
"""Names of persons and organisations beside both, none of them rare, that are common company."""
_MOST = 100
"""Bearers of one name that are compared with each other, the best known ones; the others stay as they are."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one article tells of the bearer of a name."""

    position: int
    article: str
    functions: frozenset[str]
    company: frozenset[str]
    """Names beside it that tell something."""
    circle: frozenset[str]
    """Those of them that are no places."""
    rare: frozenset[str]
    """Those of its circle that stand in few articles."""
    posts: frozenset[str]
    """Functions with where they are told to be had, see `posts_of`."""
    languages: frozenset[str]
    meanings: frozenset[str]
    """What its functions mean in any language."""

    @property
    def labels(self) -> frozenset[str]:
        """Return by what somebody may decide who is meant: the functions, or the article."""
        return self.functions | self.posts | {self.article}


@dataclass(frozen=True, slots=True)
class _Bearer:
    """Somebody of whom functions are told, or whom somebody decided to be no other."""

    positions: tuple[int, ...]
    articles: frozenset[str]
    functions: frozenset[str]
    company: frozenset[str]
    circle: frozenset[str]
    rare: frozenset[str]
    posts: frozenset[str]
    languages: frozenset[str]
    meanings: frozenset[str]

    @property
    def labels(self) -> frozenset[str]:
        return self.functions | self.posts | self.articles


class Called(Protocol):
    """Somebody or something of which articles tell what it is."""

    @property
    def functions(self) -> frozenset[str]: ...  # noqa: D102
    @property
    def languages(self) -> frozenset[str]: ...  # noqa: D102
    @property
    def meanings(self) -> frozenset[str]: ...  # noqa: D102


def meaning(field: str, function: str) -> str:
    """Return what stands for a function of a field of life in every language."""
    return f"{field}/{function}"


def common_functions(one: Called, other: Called) -> frozenset[str]:
    """Return the functions that two have in common, by what they mean if no article tells of both in one language."""
    if one.languages.isdisjoint(other.languages):
        return one.meanings & other.meanings
    return one.functions & other.functions


def are_called_otherwise(one: Called, other: Called) -> bool:
    """Tell whether articles tell of both what they are, and of nothing that one person would be.

    In one language that is any other function. Between languages it is one of another field of life: a mayor may be the
    party leader of an article abroad, but hardly the goalkeeper.
    """
    words, others = one.functions, other.functions
    if one.languages.isdisjoint(other.languages):
        words, others = _fields(one.meanings), _fields(other.meanings)
    return bool(words and others) and words.isdisjoint(others)


def _fields(meanings: Iterable[str]) -> frozenset[str]:
    return frozenset(one.partition("/")[0] for one in meanings)


def ladders(functions: Iterable[str], rules: IdentityRules) -> frozenset[str]:
    """Return folded functions without the words for a grade of them: `wethouder` for `oud wethouder`."""
    found = (" ".join(word for word in function.split() if word not in rules.grades) for function in functions)
    return frozenset(_unglued(function, rules.glued_grades) for function in found if function)


def _unglued(function: str, grades: Iterable[str]) -> str:
    """Return a function without the grade that opens it: `premier` for `vicepremier`."""
    rests = (function.removeprefix(grade) for grade in grades)
    return min(filter(None, rests), key=len, default=function)


def posts_of(profile: Profile) -> frozenset[str]:
    """Return the functions of somebody with each name of where they are had: `wethouder@goes`."""
    return frozenset(f"{function}@{place}" for function in profile.functions for place in profile.posts)


def bearers(name: str, told: Sequence[Told], apart: Apart) -> Mapping[str, list[int]]:
    """Return the positions of the articles that mean each bearer of a full name, by what keeps the bearer apart.

    That is one of its functions, or the empty string for an only bearer.
    """
    parted = _parted(name, told, apart)
    known = _in_common_company(_by_function(told, parted), parted)
    if len(known) < 2:
        return {"": [one.position for one in told]}
    labelled = dict(zip(_labels(known), known, strict=True))
    members = {label: list(bearer.positions) for label, bearer in labelled.items()}
    for position, label in _without_function(told, labelled):
        members[label].append(position)
    return members


def _parted(name: str, told: Sequence[Told], apart: Apart) -> list[tuple[str, str]]:
    """Return the pairs of labels that somebody decided are of two persons of this name.

    The id of the name alone stands for all articles that are not those of the other id.
    """
    if not apart:
        return []
    labels = sorted(frozenset[str]().union(*(one.labels for one in told)))
    ids = {label: named_id(EntityType.PERSON, name, label) for label in labels}
    known = [label for label in labels if ids[label] in apart]
    pairs = [(one, other) for one, other in combinations(known, 2) if ids[other] in apart[ids[one]]]
    whole = apart.get(named_id(EntityType.PERSON, name), frozenset())
    meant = [label for label in known if ids[label] in whole]
    return pairs + [(label, one.article) for label in meant for one in told if label not in one.labels]


def _by_function(told: Sequence[Told], parted: Sequence[tuple[str, str]]) -> list[_Bearer]:
    """Return a bearer for the articles that share functions, the best known first."""
    same: UnionFind[str] = UnionFind()
    decided = {label for pair in parted for label in pair}
    first: dict[int, str] = {}
    for one in sorted(told, key=lambda one: one.article not in decided):
        anchors = [*{one.article} & decided, *sorted(one.posts or one.functions)]
        for word in anchors:
            here = first.setdefault(one.position, word)
            if not any({same[left], same[right]} == {same[here], same[word]} for left, right in parted):
                same.union(here, word)
    groups: defaultdict[str, list[Told]] = defaultdict(list)
    for one in told:
        if one.position in first:
            groups[same[first[one.position]]].append(one)
    return _best_known_first(
        _Bearer(
            tuple(one.position for one in group),
            frozenset(one.article for one in group),
            frozenset[str]().union(*(one.functions for one in group)),
            frozenset[str]().union(*(one.company for one in group)),
            frozenset[str]().union(*(one.circle for one in group)),
            frozenset[str]().union(*(one.rare for one in group)),
            frozenset[str]().union(*(one.posts for one in group)),
            frozenset[str]().union(*(one.languages for one in group)),
            frozenset[str]().union(*(one.meanings for one in group)),
        )
        for group in groups.values()
    )


def _in_common_company(known: Sequence[_Bearer], parted: Sequence[tuple[str, str]]) -> list[_Bearer]:
    """Return the bearers, joined where each is in common company with each: first those who surely are."""
    homes = [[bearer] for bearer in known[:_MOST]]
    for is_sure in (True, False):
        homes = _gathered(homes, partial(_are_met, parted=parted, is_sure=is_sure))
    return _best_known_first([*map(_joined, homes), *known[_MOST:]])


def _gathered(groups: Iterable[list[_Bearer]], are_met: Callable[[_Bearer, _Bearer], bool]) -> list[list[_Bearer]]:
    """Return the groups, each with the first one before it of which each bearer has met each of its own."""
    homes: list[list[_Bearer]] = []
    for group in groups:
        home = next((one for one in homes if all(are_met(*pair) for pair in product(group, one))), None)
        if home is None:
            homes.append(group)
        else:
            home += group
    return homes


def _joined(parts: Sequence[_Bearer]) -> _Bearer:
    return _Bearer(
        tuple(position for part in parts for position in part.positions),
        frozenset[str]().union(*(part.articles for part in parts)),
        frozenset[str]().union(*(part.functions for part in parts)),
        frozenset[str]().union(*(part.company for part in parts)),
        frozenset[str]().union(*(part.circle for part in parts)),
        frozenset[str]().union(*(part.rare for part in parts)),
        frozenset[str]().union(*(part.posts for part in parts)),
        frozenset[str]().union(*(part.languages for part in parts)),
        frozenset[str]().union(*(part.meanings for part in parts)),
    )


def _best_known_first(known: Iterable[_Bearer]) -> list[_Bearer]:
    return sorted(
        known, key=lambda bearer: (-len(bearer.positions), min(bearer.posts or bearer.functions or bearer.articles))
    )


def _are_met(one: _Bearer, other: _Bearer, parted: Sequence[tuple[str, str]], *, is_sure: bool) -> bool:
    """Tell whether two are in common company or have one function, and nobody decided that they are two.

    Between languages, if it need not be sure, any functions of one field may be one.
    """
    labels, rest = one.labels, other.labels
    if any((left in labels and right in rest) or (right in labels and left in rest) for left, right in parted):
        return False
    if not one.rare.isdisjoint(other.rare) or len(one.circle & other.circle) >= _MET:
        return True
    if one.languages.isdisjoint(other.languages):
        return bool(common_functions(one, other)) if is_sure else not are_called_otherwise(one, other)
    return not (one.posts and other.posts) and bool(common_functions(one, other))


def _labels(known: Sequence[_Bearer]) -> list[str]:
    """Return a function for each bearer that no other one has, or else one with where it is had, or an article."""
    functions = Counter(word for bearer in known for word in bearer.functions)
    posts = Counter(post for bearer in known for post in bearer.posts)
    return [
        min(
            (word for word in bearer.functions if functions[word] == 1),
            default=min((post for post in bearer.posts if posts[post] == 1), default=min(bearer.articles)),
        )
        for bearer in known
    ]


def _without_function(told: Sequence[Told], known: Mapping[str, _Bearer]) -> Iterator[tuple[int, str]]:
    """Yield the articles that tell of no function, with the label of the bearer that they mean, if it is clear."""
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for label, bearer in known.items():
        for name in bearer.company:
            beside[name].add(label)
    usual = clear_leader(Counter({label: len(bearer.positions) for label, bearer in known.items()}))
    placed = {position for bearer in known.values() for position in bearer.positions}
    for one in told:
        if one.position not in placed:
            met = Counter(label for name in one.company for label in beside[name])
            meant = clear_leader(met) if met else usual
            if meant is not None:
                yield one.position, meant
