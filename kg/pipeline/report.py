"""What a build tells of itself: how far it is, and in the end what it did."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from kg.graph import KnowledgeGraph
from kg.model import EntityType
from kg.privacy import LeftOut
from kg.read import Skipped, Warned
from kg.staging import files_of
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
    undated: tuple[str, ...]
    """Ids of those that say no date, so that `woensdag` stays without a day."""
    changes: Changes
    """How the articles differ from those of the build before."""
    left_out: tuple[LeftOut, ...]
    """How much each name that must be in no output kept out, in their order."""
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


def report_of(
    folder: Path,
    graph: KnowledgeGraph,
    filenames: Sequence[str],
    changes: Changes,
    left_out: tuple[LeftOut, ...],
    doubts: Sequence[Skipped | Warned],
    seconds: Mapping[str, float],
) -> Report:
    """Return what was done once the graph is in its folder."""
    sizes = files_of(folder)
    return Report(
        output=folder,
        articles=len(graph.documents),
        undated=tuple(document.id for document in graph.documents if not document.published),
        changes=changes,
        left_out=left_out,
        entities=tuple(Counter(entity.type for entity in graph.entities.values()).most_common()),
        actions=tuple(Counter(action.first.standing for action in graph.actions.values()).most_common()),
        files=tuple((name, sizes[name]) for name in filenames),
        skipped=tuple(one for one in doubts if isinstance(one, Skipped)),
        warnings=tuple(one for one in doubts if isinstance(one, Warned)),
        seconds=tuple(seconds.items()),
    )


def told(found: Iterable[One], stage: str, total: int, tell: Tell) -> Iterator[One]:
    """Yield what was found and tell how far it is."""
    tell(Progress(stage, 0, total))
    for number, one in enumerate(found, start=1):
        yield one
        tell(Progress(stage, number, total))


@contextmanager
def timed(stage: str, seconds: dict[str, float]) -> Iterator[None]:
    """Put into `seconds` how long the block took."""
    start = perf_counter()
    yield
    seconds[stage] = perf_counter() - start
