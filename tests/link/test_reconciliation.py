"""The client of reconciliation services, against a server of the same protocol on this machine."""

import json
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs

import pytest

from kg.errors import LinkError
from kg.link import reconciliation
from kg.link.reconciliation import MATCHED, SAME_NAME, WIKIDATA, Service
from kg.model import EntityType
from tests.link.things import thing

NOOR = thing("Noor Zandbergen", EntityType.PERSON)
GENT = thing("Gent")
SPACE = "https://example.org/thing/"

Answer = Callable[[dict[str, Any]], object]


class FakeService:
    """A reconciliation service that answers what it is told to and keeps what it was asked."""

    def __init__(self) -> None:
        self.manifest: object = {"versions": ["0.2"], "name": "proef", "identifierSpace": SPACE, "schemaSpace": SPACE}
        self.answer: Answer = lambda queries: {key: {"result": []} for key in queries}
        self.asked: list[dict[str, Any]] = []
        self.status = 200

    def reply(self, body: bytes | None) -> bytes:
        if body is None:
            return json.dumps(self.manifest).encode()
        queries = json.loads(parse_qs(body.decode())["queries"][0])
        self.asked.append(queries)
        answer = self.answer(queries)
        return answer if isinstance(answer, bytes) else json.dumps(answer).encode()


@pytest.fixture
def fake() -> FakeService:
    return FakeService()


@pytest.fixture
def service(fake: FakeService) -> Iterator[Service]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._send(fake.reply(None))

        def do_POST(self) -> None:
            self._send(fake.reply(self.rfile.read(int(self.headers["Content-Length"]))))

        def _send(self, body: bytes) -> None:
            self.send_response(fake.status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *values: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield Service(f"http://127.0.0.1:{server.server_port}/api", language="nl")
    server.shutdown()
    thread.join()
    server.server_close()


def candidates(*found: dict[str, object]) -> Answer:
    return lambda queries: {key: {"result": list(found)} for key in queries}


def test_a_match_of_the_service_is_a_sure_link(fake: FakeService, service: Service) -> None:
    fake.answer = candidates({"id": "n1", "name": "N. Zandbergen", "score": 99, "match": True})

    (link,) = service([NOOR])[NOOR.id]

    assert (link.iri, link.confidence) == (f"{SPACE}n1", MATCHED)
    assert link.reason == "match of the service: N. Zandbergen"


def test_a_first_candidate_of_the_same_name_is_a_weak_link(fake: FakeService, service: Service) -> None:
    fake.answer = candidates({"id": "n1", "name": "noor zandbergen", "match": False})

    assert [link.confidence for link in service([NOOR])[NOOR.id]] == [SAME_NAME]


def test_a_candidate_of_another_name_is_no_link(fake: FakeService, service: Service) -> None:
    fake.answer = candidates({"id": "n1", "name": "Noor Zandstra"}, {"id": "n2", "name": "Noor Zandbergen"})

    assert service([NOOR]) == {}


def test_an_identifier_stays_within_the_space_of_the_service(fake: FakeService, service: Service) -> None:
    fake.answer = candidates({"id": "../x> <y", "name": "Noor Zandbergen", "match": True})

    assert service([NOOR])[NOOR.id][0].iri == f"{SPACE}..%2Fx%3E%20%3Cy"


def test_many_names_are_asked_in_few_questions(fake: FakeService, service: Service) -> None:
    service([thing(f"Plaats {number}") for number in range(60)])

    assert [len(queries) for queries in fake.asked] == [25, 25, 10]


def test_wikidata_is_told_what_kind_of_thing_is_meant(fake: FakeService, service: Service) -> None:
    fake.manifest = {"identifierSpace": WIKIDATA}

    service([NOOR, GENT])

    assert [query["type"] for query in fake.asked[0].values()] == ["Q5", "Q2221906"]


@pytest.mark.parametrize("answer", [{"q0": 1}, {"q0": {"result": [1, {"id": 2, "name": None}]}}, {}])
def test_candidates_without_sense_give_no_link(fake: FakeService, service: Service, answer: object) -> None:
    fake.answer = lambda _: answer

    assert service([NOOR]) == {}


def test_an_answer_of_another_shape_is_an_error(fake: FakeService, service: Service) -> None:
    fake.answer = lambda _: []

    with pytest.raises(LinkError, match="does not answer as a reconciliation service"):
        service([NOOR])


@pytest.mark.parametrize("answer", [b"<html>", b"[" * 100_000])
def test_an_answer_that_is_no_json_is_an_error(fake: FakeService, service: Service, answer: bytes) -> None:
    fake.answer = lambda _: answer

    with pytest.raises(LinkError, match="does not answer in JSON"):
        service([NOOR])


def test_an_endless_answer_is_cut_off(fake: FakeService, service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reconciliation, "LARGEST", 1_000)
    fake.answer = lambda _: b" " * 100_000

    with pytest.raises(LinkError, match="answers with more than 1000 bytes"):
        service([NOOR])


def test_a_refusal_is_an_error_with_its_status(fake: FakeService, service: Service) -> None:
    fake.status = 403

    with pytest.raises(LinkError, match="answers with status 403"):
        service([NOOR])


def test_an_address_that_is_no_reconciliation_service_is_told_so(fake: FakeService, service: Service) -> None:
    fake.manifest = {"hello": "world"}

    with pytest.raises(LinkError, match="declares no identifierSpace"):
        service([NOOR])


def test_an_address_that_nobody_answers_at_is_an_error() -> None:
    with pytest.raises(LinkError, match=r"^http://127\.0\.0\.1:9/api: does not answer"):
        Service("http://127.0.0.1:9/api", language="nl")([NOOR])
