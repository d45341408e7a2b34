"""Questions to a graph that was written."""

import gzip
import http.server
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from math import inf
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.console import Console

from kg.characters import writable
from kg.errors import OutputError, QueryError
from kg.export.options import Options
from kg.export.rdf import write_nquads
from kg.graph import KnowledgeGraph
from kg.model import Modality, Polarity
from kg.query import Description, Table, Verdict, is_empty, query, questions, to_csv, to_json, to_table, to_tsv, to_xml
from kg.query.answers import answer
from kg.query.ask import Asked, ask_within
from kg.query.questions import with_parameters
from tests.asking import rows
from tests.corpus import (
    COPY_SAYS,
    ENTITIES,
    PLAN,
    PLAN_SAYS,
    REFUSING,
    RUN,
    small_graph,
    small_resolution,
)
from tests.factory import resolution_of


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("output")
    write_nquads(small_graph(), folder / "graph.nq", Options())
    return folder


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
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/sparql", asked
        server.shutdown()


VISIT = "Wethouder Noor Zandbergen bezocht gisteren Havenbouw in Utrecht."
COPY_OF_VISIT = ("Noor Zandbergen", "bezoeken", VISIT, "26", "33", "bureau/kort", "0.1.0")
TOLD = "not yet or not surely, says Joris Plaatsman"
GROUNDS = "only place of this name in the country"


@pytest.mark.parametrize(
    ("question", "parameters", "expected"),
    [
        (
            "claims-about",
            {"actor": "havenbouw"},
            [("Joris Plaatsman", "Havenbouw", "handelende", "slopen", "bevestigend", PLAN.id)],
        ),
        ("functions", {}, [("Joris Plaatsman", "topman", "Havenbouw"), ("Noor Zandbergen", "wethouder", "")]),
        ("groups", {}, [("Tien bewoners", "Ans Bakker", "false")]),
        ("linked", {}, [("Utrecht", "http://www.wikidata.org/entity/Q803", "0.95", GROUNDS)]),
        (
            "place-and-period",
            {"place": "utrecht", "from": "2026-03-01", "to": "2026-03-31"},
            [("Utrecht", "2026-03-12", "Noor Zandbergen", "bezoeken", "Havenbouw")],
        ),
        (
            "plans-and-doubts",
            {},
            [
                ("Joris Plaatsman", "aanklagen", "Groen Kanaal", "Positive", "Certain", "Future", PLAN.id),
                ("Tien bewoners", "steunen", "Havenbouw", "Negative", "Certain", "Actual", PLAN.id),
            ],
        ),
        (
            "quotes",
            {},
            [("Joris Plaatsman", "Wij klagen Groen Kanaal binnenkort aan", "2026-03-13", PLAN.id)],
        ),
        ("review", {}, [("0.75", "Tien bewoners", "steunen", "Havenbouw", PLAN.id)]),
        (
            "timeline",
            {"actor": "Noor"},
            [
                ("Noor Zandbergen", "2026-03-12", "agent", "bezoeken", "Havenbouw", "fact", "2026-03", "bureau/kort"),
                ("Noor Zandbergen", "2026-03-12", "agent", "bezoeken", "Havenbouw", "fact", "2026-03-13", PLAN.id),
            ],
        ),
        (
            "timeline",
            {"actor": "Tien bewoners"},
            [("Tien bewoners", "", "agent", "steunen", "Havenbouw", "did not", "2026-03-13", PLAN.id)],
        ),
        (
            "timeline",
            {"actor": "Groen Kanaal"},
            [("Groen Kanaal", "", "patient", "aanklagen", "Joris Plaatsman", TOLD, "2026-03-13", PLAN.id)],
        ),
        (
            "together",
            {"actor": "Groen Kanaal"},
            [("Groen Kanaal", "Joris Plaatsman", "1")],
        ),
        (
            "told-or-claimed",
            {},
            [
                ("aanklagen", "claimed", "1"),
                ("bezoeken", "told", "1"),
                ("opgeven", "told", "1"),
                ("slopen", "claimed", "1"),
                ("steunen", "told as not so", "1"),
                ("zeggen", "told", "2"),
            ],
        ),
        ("who-acts-on-whom", {}, [("Noor Zandbergen", "bezoeken", "Havenbouw")]),
    ],
)
def test_a_named_question_gives_the_right_rows(
    question: str, parameters: dict[str, str], expected: list[tuple[str, ...]], output: Path
) -> None:
    assert rows(output, question, **parameters) == expected


