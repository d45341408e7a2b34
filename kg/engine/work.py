"""Work: what is done with many tasks, wherever: one pure function over rows, which any engine can call."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Generic, NoReturn, Protocol, TypeVar

import pyarrow as pa

from kg.errors import EngineError
from kg.resolve.identity import Identify
from kg.work.shards import Shards

UNSEEN = "every machine of a cluster must see this folder"
"""What is said where something is not there that a process wrote."""

Task = TypeVar("Task")
Answer = TypeVar("Answer")

Function = Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]
"""Gives for each batch of tasks a batch of as many answers, in their order; an empty one for an empty one.

It can be pickled. What it needs for all tasks it gets ready when the first batch comes, and what goes wrong then is no
fault of a task. It may be asked for one task twice, by two processes at once even, and must leave the same then.
"""


def _no_parts(_: object) -> tuple[()]:
    return ()


def _ends_everything(task: object, answers: Sequence[object], reason: str) -> NoReturn:
    raise EngineError(reason, where=type(task).__name__.lower())


@dataclass(frozen=True, slots=True)
class Work(Generic[Task, Answer]):
    """Something that is done with many tasks; it can be pickled."""

    task: type[Task]
    """Class of a task: a row of what the function takes."""
    answer: type[Answer]
    """Class of an answer: a row of what it gives."""
    function: Function
    seconds: Callable[[Task], float]
    """About how long one process takes for a task."""
    parts: Callable[[Task], Iterable[Task]] = _no_parts
    """The smaller tasks of one of which processes die; none where it is as small as can be."""
    whole: Callable[[Task, Sequence[Answer], str], Answer] = _ends_everything
    """The answer to such a task, given the answers to its parts, and why processes died; by default there is none."""


class Workers(Protocol):
    """Processes or machines that do work."""

    def do(self, work: Work[Task, Answer], tasks: Sequence[Task]) -> Iterator[Answer]:
        """Yield the answer to each task, in their order.

        A task of which processes die is tried again, then in parts, then given up; no other task suffers from it.

        Raises:
            KgError: the function cannot get ready, or a process or machine not be had.
        """
        ...

    def is_apart(self, work: Work[Task, Answer], tasks: Sequence[Task]) -> bool:
        """Tell whether other processes than this one would do the tasks."""
        ...


class Engine(Workers, Protocol):
    """Workers that together can do what is about all articles, too."""

    def identifying(self, shards: Shards, keys: Collection[str]) -> Identify:
        """Return a way to tell who is who in the articles whose extractions are in shards under these keys.

        It gives what `kg.resolve.identity.identify` gives.

        Raises, when it is called:
            KgError: a machine cannot be had.
        """
        ...


Opening = Callable[[int], AbstractContextManager[Engine]]
"""Gives an engine of so many workers for the time of a block; 0 lets it choose. What it does not use is not started."""
