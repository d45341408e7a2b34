"""What is in doubt about who is who, for `kg review`, and what became of the ids that entities had."""

from collections.abc import Iterator
from pathlib import Path

from kg.export.options import Options
from kg.export.sheets import write_sheet
from kg.export.tables import Row, place_row, write_lines
from kg.export.wordless import shown
from kg.graph import KnowledgeGraph
from kg.model import Entity, Mention, MentionKind

_MOST = 3
"""Sentences that are shown of an entity."""
_COLUMNS = ("id", "now", "reason")


def write_review(graph: KnowledgeGraph, path: Path, options: Options) -> None:
    """Write one line for each pair of entities that may be one; its keys are those of `review_rows`."""
    write_lines(path, review_rows(graph, options))


def write_former_ids(graph: KnowledgeGraph, path: Path, options: Options) -> None:
    """Write one row for each id that an entity has in a part of the corpus, with what it is now."""
    rows = ({"id": one.id, "now": "; ".join(one.now), "reason": one.reason} for one in graph.resolution.former_ids)
    write_sheet(path, _COLUMNS, rows)


def review_rows(graph: KnowledgeGraph, options: Options) -> Iterator[Row]:
    """Yield a row for each pair of entities that may be one, the likeliest first.

    Both entities come with up to three sentences that name them, of different articles if there are so many.
    """
    graph = shown(graph, options)
    for doubt in graph.resolution.doubtful_pairs:
        yield {
            "one": _entity_row(graph, graph.entities[doubt.one], options),
            "other": _entity_row(graph, graph.entities[doubt.other], options),
            "likelihood": doubt.likelihood,
            "reasons": list(doubt.reasons),
        }


def _entity_row(graph: KnowledgeGraph, entity: Entity, options: Options) -> Row:
    return {
        "id": entity.id,
        "type": entity.type.value,
        "label": entity.label,
        "aliases": list(entity.aliases),
        "functions": sorted({function.value for function in entity.functions}),
        "articles": len({mention.document_id for mention in entity.mentions}),
        "sentences": [_sentence_row(graph, mention, options) for mention in _telling(entity)],
    }


def _telling(entity: Entity) -> list[Mention]:
    """Return mentions to show: names first, one of each article before the second of any."""
    first: dict[tuple[str, int], Mention] = {}
    for mention in sorted(entity.mentions, key=lambda mention: mention.kind is not MentionKind.NAME):
        first.setdefault((mention.document_id, mention.sentence), mention)
    seen: dict[str, int] = {}
    ranked = []
    for mention in first.values():
        nth = seen[mention.document_id] = seen.get(mention.document_id, 0) + 1
        ranked.append((nth, mention))
    return [mention for _, mention in sorted(ranked, key=lambda one: (one[0], one[1].document_id))][:_MOST]


def _sentence_row(graph: KnowledgeGraph, mention: Mention, options: Options) -> Row:
    document = graph.extractions[mention.document_id].document
    sentence = graph.sentence(mention.document_id, mention.sentence)
    place = place_row(document, sentence.span, with_text=options.with_text)
    return {"document": document.id, "published": document.published, **place}
