"""The SPARQL endpoint: the protocol, what it refuses, and that it stays up."""

from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from time import monotonic
from urllib.parse import urlencode

import pyoxigraph as ox
import pytest
from starlette.testclient import TestClient

from tests.serve.conftest import SECONDS

NAMES = "SELECT ?name WHERE { ?x a kg:Person ; rdfs:label ?name }"
SLOW = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def names(answer: object) -> list[str]:
    assert isinstance(answer, dict)
    return [row["name"]["value"] for row in answer["results"]["bindings"]]


def test_a_question_can_be_asked_in_the_address(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": NAMES})

    assert answer.headers["content-type"] == "application/sparql-results+json"
    assert names(answer.json()) == ["Noor Zandbergen"]


@pytest.mark.parametrize(
    ("body", "kind"),
    [(urlencode({"query": NAMES}), FORM["Content-Type"]), (NAMES, "application/sparql-query; charset=utf-8")],
)
def test_a_question_can_be_posted(client: TestClient, body: str, kind: str) -> None:
    answer = client.post("/sparql", content=body, headers={"Content-Type": kind})

    assert names(answer.json()) == ["Noor Zandbergen"]


@pytest.mark.parametrize(
    ("accept", "kind", "start"),
    [
        ("text/csv", "text/csv; charset=utf-8", "name\r\nNoor Zandbergen"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8", '?name\n"Noor Zandbergen"'),
        ("application/sparql-results+xml", "application/sparql-results+xml", "<?xml"),
        ("application/json", "application/sparql-results+json", "{"),
        ("image/png, text/*;q=0.5", "text/csv; charset=utf-8", "name"),
        ("application/sparql-results+json;q=0.2, text/csv;q=0.9", "text/csv; charset=utf-8", "name"),
    ],
)
def test_an_answer_comes_in_the_format_that_the_client_likes_best(
    client: TestClient, accept: str, kind: str, start: str
) -> None:
    answer = client.get("/sparql", params={"query": NAMES}, headers={"Accept": accept})

    assert answer.headers["content-type"] == kind
    assert answer.text.startswith(start)


@pytest.mark.parametrize(
    "accept", ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"]
)
def test_a_graph_comes_in_the_syntax_asked_for(client: TestClient, accept: str) -> None:
    query = "CONSTRUCT { ?x rdfs:label ?name } WHERE { ?x a kg:Person ; rdfs:label ?name }"

    answer = client.get("/sparql", params={"query": query}, headers={"Accept": accept})

    triples = list(ox.parse(answer.content, format=ox.RdfFormat.from_media_type(accept)))
    assert [triple.object.value for triple in triples] == ["Noor Zandbergen"]


def test_yes_or_no_is_an_answer(client: TestClient) -> None:
    assert client.get("/sparql", params={"query": "ASK { ?x a kg:Person }"}).json()["boolean"] is True


def test_a_format_that_there_is_not_is_refused_with_those_that_there_are(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": NAMES}, headers={"Accept": "image/png"})

    assert answer.status_code == 406
    assert "text/csv" in answer.text


def test_a_named_graph_can_be_chosen(client: TestClient) -> None:
    query = "SELECT ?name WHERE { ?x rdfs:label ?name }"

    answer = client.get("/sparql", params={"query": query, "default-graph-uri": "urn:nothing"})

    assert names(answer.json()) == []


def test_a_mistake_is_told_with_its_place(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": "SELECT ?x WHERE { ?x a }"})

    assert answer.status_code == 400
    assert "line 1, column" in answer.text


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({}, 400),
        ({"query": ["ASK {}", "ASK {}"]}, 400),
        ({"update": "DROP ALL"}, 403),
        ({"query": "INSERT DATA { <urn:a> <urn:b> <urn:c> }"}, 400),
        ({"query": "ASK {}", "default-graph-uri": "no iri"}, 400),
    ],
)
def test_what_the_protocol_does_not_know_is_refused(
    client: TestClient, fields: dict[str, str | list[str]], status: int
) -> None:
    answer = client.post("/sparql", content=urlencode(fields, doseq=True), headers=FORM)

    assert answer.status_code == status
    assert answer.text.count("\n") == 1


@pytest.mark.parametrize("kind", ["application/sparql-update", "text/plain", "multipart/form-data"])
def test_a_body_of_another_kind_is_refused(client: TestClient, kind: str) -> None:
    assert client.post("/sparql", content="DROP ALL", headers={"Content-Type": kind}).status_code == 415


def test_a_body_that_is_too_long_is_refused(client: TestClient) -> None:
    answer = client.post("/sparql", content="x" * 1_000_001, headers={"Content-Type": "application/sparql-query"})

    assert answer.status_code == 413


def test_a_body_that_is_no_utf8_is_refused(client: TestClient) -> None:
    answer = client.post("/sparql", content=b"\xff", headers={"Content-Type": "application/sparql-query"})

    assert answer.status_code == 400


def test_an_answer_that_is_too_large_is_refused(client: TestClient) -> None:
    query = "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f } LIMIT 100000"

    answer = client.get("/sparql", params={"query": query})

    assert answer.status_code == 413
    assert "LIMIT" in answer.text


def test_a_question_that_takes_too_long_is_ended_and_the_server_goes_on(client: TestClient) -> None:
    start = monotonic()

    slow = client.get("/sparql", params={"query": SLOW})
    taken = monotonic() - start
    after = client.get("/sparql", params={"query": NAMES})

    assert slow.status_code == 503
    assert slow.headers["retry-after"]
    assert taken < SECONDS + 3
    assert names(after.json()) == ["Noor Zandbergen"]


def test_fifty_clients_at_once_all_get_their_answer(client: TestClient) -> None:
    with ThreadPoolExecutor(50) as threads:
        answers = list(threads.map(lambda _: client.get("/sparql", params={"query": NAMES}), range(50)))

    assert [names(answer.json()) for answer in answers] == [["Noor Zandbergen"]] * 50


ATTACKS = [
    "SELECT * { SERVICE <%s> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT <%s> { ?s ?p ?o } }",
    "SELECT * {{ {{ SERVICE <%s> {{ ?s ?p ?o }} }} }}".replace("{{", "{").replace("}}", "}"),
    "SELECT * { FILTER(?x = 1SERVICE<%s>{}) }",
    "SELECT * { VALUES ?x { 1 }SERVICE<%s>{ ?s ?p ?o } }",
    "SELECT * { \\u0053ERVICE <%s> { ?s ?p ?o } }",
    "SELECT * { \\U00000053ervice <%s> { ?s ?p ?o } }",
    "SELECT * { sErViCe <%s> { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <%s> { ?s ?p ?o } } }",
    "SELECT * { { SELECT * { SERVICE <%s> { ?s ?p ?o } } } }",
    "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <%s> { ?s ?p ?o } }",
    "SELECT * { BIND(<%s> AS ?g) SERVICE ?g { ?s ?p ?o } }",
    "# comment\rSELECT * { SERVICE <%s> { ?s ?p ?o } }",
    "SELECT * FROM <%s> { ?s ?p ?o }",
    "SELECT * FROM NAMED <%s> { GRAPH ?g { ?s ?p ?o } }",
    "LOAD <%s>",
    "ASK {} ; LOAD <%s>",
    "DESCRIBE <%s>",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_question_makes_the_server_ask_another(client: TestClient, attack: str) -> None:
    reached: list[str] = []

    class Trap(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            reached.append(self.path)
            self.send_response(404)
            self.end_headers()

        do_POST = do_GET  # noqa: N815  # the name that http.server calls

        def log_message(self, format: str, *values: object) -> None:
            pass

    trap = HTTPServer(("127.0.0.1", 0), Trap)
    thread = Thread(target=trap.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        client.get("/sparql", params={"query": attack % f"http://127.0.0.1:{trap.server_port}/"})
    finally:
        trap.shutdown()
        thread.join()
        trap.server_close()

    assert reached == []


def test_another_name_of_the_server_is_refused(client: TestClient) -> None:
    assert client.get("/sparql", params={"query": NAMES}, headers={"Host": "evil.example"}).status_code == 400


@pytest.mark.parametrize(("origin", "allowed"), [("https://krant.example", True), ("https://evil.example", False)])
def test_only_sites_that_may_can_read_an_answer(client: TestClient, origin: str, allowed: bool) -> None:
    answer = client.get("/sparql", params={"query": NAMES}, headers={"Origin": origin})

    assert ("access-control-allow-origin" in answer.headers) == allowed


def test_a_browser_that_asks_nothing_is_led_to_the_page_to_ask_from(client: TestClient) -> None:
    answer = client.get("/sparql", headers={"Accept": "text/html"})

    assert (answer.status_code, answer.headers["location"]) == (303, "query")
