"""Writes a knowledge graph in every format: one line each in EXPORTERS."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import MappingProxyType

from kg.errors import OutputError
from kg.export.jsonld import write_jsonld
from kg.export.neo4j import write_neo4j
from kg.export.networks import write_gexf, write_graphml
from kg.export.options import Options
from kg.export.page import LANGUAGES, write_page
from kg.export.parts import Share, write_parts
from kg.export.rdf import write_nquads, write_ntriples, write_rdf12, write_rdfxml, write_trig, write_turtle
from kg.export.review import write_former_ids, write_review
from kg.export.sheets import write_action_sheet, write_entity_sheet
from kg.export.tables import write_actions, write_entities
from kg.export.void import write_void
from kg.export.wordless import shown
from kg.graph import KnowledgeGraph

__all__ = ["EXPORTERS", "Exporter", "Options", "exporters_of", "shared_out"]


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format that a graph can be written in."""

    filename: str
    """Name of its file in the output folder."""
    write: Callable[[KnowledgeGraph, Path, Options], None]
    """Writes the file; the same graph and options give the same bytes."""
    by_default: bool = True
    """Written where no format is chosen."""


def _write_page(graph: KnowledgeGraph, path: Path, options: Options) -> None:
    asked = options.language or _language_of_most(graph)
    language = asked if asked in LANGUAGES else _INTERNATIONAL
    write_page(shown(graph, options), path, language=language, with_text=options.with_text)


def _language_of_most(graph: KnowledgeGraph) -> str:
    counts = Counter(document.language for document in graph.documents)
    return max(counts, key=lambda code: (counts[code], code), default=_INTERNATIONAL)


_INTERNATIONAL = "en"
"""Language of the page where it does not speak that of the articles."""


EXPORTERS: Mapping[str, Exporter] = MappingProxyType(
    {
        "page": Exporter("graph.html", _write_page),
        "parts": Exporter("graph.parts.json", write_parts, by_default=False),
        "nquads": Exporter("graph.nq", write_nquads),
        "nquads-gz": Exporter("graph.nq.gz", write_nquads, by_default=False),
        "ntriples": Exporter("graph.nt", write_ntriples),
        "trig": Exporter("graph.trig", write_trig),
        "turtle": Exporter("graph.ttl", write_turtle),
        "jsonld": Exporter("graph.jsonld", write_jsonld),
        "rdfxml": Exporter("graph.rdf", write_rdfxml),
        "rdf12": Exporter("graph.rdf12.trig", write_rdf12, by_default=False),
        "graphml": Exporter("graph.graphml", write_graphml),
        "gexf": Exporter("graph.gexf", write_gexf),
        "neo4j": Exporter("neo4j.zip", write_neo4j),
        "void": Exporter("void.ttl", write_void),
        "actions": Exporter("actions.jsonl", write_actions),
        "entities": Exporter("entities.jsonl", write_entities),
        "action-sheet": Exporter("actions.csv", write_action_sheet),
        "entity-sheet": Exporter("entities.csv", write_entity_sheet),
        "review": Exporter("review.jsonl", write_review),
        "former-ids": Exporter("former_ids.csv", write_former_ids),
    }
)
"""Formats by name, in the order in which they are written."""


def exporters_of(formats: Collection[str]) -> tuple[Exporter, ...]:
    """Return what writes these formats, or by default all that are usual, in the order of `EXPORTERS`.

    Raises:
        OutputError: kg writes no such format.
    """
    for name in formats:
        if name not in EXPORTERS:
            raise OutputError(f"kg writes no such format; it writes {', '.join(EXPORTERS)}", where=name)
    return tuple(one for name, one in EXPORTERS.items() if name in formats or (not formats and one.by_default))


def shared_out(exporters: Iterable[Exporter], share: Share) -> tuple[Exporter, ...]:
    """Return exporters of which the one that writes parts leaves those of articles to `share`."""
    write = partial(write_parts, share=share)
    return tuple(replace(one, write=write) if one.write is write_parts else one for one in exporters)
