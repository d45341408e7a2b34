"""Former ids: what became of every id that a thing has in a part of the corpus, or would have by one name alone.

The register is a function of the corpus and the decisions, so that a build from nothing gives the same one: whatever
ids any subset of the articles gives, each is the id of an entity of the whole corpus, or stands here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.model import EntityType, FormerId
from kg.resolve.identifiers import is_unnamed, named_id
from kg.resolve.identity.namesakes import posts_of
from kg.resolve.identity.senses import bound_id
from kg.resolve.profiles import Profile

NAMESAKES = "namesakes"
"""Reason why an id became several."""
ONE_OF_THE_NAME = "only one of this name"
"""Reason why an id of a name and a type, function or article became that of the name."""


def own_ids(before: Sequence[Profile], profiles: Sequence[Profile]) -> Iterator[tuple[str, int]]:
    """Yield each id that a part of the corpus may give to a profile, with its position.

    `before` are the profiles with the types that their articles give them, `profiles` with those of the corpus. An id
    is that of the name, of the name and a function, or of the name and the article.
    """
    told: defaultdict[str, set[tuple[frozenset[str], frozenset[str]]]] = defaultdict(set)
    types: defaultdict[str, set[EntityType]] = defaultdict(set)
    for profile in (*before, *profiles):
        types[profile.name].add(profile.type)
        if tells(profile):
            told[profile.name].add((profile.functions, profile.posts))
    for position, (first, last) in enumerate(zip(before, profiles, strict=True)):
        if first.name:
            has_namesakes, is_persons = len(told[first.name]) > 1, EntityType.PERSON in types[first.name]
            ids = ids_of((first, last), has_namesakes=has_namesakes, is_persons=is_persons)
            yield from ((one, position) for one in ids)


def tells(profile: Profile) -> bool:
    """Tell whether the functions of a profile may tell namesakes apart."""
    return profile.type is EntityType.PERSON and bool(profile.functions)


def ids_of(profiles: Iterable[Profile], *, has_namesakes: bool, is_persons: bool) -> set[str]:
    """Return the ids that parts of the corpus may give to a profile, which is given with each type that it may have.

    The profiles given differ in nothing but their types, so that one of each is enough. Of the name is told whether
    several persons have it, and whether any has.
    """
    known = {profile.type: profile for profile in profiles}.values()
    surnames = (profile for profile in known if is_persons and not profile.is_full)
    return {one for profile in known for one in _ids(profile, has_namesakes=has_namesakes)}.union(
        named_id(EntityType.PERSON, profile.name, profile.document_id) for profile in surnames
    )


def _ids(profile: Profile, *, has_namesakes: bool) -> Iterator[str]:
    if not profile.is_known_by_name:
        yield bound_id(profile)
        return
    yield named_id(profile.type, profile.name)
    if profile.type is EntityType.PERSON and has_namesakes:
        yield bound_id(profile)
        yield from (named_id(profile.type, profile.name, label) for label in profile.functions | posts_of(profile))


def former_ids(owned: Mapping[str, set[str]], reasons: Mapping[str, str]) -> tuple[FormerId, ...]:
    """Return what became of ids, from the entities that each stands for now and why two names were joined."""
    now = {one for ids in owned.values() for one in ids}
    return tuple(
        former_id(old, ids, reasons.get(old))
        for old, ids in sorted(owned.items())
        if old not in now and not is_unnamed(old)
    )


def former_id(old: str, now: Iterable[str], reason: str | None) -> FormerId:
    """Return what became of an id, and why it was joined to another if it was."""
    ids = tuple(sorted(now))
    return FormerId(old, ids, NAMESAKES if len(ids) > 1 else reason or ONE_OF_THE_NAME)


def entities_of(owned: Iterable[tuple[str, int]], ids: Sequence[str]) -> Mapping[str, set[str]]:
    """Return the entities that each own id of profiles stands for."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for own, position in owned:
        found[own].add(ids[position])
    return found
