"""The graph in a notebook: `kg.graph_of(["articles/"]).show()`."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from kg import pipeline
from kg.export.page import page_html
from kg.graph import KnowledgeGraph


@dataclass(frozen=True, slots=True)
class Page:
    """The page of a graph, which a notebook shows as the output of its cell."""

    html: str
    """The whole page."""
    height: int
    """Pixels."""

    def _repr_html_(self) -> str:
        """Return the page in a frame of its own, that may run its scripts and nothing else."""
        return (
            f'<iframe srcdoc="{escape(self.html)}" sandbox="allow-scripts allow-downloads allow-popups" title="kg" '
            f'width="100%" height="{self.height}" style="border: 1px solid #ccc"></iframe>'
        )


class Graph(KnowledgeGraph):
    """A knowledge graph that can show itself."""

    def show(self, *, height: int = 720, language: str = "nl") -> Page:
        """Return the interactive page, `height` pixels high and with the interface in `language` (nl or en)."""
        return Page(page_html(self, language=language), height)


def graph_of(paths: Iterable[str | Path], **settings: Any) -> Graph:
    """Return the graph of the articles in `paths`; for the settings and errors see `kg.pipeline.graph_of`."""
    graph = pipeline.graph_of(paths, **settings)
    return Graph(graph.resolution, graph.run)
