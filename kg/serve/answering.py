"""Answers one request from an open store: what a worker process does."""

from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO

import pyoxigraph as ox

from kg.errors import QueryError
from kg.ontology import PREFIXES
from kg.query.ask import told_as_query_error
from kg.query.guard import refuse_to_reach_out

TABLES = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
"""Media types of the answers to SELECT and ASK, which has the first two only; the first is the usual one."""
GRAPHS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/ld+json": ox.RdfFormat.JSON_LD,
}
"""Media types of the answers to CONSTRUCT and DESCRIBE."""


class Problem(StrEnum):
    """Why there is no answer."""

    MALFORMED = "malformed"
    TOO_LARGE = "too large"
    NOT_ACCEPTABLE = "not acceptable"


@dataclass(frozen=True, slots=True)
class Request:
    """A question with how its answer may come."""

    text: str
    accept: tuple[str, ...] = ()
    """Media types that the client takes, the best first; `*/*` is any, and nothing is any too."""
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    largest: int = 50_000_000
    """Bytes of the largest answer."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer, or one line that says why there is none."""

    media_type: str
    body: bytes
    problem: Problem | None = None


def answer(store: ox.Store, request: Request) -> Reply:
    """Return the answer to a request; a question that is wrong, writes or reaches out is a reply with a problem."""
    try:
        refuse_to_reach_out(request.text, name="query")
        with told_as_query_error("query", request.text):
            return _in_the_best_format(_found(store, request), request)
    except QueryError as error:
        return _refusal(str(error), Problem.MALFORMED)
    except _TooLargeError:
        return _refusal(f"the answer has more than {request.largest} bytes; ask for less (LIMIT)", Problem.TOO_LARGE)


Found = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


def _found(store: ox.Store, request: Request) -> Found:
    default: list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph] = [*map(ox.NamedNode, request.default_graphs)]
    named: list[ox.NamedNode | ox.BlankNode] = [*map(ox.NamedNode, request.named_graphs)]
    return store.query(request.text, prefixes=dict(PREFIXES), default_graph=default or None, named_graphs=named or None)


def _in_the_best_format(found: Found, request: Request) -> Reply:
    offered = _offered(found)
    media_type = next((chosen for wanted in request.accept or ("*/*",) if (chosen := _match(wanted, offered))), "")
    if not media_type:
        return _refusal(f"this answer comes as {', '.join(offered)}", Problem.NOT_ACCEPTABLE)
    sink = _Limited(request.largest)
    if isinstance(found, ox.QueryTriples):
        ox.serialize(found, sink, format=GRAPHS[media_type], prefixes=dict(PREFIXES))
    else:
        found.serialize(sink, format=TABLES[media_type])
    return Reply(media_type, sink.getvalue())


def _offered(found: Found) -> tuple[str, ...]:
    if isinstance(found, ox.QueryTriples):
        return tuple(GRAPHS)
    return tuple(TABLES)[:2] if isinstance(found, ox.QueryBoolean) else tuple(TABLES)


def _match(wanted: str, offered: tuple[str, ...]) -> str:
    """Return the first media type offered that a range such as `text/*` holds, or the empty string."""
    aliases = {
        "application/json": "application/sparql-results+json",
        "application/xml": "application/sparql-results+xml",
    }
    start = wanted.removesuffix("*") if wanted.endswith("/*") and wanted != "*/*" else ""
    return next(
        (
            one
            for one in offered
            if wanted in ("*/*", one) or aliases.get(wanted) == one or (start and one.startswith(start))
        ),
        "",
    )


def _refusal(reason: str, problem: Problem) -> Reply:
    return Reply("text/plain; charset=utf-8", f"{reason}\n".encode(), problem)


class _TooLargeError(Exception):
    """An answer grew over its limit."""


class _Limited(BytesIO):
    """Takes so many bytes and no more."""

    def __init__(self, largest: int) -> None:
        super().__init__()
        self._largest = largest

    def write(self, content: bytes) -> int:  # type: ignore[override]  # only bytes are written
        if self.tell() + len(content) > self._largest:
            raise _TooLargeError
        return super().write(content)
