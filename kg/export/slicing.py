"""Cuts a graph into slices."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.export.iris import iris_of, is_within_text
from kg.export.slices import NOBODY, NOWHERE, Meant, Place, Referring, Slice, Told
from kg.graph import KnowledgeGraph
from kg.model import ActionMention, Coreference, Entity, Extraction, Mention, RelationKind, SameHappening


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
    besides = tuple(_besides(graph, found))
    mentions = _Mentions(said)
    return Slice(
        name,
        documents=tuple(found.documents),
        besides=besides,
        entities=tuple(_meant(graph, found, said, mentions)),
        actions=tuple(_told(graph, found, (*said, *besides))),
        coreferences=tuple(
            Referring(mentions.place(one.mention), mentions.place(one.antecedent), one.reason, one.confidence)
            for one in found.coreferences
        ),
        same_happenings=tuple(found.same_happenings),
        added=tuple(mentions.added),  # the last to be asked
    )


def _meant(graph: KnowledgeGraph, found: _Found, said: Iterable[Extraction], mentions: "_Mentions") -> Iterator[Meant]:
    functions = frozenset(_functions_told(graph, said))
    for entity_id, here in found.entities.items():
        yield Meant(_bare(graph.entities[entity_id], functions), tuple(map(mentions.place, here)))


def _told(graph: KnowledgeGraph, found: _Found, articles: Iterable[Extraction]) -> Iterator[Told]:
    places = _places(one.actions for one in articles)
    numbers = {entity_id: number for number, entity_id in enumerate(found.entities)}
    for action_id, here in found.actions.items():
        participants = (numbers.get(each.entity_id, NOBODY) for each in graph.participations(action_id))
        yield Told(action_id, tuple(places[id(told)] for told in here), tuple(participants))


def _places(articles: Iterable[Sequence[object]]) -> Mapping[int, Place]:
    """Return the article and number of each thing in articles, by its identity: that is found faster than its value."""
    return {id(one): (article, number) for article, found in enumerate(articles) for number, one in enumerate(found)}


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
        self._places = dict(_places(one.mentions for one in said))
        self.added: list[Mention] = []

    def place(self, mention: Mention) -> Place:
        """Return the number of a mention; one that is in no article is added."""
        if id(mention) not in self._places:
            self._places[id(mention)] = NOWHERE, len(self.added)
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
