"""Writes a knowledge graph as GraphML and GEXF, for Gephi, Cytoscape, yEd and Neo4j.

Nodes are entities and actions; edges lead from an action to its participants and to the one who says so, and from an
entity to the groups and organisations that it belongs to.
"""

import re
from pathlib import Path

import networkx as nx

from kg.characters import writable
from kg.export.options import Options
from kg.export.wordless import shown
from kg.graph import KnowledgeGraph
from kg.model import Action, Entity

Attributes = dict[str, str | int | float | bool]

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
_CLOCK = re.compile(r' lastmodifieddate="[^"]*"')


def write_graphml(graph: KnowledgeGraph, path: Path, options: Options) -> None:
    """Write GraphML (http://graphml.graphdrawing.org)."""
    with path.open("wb") as file:
        nx.write_graphml_xml(plain_network(graph, options), file, prettyprint=True)


def write_gexf(graph: KnowledgeGraph, path: Path, options: Options) -> None:
    """Write GEXF 1.2 (https://gexf.net), without the date that networkx puts in."""
    lines = nx.generate_gexf(plain_network(graph, options))
    content = _CLOCK.sub("", "\n".join((_DECLARATION, *lines)), count=1)
    path.write_text(content + "\n", encoding="utf-8", newline="\n")


def plain_network(graph: KnowledgeGraph, options: Options) -> "nx.MultiDiGraph[str]":
    """Return the graph with strings and numbers as its only attributes, and edges numbered in order."""
    graph = shown(graph, options)
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for entity in graph.entities.values():
        network.add_node(writable(entity.id), **_entity_attributes(graph, entity))
    for action in graph.actions.values():
        network.add_node(writable(action.id), **_action_attributes(graph, action, options))
    for number, (source, target, attributes) in enumerate(graph.network.edges(data=True)):
        label = attributes.get("value") or attributes["kind"]
        ends = writable(source), writable(target)
        network.add_edge(*ends, key=str(number), kind=attributes["kind"], label=writable(label))
    return network


def _entity_attributes(graph: KnowledgeGraph, entity: Entity) -> Attributes:
    return {
        "label": writable(entity.label),
        "kind": "entity",
        "type": entity.type.value,
        "functions": writable("; ".join(function.value for function in entity.functions)),
        "mentions": len(entity.mentions),
        "documents": len({mention.document_id for mention in entity.mentions}),
        "sources": graph.reach_of_entity(entity.id).sources,
    }


def _action_attributes(graph: KnowledgeGraph, action: Action, options: Options) -> Attributes:
    told = action.first
    claimant = graph.entities.get(action.claimant_id)
    text = graph.extractions[told.document_id].document.text
    sentence = graph.sentence(told.document_id, told.sentence).span.of(text) if options.with_text else ""
    return {
        "label": writable(told.predicate),
        "kind": "action",
        "type": "SpeechAct" if told.is_speech else "Action",
        "polarity": told.polarity.value,
        "certainty": told.certainty.value,
        "modality": told.modality.value,
        "fact": told.is_fact,
        "claimant": writable(claimant.label) if claimant else "",
        "time": writable("; ".join(time.value or time.text for time in told.times)),
        "confidence": told.confidence,
        "document": writable(told.document_id),
        "sentence": writable(sentence),
        "documents": len({mention.document_id for mention in action.mentions}),
        "sources": graph.reach_of_action(action.id).sources,
    }
