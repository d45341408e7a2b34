"""Entities: the things in the world that the profiles of all articles together tell of."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.model import Entity, Function, Mention, MentionKind, Relation, RelationKind, Span
from kg.resolve.discourse import Discourse
from kg.resolve.names import fold
from kg.resolve.pairs import pair_members
from kg.resolve.profiles import Profile


@dataclass(frozen=True, slots=True)
class Identities:
    """Where each mention of the corpus belongs."""

    by_head: Mapping[tuple[str, Span], str]
    """Document and place of the head word of a mention to the id of its entity."""

    def of(self, mention: Mention | None) -> str:
        """Return the id of a mention's entity, or the empty string if it has none."""
        return self.by_head.get((mention.document_id, mention.head), "") if mention else ""


def identities(profiles: Iterable[Profile], ids: Iterable[str]) -> Identities:
    """Return the entity of each mention, from profiles and their ids."""
    return Identities(
        {
            (mention.document_id, mention.head): entity_id
            for profile, entity_id in zip(profiles, ids, strict=True)
            for mention in profile.mentions
        }
    )


def entities(
    profiles: Sequence[Profile], ids: Sequence[str], discourses: Sequence[Discourse], known: Identities
) -> tuple[Entity, ...]:
    """Return the entities of the corpus, by id, with their names, places, functions and memberships."""
    grouped: defaultdict[str, list[Profile]] = defaultdict(list)
    for profile, entity_id in zip(profiles, ids, strict=True):
        grouped[entity_id].append(profile)
    relations = [relation for discourse in discourses for relation in _relations(discourse)]
    functions, related = _functions(relations, known), _related(relations, known)
    complete = {known.of(relation.target) for relation in relations if relation.is_complete}
    return tuple(
        _entity(
            entity_id,
            grouped[entity_id],
            functions=tuple(sorted(functions.get(entity_id, ()), key=lambda one: (one.value, one.organisation_id))),
            member_of=tuple(sorted(related.get((RelationKind.MEMBER_OF, entity_id), ()))),
            part_of=tuple(sorted(related.get((RelationKind.PART_OF, entity_id), ()))),
            countries=tuple(sorted(related.get((RelationKind.COUNTRY, entity_id), ()))),
            members_complete=entity_id in complete,
        )
        for entity_id in sorted(grouped)
    )


def _entity(
    entity_id: str,
    profiles: Sequence[Profile],
    *,
    functions: tuple[Function, ...],
    member_of: tuple[str, ...],
    part_of: tuple[str, ...],
    countries: tuple[str, ...],
    members_complete: bool,
) -> Entity:
    mentions = sorted(
        (mention for profile in profiles for mention in profile.mentions),
        key=lambda mention: (mention.document_id, mention.span, mention.head),
    )
    label, *others = labels_of(mentions)
    return Entity(
        id=entity_id,
        type=profiles[0].type,
        label=label,
        aliases=tuple(sorted(others)),
        mentions=tuple(mentions),
        functions=functions,
        member_of=member_of,
        part_of=part_of,
        countries=countries,
        members_complete=members_complete,
    )


def labels_of(mentions: Sequence[Mention]) -> list[str]:
    """Return the names of a thing, the fullest first, of equally full ones the most frequent.

    A name in capitals, as a dateline or headline has it (`VENLO`), comes behind the same in small letters.
    A thing without a name is called by the first noun phrase that tells what it is, and has no other names; pronouns
    alone call it nothing.
    """
    spelled = Counter(name for mention in mentions if (name := _spelling(mention)))
    if spelled:
        small = {fold(name) for name in spelled if not name.isupper()}
        is_loud = {name: name.isupper() and fold(name) in small for name in spelled}
        return sorted(spelled, key=lambda name: (*_missing(name), is_loud[name], -spelled[name], name))
    nominals = [mention for mention in mentions if mention.kind is MentionKind.NOMINAL]
    return [" ".join(mention.text.split()) for mention in nominals[:1]]


def _missing(name: str) -> tuple[int, int]:
    """Return how little a name tells, to sort by: first the words written out, then the others (`J. Vos`)."""
    words = fold(name).split()
    return -sum(len(word) > 1 for word in words), -len(words)


def _spelling(mention: Mention) -> str:
    """Return the name that a mention gives its thing: the place of an adjective; empty for nominals and pronouns."""
    if mention.kind is MentionKind.ADJECTIVE:
        return mention.head_lemma
    return " ".join(mention.text.split()) if mention.kind is MentionKind.NAME else ""


def _relations(discourse: Discourse) -> Iterator[Relation]:
    """Yield the relations of an article, and the memberships in the coordinations and pairs that it refers to."""
    yield from discourse.extraction.relations
    yield from pair_members(discourse)
    for group, members in sorted(discourse.coordinations.items()):
        if discourse.is_linked(group):
            for member in members:
                yield Relation(
                    RelationKind.MEMBER_OF,
                    mention=discourse.mentions[member],
                    target=discourse.mentions[group],
                    is_complete=True,
                )


def _functions(relations: Iterable[Relation], known: Identities) -> Mapping[str, set[Function]]:
    found: defaultdict[str, set[Function]] = defaultdict(set)
    for relation in relations:
        if relation.kind is RelationKind.FUNCTION and (holder := known.of(relation.mention)):
            where = known.of(relation.target)
            found[holder].add(Function(" ".join(relation.value.split()), "" if where == holder else where))
    for holder, functions in found.items():
        placed = {function.value for function in functions if function.organisation_id}
        found[holder] = {one for one in functions if one.organisation_id or one.value not in placed}
    return found


def _related(relations: Iterable[Relation], known: Identities) -> Mapping[tuple[RelationKind, str], set[str]]:
    """Return the other ends of the relations between two different entities, by kind and entity."""
    found: defaultdict[tuple[RelationKind, str], set[str]] = defaultdict(set)
    for relation in relations:
        entity, other = known.of(relation.mention), known.of(relation.target)
        if entity and other and entity != other:
            found[relation.kind, entity].add(other)
    return found
