"""The archive for Neo4j."""

import csv
import io
import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from kg.export.neo4j import write_neo4j
from kg.export.options import Options
from kg.graph import KnowledgeGraph
from tests.corpus import PLAN, small_graph
from tests.export.test_rdf import HOSTILE, hostile_graph

Rows = list[dict[str, str]]


def unpacked(graph: KnowledgeGraph, folder: Path) -> dict[str, str]:
    write_neo4j(graph, folder / "neo4j.zip", Options())
    with ZipFile(folder / "neo4j.zip") as archive:
        return {name.removeprefix("neo4j/"): archive.read(name).decode() for name in archive.namelist()}


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    return unpacked(small_graph(), tmp_path)


def table(content: str) -> Rows:
    return list(csv.DictReader(io.StringIO(content)))


def test_entities_and_actions_are_nodes_with_typed_columns(files: dict[str, str]) -> None:
    nodes = {node["id:ID"]: node for node in table(files["nodes.csv"])}

    noor, visit = nodes["person/noor-zandbergen-5e5e5e5e"], nodes[f"{PLAN.id}#action=48,55"]
    assert (noor[":LABEL"], noor["label"], noor["mentions:int"]) == ("Kg;Person", "Noor Zandbergen", "2")
    assert (visit[":LABEL"], visit["label"], visit["fact:boolean"]) == ("Kg;Action", "bezoeken", "true")


def test_roles_are_relationships_between_nodes_that_exist(files: dict[str, str]) -> None:
    nodes = {node["id:ID"] for node in table(files["nodes.csv"])}
    edges = table(files["relationships.csv"])

    visit = {edge[":TYPE"]: edge[":END_ID"] for edge in edges if edge[":START_ID"] == f"{PLAN.id}#action=48,55"}
    assert visit["AGENT"] == "person/noor-zandbergen-5e5e5e5e"
    assert {edge[end] for edge in edges for end in (":START_ID", ":END_ID")} <= nodes


def test_every_relationship_and_label_is_loaded_by_the_script(files: dict[str, str]) -> None:
    kinds = {edge[":TYPE"] for edge in table(files["relationships.csv"])}
    labels = {node["type"] for node in table(files["nodes.csv"])}

    assert kinds <= set(re.findall(r"r:(\w+)\]", files["import.cypher"]))
    assert labels <= set(re.findall(r"SET n:(\w+);", files["import.cypher"]))


def test_the_script_reads_every_column_that_there_is(files: dict[str, str]) -> None:
    columns = {name for table_name in ("nodes.csv", "relationships.csv") for name in table(files[table_name])[0]}

    assert set(re.findall(r"row\['([^']+)'\]", files["import.cypher"])) == columns - {":LABEL"}


def test_neosemantics_keeps_all_values_and_languages(files: dict[str, str]) -> None:
    assert "handleMultival: 'ARRAY'" in files["n10s.cypher"]
    assert "keepLangTag: true" in files["n10s.cypher"]
    assert "'kg', 'https://w3id.org/newskg/ontology#'" in files["n10s.cypher"]


def test_names_may_hold_anything_but_a_backslash(tmp_path: Path) -> None:
    nodes = {node["id:ID"]: node for node in table(unpacked(hostile_graph(), tmp_path)["nodes.csv"])}

    assert nodes["organisation/x-0"]["label"] == HOSTILE[0]
    assert nodes["organisation/x-1"]["label"] == HOSTILE[1].replace("\\", "＼")