def test_between_finds_the_group_through_which_two_are_connected(tmp_path: Path) -> None:
    plans = replace(PLAN_SAYS, actions=(replace(REFUSING, modality=Modality.INTENTION, polarity=Polarity.POSITIVE),))
    write_nquads(KnowledgeGraph(resolution_of((COPY_SAYS, plans), ENTITIES), RUN), tmp_path / "graph.nq", Options())

    assert rows(tmp_path, "between", actor="Ans") == [("Ans Bakker", "Tien bewoners", "Havenbouw")]


def test_evidence_gives_every_place_that_tells_of_an_action(output: Path) -> None:
    found = rows(output, "evidence", actor="noor")

    assert found == [COPY_OF_VISIT, ("Noor Zandbergen", "bezoeken", VISIT, "48", "55", PLAN.id, "0.1.0")]


def test_coverage_tells_which_sources_write_about_somebody(output: Path) -> None:
    found = [row for row in rows(output, "coverage") if row[0] == "Havenbouw"]

    assert found == [
        ("Havenbouw", "Nieuwsblad Voorbeeld", "1", "2026-03-13"),
        ("Havenbouw", "Persbureau Voorbeeld", "1", "2026-03"),
    ]


def test_article_gives_all_that_one_article_says(output: Path) -> None:
    answer = query(output, "article", parameters={"article": "bureau"})

    assert isinstance(answer, Description)
    assert VISIT in answer.turtle
    assert "300 woningen" not in answer.turtle


def test_every_named_question_says_in_dutch_and_english_what_it_asks() -> None:
    assert len(questions()) >= 10
    assert [question.name for question in questions() if not (question.dutch and question.english)] == []


def test_sparql_needs_no_prefixes(output: Path) -> None:
    assert rows(output, "SELECT ?name { ?x a kg:Place ; rdfs:label ?name }") == [("Utrecht",)]


def test_a_prefix_that_a_question_declares_is_its_own(output: Path) -> None:
    ours = "PREFIX kg: <http://other.example/> SELECT ?name { ?x a kg:Place ; rdfs:label ?name }"

    assert rows(output, ours) == []


def test_a_question_can_stand_in_a_file(output: Path, tmp_path: Path) -> None:
    (tmp_path / "mijn.rq").write_text("SELECT ?name { ?x a kg:Place ; rdfs:label ?name }", encoding="utf-8")

    assert rows(output, str(tmp_path / "mijn.rq")) == [("Utrecht",)]


def test_a_compressed_graph_can_be_asked(output: Path, tmp_path: Path) -> None:
    (tmp_path / "graph.nq.gz").write_bytes(gzip.compress((output / "graph.nq").read_bytes()))

    assert rows(tmp_path, "SELECT ?name { ?x a kg:Place ; rdfs:label ?name }") == [("Utrecht",)]


