"""No question changes a graph or reaches out."""

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.query import query
from tests.asking import rows

REACHING_OUT = [
    "SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ SERVICE SILENT <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ ?s ?p 1SERVICE<{url}>{{}} }}",
    "SELECT * {{ ?s ?p ?o FILTER(1<2)SERVICE<{url}>{{?s ?p ?u}} FILTER(?o = <a:#>) }}",
    "SELECT * {{ VALUES ?u {{ <{url}> }} ?s ?p ?o FILTER(1<2)SERVICE?u#>\n{{ ?s ?p ?o }} }}",
    "SELECT * {{ \\u0053ERVICE <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ # see\rSERVICE <{url}> {{ ?s ?p ?o }}\n}}",
    "SELECT * {{ {{ SELECT * {{ sErViCe <{url}> {{ ?s ?p ?o }} }} }} }}",
    "ASK {{ FILTER EXISTS {{ SERVICE <{url}> {{ ?s ?p ?o }} }} }}",
    "SELECT (EXISTS {{ SERVICE <{url}> {{ ?s ?p ?o }} }} AS ?x) {{}}",
    "SELECT * {{ ?s ?p ?o }} ORDER BY EXISTS {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ ?s ?p ?o BIND(IF(NOT EXISTS {{ SERVICE <{url}> {{ ?s ?p ?o }} }}, 1, 2) AS ?x) }}",
    "CONSTRUCT {{ ?s ?p ?o }} WHERE {{ OPTIONAL {{ GRAPH ?g {{ SERVICE <{url}> {{ ?s ?p ?o }} }} }} }}",
]


@pytest.fixture
def requests() -> Iterator[tuple[str, list[str]]]:
    """Return the address of a server that answers nothing, and the paths that it was asked for."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # the library's name
            asked.append(self.path)
            self.send_error(500)

        do_POST = do_GET  # noqa: N815  # the library's name

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/sparql", asked
        server.shutdown()


@pytest.mark.parametrize("update", ["INSERT DATA { <a:b> <a:b> 1 }", "LOAD <http://127.0.0.1/>", "CLEAR ALL"])
def test_an_update_is_refused(update: str, output: Path) -> None:
    with pytest.raises(QueryError, match="only reads"):
        query(output, update)


@pytest.mark.parametrize("question", REACHING_OUT)
def test_a_question_cannot_reach_out(question: str, output: Path, requests: tuple[str, list[str]]) -> None:
    url, asked = requests

    with pytest.raises(QueryError, match="another server"):
        query(output, question.format(url=url))

    assert asked == []


@pytest.mark.parametrize("clause", ["FROM", "FROM NAMED"])
def test_a_question_cannot_load_a_graph_from_elsewhere(
    clause: str, output: Path, requests: tuple[str, list[str]]
) -> None:
    url, asked = requests

    assert rows(output, f"SELECT * {clause} <{url}> {{ ?s ?p ?o }}") == []
    assert asked == []


def test_a_question_in_a_file_cannot_reach_out(output: Path, tmp_path: Path, requests: tuple[str, list[str]]) -> None:
    url, asked = requests
    (tmp_path / "uit.rq").write_bytes(f"SELECT * {{ # a\rSERVICE <{url}> {{ ?s ?p ?o }}\n}}".encode())

    with pytest.raises(QueryError, match="another server"):
        query(output, tmp_path / "uit.rq")

    assert asked == []


def test_the_word_service_may_be_looked_for(output: Path) -> None:
    assert rows(output, 'SELECT ?x { ?x rdfs:label ?service FILTER(CONTAINS(?service, "Service")) } # SERVICE') == []
