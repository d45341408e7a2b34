"""Measures the page against stock pyvis and against a bare vis-network page of the same data, in one run.

    python -m tests.browser.measure [NODES ...]

Prints a markdown table: milliseconds until something of the graph is on the screen, megabytes of JavaScript heap then
(after garbage collection), kilobytes of the file, and for our page milliseconds that a search takes. Each figure is the
median of three visits. What shows nothing within `PATIENCE` is not waited for.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from playwright.sync_api import Browser, Error, Page, sync_playwright
from pyvis.network import Network

from kg.export.page import page_network, write_page
from kg.graph import KnowledgeGraph
from tests.browser.conftest import FLAGS
from tests.export.news import year_news

SIZES = (50, 1_000, 10_000, 50_000)
VISITS = 3
PATIENCE = 60_000
"""Milliseconds."""
NODES_OF_AN_ARTICLE = 4

_WATCH = """() => {
  const started = performance.now();
  const seen = () => {
    const canvas = document.querySelector("#canvas canvas, #mynetwork canvas");
    const pen = canvas && canvas.width > 200 && canvas.getContext("2d");
    const data = pen && new Uint32Array(pen.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
    if (data && new Set(data).size > 8) window.firstPaint = performance.now();
    else setTimeout(seen, 20);
  };
  document.addEventListener("DOMContentLoaded", seen);
}"""
_SEARCH = """() => {
  const field = document.querySelector("#search");
  const times = ["j", "ja", "jan 7", "piet 12", "bos"].map((query) => {
    const start = performance.now();
    field.value = query;
    field.dispatchEvent(new Event("input"));
    return performance.now() - start;
  });
  return times.slice(1).sort((a, b) => a - b)[2];
}"""


class Measured(NamedTuple):
    """What one page costs."""

    paint: float
    """Milliseconds."""
    heap: float
    """Megabytes."""
    size: float
    """Kilobytes."""
    search: float | None = None
    """Milliseconds; None where there is no search."""


def ours(graph: KnowledgeGraph, path: Path) -> None:
    """Write our page."""
    write_page(graph, path)


def stock(graph: KnowledgeGraph, path: Path) -> None:
    """Write the page that pyvis makes if nothing is set, with its scripts inside."""
    network = Network(directed=True, cdn_resources="in_line")  # type: ignore[no-untyped-call]  # pyvis has no types
    model = page_network(graph)
    for node in model.nodes:
        network.add_node(node["id"], label=node["label"])  # type: ignore[no-untyped-call]
    for edge in model.edges:
        network.add_edge(edge["from"], edge["to"])  # type: ignore[no-untyped-call]
    path.write_text(network.generate_html(), encoding="utf-8")  # type: ignore[no-untyped-call]


def bare(graph: KnowledgeGraph, path: Path) -> None:
    """Write a page with nothing but vis-network, all nodes at the places of our own layout, no physics."""
    network: Any = page_network(graph)
    network.options = {"physics": {"enabled": False}}
    network.cdn_resources = "in_line"
    path.write_text(network.generate_html(), encoding="utf-8")


PAGES: dict[str, Callable[[KnowledgeGraph, Path], None]] = {"kg": ours, "bare vis-network": bare, "stock pyvis": stock}


def measured(browser: Browser, path: Path, *, has_search: bool) -> Measured | None:
    """Return the median of some visits to a page, None if one of them saw nothing in time."""
    visits = []
    for _ in range(VISITS):
        if (one := _visit(browser, path, has_search=has_search)) is None:
            return None
        visits.append(one)
    searches = [one.search for one in visits if one.search is not None]
    return Measured(
        paint=median(one.paint for one in visits),
        heap=median(one.heap for one in visits),
        size=path.stat().st_size / 1000,
        search=median(searches) if searches else None,
    )


def _visit(browser: Browser, path: Path, *, has_search: bool) -> Measured | None:
    page = browser.new_page(viewport={"width": 1440, "height": 900}, reduced_motion="reduce", bypass_csp=True)
    page.set_default_timeout(PATIENCE)
    page.context.set_offline(True)
    try:
        page.add_init_script(f"({_WATCH})()")
        page.goto(path.as_uri(), wait_until="commit")
        page.wait_for_function("window.firstPaint")
        return Measured(
            page.evaluate("window.firstPaint"), _heap(page), 0, page.evaluate(_SEARCH) if has_search else None
        )
    except Error:
        return None
    finally:
        page.close()


def _heap(page: Page) -> float:
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    return float(session.send("Runtime.getHeapUsage")["usedSize"]) / 1e6


def rows(browser: Browser, sizes: Sequence[int]) -> Iterator[str]:
    """Yield the lines of the table."""
    yield "| nodes | page | first paint, ms | heap, MB | file, kB | search, ms |"
    yield "|---|---|---|---|---|---|"
    for size in sizes:
        graph = year_news(articles=size // NODES_OF_AN_ARTICLE)
        for name, write in PAGES.items():
            with TemporaryDirectory() as folder:
                path = Path(folder) / "graph.html"
                write(graph, path)
                found = measured(browser, path, has_search=write is ours)
            yield f"| {size} | {name} | {_cells(found)} |"


def _cells(found: Measured | None) -> str:
    if found is None:
        return f"none in {PATIENCE // 1000} s | | | "
    search = "" if found.search is None else f"{found.search:.0f}"
    return f"{found.paint:.0f} | {found.heap:.1f} | {found.size:.0f} | {search}"


if __name__ == "__main__":
    wanted = [int(size) for size in sys.argv[1:]] or SIZES
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=list(FLAGS))
        for line in rows(chromium, wanted):
            print(line, flush=True)  # noqa: T201  # this is what the command is for
        chromium.close()
