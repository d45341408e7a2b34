"""A corpus without some people."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from kg.model import Action, Decision, Entity, Extraction, FormerId, Resolution
from kg.privacy.named import is_in_address, is_meant, pattern, surname
from kg.privacy.withheld import Withheld, withheld_by_article, without_withheld


def leave_out(resolution: Resolution, names: Sequence[str]) -> Resolution:
    """Return a corpus without the persons of these names; capitals do not matter.

    >>> empty = Resolution((), (), (), (), ())
    >>> leave_out(empty, ["Jan Jansen"]) == empty
    True
    """
    if not names:
        return resolution
    named = pattern(names)
    surnames = pattern(map(surname, names))
    hidden = {entity.id: entity for entity in resolution.entities if is_meant(entity, named, surnames)}
    withheld = withheld_by_article(resolution, names, hidden)
    extractions = tuple(without_withheld(each, withheld[each.document.id]) for each in resolution.extractions)
    actions = tuple(_actions(resolution, extractions, hidden))
    told = {action.id for action in actions}
    entities = _entities(resolution.entities, hidden, withheld, named)
    known = {entity.id for entity in entities}
    reason = _without_words if hidden else str
    return replace(
        resolution,
        extractions=extractions,
        entities=entities,
        actions=actions,
        participations=tuple(each for each in resolution.participations if each.action_id in told),
        coreferences=tuple(
            each
            for each in resolution.coreferences
            if all(withheld[one.document_id].is_free(one) for one in (each.mention, each.antecedent))
        ),
        same_happenings=tuple(each for each in resolution.same_happenings if {each.action_id, each.other_id} <= told),
        doubtful_pairs=tuple(
            replace(each, reasons=tuple(map(reason, each.reasons)))
            for each in resolution.doubtful_pairs
            if {each.one, each.other} <= known
        ),
        former_ids=tuple(_former_ids(resolution.former_ids, known, named, reason)),
        decisions=tuple(_decisions(resolution.decisions, named)),
    )


def _former_ids(
    former_ids: Iterable[FormerId], known: Set[str], names: re.Pattern[str], reason: Callable[[str], str]
) -> Iterator[FormerId]:
    """Yield the former ids of entities that are still there, but those that hold a name themselves."""
    for former in former_ids:
        now = tuple(each for each in former.now if each in known)
        if now and not is_in_address(names, former.id):
            yield replace(former, now=now, reason=reason(former.reason))


def _without_words(reason: str) -> str:
    """Return a reason without the words after each colon, which may be names.

    >>> _without_words("initials; one name beside both: jan jansen; same year: 2020")
    'initials; one name beside both; same year'
    """
    return re.sub(r":[^;]*", "", reason)


def _decisions(decisions: Iterable[Decision], names: re.Pattern[str]) -> Iterator[Decision]:
    """Yield the decisions in which no name stands."""
    for decision in decisions:
        if not any(is_in_address(names, each) for each in (decision.one, decision.other, decision.note, decision.by)):
            yield decision


def _actions(
    resolution: Resolution, extractions: Iterable[Extraction], hidden: Mapping[str, Entity]
) -> Iterator[Action]:
    """Yield the actions whose first mention is still told and in which no hidden entity takes part."""
    told = {action for extraction in extractions for action in extraction.actions}
    touched = {each.action_id for each in resolution.participations if each.entity_id in hidden}
    for action in resolution.actions:
        if action.first in told and action.id not in touched and action.claimant_id not in hidden:
            yield replace(action, mentions=tuple(mention for mention in action.mentions if mention in told))


def _entities(
    entities: Sequence[Entity], hidden: Mapping[str, Entity], withheld: Mapping[str, Withheld], names: re.Pattern[str]
) -> tuple[Entity, ...]:
    """Return the entities that are still mentioned, related only to each other."""
    lacking = {group for entity in hidden.values() for group in entity.member_of}
    seen = {
        entity.id: tuple(mention for mention in entity.mentions if withheld[mention.document_id].is_free(mention))
        for entity in entities
        if entity.id not in hidden
    }
    known = {entity_id for entity_id, mentions in seen.items() if mentions}
    return tuple(
        replace(
            entity,
            mentions=seen[entity.id],
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
