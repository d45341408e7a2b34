"""Where questions come from, and the values that they are given."""

import gzip
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.characters import writable
from kg.errors import OutputError, QueryError
from kg.export.options import Options
from kg.export.rdf import write_nquads
from kg.graph import KnowledgeGraph
from kg.query import Verdict, query
from kg.query.answers import answer
from kg.query.questions import with_parameters
from tests.asking import rows
from tests.corpus import (
    ENTITIES,
    RUN,
    small_resolution,
)

NOOR_ID = "person/noor-zandbergen-5e5e5e5e"


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


@pytest.fixture
def namesakes(tmp_path: Path) -> Path:
    """Return a folder with a graph in which two persons are called Noor Zandbergen."""
    renamed = tuple(
        replace(entity, label="Noor Zandbergen") if entity.label == "Joris Plaatsman" else entity for entity in ENTITIES
    )
    write_nquads(KnowledgeGraph(replace(small_resolution(), entities=renamed), RUN), tmp_path / "graph.nq", Options())
    return tmp_path


def test_an_id_asks_for_one_of_two_namesakes(namesakes: Path) -> None:
    both = {row[-1] for row in rows(namesakes, "timeline", actor="Noor Zandbergen")}
    one = {row[-1] for row in rows(namesakes, "timeline", actor=NOOR_ID)}

    assert both == {NOOR_ID, "person/joris-plaatsman-4d4d4d4d"}
    assert one == {NOOR_ID}


def test_an_id_that_is_not_in_the_graph_is_told(output: Path) -> None:
    with pytest.raises(QueryError, match="'person/noor-00000000' is not the name of any actor"):
        query(output, "timeline", parameters={"actor": "person/noor-00000000"})


def test_somebody_known_of_whom_nothing_is_asked_after_is_no_error(output: Path) -> None:
    assert rows(output, "quotes", actor=NOOR_ID) == []


@pytest.mark.parametrize("question", ["timeline", "together", "claims-about", "between", "evidence", "functions"])
def test_every_question_on_somebody_takes_an_id(output: Path, question: str) -> None:
    joris = rows(output, question, actor="person/joris-plaatsman-4d4d4d4d")

    assert joris == rows(output, question, actor="Joris Plaatsman")


def test_looking_up_who_is_meant_changes_no_answer(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = [
        (question, {"actor": actor})
        for actor in ("o", "person/joris-plaatsman-4d4d4d4d")
        for question in ("timeline", "together", "quotes")
    ]
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


def test_a_folder_without_a_graph_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"holds no graph\.nq; make one with `kg build`"):
        query(tmp_path, "timeline")


def test_a_broken_graph_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "graph.nq").write_text("geen graaf", encoding="utf-8")

    with pytest.raises(OutputError, match="no graph that kg can read"):
        query(tmp_path, "timeline")
