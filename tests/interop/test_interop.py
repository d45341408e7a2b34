"""Tools of other people read what kg writes, and find in it what kg says is there.

A tool that is not installed is a skip here and a failure in CI. `apt-get install raptor2-utils default-jre-headless`,
`npm ci` in this folder and the dependency group `interop` bring them all.
"""

import json
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pyoxigraph as ox
import pyshacl
import pytest
import rdflib

from kg.export import EXPORTERS, Options
from kg.graph import KnowledgeGraph
from kg.ontology import folder, question_files, terms
from kg.query import Table, query
from tests.corpus import small_graph
from tests.export.test_rdf import hostile_graph
from tests.interop.tools import missing, module, run

pytestmark = pytest.mark.interop

HERE = Path(__file__).parent
CORPORA: dict[str, Callable[[], KnowledgeGraph]] = {"small": small_graph, "hostile": hostile_graph}
RAPPER = {"graph.nt": "ntriples", "graph.ttl": "turtle", "graph.rdf": "rdfxml", "void.ttl": "turtle"}
RAPPER_WITH_GRAPHS = {"graph.nq": "nquads", "graph.trig": "trig"}
NODE = ("graph.nq", "graph.nt", "graph.trig", "graph.ttl", "graph.jsonld")
QUESTIONS = ("timeline", "quotes", "functions", "who-acts-on-whom", "claims-about")
Rows = list[dict[str, str]]


