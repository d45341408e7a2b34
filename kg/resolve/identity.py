"""Identity across articles: which profiles of different articles are one thing in the world.

The rule, from what is sure to what is not:

- Same type and same folded full name: the same thing.
- A shorter name or acronym that some article uses for one thing, and no article for another of that type, is its name
  everywhere (`GM` is General Motors). Persons only by names of two parts or more.
- A person known by one word only (a surname, a given name) stays within the article.
- Persons of one name are kept apart if articles tell of different functions in no common company: neither a word for
  what they are nor any other name occurs in both. Articles that tell of no function go with the largest of them.
- A thing without a name stays within the article.

Everything is found through tables from names to profiles: no two profiles are ever compared, so that a frequent name
costs no more than rare ones, and the result does not depend on the order of the articles.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.model import EntityType, MentionKind
from kg.resolve.identifiers import named_id, unnamed_id
from kg.resolve.profiles import Profile

Key = tuple[EntityType, str]
"""A type and a folded name."""


def identify(profiles: Sequence[Profile]) -> tuple[str, ...]:
    """Return the entity id of each profile; profiles of one thing have the same."""
    known = [profile for profile in profiles if _is_known_by_name(profile)]
    full_names = _full_names(known)
    apart = _namesakes(known, full_names)
    return tuple(_id(profile, full_names, apart) for profile in profiles)


def _is_known_by_name(profile: Profile) -> bool:
    """Tell whether a profile can be recognised in another article."""
    return bool(profile.name) and (profile.type is not EntityType.PERSON or " " in profile.name)


def _id(profile: Profile, full_names: Mapping[Key, str], apart: Mapping[tuple[str, int], str]) -> str:
    if not profile.name:
        first = next(mention for mention in profile.mentions if mention.kind is not MentionKind.PRONOUN)
        return unnamed_id(profile.document_id, profile.type, first.span)
    if not _is_known_by_name(profile):
        return named_id(profile.type, profile.name, profile.document_id)
    name = full_names.get((profile.type, profile.name), profile.name)
    return named_id(profile.type, name, apart.get((profile.document_id, profile.chain_id), ""))


def _full_names(profiles: Iterable[Profile]) -> Mapping[Key, str]:
    """Return the full name for every name that is short for exactly one; names that are full have no entry."""
    used = {(profile.type, profile.name) for profile in profiles}
    owners: defaultdict[Key, set[str]] = defaultdict(set)
    for profile in profiles:
        for name in profile.names - {profile.name}:
            if profile.type is not EntityType.PERSON or " " in name:
                owners[profile.type, name].add(profile.name)
    short = {key: next(iter(full)) for key, full in owners.items() if key in used and len(full) == 1}
    return {key: _follow(key, short) for key in short}


def _follow(key: Key, short: Mapping[Key, str]) -> str:
    """Return the name at the end of a chain of short names; of a ring, the fullest in it."""
    kind, name = key
    seen = {name}
    while (kind, name) in short:
        name = short[kind, name]
        if name in seen:
            return max(seen, key=lambda one: (one.count(" "), one))
        seen.add(name)
    return name


def _namesakes(profiles: Iterable[Profile], full_names: Mapping[Key, str]) -> Mapping[tuple[str, int], str]:
    """Return what keeps a person apart from the best known of the same name, by document and chain."""
    by_name: defaultdict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        if profile.type is EntityType.PERSON:
            by_name[full_names.get((profile.type, profile.name), profile.name)].append(profile)
    return {
        (profile.document_id, profile.chain_id): label
        for bearers in by_name.values()
        for profile, label in _apart(bearers)
    }


def _apart(bearers: Sequence[Profile]) -> Iterator[tuple[Profile, str]]:
    """Yield the profiles that are not the best known bearer of a name, with the function word that names theirs."""
    told = [profile for profile in bearers if profile.functions]
    parents: dict[str, str] = {}
    for profile in told:
        anchors = sorted(_anchors(profile))
        for anchor in anchors:
            parents[_root(parents, anchor)] = _root(parents, anchors[0])
    groups: defaultdict[str, list[Profile]] = defaultdict(list)
    for profile in told:
        groups[_root(parents, min(_anchors(profile)))].append(profile)
    labels = {root: min(word for profile in group for word in profile.functions) for root, group in groups.items()}
    ranking = sorted(groups, key=lambda root: (-len(groups[root]), labels[root]))
    for root in ranking[1:]:
        yield from ((profile, labels[root]) for profile in groups[root])


def _anchors(profile: Profile) -> set[str]:
    """Return what shows that two articles mean the same person: words for what he is, names beside his own."""
    own = set(profile.names)
    return {f"is {word}" for word in profile.functions} | {f"beside {name}" for name in profile.company - own}


def _root(parents: dict[str, str], anchor: str) -> str:
    while parents.setdefault(anchor, anchor) != anchor:
        parents[anchor] = parents[parents[anchor]]
        anchor = parents[anchor]
    return anchor
