"""A graph in parts is the same graph."""

import json
from hashlib import sha256
from heapq import merge
from pathlib import Path

import duckdb
import pytest

from kg.export import EXPORTERS, Options
from kg.export.parts import write_parts
from kg.graph import KnowledgeGraph
from tests.corpus import small_graph


@pytest.fixture
def graph() -> KnowledgeGraph:
    return small_graph()


@pytest.fixture
def folder(graph: KnowledgeGraph, tmp_path: Path) -> Path:
    write_parts(graph, tmp_path / "graph.parts.json", Options(), articles=1)
    return tmp_path


def lines(path: Path) -> list[bytes]:
    return path.read_bytes().splitlines(keepends=True)


def test_the_parts_merge_into_the_dump(graph: KnowledgeGraph, folder: Path) -> None:
    EXPORTERS["nquads"].write(graph, folder / "whole.nq", Options())

    parts = [lines(path) for path in sorted(folder.glob("graph.part-*.nq"))]

    assert len(parts) == len(graph.documents) + 1 > 2
    assert list(merge(*parts)) == lines(folder / "whole.nq")


def test_the_dump_is_made_of_the_parts_that_are_there(
    graph: KnowledgeGraph, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    EXPORTERS["nquads"].write(small_graph(), folder / "whole.nq", Options())
    monkeypatch.setattr("kg.export.dump.quads", None)
    monkeypatch.setattr("kg.export.dump._FILES", 2)

    EXPORTERS["nquads"].write(graph, folder / "merged.nq", Options())

    assert (folder / "merged.nq").read_bytes() == (folder / "whole.nq").read_bytes()


def test_the_dump_is_made_anew_where_a_part_is_gone(graph: KnowledgeGraph, folder: Path) -> None:
    merged = b"".join(merge(*map(lines, folder.glob("graph.part-*.nq"))))
    (folder / "graph.part-shared.nq").unlink()

    EXPORTERS["nquads"].write(graph, folder / "whole.nq", Options())

    assert (folder / "whole.nq").read_bytes() == merged


def test_each_named_graph_is_in_one_part(folder: Path) -> None:
    graphs = [{line.rsplit(b" ", 2)[1] for line in lines(path)} for path in folder.glob("graph.part-*.nq")]

    assert sum(map(len, graphs)) == len(set().union(*graphs))


def test_the_list_names_every_part_with_its_hash(graph: KnowledgeGraph, folder: Path) -> None:
    listed = json.loads((folder / "graph.parts.json").read_text())["parts"]

    assert {part["file"] for part in listed} == {path.name for path in folder.glob("*.nq")}
    assert {part["parquet"] for part in listed} == {path.name for path in folder.glob("*.parquet")}
    assert sum(part["articles"] for part in listed) == len(graph.documents)
    for part in listed:
        assert sha256((folder / part["file"]).read_bytes()).hexdigest() == part["sha256"]
        assert len(lines(folder / part["file"])) == part["quads"]


def test_the_parquet_of_a_part_holds_its_quads(folder: Path) -> None:
    for path in folder.glob("*.nq"):
        rows = duckdb.connect().execute("FROM read_parquet(?)", [str(path.with_suffix(".parquet"))]).fetchall()

        assert [f"{' '.join(row)} .\n".encode() for row in rows] == lines(path)
