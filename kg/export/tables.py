"""Tables of actions and of entities: a JSON object a line, for pandas, DuckDB and the yardsticks."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kg.characters import writable
from kg.export.options import Options
from kg.export.wordless import shown
from kg.graph import KnowledgeGraph
from kg.model import (
    Action,
    ActionMention,
    Document,
    Entity,
    Mention,
    Participation,
    SameHappening,
    Span,
    TimeExpression,
)

Row = dict[str, Any]


def write_actions(graph: KnowledgeGraph, path: Path, options: Options) -> None:
    """Write one line for each place that tells of an action; its keys are those of `action_rows`."""
    write_lines(path, action_rows(graph, options))


def write_entities(graph: KnowledgeGraph, path: Path, options: Options) -> None:
    """Write one line for each entity; its keys are those of `entity_rows`."""
    write_lines(path, entity_rows(graph, options))


def action_rows(graph: KnowledgeGraph, options: Options) -> Iterator[Row]:
    """Yield a row for each action mention, by action and then as the action lists them.

    `id` names the mention, `action` the happening that it tells of, `same_happening` the actions that tell of that in
    their own way. `fact` is of the action, as in the graph and in the report of a build. All `start` and `end` count
    code points of the article, but those of `time`, which are the first and last day of a period.
    """
    graph = shown(graph, options)
    for action in graph.actions.values():
        for nth, mention in enumerate(action.mentions, start=1):
            name = action.id if nth == 1 else f"{action.id}~{nth}"
            yield {"id": name, "action": action.id, **_action_row(graph, action, mention, options)}


def entity_rows(graph: KnowledgeGraph, options: Options) -> Iterator[Row]:
    """Yield a row for each entity, by id."""
    graph = shown(graph, options)
    return (_entity_row(graph, entity) for entity in graph.entities.values())


def _action_row(graph: KnowledgeGraph, action: Action, mention: ActionMention, options: Options) -> Row:
    extraction = graph.extractions[mention.document_id]
    document, sentence = extraction.document, extraction.sentences[mention.sentence]
    verb, *apart = mention.trigger
    reach = graph.reach_of_action(action.id)
    again = graph.repeats(document.id, sentence.index)
    return {
        "document": mention.document_id,
        "published": document.published,
        "sentence": place_row(document, sentence.span, with_text=options.with_text),
        "repeats": [place_row(document, other.span, with_text=False) for other in again],
        "trigger": place_row(document, verb, with_text=options.with_text),
        "particle": place_row(document, apart[0], with_text=options.with_text) if apart else None,
        "predicate": mention.predicate,
        "is_speech": mention.is_speech,
        "participants": [_participant_row(graph, filler) for filler in graph.participants(action, mention)],
        "time": [_time_row(time) for time in mention.times],
        "polarity": mention.polarity.value,
        "certainty": mention.certainty.value,
        "modality": mention.modality.value,
        "claimant": _claimant_row(graph, mention.claimant),
        "denied_by": [_claimant_row(graph, claim.claimant) for claim in mention.denials],
        "fact": action.first.is_fact,
        "confidence": mention.confidence,
        "articles": reach.articles,
        "sources": reach.sources,
        "copy_of": graph.origins.copied_from.get((mention.document_id, mention.sentence)),
        "same_happening": [_same_row(action.id, same) for same in graph.same_happenings(action.id)],
    }


def _same_row(action_id: str, same: SameHappening) -> Row:
    return {
        "action": same.other_id if same.action_id == action_id else same.action_id,
        "confidence": same.confidence,
        "reason": same.reason,
        "differences": [difference.value for difference in same.differences],
    }


def _participant_row(graph: KnowledgeGraph, filler: Participation) -> Row:
    entity = graph.entities.get(filler.entity_id)
    return {
        "role": filler.role.value,
        "id": entity.id if entity else None,
        "label": entity.label if entity else filler.mention.text,
        "type": entity.type.value if entity else None,
        "mention": _mention_row(filler.mention),
        "understood": filler.understood,
        "preposition": filler.preposition,
    }


def _claimant_row(graph: KnowledgeGraph, claimant: Mention | None) -> Row | None:
    if claimant is None:
        return None
    entity = graph.entity_of(claimant)
    return {
        "id": entity.id if entity else None,
        "label": entity.label if entity else claimant.text,
        "mention": _mention_row(claimant),
    }


def _time_row(time: TimeExpression) -> Row:
    return {
        "text": time.text,
        "value": time.value,
        "start": time.start,
        "end": time.end,
        "span": {"start": time.span.start, "end": time.span.end},
    }


def _entity_row(graph: KnowledgeGraph, entity: Entity) -> Row:
    reach = graph.reach_of_entity(entity.id)
    return {
        "id": entity.id,
        "type": entity.type.value,
        "label": entity.label,
        "aliases": list(entity.aliases),
        "functions": list(dict.fromkeys(function.value for function in entity.functions)),
        "functions_at": [
            {"value": function.value, "organisation": function.organisation_id or None} for function in entity.functions
        ],
        "member_of": list(entity.member_of),
        "members_complete": entity.members_complete,
        "articles": reach.articles,
        "sources": reach.sources,
        "links": [{"iri": link.iri, "confidence": link.confidence, "reason": link.reason} for link in entity.links],
        "mentions": [
            {"document": mention.document_id, **_mention_row(mention), "kind": mention.kind.value}
            for mention in entity.mentions
        ],
    }


def _mention_row(mention: Mention) -> Row:
    return {"start": mention.span.start, "end": mention.span.end, "text": mention.text}


def place_row(document: Document, span: Span, *, with_text: bool = True) -> Row:
    """Return where a stretch of text stands, and its words unless they are not to be written."""
    return {"start": span.start, "end": span.end, "text": span.of(document.text) if with_text else None}


def write_lines(path: Path, rows: Iterable[Row]) -> None:
    """Write each row as a line of JSON."""
    with path.open("w", encoding="utf-8", newline="\n") as lines:
        lines.writelines(_line(row) for row in rows)


def _line(row: Row) -> str:
    """Return a row as one line, also for readers that break lines where Unicode does (`str.splitlines`)."""
    line = writable(json.dumps(row, ensure_ascii=False))
    return line.replace("\N{LINE SEPARATOR}", "\\u2028").replace("\N{PARAGRAPH SEPARATOR}", "\\u2029") + "\n"
