"""The entities that are left of a corpus, as what is left of it calls them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.model import Entity, Mention
from kg.privacy.named import names_of
from kg.privacy.withheld import Withheld
from kg.resolve.entities import labels_of
from kg.resolve.identifiers import is_unnamed, named_id
from kg.resolve.names import fold


def remaining(
    entities: Sequence[Entity], hidden: Mapping[str, Entity], withheld: Mapping[str, Withheld], names: re.Pattern[str]
) -> tuple[Entity, ...]:
    """Return the entities that are still mentioned, related only to each other, with no function that holds a name."""
    lacking = {group for entity in hidden.values() for group in entity.member_of}
    seen = {
        entity.id: tuple(mention for mention in entity.mentions if withheld[mention.document_id].is_free(mention))
        for entity in entities
        if entity.id not in hidden
    }
    known = {entity_id for entity_id, mentions in seen.items() if mentions}
    return tuple(
        replace(
            _called(entity, seen[entity.id]),
            functions=tuple(
                replace(each, organisation_id=each.organisation_id if each.organisation_id in known else "")
                for each in entity.functions
                if not names.search(each.value)
            ),
            member_of=tuple(each for each in entity.member_of if each in known),
            part_of=tuple(each for each in entity.part_of if each in known),
            countries=tuple(each for each in entity.countries if each in known),
            members_complete=entity.members_complete and entity.id not in lacking,
        )
        for entity in entities
        if entity.id in known
    )


def _called(entity: Entity, mentions: tuple[Mention, ...]) -> Entity:
    """Return an entity as these mentions of it call it; by its type, if they are pronouns."""
    if mentions == entity.mentions:
        return entity
    label, *others = labels_of(mentions) or [entity.type.value]
    return replace(entity, label=label, aliases=tuple(sorted(others)), mentions=mentions)


def new_ids(before: Iterable[Entity], left: Iterable[Entity]) -> Mapping[str, str]:
    """Return another id for each entity whose own is made of a name by which nothing calls it any more."""
    mentions = {entity.id: entity.mentions for entity in before}
    changed = (entity for entity in left if entity.mentions != mentions[entity.id] and not is_unnamed(entity.id))
    return {
        entity.id: named_id(entity.type, fold(entity.label), entity.id)
        for entity in changed
        if not any(_words(entity.id) in _words(named_id(entity.type, fold(name))) for name in names_of(entity))
    }


def _words(entity_id: str) -> str:
    """Return the name that an id is made of, in hyphens: `-kim-kardashian-`."""
    return f"-{entity_id.partition('/')[2].rpartition('-')[0]}-"


def with_ids(entities: Iterable[Entity], ids: Mapping[str, str]) -> tuple[Entity, ...]:
    """Return entities under other ids, in their order."""
    if not ids:
        return tuple(entities)

    def others(known: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(ids.get(each, each) for each in known))

    renamed = (
        replace(
            entity,
            id=ids.get(entity.id, entity.id),
            functions=tuple(
                replace(each, organisation_id=ids.get(each.organisation_id, each.organisation_id))
                for each in entity.functions
            ),
            member_of=others(entity.member_of),
            part_of=others(entity.part_of),
            countries=others(entity.countries),
        )
        for entity in entities
    )
    return tuple(sorted(renamed, key=lambda entity: entity.id))
