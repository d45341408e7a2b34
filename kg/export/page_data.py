"""What the page knows, as plain lists and dictionaries for its JSON.

Nodes are numbered, entities first, then actions, each in the order of the graph; everything refers to a node, article
or sentence by its number. Offsets count code points of the sentence they stand in.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from kg.export.layout import place_nodes
from kg.graph import CLAIMANT, KnowledgeGraph
from kg.model import (
    Action,
    ActionMention,
    Certainty,
    Claim,
    Document,
    Entity,
    Mention,
    Participation,
    Polarity,
    Role,
    SameHappening,
    Span,
)
from kg.origins import Reach

ACTION = "Action"

_LOOKS = {
    "Person": ("dot", "#2f6db5", "#7fb2f0"),
    "Group": ("hexagon", "#0b7f95", "#58c4d8"),
    "Organisation": ("square", "#c2500c", "#f39a5f"),
    "Place": ("triangle", "#1d7d4f", "#62c795"),
    "Campaign": ("triangleDown", "#b3276e", "#f285b8"),
    "NamedEvent": ("star", "#8a6500", "#e0b83f"),
    "Product": ("database", "#4d6370", "#a3bac7"),
    "Work": ("box", "#7a4b2e", "#d6a582"),
    "Law": ("ellipse", "#41506b", "#a5b4d0"),
    "Other": ("circle", "#666f7a", "#aab3bd"),
    ACTION: ("diamond", "#7b4aa3", "#c79bea"),
}
"""Shape (a name that vis-network knows), colour on white and colour on black of each kind of node."""

_FROM_ENTITY = frozenset({Role.AGENT, Role.COMPANION, Role.CAUSE, Role.INSTRUMENT, Role.ORIGIN, CLAIMANT})
"""Edges drawn from the entity to the action: the others lead from what is done to whom it concerns."""


def groups() -> dict[str, dict[str, str]]:
    """Return the look of every kind of node, in the order of the legend."""
    return {kind: {"shape": shape, "color": color, "dark": dark} for kind, (shape, color, dark) in _LOOKS.items()}


def page_nodes(graph: KnowledgeGraph, *, with_text: bool = True) -> list[dict[str, Any]]:
    """Return one dictionary a node with its number, id, label, kind, size and place.

    An action is labelled with the words of the text, or without text with its verb in dictionary form.
    """
    numbers = node_numbers(graph)
    words = _words_of(graph) if with_text else _verb
    labels = [*(entity.label for entity in graph.entities.values()), *map(words, graph.actions.values())]
    kinds = [*(entity.type.value for entity in graph.entities.values()), *(ACTION for _ in graph.actions)]
    homes = _homes(graph)
    ranks = _ranks(graph)
    edges = [(numbers[source], numbers[target]) for source, target in graph.network.edges()]
    spots = place_nodes(labels, edges, [ranks[home] for home in homes])
    degrees = [graph.network.degree(key) for key in numbers]
    return [
        {"id": number, "key": key, "label": label, "group": kind, "home": home, "x": x, "y": y, "degree": degree}
        for (key, number), label, kind, home, (x, y), degree in zip(
            numbers.items(), labels, kinds, homes, spots, degrees, strict=True
        )
    ]


def _homes(graph: KnowledgeGraph) -> list[int]:
    """Return the number of the article that each node is drawn with: the one that tells most of it, else the first."""
    documents = {document.id: number for number, document in enumerate(graph.documents)}
    homes = []
    for entity in graph.entities.values():
        actions = [graph.actions[key] for key in graph.network.predecessors(entity.id) if key in graph.actions]
        named = [action.first.document_id for action in actions] or [place.document_id for place in entity.mentions]
        homes.append(Counter(documents[name] for name in named).most_common(1)[0][0] if named else 0)
    return [*homes, *(documents[action.first.document_id] for action in graph.actions.values())]


def _ranks(graph: KnowledgeGraph) -> list[int]:
    """Return the place of every article by date; those without a date come last."""
    dates = [(document.published or "9999", document.id) for document in graph.documents]
    order = {date: rank for rank, date in enumerate(sorted(dates))}
    return [order[date] for date in dates]


def page_edges(graph: KnowledgeGraph) -> list[dict[str, Any]]:
    """Return one dictionary an edge, in the direction in which it is drawn."""
    numbers = node_numbers(graph)
    edges = []
    for source, target, attributes in graph.network.edges(data=True):
        ends = (target, source) if attributes["kind"] in _FROM_ENTITY else (source, target)
        edge = {"from": numbers[ends[0]], "to": numbers[ends[1]], "kind": attributes["kind"]}
        if source in graph.actions:
            edge["dashes"] = graph.actions[source].first.standing != "fact"
        if attributes.get("value"):
            edge["label"] = attributes["value"]
        edges.append(edge)
    return edges


def node_numbers(graph: KnowledgeGraph) -> dict[str, int]:
    """Return the number of every entity and action, by its id."""
    return {key: number for number, key in enumerate([*graph.entities, *graph.actions])}


def page_details(graph: KnowledgeGraph, *, with_text: bool = True) -> dict[str, Any]:
    """Return the articles, their sentences (empty without text), what is said of every entity and action, and pairs.

    A pair is two actions that tell of one happening, with what they contradict each other in.
    """
    numbers = node_numbers(graph)
    sentences = _Sentences(graph, with_text=with_text)
    return {
        "entities": [_entity(graph, entity, numbers, sentences) for entity in graph.entities.values()],
        "actions": [_action(graph, action, numbers, sentences) for action in graph.actions.values()],
        "documents": list(_documents(graph)),
        "sentences": sentences.rows,
        "same": [_same(pair, numbers) for pair in graph.resolution.same_happenings],
    }


class _Sentences:
    """The sentences of all articles, in text order, each with its number."""

    def __init__(self, graph: KnowledgeGraph, *, with_text: bool) -> None:
        self._graph = graph
        self._numbers: dict[tuple[str, int], int] = {}
        self.rows: list[list[Any]] = []
        """Number of the article, place in it, text, and whether a paragraph begins: 1 or 0."""
        for document, extraction in enumerate(graph.extractions.values()):
            text = extraction.document.text
            end = 0
            for sentence in extraction.sentences:
                self._numbers[extraction.document.id, sentence.index] = len(self.rows)
                begins = "\n\n" in text[end : sentence.span.start].replace("\r", "")
                words = sentence.span.of(text).replace("\n", " ") if with_text else ""
                self.rows.append([document, sentence.index, words, int(begins)])
                end = sentence.span.end

    def number(self, document_id: str, index: int) -> int:
        return self._numbers[document_id, index]

    def span(self, document_id: str, index: int) -> Span:
        return self._graph.sentence(document_id, index).span

    def places(self, document_id: str, index: int, spans: Iterable[Span]) -> list[list[int]]:
        """Return the spans that lie in the sentence as pairs of offsets in it, sorted."""
        sentence = self.span(document_id, index)
        return [
            [span.start - sentence.start, span.end - sentence.start]
            for span in sorted(set(spans))
            if sentence.contains(span)
        ]


def _documents(graph: KnowledgeGraph) -> Iterator[dict[str, Any]]:
    """Yield what is known of each article, and the earlier ones that it has text from, with their share in percent."""
    numbers = {document.id: number for number, document in enumerate(graph.documents)}
    for document in graph.documents:
        copies = [
            [numbers[one.original_id], one.kind.value, round(100 * one.share)] for one in graph.copies(document.id)
        ]
        yield _document(document) | ({"copyOf": copies} if copies else {})


def _document(document: Document) -> dict[str, Any]:
    optional = {"section": document.section, "licence": document.licence}
    return {
        "id": document.id,
        "title": document.title or document.id,
        "language": document.language,
        "published": document.published,
        "source": document.source,
        "author": document.author,
        "url": document.url,
        **{name: value for name, value in optional.items() if value},
    }


def _entity(graph: KnowledgeGraph, entity: Entity, numbers: Mapping[str, int], sentences: _Sentences) -> dict[str, Any]:
    return {
        "aliases": list(entity.aliases),
        "functions": [[function.value, numbers.get(function.organisation_id)] for function in entity.functions],
        "groups": [numbers[group] for group in entity.member_of if group in numbers],
        "complete": entity.members_complete,
        "wholes": [numbers[whole] for whole in entity.part_of if whole in numbers],
        "countries": [numbers[country] for country in entity.countries if country in numbers],
        "links": [link.iri for link in entity.links],
        "mentions": list(_mentions(entity.mentions, sentences)),
        "reach": _reach(graph.reach_of_entity(entity.id)),
    }


def _mentions(mentions: Iterable[Mention], sentences: _Sentences) -> Iterator[list[Any]]:
    for mention in mentions:
        where = (mention.document_id, mention.sentence)
        if place := sentences.places(*where, [mention.span]):
            yield [sentences.number(*where), *place[0]]


def _same(pair: SameHappening, numbers: Mapping[str, int]) -> dict[str, Any]:
    return {
        "actions": [numbers[pair.action_id], numbers[pair.other_id]],
        "differences": [difference.value for difference in pair.differences],
    }


def _action(graph: KnowledgeGraph, action: Action, numbers: Mapping[str, int], sentences: _Sentences) -> dict[str, Any]:
    first = action.first
    return {
        "predicate": first.predicate,
        "standing": first.standing,
        "negative": first.polarity is Polarity.NEGATIVE,
        "certainty": "" if first.certainty is Certainty.CERTAIN else first.certainty.value,
        "modality": first.modality.value,
        "confidence": round(first.confidence, 2),
        "claimant": numbers.get(action.claimant_id),
        "said": first.claim.claimant.text if first.claim else "",
        "quote": first.claim.kind.value if first.claim else "",
        "denied": [_speaker(graph, claim, numbers) for claim in first.denials],
        "roles": list(_roles(graph.participations(action.id), numbers)),
        "times": [[time.text, time.value or ""] for time in first.times],
        "evidence": [_evidence(mention, sentences) for mention in action.mentions],
        "reach": _reach(graph.reach_of_action(action.id)),
    }


def _reach(reach: Reach) -> list[int]:
    return [reach.articles, reach.sources]


def _speaker(graph: KnowledgeGraph, claim: Claim, numbers: Mapping[str, int]) -> list[Any]:
    """Return the entity that makes a claim, or None, and the words that the text calls it by."""
    entity = graph.entity_of(claim.claimant)
    return [numbers[entity.id] if entity else None, claim.claimant.text]


def _roles(participations: Iterable[Participation], numbers: Mapping[str, int]) -> Iterator[list[Any]]:
    """Yield role, entity, words and preposition of the participants; an entity named twice in one role comes once."""
    seen = set()
    for participation in participations:
        entity = numbers.get(participation.entity_id)
        if entity is None or (participation.role, entity) not in seen:
            yield [participation.role.value, entity, participation.mention.text, participation.preposition]
        seen.add((participation.role, entity))


def _evidence(mention: ActionMention, sentences: _Sentences) -> list[Any]:
    """Return the number of the sentence, the places of the verb in it, and those of the participants."""
    where = (mention.document_id, mention.sentence)
    names = [argument.mention.span for argument in mention.arguments]
    return [
        sentences.number(*where),
        sentences.places(*where, mention.trigger),
        sentences.places(*where, names),
    ]


def _verb(action: Action) -> str:
    return action.first.predicate


def _words_of(graph: KnowledgeGraph) -> Callable[[Action], str]:
    """Return a function from an action to the words that tell of it: `trok terug`; `intrekken` for `in te trekken`."""

    def words(action: Action) -> str:
        text = graph.extractions[action.first.document_id].document.text
        first, *apart = (" ".join(span.of(text).split()) for span in sorted(action.first.trigger))
        together = first + "".join(apart)
        return together if together.lower() == action.first.predicate else " ".join((first, *apart))

    return words
