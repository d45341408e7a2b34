"""Some articles of a graph for somebody who knows only what they say: so that any process can make their statements.

A slice holds what the rest of the corpus knows of its articles (which mentions are which entity, which actions are one)
and nothing that the articles say themselves. It refers to their mentions and actions by number, so that it is small:
packed, a tenth of what they say.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kg.graph import KnowledgeGraph
from kg.model import (
    Action,
    Coreference,
    Entity,
    Extraction,
    Mention,
    Participation,
    Resolution,
    Run,
    SameHappening,
)

Place = tuple[int, int]
"""Number of an article of the slice, those told besides behind its own; and of one of its mentions or actions there.

For a mention that is in no article, `NOWHERE` and its number among those that the slice adds.
"""

NOWHERE = -1
NOBODY = -1


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
    """Number of the entity that each argument of the first mention is; `NOBODY` where it is none."""


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
    return slice.added[number] if article == NOWHERE else articles[article].mentions[number]


def _participations(actions: Iterable[Action], slice: Slice, entities: Sequence[Entity]) -> Iterator[Participation]:
    for action, told in zip(actions, slice.actions, strict=True):
        for argument, number in zip(action.first.arguments, told.participants, strict=True):
            yield Participation(
                action.id,
                argument.role,
                argument.mention,
                "" if number == NOBODY else entities[number].id,
                argument.understood,
                argument.preposition,
            )
