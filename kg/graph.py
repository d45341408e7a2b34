"""The knowledge graph: a typed view over one networkx.MultiDiGraph.

Nodes are keyed by id, never by name, and carry the value they stand for:

    entity node   id of the Entity    attribute `entity`: Entity
    action node   id of the Action    attribute `action`: Action

Edges carry their kind as key and attribute `kind`:

    action -> entity        a Role                one for each participation, attribute `participation`
    action -> entity        "claimant"            who says so
    entity -> entity        "member_of"           member to group or organisation
    entity -> entity        "function"            holder to organisation, attribute `value`
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

import networkx as nx

from kg.model import Action, Document, Entity, Extraction, Participation, Resolution, Run, Sentence

CLAIMANT = "claimant"
MEMBER_OF = "member_of"
FUNCTION = "function"


class KnowledgeGraph:
    """Entities and actions of a corpus with what connects them; read-only, in a fixed order."""

    def __init__(self, resolution: Resolution, run: Run) -> None:
        self.resolution = resolution
        self.run = run
        self.entities: Mapping[str, Entity] = MappingProxyType({entity.id: entity for entity in resolution.entities})
        self.actions: Mapping[str, Action] = MappingProxyType({action.id: action for action in resolution.actions})
        self.extractions: Mapping[str, Extraction] = MappingProxyType(
            {extraction.document.id: extraction for extraction in resolution.extractions}
        )
        self._participations: dict[str, tuple[Participation, ...]] = {}
        for participation in resolution.participations:
            known = self._participations.get(participation.action_id, ())
            self._participations[participation.action_id] = (*known, participation)
        self.network = _network(self)

    @property
    def documents(self) -> tuple[Document, ...]:
        """Return the articles, by id."""
        return tuple(extraction.document for extraction in self.resolution.extractions)

    def participations(self, action_id: str) -> tuple[Participation, ...]:
        """Return the participants of an action in text order, those that are no entity included."""
        return self._participations.get(action_id, ())

    def sentence(self, document_id: str, index: int) -> Sentence:
        """Return one sentence of an article."""
        return self.extractions[document_id].sentences[index]

    def actions_of(self, entity_id: str) -> Iterator[Action]:
        """Yield the actions in which an entity takes part or which it claims, each once, in corpus order."""
        found = {source for source, _ in self.network.in_edges(entity_id) if source in self.actions}
        yield from (action for action in self.resolution.actions if action.id in found)


def _network(graph: KnowledgeGraph) -> "nx.MultiDiGraph[str]":
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    network.add_nodes_from((entity.id, {"entity": entity}) for entity in graph.entities.values())
    network.add_nodes_from((action.id, {"action": action}) for action in graph.actions.values())
    for action in graph.actions.values():
        for participation in _entity_participations(graph.participations(action.id)):
            kind = participation.role.value
            network.add_edge(action.id, participation.entity_id, kind, kind=kind, participation=participation)
        if action.claimant_id:
            network.add_edge(action.id, action.claimant_id, CLAIMANT, kind=CLAIMANT)
    for entity in graph.entities.values():
        for group in entity.member_of:
            network.add_edge(entity.id, group, MEMBER_OF, kind=MEMBER_OF)
        for function in entity.functions:
            if function.organisation_id:
                network.add_edge(entity.id, function.organisation_id, FUNCTION, kind=FUNCTION, value=function.value)
    return network


def _entity_participations(participations: Iterable[Participation]) -> Iterator[Participation]:
    return (participation for participation in participations if participation.entity_id)
