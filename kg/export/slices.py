"""Some articles of a graph for somebody who knows only what they say: so that any process can make their statements.

A slice holds what the rest of the corpus knows of its articles (which mentions are which entity, which actions are one)
and nothing that the articles say themselves. It refers to their mentions and actions by number, so that it is small:
packed, a tenth of what they say.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from kg.export.iris import iris_of, is_within_text
from kg.graph import KnowledgeGraph
from kg.model import (
    Action,
    ActionMention,
    Coreference,
    Entity,
    Extraction,
    Mention,
    Participation,
    RelationKind,
    Resolution,
    Run,
    SameHappening,
)

Place = tuple[int, int]
"""Number of an article of the slice, those told besides behind its own; and of one of its mentions or actions there.

For a mention that is in no article, `_NOWHERE` and its number among those that the slice adds.
"""

_NOWHERE = -1
_NOBODY = -1


@dataclass(frozen=True, slots=True)
class Meant:
    """An entity of a slice."""

    entity: Entity
    """Without its mentions; one with a name also without all else that is not told in the graph of a text."""
    mentions: tuple[Place, ...]
    """Those in the articles of the slice; of one under another text, its first as well."""


@dataclass(frozen=True, slots=True)
class Told:
    """An action of a slice."""

    id: str
    mentions: tuple[Place, ...]
    """The first of the corpus, then the others in the articles of the slice."""
    participants: tuple[int, ...]
    """Number of the entity that each argument of the first mention is; `_NOBODY` where it is none."""


@dataclass(frozen=True, slots=True)
class Referring:
    """A coreference of a slice."""

    mention: Place
    antecedent: Place
    reason: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Slice:
    """What a corpus knows of some articles."""

    name: str
    documents: tuple[str, ...]
    """Ids of its own articles, sorted."""
    besides: tuple[Extraction, ...]
    """Other articles that first told something that these tell too: of what they say, only that."""
    added: tuple[Mention, ...]
    """Mentions that no article says by itself, but that it was understood to make: `A en B`, taken up by `beide`."""
    entities: tuple[Meant, ...]
    """In the order of the graph."""
    actions: tuple[Told, ...]
    """In the order of the graph."""
    coreferences: tuple[Referring, ...]
    same_happenings: tuple[SameHappening, ...]
    """Those of which one article of the slice tells both."""


def slices_of(graph: KnowledgeGraph, base: str, *, articles: int) -> Iterator[Slice]:
    """Yield slices of so many articles each, neighbours by id, which together are all.

    Articles with one text version, and so one named graph, are in one slice.

    Raises:
        OntologyError: data cannot hang under `base`.
    """
    numbers = _numbers(graph, base, articles)
    found = {number: _Found([]) for number in sorted(set(numbers.values()))}
    for document_id, number in numbers.items():
        found[number].documents.append(document_id)
    _deal(graph, lambda document_id: found[numbers[document_id]])
    for number, here in found.items():
        _add_others(graph, here)
        yield _slice(graph, here, f"{number:04}")


def graph_of(slice: Slice, said: Iterable[Extraction], run: Run) -> KnowledgeGraph:
    """Return a graph in which the articles of a slice stand as in the whole one, given what they say, in their order.

    Nothing else is whole in it.
    """
    articles = (*said, *slice.besides)
    entities = tuple(
        replace(one.entity, mentions=tuple(_mention(place, articles, slice) for place in one.mentions))
        for one in slice.entities
    )
    actions = tuple(
        Action(told.id, tuple(articles[article].actions[number] for article, number in told.mentions))
        for told in slice.actions
    )
    return KnowledgeGraph(
        Resolution(
            extractions=articles,
            entities=entities,
            actions=actions,
            participations=tuple(_participations(actions, slice, entities)),
            coreferences=tuple(
                Coreference(
                    _mention(one.mention, articles, slice),
                    _mention(one.antecedent, articles, slice),
                    one.reason,
                    one.confidence,
                )
                for one in slice.coreferences
            ),
            same_happenings=slice.same_happenings,
        ),
        run,
    )


def _mention(place: Place, articles: Sequence[Extraction], slice: Slice) -> Mention:
    article, number = place
    return slice.added[number] if article == _NOWHERE else articles[article].mentions[number]


def _participations(actions: Iterable[Action], slice: Slice, entities: Sequence[Entity]) -> Iterator[Participation]:
    for action, told in zip(actions, slice.actions, strict=True):
        for argument, number in zip(action.first.arguments, told.participants, strict=True):
            yield Participation(
                action.id,
                argument.role,
                argument.mention,
                "" if number == _NOBODY else entities[number].id,
                argument.understood,
                argument.preposition,
            )


@dataclass(frozen=True, slots=True)
class _Found:
    """What of a graph concerns some articles."""

    documents: list[str]
    entities: dict[str, list[Mention]] = field(default_factory=dict)
    actions: dict[str, list[ActionMention]] = field(default_factory=dict)
    coreferences: list[Coreference] = field(default_factory=list)
    same_happenings: list[SameHappening] = field(default_factory=list)


def _numbers(graph: KnowledgeGraph, base: str, articles: int) -> dict[str, int]:
    """Return the number of each article's slice, from 1: that of the first one with its text version."""
    texts = iris_of(graph.documents, base).texts
    first: dict[str, int] = {}
    for place, text in enumerate(texts.values()):
        first.setdefault(text, place // articles + 1)
    return {document_id: first[text] for document_id, text in texts.items()}


def _deal(graph: KnowledgeGraph, found_in: Callable[[str], _Found]) -> None:
    """Put all that stands in an article to what was found there."""
    for entity in graph.entities.values():
        for mention in entity.mentions:
            found_in(mention.document_id).entities.setdefault(entity.id, []).append(mention)
    for action in graph.actions.values():
        for told in action.mentions:
            found_in(told.document_id).actions.setdefault(action.id, []).append(told)
    for coreference in graph.resolution.coreferences:
        found_in(coreference.mention.document_id).coreferences.append(coreference)
    for same in graph.resolution.same_happenings:
        one, other = (graph.actions[each].first.document_id for each in (same.action_id, same.other_id))
        if one == other:
            found_in(one).same_happenings.append(same)


def _add_others(graph: KnowledgeGraph, found: _Found) -> None:
    """Add what the articles refer to and others say: who takes part in an action, and where it was told first."""
    own = frozenset(found.documents)
    for action_id, told in found.actions.items():
        first = graph.actions[action_id].first
        if first.document_id not in own:
            told.insert(0, first)
        for participation in graph.participations(action_id):
            if participation.entity_id in graph.entities:
                found.entities.setdefault(participation.entity_id, [])
    for group_id in [one for each in found.entities if is_within_text(each) for one in graph.entities[each].member_of]:
        found.entities.setdefault(group_id, [])
    for entity_id, mentions in found.entities.items():
        first_mention = graph.entities[entity_id].mentions[0]
        if is_within_text(entity_id) and first_mention.document_id not in own:
            mentions.insert(0, first_mention)


def _slice(graph: KnowledgeGraph, found: _Found, name: str) -> Slice:
    said = [graph.extractions[each] for each in found.documents]
    besides = list(_besides(graph, found))
    actions = {
        id(told): (article, number)
        for article, one in enumerate((*said, *besides))
        for number, told in enumerate(one.actions)
    }
    mentions = _Mentions(said)
    numbers = {entity_id: number for number, entity_id in enumerate(found.entities)}
    functions = frozenset(_functions_told(graph, said))
    return Slice(
        name,
        documents=tuple(found.documents),
        besides=tuple(besides),
        entities=tuple(
            Meant(_bare(graph.entities[entity_id], functions), tuple(map(mentions.place, here)))
            for entity_id, here in found.entities.items()
        ),
        actions=tuple(
            Told(
                action_id,
                tuple(actions[id(told)] for told in here),
                tuple(numbers.get(each.entity_id, _NOBODY) for each in graph.participations(action_id)),
            )
            for action_id, here in found.actions.items()
        ),
        coreferences=tuple(
            Referring(mentions.place(one.mention), mentions.place(one.antecedent), one.reason, one.confidence)
            for one in found.coreferences
        ),
        same_happenings=tuple(found.same_happenings),
        added=tuple(mentions.added),
    )


def _besides(graph: KnowledgeGraph, found: _Found) -> Iterator[Extraction]:
    """Yield the articles of others, each with no more than what it told first."""
    told: dict[str, dict[int, ActionMention]] = {}
    for here in found.actions.values():
        told.setdefault(here[0].document_id, {})[id(here[0])] = here[0]
    for mention in (mention for here in found.entities.values() for mention in here):
        told.setdefault(mention.document_id, {})
    for document_id in sorted(told.keys() - set(found.documents)):
        actions = tuple(told[document_id].values())
        whole = graph.extractions[document_id]
        yield replace(whole, mentions=(), actions=actions, claims=(), relations=(), times=())


class _Mentions:
    """Numbers the mentions of articles, and those that none of them says."""

    def __init__(self, said: Iterable[Extraction]) -> None:
        self._places = {
            id(mention): (article, number)
            for article, one in enumerate(said)
            for number, mention in enumerate(one.mentions)
        }
        self.added: list[Mention] = []

    def place(self, mention: Mention) -> Place:
        """Return the number of a mention; one that is in no article is added."""
        if id(mention) not in self._places:
            self._places[id(mention)] = _NOWHERE, len(self.added)
            self.added.append(mention)
        return self._places[id(mention)]


def _functions_told(graph: KnowledgeGraph, said: Iterable[Extraction]) -> Iterator[tuple[str, str]]:
    """Yield the functions that articles tell of, each as the id of its holder and its words."""
    for relation in (relation for one in said for relation in one.relations):
        if relation.kind is RelationKind.FUNCTION and (holder := graph.entity_of(relation.mention)):
            yield holder.id, " ".join(relation.value.split())


def _bare(entity: Entity, functions: Collection[tuple[str, str]]) -> Entity:
    """Return an entity with what the graphs of texts say of it: all but its mentions, if it hangs under one."""
    if is_within_text(entity.id):
        return replace(entity, mentions=())
    told = tuple(one for one in entity.functions if (entity.id, one.value) in functions)
    return Entity(entity.id, entity.type, label="", aliases=(), mentions=(), functions=told)
