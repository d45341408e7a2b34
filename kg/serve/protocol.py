"""The SPARQL 1.1 Protocol for questions: https://www.w3.org/TR/sparql11-protocol/.

There is no update operation. `default-graph-uri` and `named-graph-uri` choose among the graphs that are loaded.
"""

from urllib.parse import parse_qsl

from anyio import to_thread
from starlette.requests import Request as HttpRequest
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from kg.errors import KgError
from kg.serve.answering import Problem, Reply, Request
from kg.serve.negotiation import accepted
from kg.serve.workers import Pool, TooSlowError

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
LARGEST_BODY = 1_000_000
"""Bytes of the longest question."""
_STATUS = {Problem.MALFORMED: 400, Problem.TOO_LARGE: 413, Problem.NOT_ACCEPTABLE: 406}


class BadRequestError(Exception):
    """A request that the protocol does not know; `status` is what HTTP says to it."""

    def __init__(self, message: str, status: int = 400) -> None:
        self.status = status
        super().__init__(message)


async def sparql(http: HttpRequest) -> Response:
    """Answer a question; to a browser that asks nothing, the page to ask from."""
    if http.method == "GET" and "query" not in http.query_params and "text/html" in http.headers.get("accept", ""):
        return RedirectResponse("query", status_code=303)
    try:
        request = await _read(http)
    except BadRequestError as error:
        return PlainTextResponse(f"{error}\n", status_code=error.status)
    return await respond(http.app.state.pool, request)


async def respond(pool: Pool, request: Request) -> Response:
    """Return what a pool of workers answers to a request."""
    try:
        reply = await to_thread.run_sync(pool.ask, request)
    except TooSlowError as error:
        return PlainTextResponse(f"{error}\n", status_code=503, headers={"Retry-After": "5"})
    except KgError as error:
        return PlainTextResponse(f"{error}\n", status_code=503)
    return _response(reply)


def _response(reply: Reply) -> Response:
    status = _STATUS[reply.problem] if reply.problem else 200
    return Response(reply.body, status_code=status, media_type=reply.media_type, headers={"Vary": "Accept"})


async def _read(http: HttpRequest) -> Request:
    """Return the question of a request; BadRequestError where it has none, or more than one."""
    fields = list(http.query_params.multi_items())
    kind = http.headers.get("content-type", "").partition(";")[0].strip().lower()
    if http.method == "POST" and kind == QUERY:
        fields.append(("query", _decoded(await _body(http))))
    elif http.method == "POST" and kind == FORM:
        fields += parse_qsl(_decoded(await _body(http)), keep_blank_values=True, max_num_fields=100)
    elif http.method == "POST":
        raise BadRequestError(f"send the question as {FORM} or {QUERY}; there are no updates", 415)
    return _request(fields, http)


def _request(fields: list[tuple[str, str]], http: HttpRequest) -> Request:
    questions = [value for name, value in fields if name == "query"]
    if any(name == "update" for name, _ in fields):
        raise BadRequestError("this graph can only be read", 403)
    if len(questions) != 1:
        raise BadRequestError("ask one question, as the parameter `query`")
    return Request(
        text=questions[0],
        accept=accepted(http.headers.get("accept", "*/*")),
        default_graphs=_graphs(fields, "default-graph-uri"),
        named_graphs=_graphs(fields, "named-graph-uri"),
        largest=http.app.state.largest,
    )


def _graphs(fields: list[tuple[str, str]], parameter: str) -> tuple[str, ...]:
    found = tuple(value for name, value in fields if name == parameter)
    if any(not value.startswith(("http://", "https://", "urn:")) or not value.isprintable() for value in found):
        raise BadRequestError(f"{parameter} is no IRI")
    return found


async def _body(http: HttpRequest) -> bytes:
    body = b""
    async for part in http.stream():
        body += part
        if len(body) > LARGEST_BODY:
            raise BadRequestError(f"a question has at most {LARGEST_BODY} bytes", 413)
    return body


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        raise BadRequestError("the question is no UTF-8") from None
