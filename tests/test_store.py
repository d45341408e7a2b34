"""The store that is kept of a large graph."""

from pathlib import Path
from time import process_time

import pyoxigraph as ox
import pytest

from kg.errors import OutputError
from kg.export.options import Options
from kg.export.rdf import write_nquads
from kg.ontology import PREFIXES
from kg.ontology.store import is_store_due
from kg.query import Answer, Table, query, questions
from kg.query.questions import read_question, with_parameters
from tests.corpus import small_graph
from tests.export.large import large_graph


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an output folder whose graph counts as large."""
    monkeypatch.setattr("kg.ontology.store.LARGE", 1)
    write_nquads(small_graph(), tmp_path / "graph.nq", Options())
    return tmp_path


def timeline(output: Path) -> Answer:
    return query(output, "timeline")


def kept(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name.startswith(".kg-store"))


def test_a_large_graph_is_asked_from_a_store_that_is_kept(large: Path) -> None:
    first = timeline(large)
    stores = kept(large)

    assert timeline(large) == first == timeline(large / "graph.nq")
    assert kept(large) == stores
    assert len(stores) == 1


def test_only_the_first_question_has_to_build_the_store(large: Path) -> None:
    assert is_store_due(large)

    timeline(large)

    assert not is_store_due(large)


def test_a_kept_store_answers_within_a_time_limit_too(large: Path) -> None:
    assert query(large, "timeline", seconds=60) == timeline(large)


def test_a_kept_store_follows_the_graph(large: Path) -> None:
    timeline(large)
    stores = kept(large)
    lines = (large / "graph.nq").read_text(encoding="utf-8").splitlines(keepends=True)
    (large / "graph.nq").write_text("".join(line for line in lines if "Utrecht" not in line), encoding="utf-8")

    assert query(large, "SELECT ?x { ?x rdfs:label 'Utrecht' }") == Table(("x",), ())
    assert len(kept(large)) == 1
    assert kept(large) != stores


def test_what_a_killed_process_left_of_a_store_is_removed(large: Path) -> None:
    ox.Store(str(large / ".kg-store-new-halfway"))

    timeline(large)

    assert ".kg-store-new-halfway" not in kept(large)


def test_a_store_that_another_process_builds_is_left_alone(large: Path) -> None:
    building = ox.Store(str(large / ".kg-store-new-other"))

    timeline(large)

    assert ".kg-store-new-other" in kept(large)
    assert len(building) == 0


def test_a_broken_store_is_built_anew(large: Path) -> None:
    expected = timeline(large)
    [store] = kept(large)
    (large / store / "CURRENT").write_text("kapot", encoding="utf-8")

    assert timeline(large) == expected
    assert timeline(large) == expected
    assert len(kept(large)) == 1


def test_a_graph_that_is_small_again_keeps_no_store(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    timeline(large)
    monkeypatch.setattr("kg.ontology.store.LARGE", 10**9)

    timeline(large)

    assert kept(large) == []


def test_a_large_graph_that_is_broken_is_told_and_leaves_nothing(large: Path) -> None:
    (large / "graph.nq").write_text("geen graaf", encoding="utf-8")

    with pytest.raises(OutputError, match="no graph that kg can read"):
        timeline(large)

    assert kept(large) == []


COPIES = 260
TRIFLE = 0.02
"""Seconds of reading a question and finding its store, however large the graph."""
ASKED_FOR = {
    "actor": "Noor Zandbergen 000017",
    "place": "Utrecht 000017",
    "article": "krant/sluisplan-000017",
    "sure": "0.5",
    "below": "0.5",
}


def ask_pyoxigraph(store: Path, text: str) -> None:
    found = ox.Store.read_only(str(store)).query(text, prefixes=dict(PREFIXES))
    if isinstance(found, ox.QuerySolutions):
        list(found)
    elif isinstance(found, ox.QueryTriples):
        ox.serialize(found, format=ox.RdfFormat.TURTLE)


@pytest.mark.speed
def test_every_question_with_a_name_is_answered_in_twice_the_time_of_pyoxigraph_alone(tmp_path: Path) -> None:
    """The same text is given to pyoxigraph with the same store; the start of a process is left out of both."""
    write_nquads(large_graph(copies=COPIES), tmp_path / "graph.nq", Options())
    query(tmp_path, "ASK {}")
    [store] = kept(tmp_path)
    ratios = {}

    for question in questions():
        for given in ({}, {name: value for name, value in ASKED_FOR.items() if name in question.parameters}):
            text = with_parameters(read_question(question.name)[1], given)
            start = process_time()
            ask_pyoxigraph(tmp_path / store, text)
            theirs = process_time() - start
            start = process_time()
            query(tmp_path, question.name, parameters=given)
            ratios[question.name, bool(given)] = round((process_time() - start - TRIFLE) / theirs, 1)

    assert {asked: ratio for asked, ratio in ratios.items() if ratio > 2} == {}
