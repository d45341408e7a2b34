"""What README says to use the output from other tools with, as it stands there."""

import os
import re
import sys
from pathlib import Path

import pytest

from tests.corpus import small_graph
from tests.interop.test_interop import node, written
from tests.interop.tools import module, run
from tests.test_docs import README

pytestmark = pytest.mark.interop

SECTION = README.partition("## Use it from")[2].partition("\n## ")[0]
NEEDED = ("pandas", "igraph", "duckdb")


def blocks(language: str) -> list[str]:
    found = re.findall(rf"```{language}\n(.*?)```", SECTION, re.DOTALL)
    assert found
    return found


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with an output folder in it."""
    folder = tmp_path_factory.mktemp("home")
    (folder / "output").mkdir()
    written(small_graph(), folder / "output")
    return folder


@pytest.mark.parametrize("block", blocks("python"))
def test_what_is_python_runs_and_prints_something(block: str, home: Path) -> None:
    for name in NEEDED:
        if f"import {name}" in block:
            module(name)
    block = block.replace("Marit Hoekema", "Noor Zandbergen")  # who is in the graph of the tests

    there = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    assert run(sys.executable, "-W", "ignore", "-c", block, cwd=home, env=there).stdout


@pytest.mark.parametrize("block", blocks("sql"))
def test_what_is_sql_runs_in_duckdb(block: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home)

    assert module("duckdb").sql(block).fetchall()


@pytest.mark.parametrize("block", blocks("cypher"))
def test_what_is_cypher_is_read_by_the_parser_of_neo4j(block: str, tmp_path: Path) -> None:
    (tmp_path / "readme.cypher").write_text(block, encoding="utf-8")

    assert node("cypher", tmp_path / "readme.cypher") == []
