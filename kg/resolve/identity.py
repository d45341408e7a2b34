"""Identity across articles: which profiles of different articles are one thing in the world.

The rule, from what is sure to what is not:

- Same type and same folded full name: the same thing.
- An organisation's name with and without company words (`Ford Motor Company`, `Ford`), where the corpus has both.
- A shorter name or acronym that articles use for one thing, and hardly ever for another of that type, is its name
  everywhere (`GM` is General Motors). Persons only by names of two parts or more.
- A person known by one word only (a surname, a given name) stays within the article, unless it tells of a function
  (`premier Claes`) that only one person of that surname has in the corpus.
- Persons of one name are kept apart if articles tell of different functions in no common company: neither a word for
  what they are nor any other name occurs in both. Articles that tell of no function go with the largest of them.
- A thing without a name stays within the article.

Everything is found through tables from names to profiles: no two profiles are ever compared, so that a frequent name
costs no more than rare ones, and the result does not depend on the order of the articles.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from networkx.utils import UnionFind

from kg.lang.coreference import CoreferenceRules
from kg.model import EntityType, MentionKind
from kg.resolve.identifiers import named_id, unnamed_id
from kg.resolve.kinds import clear_leader
from kg.resolve.names import company_forms
from kg.resolve.profiles import Profile

Key = tuple[EntityType, str]
"""A type and a folded name."""


def identify(profiles: Sequence[Profile], rules: CoreferenceRules) -> tuple[str, ...]:
    """Return the entity id of each profile; profiles of one thing have the same."""
    known = [profile for profile in profiles if _is_known_by_name(profile)]
    full_names = _full_names(known, rules)
    apart = _namesakes(known, full_names)
    bearers = _bearers(known, full_names, apart)
    return tuple(_id(profile, full_names, apart, bearers) for profile in profiles)


def _is_known_by_name(profile: Profile) -> bool:
    """Tell whether a profile can be recognised in another article."""
    return bool(profile.name) and (profile.type is not EntityType.PERSON or " " in profile.name)


def _id(
    profile: Profile,
    full_names: Mapping[Key, str],
    apart: Mapping[tuple[str, int], str],
    bearers: Mapping[tuple[str, str], set[str]],
) -> str:
    if not profile.name:
        first = next(mention for mention in profile.mentions if mention.kind is not MentionKind.PRONOUN)
        return unnamed_id(profile.document_id, profile.type, first.span)
    if not _is_known_by_name(profile):
        meant = {one for word in profile.functions for one in bearers.get((profile.name, word), ())}
        return meant.pop() if len(meant) == 1 else named_id(profile.type, profile.name, profile.document_id)
    return _named_id(profile, full_names, apart)


def _named_id(profile: Profile, full_names: Mapping[Key, str], apart: Mapping[tuple[str, int], str]) -> str:
    name = full_names[profile.type, profile.name]
    return named_id(profile.type, name, apart.get((profile.document_id, profile.chain_id), ""))


def _bearers(
    profiles: Iterable[Profile], full_names: Mapping[Key, str], apart: Mapping[tuple[str, int], str]
) -> Mapping[tuple[str, str], set[str]]:
    """Return surnames and folded words for functions with the ids of the persons that have both."""
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for profile in profiles:
        if profile.type is EntityType.PERSON:
            surname, bearer = profile.name.split()[-1], _named_id(profile, full_names, apart)
            for word in profile.functions:
                found[surname, word].add(bearer)
    return found


def _full_names(profiles: Sequence[Profile], rules: CoreferenceRules) -> Mapping[Key, str]:
    """Return the full name for each name: the fullest of those that are names of one thing."""
    same: UnionFind[Key] = UnionFind((profile.type, profile.name) for profile in profiles)
    for kind, name in list(same):
        for form in company_forms(name, rules) if kind is EntityType.ORGANISATION else ():
            if (kind, form) in same.parents:
                same.union((kind, name), (kind, form))
    for short, full in _owners(profiles, same).items():
        if leader := clear_leader(full):
            same.union(short, leader)
    fullest = {key: max(names, key=lambda one: (one[1].count(" "), one)) for names in same.to_sets() for key in names}
    return {key: name for key, (_, name) in fullest.items()}


def _owners(profiles: Iterable[Profile], same: "UnionFind[Key]") -> Mapping[Key, Counter[Key]]:
    """Return for each short form that is a name of its own somewhere, how many articles use it for which full name."""
    owners: defaultdict[Key, Counter[Key]] = defaultdict(Counter)
    for profile in profiles:
        for name in profile.names - {profile.name}:
            if (profile.type, name) in same.parents:
                owners[profile.type, name][same[profile.type, profile.name]] += 1
    return owners


def _namesakes(profiles: Iterable[Profile], full_names: Mapping[Key, str]) -> Mapping[tuple[str, int], str]:
    """Return what keeps a person apart from the best known of the same name, by document and chain."""
    by_name: defaultdict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        if profile.type is EntityType.PERSON:
            by_name[full_names[profile.type, profile.name]].append(profile)
    return {
        (profile.document_id, profile.chain_id): label
        for bearers in by_name.values()
        for profile, label in _apart(bearers)
    }


def _apart(bearers: Sequence[Profile]) -> Iterator[tuple[Profile, str]]:
    """Yield the profiles that are not the best known bearer of a name, with the function word that names theirs."""
    told = [profile for profile in bearers if profile.functions]
    same: UnionFind[str] = UnionFind()
    for profile in told:
        same.union(*_anchors(profile))
    groups: defaultdict[str, list[Profile]] = defaultdict(list)
    for profile in told:
        groups[same[_anchors(profile)[0]]].append(profile)
    labels = {root: min(word for profile in group for word in profile.functions) for root, group in groups.items()}
    ranking = sorted(groups, key=lambda root: (-len(groups[root]), labels[root]))
    for root in ranking[1:]:
        yield from ((profile, labels[root]) for profile in groups[root])


def _anchors(profile: Profile) -> list[str]:
    """Return what shows that two articles mean the same person: words for what he is, names beside his own."""
    words = {f"is {word}" for word in profile.functions}
    return sorted(words | {f"beside {name}" for name in profile.company - profile.names})
