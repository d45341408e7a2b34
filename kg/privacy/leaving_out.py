"""A corpus without some people."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from kg.model import Action, Decision, Entity, Extraction, FormerId, Resolution
from kg.privacy.named import is_in_address, is_meant, names_of, pattern, surname
from kg.privacy.remaining import new_ids, remaining, with_ids
from kg.privacy.withheld import withheld_by_article, without_withheld


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
    private = pattern(
        {*names, *map(surname, names), *(name for entity in hidden.values() for name in names_of(entity))}
    )
    entities = remaining(resolution.entities, hidden, withheld, private)
    ids = new_ids(resolution.entities, entities)
    actions = tuple(_actions(resolution, extractions, hidden, ids))
    told = {action.id for action in actions}
    known = {entity.id for entity in entities} - ids.keys()
    reason = _without_words if hidden else str
    return replace(
        resolution,
        extractions=extractions,
        entities=with_ids(entities, ids),
        actions=actions,
        participations=tuple(
            replace(each, entity_id=ids.get(each.entity_id, each.entity_id))
            for each in resolution.participations
            if each.action_id in told
        ),
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
        decisions=tuple(_decisions(resolution.decisions, named, ids)),
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


def _decisions(decisions: Iterable[Decision], names: re.Pattern[str], former: Collection[str]) -> Iterator[Decision]:
    """Yield the decisions in which no name stands, and no id that is not used any more."""
    for decision in decisions:
        said = (decision.one, decision.other, decision.note, decision.by)
        if not any(each in former or is_in_address(names, each) for each in said):
            yield decision


def _actions(
    resolution: Resolution, extractions: Iterable[Extraction], hidden: Mapping[str, Entity], ids: Mapping[str, str]
) -> Iterator[Action]:
    """Yield the actions whose first mention is still told and in which no hidden entity takes part."""
    told = {action for extraction in extractions for action in extraction.actions}
    touched = {each.action_id for each in resolution.participations if each.entity_id in hidden}
    for action in resolution.actions:
        if action.first in told and action.id not in touched and action.claimant_id not in hidden:
            mentions = tuple(mention for mention in action.mentions if mention in told)
            yield replace(action, mentions=mentions, claimant_id=ids.get(action.claimant_id, action.claimant_id))
