"""IRIs of entities that became others."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from kg.export import EXPORTERS, Options
from kg.serve import ServerSettings, application
from tests.corpus import FORMER, small_graph

TURTLE = {"Accept": "text/turtle"}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("replaced")
    EXPORTERS["nquads"].write(small_graph(), folder / "graph.nq", Options())
    settings = ServerSettings(workers=1)
    with TestClient(application(folder, settings), base_url="http://localhost", follow_redirects=False) as opened:
        yield opened


def test_an_iri_that_was_replaced_leads_to_the_new_one_as_long_as_it_is_so(client: TestClient) -> None:
    answer = client.get(f"/id/{FORMER.id}", headers=TURTLE)

    assert (answer.status_code, answer.headers["location"]) == (303, f"/id/{FORMER.now[0]}")


def test_what_was_known_of_an_iri_that_was_replaced_is_still_told(client: TestClient) -> None:
    answer = client.get("/data", params={"iri": f"{Options().base}id/{FORMER.id}"}, headers=TURTLE)

    assert "kg:FormerEntity" in answer.text


def test_a_path_that_would_break_a_question_is_led_nowhere_new(client: TestClient) -> None:
    answer = client.get("/id/a%3E%20dct:replaces%20%3Fnow%20.%20%3Cb", headers=TURTLE)

    assert answer.status_code == 303
