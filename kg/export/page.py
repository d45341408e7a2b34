"""Writes the page: one HTML file that shows the graph, works from disk and asks the network for nothing.

pyvis holds the nodes, edges, looks and coordinates; template, style and script in assets/ are ours, because the stock
template loads Bootstrap from a CDN and runs scripts found in names. Text of articles gets into the file as JSON only
(and escaped in its title), and into the page by `textContent` only. The Content-Security-Policy names the hashes of
our scripts and style, so that nothing else can run.
"""

import base64
import gzip
import hashlib
import json
from functools import partial
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup
from pyvis.network import Network

from kg.errors import OutputError
from kg.export.page_data import groups, page_details, page_edges, page_nodes
from kg.graph import KnowledgeGraph

LANGUAGES = ("nl", "en")
"""Languages of the interface; a reader can switch in the page itself."""

PACKED_ABOVE = 2_000_000
"""Characters of JSON above which the data is stored compressed."""

_ASSETS = Path(__file__).parent / "assets"
_LIBRARY = "vis-network.min.js"
_SCRIPTS = (
    "store.js",
    "filters.js",
    "history.js",
    "window.js",
    "route.js",
    "arrange.js",
    "symbols.js",
    "labels.js",
    "canvas.js",
    "picture.js",
    "map.js",
    "reach.js",
    "panel.js",
    "article.js",
    "differences.js",
    "sidebar.js",
    "search.js",
    "table.js",
    "timeline.js",
    "svg.js",
    "downloads.js",
    "keyboard.js",
    "main.js",
)
"""Our scripts in the order in which they are joined."""


def write_page(graph: KnowledgeGraph, path: Path, *, language: str = "nl", with_text: bool = True) -> None:
    """Write the page of the graph to `path`, with the interface in `language` to begin with.

    Without text, no sentence of an article is in the file: only names, verbs, dates and sources.

    Raises:
        OutputError: the interface has no such language.
    """
    if language not in LANGUAGES:
        raise OutputError(f"the page speaks {' and '.join(LANGUAGES)}", where=language)
    html = page_html(graph, language=language, with_text=with_text)
    path.write_bytes(html.encode("utf-8", "xmlcharrefreplace"))


def page_html(graph: KnowledgeGraph, *, language: str = "nl", with_text: bool = True) -> str:
    """Return the page that `write_page` writes; the same graph gives the same text."""
    network = page_network(graph, with_text=with_text)
    network.templateEnv = _environment()
    library = _asset(_LIBRARY)
    script = _script()
    style = _asset("page.css")
    network.templateEnv.globals.update(
        language=language,
        library=Markup(library),
        script=Markup(script),
        style=Markup(style),
        policy=_policy((library, script), style),
        page_data=partial(_packed, details=page_details(graph, with_text=with_text), words=_words(), language=language),
    )
    return str(network.generate_html())  # type: ignore[no-untyped-call]  # pyvis has no types


def page_network(graph: KnowledgeGraph, *, with_text: bool = True) -> Network:
    """Return the pyvis model of the graph: numbered nodes with looks and coordinates, directed edges, no physics."""
    network: Any = Network(directed=True, heading=_title(graph))  # type: ignore[no-untyped-call]  # pyvis has no types
    looks = groups()
    network.options = {"physics": {"enabled": False}, "groups": looks}
    network.nodes = [
        {"shape": looks[node["group"]]["shape"], **node} for node in page_nodes(graph, with_text=with_text)
    ]
    network.edges = [{"arrows": "to", **edge} for edge in page_edges(graph)]
    return cast(Network, network)


def _title(graph: KnowledgeGraph) -> str:
    """Return the title of the only article, or nothing: the page then names the number of articles itself."""
    documents = graph.documents
    return documents[0].title if len(documents) == 1 else ""


def _packed(
    nodes: list[dict[str, Any]],
    edges: list[dict[str, Any]],
    options: str,
    *,
    details: dict[str, Any],
    words: dict[str, Any],
    language: str,
) -> Markup:
    """Return the element that holds all data of the page, as JSON or, above `PACKED_ABOVE`, as gzip in base64."""
    content = {"nodes": nodes, "edges": edges, "options": json.loads(options), "words": words, "language": language}
    text = htmlsafe_json_dumps(content | details, separators=(",", ":"))
    if len(text) <= PACKED_ABOVE:
        return Markup('<script type="application/json" id="page-data">{}</script>').format(text)
    packed = base64.b64encode(gzip.compress(text.encode("ascii"), mtime=0)).decode("ascii")
    return Markup('<script type="application/gzip" id="page-data">{}</script>').format(packed)


def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_ASSETS), autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    )


def _asset(name: str) -> str:
    return (_ASSETS / name).read_text(encoding="utf-8")


def _script() -> str:
    """Return our scripts joined in one scope of their own."""
    return '"use strict";\n(() => {\n' + "\n".join(map(_asset, _SCRIPTS)) + "})();\n"


def _words() -> dict[str, Any]:
    return {code: json.loads(_asset(f"words.{code}.json")) for code in LANGUAGES}


def _policy(scripts: tuple[str, ...], style: str) -> str:
    """Return the Content-Security-Policy that lets only these scripts and this style run, and nothing be loaded."""
    allowed = " ".join(map(_hash, scripts))
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; "
        "img-src blob: data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
