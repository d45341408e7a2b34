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

from collections.abc import Hashable, Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

import networkx as nx

from kg.model import (
    Action,
    ActionMention,
    Argument,
    Copy,
    Document,
    Entity,
    Extraction,
    Mention,
    Participation,
    Resolution,
    Run,
    SameHappening,
    Sentence,
)
from kg.origins import Reach, origins_of

CLAIMANT = "claimant"
MEMBER_OF = "member_of"
FUNCTION = "function"

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


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
        self._participations = _grouped((each.action_id, each) for each in resolution.participations)
        self._same = _grouped(
            (end, same) for same in resolution.same_happenings for end in (same.action_id, same.other_id)
        )
        self._copies = _grouped((copy.document_id, copy) for copy in resolution.copies)
        self._repeats = _grouped(
            ((extraction.document.id, sentence.repeats), sentence)
            for extraction in resolution.extractions
            for sentence in extraction.sentences
            if sentence.repeats is not None
        )
        self._order = {action.id: position for position, action in enumerate(resolution.actions)}
        self.origins = origins_of(self.documents, resolution.copies)

    @cached_property
    def network(self) -> "nx.MultiDiGraph[str]":
        """Return the nodes and edges, made when first asked for: RDF and tables do without."""
        return _network(self)

    @cached_property
    def _entity_at(self) -> Mapping[tuple[str, int, int], Entity]:
        return _entities_by_place(self.resolution.entities)

    @property
    def documents(self) -> tuple[Document, ...]:
        """Return the articles, by id."""
        return tuple(extraction.document for extraction in self.resolution.extractions)

    def participations(self, action_id: str) -> tuple[Participation, ...]:
        """Return the participants of an action in text order, those that are no entity included."""
        return self._participations.get(action_id, ())

    def same_happenings(self, action_id: str) -> tuple[SameHappening, ...]:
        """Return why an action is taken to tell of the same happening as others, one value for each of those."""
        return self._same.get(action_id, ())

    def reach_of_action(self, action_id: str) -> Reach:
        """Return how widely an action is told: as it is, or as the same happening without contradiction.

        A plan is not told by who tells what came of it.
        """
        action = self.actions[action_id]
        told = [action, *(self.actions[other] for other in self._told_alike(action))]
        return self.origins.reach((each.document_id, each.sentence) for one in told for each in one.mentions)

    def _told_alike(self, action: Action) -> Iterator[str]:
        is_plan = action.first.standing == "plan"
        for same in self.same_happenings(action.id):
            other = same.other_id if same.action_id == action.id else same.action_id
            if not same.differences and (self.actions[other].first.standing == "plan") is is_plan:
                yield other

    def reach_of_entity(self, entity_id: str) -> Reach:
        """Return how widely an entity is mentioned."""
        return self.origins.reach((each.document_id, each.sentence) for each in self.entities[entity_id].mentions)

    def copies(self, document_id: str) -> tuple[Copy, ...]:
        """Return which earlier articles an article has its text from, the largest share first."""
        return self._copies.get(document_id, ())

    def sentence(self, document_id: str, index: int) -> Sentence:
        """Return one sentence of an article."""
        return self.extractions[document_id].sentences[index]

    def repeats(self, document_id: str, index: int) -> tuple[Sentence, ...]:
        """Return the later sentences of an article that say the same as this one."""
        return self._repeats.get((document_id, index), ())

    def entity_of(self, mention: Mention) -> Entity | None:
        """Return the entity that a mention refers to, or None: of the same place, or else of the same head word."""
        at = self._entity_at
        return at.get((mention.document_id, *mention.span)) or at.get((mention.document_id, *mention.head))

    def participants(self, action: Action, mention: ActionMention) -> tuple[Participation, ...]:
        """Return the participants of an action as one of its mentions names them, in text order.

        Participations stand for the first mention only; those of another article are read off its own arguments.
        """
        if mention == action.first:
            return self.participations(action.id)
        return tuple(self._participation(action, argument) for argument in mention.arguments)

    def _participation(self, action: Action, argument: Argument) -> Participation:
        entity = self.entity_of(argument.mention)
        entity_id = entity.id if entity else ""
        return Participation(
            action.id, argument.role, argument.mention, entity_id, argument.understood, argument.preposition
        )

    def actions_of(self, entity_id: str) -> Iterator[Action]:
        """Yield the actions in which an entity takes part or which it claims, each once, in corpus order."""
        found = {source for source, _ in self.network.in_edges(entity_id) if source in self.actions}
        yield from (self.actions[action_id] for action_id in sorted(found, key=self._order.__getitem__))


def _grouped(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, tuple[Value, ...]]:
    """Return the values of each key, in the order given."""
    groups: dict[Key, list[Value]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}


def _entities_by_place(entities: Iterable[Entity]) -> dict[tuple[str, int, int], Entity]:
    """Return the entity at each place and head word; a whole place comes first, then the first entity by id."""
    found: dict[tuple[str, int, int], Entity] = {}
    pairs = [(entity, mention) for entity in entities for mention in entity.mentions]
    for entity, mention in pairs:
        found.setdefault((mention.document_id, *mention.span), entity)
    for entity, mention in pairs:
        found.setdefault((mention.document_id, *mention.head), entity)
    return found


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
