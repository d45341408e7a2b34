"""The description of the data set."""

import re
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.export.options import Options
from kg.export.rdf import write_turtle
from kg.export.void import write_void
from kg.graph import KnowledgeGraph
from kg.model import Link
from kg.ontology import PREFIXES
from tests.corpus import COPY_SAYS, NOOR_COPY, RUN, entity_named, small_graph
from tests.factory import resolution_of


@pytest.fixture
def store(tmp_path: Path) -> ox.Store:
    write_void(small_graph(), tmp_path / "void.ttl", Options())
    found = ox.Store()
    found.load(path=tmp_path / "void.ttl", format=ox.RdfFormat.TURTLE)
    return found


def count(store: ox.Store, pattern: str) -> int:
    [row] = store.query(f"SELECT ?n WHERE {{ {pattern} }}", prefixes=dict(PREFIXES))  # type: ignore[misc]
    return int(row["n"].value)


def test_the_number_of_triples_is_that_of_the_flat_formats(store: ox.Store, tmp_path: Path) -> None:
    write_turtle(small_graph(), tmp_path / "graph.ttl", Options())

    triples = len(list(ox.parse(path=tmp_path / "graph.ttl", format=ox.RdfFormat.TURTLE)))

    assert count(store, "?data a void:Dataset ; void:triples ?n") == triples


def test_links_are_counted_by_the_site_they_lead_to(store: ox.Store) -> None:
    assert count(store, "?set void:objectsTarget <http://www.wikidata.org/> ; void:triples ?n") == 1


def test_each_class_says_how_many_things_it_has(store: ox.Store) -> None:
    assert count(store, "?part void:class kg:Person ; void:entities ?n") == 3


def test_links_that_are_only_near_are_counted_apart(tmp_path: Path) -> None:
    link = Link("http://www.wikidata.org/entity/Q1", 0.5, "same name")
    near = replace(entity_named("Noor Zandbergen"), mentions=(NOOR_COPY,), links=(link,))
    write_void(KnowledgeGraph(resolution_of((COPY_SAYS,), (near,)), RUN), tmp_path / "void.ttl", Options())

    assert "void:linkPredicate skos:closeMatch" in (tmp_path / "void.ttl").read_text(encoding="utf-8")


def test_only_files_that_were_written_are_offered(tmp_path: Path) -> None:
    write_turtle(small_graph(), tmp_path / "graph.ttl", Options())

    write_void(small_graph(), tmp_path / "void.ttl", Options())

    offered = re.findall(r"dcat:downloadURL <([^>]*)>", (tmp_path / "void.ttl").read_text(encoding="utf-8"))
    assert offered == ["graph.ttl"]
