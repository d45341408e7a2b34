"""How the work of a build is shared out over processes and machines.

An engine is opened once a build, and does any `Work` in the processes that it has then. What is written on the way goes
straight to files, whose names follow from the tasks: every engine leaves the same ones.
"""

from collections.abc import Mapping
from types import MappingProxyType

from kg.engine import local, spark
from kg.engine.task import Done, Failure, Setup, Task, cut, reading
from kg.engine.work import UNSEEN, Engine, Opening, Work
from kg.engine.writing import shared
from kg.errors import EngineError

__all__ = [
    "ENGINES",
    "UNSEEN",
    "Done",
    "Engine",
    "Failure",
    "Opening",
    "Setup",
    "Task",
    "Work",
    "cut",
    "engine_named",
    "reading",
    "shared",
]

ENGINES: Mapping[str, Opening] = MappingProxyType({"local": local.opened, "spark": spark.opened})
"""How engines are opened, by the name that `kg build --engine` takes."""


def engine_named(name: str) -> Opening:
    """Return how the engine of this name is opened.

    Raises:
        EngineError: there is none.
    """
    if name not in ENGINES:
        raise EngineError(f"kg has no such engine; it has {', '.join(ENGINES)}", where=name)
    return ENGINES[name]