def test_a_compressed_graph_that_was_cut_off_is_told(output: Path, tmp_path: Path) -> None:
    content = gzip.compress((output / "graph.nq").read_bytes())
    (tmp_path / "graph.nq.gz").write_bytes(content[: len(content) // 2])

    with pytest.raises(OutputError, match="is no graph that kg can read"):
        query(tmp_path, "ASK {}")


def test_a_question_that_ends_too_early_is_told(output: Path, tmp_path: Path) -> None:
    (tmp_path / "half.rq").write_text("SELECT * {\n", encoding="utf-8")

    with pytest.raises(QueryError, match=r"half\.rq, line 2, column 1: ends too early"):
        query(output, tmp_path / "half.rq")


def test_a_yes_or_no_question_gets_a_verdict(output: Path) -> None:
    assert query(output, "ASK { ?x kg:actsOn ?y }") == Verdict(True)


def test_a_description_is_turtle(output: Path) -> None:
    answer = query(output, 'DESCRIBE ?x { ?x rdfs:label "Utrecht" }')

    assert isinstance(answer, Description)
    assert "a kg:Place" in answer.turtle


def test_a_triple_in_two_graphs_is_answered_once(output: Path) -> None:
    assert (
        len(rows(output, "SELECT ?x { ?x a kg:Action ; kg:actionType/rdfs:label ?l FILTER(STR(?l) = 'bezoeken') }"))
        == 1
    )


@given(value=st.text())
@example(value='" } ?x ?y ?z { #')
@example(value="\\u0022")
@example(value="http://a.example/> } #")
def test_a_value_comes_back_as_it_went_in_whatever_it_holds(value: str) -> None:
    text = with_parameters('SELECT ?v { VALUES ?v { "" } }', {"v": value})

    [row] = answer(ox.Store().query(text)).rows  # type: ignore[union-attr]

    assert [found.text for found in row if found] == [writable(value)]


def test_a_name_is_found_whatever_its_capitals(output: Path) -> None:
    assert {row[0] for row in rows(output, "timeline", actor="NOOR zandbergen")} == {"Noor Zandbergen"}


def test_a_second_name_stands_for_the_first(tmp_path: Path) -> None:
    renamed = tuple(
        replace(entity, label="Gemeente Domstad", aliases=("DS",)) if entity.label == "Noor Zandbergen" else entity
        for entity in ENTITIES
    )
    write_nquads(KnowledgeGraph(replace(small_resolution(), entities=renamed), RUN), tmp_path / "graph.nq", Options())

    assert {row[0] for row in rows(tmp_path, "timeline", actor="ds")} == {"Gemeente Domstad"}


def test_looking_up_who_is_meant_changes_no_answer(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = [(question, {"actor": "o"}) for question in ("timeline", "together", "claims-about", "quotes")]
    looked_up = [rows(output, question, **parameters) for question, parameters in asked]

    monkeypatch.setattr("kg.query.lookup._MOST", -1)

    assert looked_up == [rows(output, question, **parameters) for question, parameters in asked]
    assert all(looked_up)


def test_a_name_that_nobody_has_is_told_with_those_that_come_near(output: Path) -> None:
    with pytest.raises(QueryError, match=r"'Nora Zandbergen' is not the name of any actor .*mean 'Noor Zandbergen'"):
        query(output, "timeline", parameters={"actor": "Nora Zandbergen"})


def test_a_name_like_no_other_is_told_without_a_guess(output: Path) -> None:
    with pytest.raises(QueryError, match=r"'Xyzzy' is not the name of any article in this graph$"):
        query(output, "article", parameters={"article": "Xyzzy"})


def test_a_parameter_that_a_question_does_not_have_is_an_error(output: Path) -> None:
    with pytest.raises(QueryError, match="no parameter town; it has actor"):
        query(output, "timeline", parameters={"town": "Utrecht"})


@pytest.mark.parametrize(
    ("question", "parameter", "value", "expected"),
    [
        ("timeline", "sure", "abc", "--sure must be a number from 0 to 1, such as 0.8, and is 'abc'"),
        ("contradictions", "sure", "2", "--sure must be a number from 0 to 1"),
        ("review", "below", "0,8", "--below must be a number from 0 to 1"),
        ("sources", "atLeast", "twee", "--atLeast must be a whole number"),
        ("place-and-period", "from", "1-3-2024", "--from must be a day as in 2024-03-01"),
        ("place-and-period", "to", "maart", "--to must be a day"),
        ("place-and-period", "to", "2024-02-30", "--to must be a day"),
        ("timeline", "actor", "", "--actor needs a value"),
    ],
)
def test_a_value_that_no_question_can_compare_is_an_error(
    output: Path, question: str, parameter: str, value: str, expected: str
) -> None:
    with pytest.raises(QueryError, match=expected):
        query(output, question, parameters={parameter: value})


def test_a_parameter_of_ones_own_may_be_anything(output: Path) -> None:
    answer = query(output, 'ASK { VALUES ?from { "Delft" } FILTER(?from = "Gouda") }', parameters={"from": "Gouda"})

    assert answer == Verdict(True)


def test_an_error_tells_line_and_column(output: Path) -> None:
    with pytest.raises(QueryError, match=r"line 2, column \d+: .*LIMIT"):
        query(output, "SELECT * WHERE {\n ?s ?p LIMIT 2")


def test_an_unknown_prefix_is_named(output: Path) -> None:
    with pytest.raises(QueryError, match="prefix foo: is not declared"):
        query(output, "SELECT * { ?s foo:bar ?o }")


def test_an_unknown_name_lists_the_names_there_are(output: Path) -> None:
    with pytest.raises(QueryError, match="no question that kg knows; it knows article, between"):
        query(output, "tijdlijn")


@pytest.mark.parametrize("update", ["INSERT DATA { <a:b> <a:b> 1 }", "LOAD <http://127.0.0.1/>", "CLEAR ALL"])
def test_an_update_is_refused(update: str, output: Path) -> None:
    with pytest.raises(QueryError, match="only reads"):
        query(output, update)


def test_a_folder_without_a_graph_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"holds no graph\.nq; make one with `kg build`"):
        query(tmp_path, "timeline")


def test_a_broken_graph_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "graph.nq").write_text("geen graaf", encoding="utf-8")

    with pytest.raises(OutputError, match="no graph that kg can read"):
        query(tmp_path, "timeline")


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


def test_json_is_that_of_sparql(output: Path) -> None:
    answer = query(output, "SELECT ?x ?n ?d { ?x a kg:Place ; rdfs:label ?n OPTIONAL { ?x rdfs:comment ?d } }")
    assert isinstance(answer, Table)

    assert json.loads(to_json(answer)) == {
        "head": {"vars": ["x", "n", "d"]},
        "results": {
            "bindings": [
                {
                    "x": {"type": "uri", "value": "https://data.example.org/kg/id/place/utrecht-6f6f6f6f"},
                    "n": {"type": "literal", "value": "Utrecht"},
                }
            ]
        },
    }


def test_json_of_a_verdict_is_a_boolean() -> None:
    assert json.loads(to_json(Verdict(False))) == {"head": {}, "boolean": False}


def test_csv_has_a_header_and_no_formulas(output: Path) -> None:
    answer = query(output, 'SELECT ?a ?b { BIND("=1+1" AS ?a) BIND("twee, drie" AS ?b) }')
    assert isinstance(answer, Table)

    assert to_csv(answer) == 'a,b\n\'=1+1,"twee, drie"\n'


def test_a_table_shows_markup_as_it_stands(output: Path) -> None:
    answer = query(output, 'SELECT ?a ?b { BIND("[red]nee[/red]" AS ?a) BIND(kg:Place AS ?b) }')
    assert isinstance(answer, Table)
    console = Console(width=60)

    with console.capture() as captured:
        console.print(to_table(answer))

    assert "[red]nee[/red]" in captured.get()
    assert "kg:Place" in captured.get()


def test_xml_and_tsv_are_those_of_sparql(output: Path) -> None:
    answer = query(output, "SELECT ?x ?n { ?x a kg:Place ; skos:prefLabel|rdfs:label ?n }")
    assert isinstance(answer, Table)

    place = "https://data.example.org/kg/id/place/utrecht-6f6f6f6f"
    assert to_tsv(answer) == f'?x\t?n\n<{place}>\t"Utrecht"\n'
    assert f'<binding name="x"><uri>{place}</uri></binding>' in to_xml(answer)


def test_nothing_found_is_empty_and_no_is_an_answer(output: Path) -> None:
    nothing = [query(output, f"{form} {{ ?x a kg:Law }}") for form in ("SELECT *", "CONSTRUCT WHERE")]

    assert [is_empty(answer) for answer in (*nothing, Verdict(False))] == [True, True, False]


ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?a != ?l) }"


