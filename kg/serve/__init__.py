"""A graph on the web of one machine: its page, a SPARQL endpoint, and what is known of every IRI. It can only be read.

    /                    the page of the graph
    /query               a page to ask from (YASGUI), with the questions that have a name
    /sparql              SPARQL 1.1 Protocol
    /files/NAME          every file that the build wrote
    /.well-known/void    description of the data set
    /PATH                303 from the IRI {base}PATH to a page about it, or to its statements

It asks no other server, whatever the question says, and listens to this machine alone unless told otherwise. Names of
other hosts are refused, so that no page on the web can reach it under a name of its own (DNS rebinding).
"""

import json
import os
import socket
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from anyio import to_thread
from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.errors import OutputError
from kg.export.options import Options
from kg.serve import pages, resources
from kg.serve.answering import Request
from kg.serve.protocol import sparql
from kg.serve.workers import Pool

LOCAL = ("localhost", "127.0.0.1", "[::1]")
"""Names of this machine."""
MOST_WORKERS = 8
"""Workers that are started where nobody says how many."""
_BASE = "base="
_SETTINGS = "SELECT ?setting WHERE { ?run kg:setting ?setting } ORDER BY ?setting"


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """How a graph is served."""

    base: str = ""
    """IRI that the data hangs under; empty is what the build says of itself."""
    hosts: tuple[str, ...] = LOCAL
    """Names that the server may be called by."""
    origins: tuple[str, ...] = ()
    """Origins whose pages may ask (CORS): `https://example.org`."""
    seconds: float = 30.0
    """How long one question may take."""
    workers: int = min(max(2, os.cpu_count() or 2), MOST_WORKERS)
    """Questions that are answered at once; others wait. Each takes memory for the graph."""
    waiting: int = 200
    """Requests that may be under way at once."""
    memory: int = 8_000_000_000
    """Bytes of address space of one worker."""
    largest: int = 50_000_000
    """Bytes of the largest answer."""


DEFAULTS = ServerSettings()


def application(output: Path, settings: ServerSettings = DEFAULTS) -> Starlette:
    """Return the ASGI application that serves the graph in an output folder.

    Raises:
        KgError: there is no graph, or it cannot be read.
    """
    pool = Pool(output, size=settings.workers, seconds=settings.seconds, memory=settings.memory)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        to_thread.current_default_thread_limiter().total_tokens = settings.waiting
        yield
        pool.close()

    app = Starlette(routes=_routes(), middleware=_middleware(settings), lifespan=lifespan)
    app.state.pool, app.state.output, app.state.largest = pool, output, settings.largest
    app.state.base = settings.base or _base_of(pool)
    return app


def _routes() -> list[Route]:
    return [
        Route("/", pages.graph),
        Route("/query", pages.query),
        Route("/sparql", sparql, methods=["GET", "POST"]),
        Route("/files/{name:path}", pages.file),
        Route("/assets/{name}", pages.asset),
        Route("/page", resources.page),
        Route("/data", resources.data),
        Route("/.well-known/void", pages.description),
        Route("/{path:path}", resources.resource),
    ]


def _middleware(settings: ServerSettings) -> list[Middleware]:
    found = [Middleware(_Careful), Middleware(TrustedHostMiddleware, allowed_hosts=_host_names(settings.hosts))]
    if settings.origins:
        allowed = list(settings.origins)
        found.append(
            Middleware(CORSMiddleware, allow_origins=allowed, allow_methods=["GET", "POST"], allow_headers=["*"])
        )
    return found


def _host_names(hosts: Sequence[str]) -> list[str]:
    """Return the names as the Host header has them, where an IPv6 address stands in brackets that are cut off."""
    return [*hosts, *(name.removesuffix("]").split(":")[0] for name in hosts if name.startswith("["))]


class _Careful:
    """Tells browsers to take every answer for what it says it is, and to tell other sites nothing."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["X-Content-Type-Options"] = "nosniff"
                headers["Referrer-Policy"] = "no-referrer"
                headers["Cross-Origin-Resource-Policy"] = "same-origin"
            await send(message)

        await self.app(scope, receive, sent)


def _base_of(pool: Pool) -> str:
    """Return the base that a build says of itself, or the usual one."""
    reply = pool.ask(Request(_SETTINGS))
    settings = [row["setting"]["value"] for row in json.loads(reply.body)["results"]["bindings"]]
    return next((one.removeprefix(_BASE) for one in settings if one.startswith(_BASE)), Options().base)


def serve(
    output: Path,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    settings: ServerSettings = DEFAULTS,
    ready: Callable[[], None] = lambda: None,
) -> None:
    """Serve the graph in an output folder until the process is interrupted; `ready` is called when it is open.

    Raises:
        KgError: there is no graph, or nothing can be served at this address.
    """
    check_address(host, port)
    app = application(output, settings)
    ready()
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)


def check_address(host: str, port: int) -> None:
    """Raise if nothing can listen at an address.

    Raises:
        OutputError: it is taken, not allowed, or none of this machine.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind((host, port))
    except (OSError, OverflowError) as error:
        raise OutputError(f"cannot be listened at: {error}", where=f"{host}:{port}") from error