@pytest.fixture(scope="module", params=CORPORA)
def output(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a graph in every format."""
    return written(CORPORA[request.param](), tmp_path_factory.mktemp(str(request.param)))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the small graph in every format."""
    return written(small_graph(), tmp_path_factory.mktemp("small"))


def written(graph: KnowledgeGraph, path: Path) -> Path:
    for exporter in EXPORTERS.values():
        exporter.write(graph, path / exporter.filename, Options())
    return path


def node(*arguments: object) -> Any:
    if not (HERE / "node_modules").is_dir():
        missing("npm packages (npm ci in tests/interop)")
    return json.loads(run("node", "read.mjs", *arguments, cwd=HERE).stdout)


def rapper(path: Path, syntax: str) -> int:
    said = run("rapper", "--count", "--input", syntax, path).stderr
    assert not re.search("warning|error", said, re.IGNORECASE)
    [count] = re.findall(r"returned (\d+) triple", said)
    return int(count)


def triples(output: Path) -> int:
    return len((output / "graph.nt").read_bytes().splitlines())


def quads(output: Path) -> int:
    return len((output / "graph.nq").read_bytes().splitlines())


@pytest.mark.parametrize("filename", [*RAPPER, *RAPPER_WITH_GRAPHS])
def test_raptor_reads_as_many_statements_as_there_are(filename: str, output: Path) -> None:
    syntax = {**RAPPER, **RAPPER_WITH_GRAPHS}[filename]

    counted = rapper(output / filename, syntax)

    if filename == "void.ttl":
        assert counted == len(list(ox.parse(path=output / filename, format=ox.RdfFormat.TURTLE)))
    else:
        assert counted == (quads(output) if filename in RAPPER_WITH_GRAPHS else triples(output))


@pytest.mark.parametrize("filename", ["kg.ttl", "alignment.ttl", "shapes.ttl"])
def test_raptor_reads_the_ontology(filename: str) -> None:
    assert rapper(folder() / filename, "turtle") > 0


@pytest.mark.parametrize("filename", NODE)
def test_n3_and_jsonld_read_as_many_statements_as_there_are(filename: str, output: Path) -> None:
    counted = node("count", output / filename)

    named = filename in RAPPER_WITH_GRAPHS
    assert counted == {"quads": quads(output) if named else triples(output), "triples": triples(output)}


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("filename", ["graph.nq", "graph.ttl", "graph.jsonld"])
def test_comunica_gives_the_answers_of_kg(filename: str, question: str, small: Path) -> None:
    answered = node("ask", question_files()[question], small / filename, folder() / "kg.ttl")

    assert in_order(answered) == in_order(answers_of_kg(small, question))


@pytest.mark.parametrize("question", QUESTIONS)
def test_rdflib_gives_the_answers_of_kg(question: str, small: Path) -> None:
    graph = rdflib.Graph().parse(small / "graph.rdf").parse(folder() / "kg.ttl")

    found = graph.query(question_files()[question].read_text(encoding="utf-8"))

    answered = [{str(name): str(value) for name, value in row.items() if value is not None} for row in found.bindings]
    assert in_order(answered) == in_order(answers_of_kg(small, question))


def answers_of_kg(output: Path, question: str) -> Rows:
    answer = query(output, question)
    assert isinstance(answer, Table)
    assert answer.rows
    return [
        {name: value.text for name, value in zip(answer.variables, row, strict=True) if value} for row in answer.rows
    ]


def in_order(rows: Rows) -> Rows:
    return sorted(rows, key=lambda row: sorted(row.items()))


def test_pyshacl_finds_that_the_whole_graph_conforms(output: Path) -> None:
    graph = rdflib.Graph().parse(output / "graph.ttl")

    _, _, said = pyshacl.validate(graph, shacl_graph=rdflib.Graph().parse(folder() / "shapes.ttl"), inference="none")

    assert "Severity: sh:Violation" not in said, said


def test_igraph_reads_the_nodes_and_edges_of_graphml(output: Path) -> None:
    graph = module("igraph").Graph.Read_GraphML(str(output / "graph.graphml"))

    expected = nx.read_graphml(output / "graph.graphml", force_multigraph=True)
    assert (graph.vcount(), graph.ecount()) == (expected.number_of_nodes(), expected.number_of_edges())
    assert sorted(graph.vs["label"]) == sorted(nx.get_node_attributes(expected, "label").values())


def test_graphology_reads_the_nodes_and_edges_of_gexf(output: Path) -> None:
    expected = nx.read_gexf(output / "graph.gexf")

    assert node("nodes", output / "graph.gexf") == {
        "nodes": expected.number_of_nodes(),
        "edges": expected.number_of_edges(),
    }


def test_pylode_lays_out_every_class_and_property_of_the_ontology(tmp_path: Path) -> None:
    module("pylode")
    run(str(Path(sys.executable).with_name("pylode")), folder() / "kg.ttl", "-o", tmp_path / "ontology.html")

    page = (tmp_path / "ontology.html").read_text(encoding="utf-8")

    vocabulary = rdflib.Graph().parse(folder() / "kg.ttl")
    members = set(vocabulary.subjects(rdflib.RDF.type, rdflib.OWL.NamedIndividual))  # which it does not show
    shown = terms() - {str(member).rpartition("#")[2] for member in members}
    assert [name for name in sorted(shown) if f"#{name}" not in page] == []
    assert "'bezocht'" in page


ONTOLOGIES = ("kg.ttl", "alignment.ttl")
BEYOND_OWL = (rdflib.XSD.date, rdflib.RDF.langString)
"""Datatypes that every RDF tool knows, but that are not in the datatype map of OWL 2 that HermiT keeps to."""
OWLRL_ERROR = rdflib.URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")


def ontologies() -> rdflib.Graph:
    graph = rdflib.Graph()
    for filename in ONTOLOGIES:
        graph.parse(folder() / filename)
    return graph


def contradicted(graph: rdflib.Graph) -> rdflib.Graph:
    """Return an ontology with something in it that cannot be."""
    graph.parse(
        data="""@prefix kg: <https://w3id.org/newskg/ontology#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
        kg:Person owl:disjointWith kg:Place . <http://a.example/x> a kg:Person , kg:Place .""",
        format="turtle",
    )
    return graph


def test_owlrl_finds_nothing_wrong_with_the_ontology_and_a_graph(small: Path) -> None:
    assert errors_by_owlrl(ontologies().parse(small / "graph.ttl")) == []
    assert errors_by_owlrl(contradicted(ontologies())) != []


def errors_by_owlrl(graph: rdflib.Graph) -> list[rdflib.term.Node]:
    owlrl = module("owlrl")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return list(graph.objects(None, OWLRL_ERROR))


def test_hermit_finds_the_ontology_consistent(tmp_path: Path) -> None:
    assert is_consistent_for_hermit(ontologies(), tmp_path / "ours.rdf")
    assert not is_consistent_for_hermit(contradicted(ontologies()), tmp_path / "broken.rdf")


@pytest.mark.filterwarnings("ignore")  # of owlready2's own
def is_consistent_for_hermit(graph: rdflib.Graph, path: Path) -> bool:
    owlready = module("owlready2")
    if not shutil.which("java"):
        missing("java")
    for prop, _, datatype in list(graph.triples((None, rdflib.RDFS.range, None))):
        if datatype in BEYOND_OWL:
            graph.set((prop, rdflib.RDFS.range, rdflib.RDFS.Literal))
    graph.serialize(path, format="xml")
    world = owlready.World()
    loaded = world.get_ontology(path.as_uri()).load()
    try:
        with loaded:
            owlready.sync_reasoner_hermit(world, debug=0)
    except owlready.OwlReadyInconsistentOntologyError:
        return False
    return not list(world.inconsistent_classes())