def test_an_answer_that_takes_too_long_is_given_up(output: Path) -> None:
    with pytest.raises(QueryError, match=r"query: took longer than 0\.5 s"):
        query(output, ENDLESS, seconds=0.5)


def test_an_answer_within_its_time_is_that_without_a_limit(output: Path) -> None:
    assert query(output, "timeline", seconds=60) == query(output, "timeline")


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of memory there")
def test_a_question_that_needs_too_much_memory_is_told(output: Path) -> None:
    ordered = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i"

    with pytest.raises(QueryError, match=r"needs more memory than the 0\.4 GB that a question may take"):
        ask_within(Asked(output, "query", ordered, {}), seconds=60, memory=400_000_000)


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_question_that_nests_too_deep_ends_its_process_and_not_ours(output: Path) -> None:
    deep = f"SELECT * {'{' * 200_000} ?s ?p ?o {'}' * 200_000}"

    with pytest.raises(QueryError, match="nested too deep"):
        query(output, deep, seconds=inf)


def test_an_error_within_the_time_limit_is_that_without_one(output: Path) -> None:
    with pytest.raises(QueryError, match=r"query, line 2, column \d+: .*LIMIT"):
        query(output, "SELECT * WHERE {\n ?s ?p LIMIT 2", seconds=60)


def test_asking_does_not_import_spacy_nor_rdflib() -> None:
    script = "import sys, kg.query; sys.exit('spacy' in sys.modules or 'rdflib' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
