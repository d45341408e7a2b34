"""Pages and files: the graph, the page to ask from, and everything else that a build wrote."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request as HttpRequest
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, Response

from kg.query import questions
from kg.query.questions import read_question
from kg.staging import files_of

ASSETS = Path(__file__).parent / "assets"
_TEMPLATES = Environment(loader=FileSystemLoader(ASSETS), autoescape=True, undefined=StrictUndefined)
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".ttl": "text/turtle; charset=utf-8",
    ".nq": "application/n-quads",
    ".nt": "application/n-triples",
    ".trig": "application/trig",
    ".rdf": "application/rdf+xml",
    ".jsonld": "application/ld+json",
    ".jsonl": "application/x-ndjson",
    ".csv": "text/csv; charset=utf-8",
    ".graphml": "application/xml",
    ".gexf": "application/xml",
    ".gz": "application/gzip",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
}
_DESCRIPTION = "void.ttl"
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""What our own pages may do: YASGUI writes styles itself, and must ask no other server."""


def html(template: str, *, status: int = 200, **values: Any) -> Response:
    """Return one of our pages; every value is escaped."""
    text = _TEMPLATES.get_template(template).render(**values)
    return HTMLResponse(text, status_code=status, headers={"Content-Security-Policy": _POLICY})


async def graph(http: HttpRequest) -> Response:
    """Answer with the page of the graph, or where a build did not write it, the page to ask from."""
    written = http.app.state.output / "graph.html"
    return FileResponse(written, media_type=_TYPES[".html"]) if written.is_file() else await query(http)


async def query(http: HttpRequest) -> Response:
    """Answer with the page to ask from, with the questions that have a name."""
    named = [(question, read_question(question.name)[1]) for question in questions()]
    return html("query.html", questions=named)


async def file(http: HttpRequest) -> Response:
    """Answer with a file that the build wrote; no other file of the folder can be had."""
    name = http.path_params["name"]
    output: Path = http.app.state.output
    if name not in files_of(output):
        return PlainTextResponse("the build wrote no such file\n", status_code=404)
    return FileResponse(output / name, media_type=_TYPES.get(Path(name).suffix, "application/octet-stream"))


async def asset(http: HttpRequest) -> Response:
    """Answer with a script or style of our pages."""
    path = ASSETS / Path(http.path_params["name"]).name
    if not path.is_file() or path.suffix not in (".js", ".css"):
        return PlainTextResponse("there is no such file\n", status_code=404)
    return FileResponse(path, media_type=_TYPES[path.suffix])


async def description(http: HttpRequest) -> Response:
    """Answer with the description of the data set, in VoID."""
    path = http.app.state.output / _DESCRIPTION
    if not path.is_file():
        return PlainTextResponse("the build wrote no description\n", status_code=404)
    return FileResponse(path, media_type=_TYPES[".ttl"])
