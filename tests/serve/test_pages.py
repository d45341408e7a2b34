"""Pages, files and resources of a served graph."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from starlette.testclient import TestClient

from kg.errors import OutputError
from kg.serve import application, check_address

BASE = "https://data.example.org/kg/"
NOOR = "SELECT ?x WHERE { ?x a kg:Person }"


def iri_of_noor(client: TestClient) -> str:
    answer = client.get("/sparql", params={"query": NOOR})
    iri: str = answer.json()["results"]["bindings"][0]["x"]["value"]
    return iri


def test_the_graph_is_the_first_page(client: TestClient, served: Path) -> None:
    assert client.get("/").content == (served / "graph.html").read_bytes()


def test_the_page_to_ask_from_holds_the_questions_and_loads_nothing_from_elsewhere(client: TestClient) -> None:
    answer = client.get("/query")

    assert answer.text.count("data-question=") > 14
    assert "connect-src 'self'" in answer.headers["content-security-policy"]
    assert "http://" not in answer.text.split("<aside>")[0]


@pytest.mark.parametrize("name", ["yasgui.min.js", "yasgui.min.css", "query.js", "serve.css"])
def test_scripts_and_styles_are_served(client: TestClient, name: str) -> None:
    assert client.get(f"/assets/{name}").status_code == 200


@pytest.mark.parametrize("name", ["query.html", "..%2Fworkers.py", "README.md", "nothing.js"])
def test_nothing_else_of_the_program_is_served(client: TestClient, name: str) -> None:
    assert client.get(f"/assets/{name}", headers={"Accept": "text/turtle"}).status_code in (303, 404)


def test_what_the_build_wrote_can_be_had(client: TestClient, served: Path) -> None:
    answer = client.get("/files/graph.ttl")

    assert answer.headers["content-type"] == "text/turtle; charset=utf-8"
    assert answer.content == (served / "graph.ttl").read_bytes()


@pytest.mark.parametrize(
    "name", ["manifest.json", "../bezoek.txt", "..%2F..%2Fetc%2Fpasswd", "%2Fetc%2Fpasswd", "secret.txt"]
)
def test_no_other_file_can_be_had(client: TestClient, served: Path, name: str) -> None:
    (served / "secret.txt").write_text("geheim", encoding="utf-8")

    answer = client.get(f"/files/{name}", headers={"Accept": "text/turtle"})

    assert answer.status_code in (303, 404)
    assert "geheim" not in answer.text


@pytest.mark.parametrize(
    ("accept", "kind"),
    [("text/html", "page"), ("text/turtle", "data"), ("*/*", "page"), ("application/ld+json", "data")],
)
def test_an_iri_leads_to_a_page_or_to_data(client: TestClient, accept: str, kind: str) -> None:
    path = "/" + iri_of_noor(client).removeprefix(BASE)

    answer = client.get(path, headers={"Accept": accept})

    assert answer.status_code == 303
    assert urlsplit(answer.headers["location"]).path == f"/{kind}"


def test_a_page_tells_what_is_known_of_a_thing(client: TestClient) -> None:
    answer = client.get("/page", params={"iri": iri_of_noor(client)})

    assert answer.status_code == 200
    assert "Noor Zandbergen" in answer.text
    assert ">persoon</a>" in answer.text


def test_data_tells_what_is_known_of_a_thing(client: TestClient) -> None:
    answer = client.get("/data", params={"iri": iri_of_noor(client)}, headers={"Accept": "text/turtle"})

    assert answer.headers["content-type"].startswith("text/turtle")
    assert '"Noor Zandbergen"' in answer.text


@pytest.mark.parametrize("kind", ["page", "data"])
def test_of_an_unknown_thing_nothing_is_known(client: TestClient, kind: str) -> None:
    assert client.get(f"/{kind}", params={"iri": f"{BASE}id/person/niemand"}).status_code == 404


@pytest.mark.parametrize("iri", ["", "javascript:alert(1)", BASE + "> } ; DROP ALL #", "urn:a b"])
def test_what_is_no_iri_never_gets_into_a_question(client: TestClient, iri: str) -> None:
    assert client.get("/page", params={"iri": iri}).status_code == 400
    assert client.get("/data", params={"iri": iri}).status_code == 400


def test_a_thing_whose_name_is_markup_is_shown_as_text(client: TestClient) -> None:
    answer = client.get("/page", params={"iri": f"{BASE}id/'onmouseover='alert(1)"})

    assert "'onmouseover='" not in answer.text


def test_the_description_of_the_data_stands_where_it_is_looked_for(client: TestClient) -> None:
    assert "void:Dataset" in client.get("/.well-known/void").text


def test_a_folder_without_a_graph_cannot_be_served(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="holds no"):
        application(tmp_path)


def test_an_address_that_cannot_be_listened_at_is_told() -> None:
    with pytest.raises(OutputError, match=r"^192\.0\.2\.1:80: cannot be listened at"):
        check_address("192.0.2.1", 80)
