"""Copies, and the numbers of articles and sources, in every format that shows them."""

from dataclasses import replace
from pathlib import Path

import pandas
import pyoxigraph as ox
import pytest

from kg.export.networks import plain_network
from kg.export.options import Options
from kg.export.page_data import page_details
from kg.export.rdf import write_nquads
from kg.export.sheets import write_action_sheet, write_entity_sheet
from kg.export.statements import quads
from kg.export.tables import action_rows, entity_rows
from kg.graph import KnowledgeGraph
from kg.model import Copy, CopyKind
from kg.ontology import PREFIXES
from kg.ontology.check import check
from tests.asking import rows
from tests.corpus import COPY, PLAN, RUN, small_resolution

NOOR = "person/noor-zandbergen-5e5e5e5e"


@pytest.fixture
def graph() -> KnowledgeGraph:
    """Return a graph of which one article is a sentence out of the other."""
    copy = Copy(COPY.id, PLAN.id, CopyKind.SHORTENED, 1.0, ((0, 1),), is_one_source=True)
    return KnowledgeGraph(replace(small_resolution(), copies=(copy,)), RUN)


def numbers(graph: KnowledgeGraph, term: str) -> dict[str, list[str]]:
    """Return the values of a property by the last part of what has them."""
    store = ox.Store()
    store.load(
        b"".join(f"{' '.join(quad[:3])} .\n".encode() for quad in quads(graph, Options())), ox.RdfFormat.N_TRIPLES
    )
    found: dict[str, list[str]] = {}
    for quad in store.quads_for_pattern(None, ox.NamedNode(PREFIXES["kg"] + term), None, None):
        assert isinstance(quad.object, ox.Literal)
        found.setdefault(str(quad.subject).strip("<>").rpartition("/kg/id/")[2], []).append(quad.object.value)
    return found


def test_rdf_counts_articles_and_sources_apart(graph: KnowledgeGraph) -> None:
    assert numbers(graph, "articleCount")[NOOR] == ["2"]
    assert numbers(graph, "independentSourceCount")[NOOR] == ["1"]
    assert len(numbers(graph, "articleCount")) > len(graph.actions)


def test_rdf_counts_nothing_for_a_group_that_stays_in_its_article(graph: KnowledgeGraph) -> None:
    assert not [subject for subject in numbers(graph, "articleCount") if "#group=" in subject]


def test_the_statements_on_copies_stand_in_a_graph_of_their_own(graph: KnowledgeGraph) -> None:
    homes = {quad[3] for quad in quads(graph, Options()) if quad[1].endswith(("#copyOf>", "#articleCount>"))}

    assert {home.rpartition("/")[2] for home in homes} == {"copies>"}


def test_which_article_is_a_copy_of_which_can_be_asked_by_name(graph: KnowledgeGraph, tmp_path: Path) -> None:
    write_nquads(graph, tmp_path / "graph.nq", Options())

    assert rows(tmp_path, "copies") == [(COPY.id, "2026-03", PLAN.id, "1", "shortened", "true")]


def test_what_one_source_tells_is_no_answer_to_what_several_tell(graph: KnowledgeGraph, tmp_path: Path) -> None:
    write_nquads(graph, tmp_path / "graph.nq", Options())

    assert rows(tmp_path, "sources") == []


def test_what_two_sources_tell_is_found_with_one_of_their_sentences(tmp_path: Path) -> None:
    write_nquads(KnowledgeGraph(small_resolution(), RUN), tmp_path / "graph.nq", Options())

    [(sources, articles, agent, verb, patient, sentence)] = rows(tmp_path, "sources")

    assert (sources, articles, agent, verb, patient) == ("2", "2", "Noor Zandbergen", "bezoeken", "Havenbouw")
    assert sentence == COPY.text


def test_a_graph_with_copies_breaks_no_shape(graph: KnowledgeGraph, tmp_path: Path) -> None:
    write_nquads(graph, tmp_path / "graph.nq", Options())

    assert not [
        finding for finding in check(tmp_path).findings if "cop" in finding.message or "source" in finding.message
    ]


def test_tables_count_articles_and_sources_and_say_what_was_copied(graph: KnowledgeGraph) -> None:
    visits = [row for row in action_rows(graph, Options()) if row["predicate"] == "bezoeken"]
    noor = next(row for row in entity_rows(graph, Options()) if row["id"] == NOOR)

    assert [(row["articles"], row["sources"], row["copy_of"]) for row in visits] == [(2, 1, None), (2, 1, PLAN.id)]
    assert (noor["articles"], noor["sources"]) == (2, 1)


def test_sheets_have_columns_for_articles_and_sources(graph: KnowledgeGraph, tmp_path: Path) -> None:
    write_action_sheet(graph, tmp_path / "actions.csv", Options())
    write_entity_sheet(graph, tmp_path / "entities.csv", Options())

    actions, entities = (pandas.read_csv(tmp_path / name) for name in ("actions.csv", "entities.csv"))

    visits = actions[actions["predicate"] == "bezoeken"]
    assert visits[["articles", "sources"]].to_numpy().tolist() == [[2, 1], [2, 1]]
    assert entities.set_index("id").loc[NOOR, ["documents", "sources"]].tolist() == [2, 1]


def test_networks_have_the_number_of_sources_beside_that_of_documents(graph: KnowledgeGraph) -> None:
    nodes = plain_network(graph, Options()).nodes

    assert (nodes[NOOR]["documents"], nodes[NOOR]["sources"]) == (2, 1)
    assert all("sources" in attributes for attributes in nodes.values())


def test_the_page_knows_how_widely_it_is_told_and_what_a_copy_is_from(graph: KnowledgeGraph) -> None:
    details = page_details(graph)

    [visit] = [action for action in details["actions"] if action["predicate"] == "bezoeken"]
    assert visit["reach"] == [2, 1]
    by_id = {document["id"]: document.get("copyOf") for document in details["documents"]}
    original = list(by_id).index(PLAN.id)
    assert by_id == {COPY.id: [[original, "shortened", 100]], PLAN.id: None}
