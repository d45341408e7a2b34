"""Dutch news articles in; a knowledge graph of who did and said what out.

    import kg
    report = kg.build(["seeds/"], "output/")

`kg.build` writes a graph, `kg.pipeline.Report` says what was done, `kg.KgError` is the base of what can go wrong.
"""

from typing import TYPE_CHECKING, Any

from kg.errors import KgError

if TYPE_CHECKING:
    from kg.pipeline import build

__version__ = "0.1.0"
__all__ = ["KgError", "__version__", "build"]


def __getattr__(name: str) -> Any:
    """Return `build` when it is first asked for: spaCy, which it needs, takes a second to import."""
    if name == "build":
        from kg.pipeline import build

        return build
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
