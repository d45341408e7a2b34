"""Dutch news articles in; a knowledge graph of who did and said what out.

    import kg
    report = kg.build(["seeds/"], "output/")
    kg.graph_of(["seeds/"]).show()

`kg.build` writes a graph, `kg.remove` takes articles out of it, and `kg.pipeline.report.Report` says what was done.
`kg.graph_of` gives a graph in memory, to work with or to show in a notebook. `kg.KgError` is the base of what can go
wrong.
"""

from typing import TYPE_CHECKING, Any

from kg.errors import KgError
from kg.version import __version__

if TYPE_CHECKING:
    from kg.notebook import graph_of
    from kg.pipeline import build, remove

__all__ = ["KgError", "__version__", "build", "graph_of", "remove"]


def __getattr__(name: str) -> Any:
    """Return a function when it is first asked for: spaCy, which all need, takes a second to import."""
    if name in ("build", "remove"):
        from kg import pipeline

        return getattr(pipeline, name)
    if name == "graph_of":
        from kg.notebook import graph_of

        return graph_of
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
