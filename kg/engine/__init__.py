"""How the articles of a build are shared out over processes and machines.

An engine does tasks and tells what came of each; that the shards are in their folder then is all that is asked of it.
Every engine leaves the same files.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from kg.engine import local, spark
from kg.engine.task import Done, Failure, Setup, Task, cut
from kg.errors import EngineError

__all__ = ["ENGINES", "Done", "Engine", "Failure", "Setup", "Task", "cut", "engine_named"]

Engine = Callable[[Sequence[Task], Setup, int], Iterator[Done]]
"""Yields what came of each task, in their order, given how many workers there may be; 0 lets the engine choose."""

ENGINES: Mapping[str, Engine] = MappingProxyType({"local": local.run, "spark": spark.run})
"""Engines by the name that `kg build --engine` takes."""


def engine_named(name: str) -> Engine:
    """Return the engine of this name.

    Raises:
        EngineError: there is none.
    """
    if name not in ENGINES:
        raise EngineError(f"kg has no such engine; it has {', '.join(ENGINES)}", where=name)
    return ENGINES[name]
