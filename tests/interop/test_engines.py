"""Jena loads what kg wrote and gives the answers of kg, and Neo4j's own parser reads our Cypher."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from kg.ontology import folder, question_files
from tests.corpus import small_graph
from tests.interop.engines import Jena, Rows
from tests.interop.test_interop import QUESTIONS, answers_of_kg, in_order, node, quads, triples, written

pytestmark = pytest.mark.interop

WITHOUT_GRAPHS = ("graph.nt", "graph.ttl", "graph.rdf")
WITH_GRAPHS = ("graph.nq", "graph.trig")


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the small graph in every format."""
    return written(small_graph(), tmp_path_factory.mktemp("output"))


@pytest.fixture(scope="module")
def jena(output: Path, tmp_path_factory: pytest.TempPathFactory) -> Jena:
    """Return a Jena with the graph and the ontology loaded, as README has it."""
    store = Jena(tmp_path_factory.mktemp("jena"))
    store.load(output / "graph.nq", folder() / "kg.ttl")
    return store


def filled(rows: Rows) -> Rows:
    """Return rows without empty words, which CSV cannot tell from no value."""
    return [{name: value for name, value in row.items() if value} for row in rows]


@pytest.mark.parametrize("filename", [*WITHOUT_GRAPHS, *WITH_GRAPHS])
def test_jena_reads_as_many_statements_as_there_are(filename: str, output: Path, jena: Jena) -> None:
    assert jena.count(output / filename) == (quads(output) if filename in WITH_GRAPHS else triples(output))


@pytest.mark.parametrize("question", QUESTIONS)
def test_jena_gives_the_answers_of_kg(question: str, output: Path, jena: Jena) -> None:
    assert in_order(jena.ask(question_files()[question])) == in_order(filled(answers_of_kg(output, question)))


@pytest.mark.parametrize("script", ["import.cypher", "n10s.cypher"])
def test_the_parser_of_neo4j_reads_the_scripts(script: str, output: Path, tmp_path: Path) -> None:
    with ZipFile(output / "neo4j.zip") as archive:
        archive.extract(f"neo4j/{script}", tmp_path)

    assert node("cypher", tmp_path / "neo4j" / script) == []


def test_the_parser_of_neo4j_finds_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "wrong.cypher").write_text("MTCH (n) RETURN n", encoding="utf-8")

    assert node("cypher", tmp_path / "wrong.cypher") != []
