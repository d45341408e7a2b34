"""What a build tells of itself: how far it is, and in the end what it did."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from kg.graph import KnowledgeGraph
from kg.model import EntityType
from kg.read import Skipped, Warned
from kg.update import Changes

STAGES = ("read", "extract", "resolve", "export")
"""The stages of a build, in their order."""

One = TypeVar("One")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is."""

    stage: str
    """One of `STAGES`."""
    done: int
    total: int
    """Files in the stages `read` and `export`, else articles that are not read yet; 0 where nobody knows."""


Tell = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did."""

    output: Path
    articles: int
    changes: Changes
    """How the articles differ from those of the build before."""
    entities: tuple[tuple[EntityType, int], ...]
    """How many of each type there are, most first."""
    actions: tuple[tuple[str, int], ...]
    """How many facts, claims, plans and so on there are (see `ActionMention.standing`), most first."""
    files: tuple[tuple[str, int], ...]
    """Names and sizes in bytes of what was written, in the order of `EXPORTERS`."""
    skipped: tuple[Skipped, ...]
    warnings: tuple[Warned, ...]
    seconds: tuple[tuple[str, float], ...]
    """How long each of `STAGES` took."""


def entities_of(graph: KnowledgeGraph) -> tuple[tuple[EntityType, int], ...]:
    """Return how many entities of each type there are, most first."""
    return tuple(Counter(entity.type for entity in graph.entities.values()).most_common())


def actions_of(graph: KnowledgeGraph) -> tuple[tuple[str, int], ...]:
    """Return how many actions of each standing there are, most first."""
    return tuple(Counter(action.first.standing for action in graph.actions.values()).most_common())


def told(found: Iterable[One], stage: str, total: int, tell: Tell) -> Iterator[One]:
    """Yield what was found and tell how far it is."""
    tell(Progress(stage, 0, total))
    for number, one in enumerate(found, start=1):
        yield one
        tell(Progress(stage, number, total))
