"""GraphML and GEXF."""

from pathlib import Path

import networkx as nx

from kg.export.networks import write_gexf, write_graphml
from kg.export.options import Options
from tests.corpus import PLAN, small_graph
from tests.export.test_rdf import HOSTILE, hostile_graph

VISIT = f"{PLAN.id}#action=48,55"


def test_graphml_holds_entities_and_actions_with_their_roles(tmp_path: Path) -> None:
    write_graphml(small_graph(), tmp_path / "graph.graphml", Options())

    network = nx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True)

    assert network.nodes["person/noor-zandbergen-5e5e5e5e"]["label"] == "Noor Zandbergen"
    assert network.nodes[VISIT]["fact"] is True
    roles = {edge["kind"]: target for _, target, edge in network.edges(VISIT, data=True)}
    assert roles["patient"] == "organisation/havenbouw-1a1a1a1a"


def test_gexf_holds_entities_and_actions_with_their_roles(tmp_path: Path) -> None:
    write_gexf(small_graph(), tmp_path / "graph.gexf", Options())

    network = nx.read_gexf(tmp_path / "graph.gexf")

    assert network.nodes[VISIT]["label"] == "bezoeken"
    assert {edge["kind"] for _, _, edge in network.edges(VISIT, data=True)} == {"agent", "patient", "place"}


def test_gexf_has_no_date(tmp_path: Path) -> None:
    write_gexf(small_graph(), tmp_path / "graph.gexf", Options())

    assert "lastmodified" not in (tmp_path / "graph.gexf").read_text(encoding="utf-8")


def test_names_may_hold_anything(tmp_path: Path) -> None:
    write_graphml(hostile_graph(), tmp_path / "graph.graphml", Options())
    write_gexf(hostile_graph(), tmp_path / "graph.gexf", Options())

    in_graphml = nx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True)
    in_gexf = nx.read_gexf(tmp_path / "graph.gexf")

    assert in_graphml.nodes["organisation/x-0"]["label"] == HOSTILE[0]
    assert in_gexf.nodes["organisation/x-0"]["label"] == HOSTILE[0]


def test_without_text_no_sentence_is_written(tmp_path: Path) -> None:
    write_graphml(small_graph(), tmp_path / "graph.graphml", Options(with_text=False))

    network = nx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True)

    assert not network.nodes[VISIT]["sentence"]
