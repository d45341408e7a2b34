"""A build gives the same bytes whatever does the work."""

import json
import signal
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from heapq import merge
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kg.engine import Done, Setup, Task, Work, reading, spark
from kg.errors import EngineError
from kg.export import Options
from kg.export.parts import alone as alone_by_itself
from kg.export.parts import write_parts
from kg.pipeline import build
from tests import gold_pipeline
from tests.engine.articles import VISIT
from tests.engine.processes import wait_until
from tests.quality.notation import SEEDS

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

FORMATS = ("nquads", "parts", "page", "actions")


def built(output: Path, *, engine: str = "local", workers: int = 1) -> dict[str, str]:
    """Return the hashes of all files that a build of the seeds leaves, those of its work too."""
    build([SEEDS], output, formats=FORMATS, engine=engine, workers=workers)
    return files(output)


def files(folder: Path) -> dict[str, str]:
    """Return the hashes of all files in a folder and those below it."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest() for path in found}


@contextmanager
def small_parts() -> Iterator[None]:
    """Have parts of four articles, of which the seeds give several."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(write_parts, "__kwdefaults__", {"share": alone_by_itself, "articles": 4})
        yield


@pytest.fixture(scope="module", autouse=True)
def _small_parts() -> Iterator[None]:
    with small_parts():
        yield


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return what one process leaves."""
    return built(tmp_path_factory.mktemp("alone"))


@pytest.mark.quality
@pytest.mark.parametrize("withheld", [{"options": Options(with_text=False)}, {"left_out": ["Geert Wiersma"]}])
def test_parts_that_workers_write_merge_into_the_dump(tmp_path: Path, withheld: Mapping[str, Any]) -> None:
    build([SEEDS], tmp_path, formats=("nquads", "parts"), workers=2, work=tmp_path / "shelf", **withheld)
    parts = [path.read_bytes().splitlines(keepends=True) for path in tmp_path.glob("graph.part-*.nq")]

    made_anew = tmp_path / "without parts"
    build([SEEDS], made_anew, formats=("nquads",), **withheld)

    assert len(parts) > 2
    assert b"".join(merge(*parts)) == (tmp_path / "graph.nq").read_bytes() == (made_anew / "graph.nq").read_bytes()


@pytest.mark.quality
@pytest.mark.parametrize("workers", [2, 3])
def test_any_number_of_workers_builds_the_same_bytes(alone: dict[str, str], tmp_path: Path, workers: int) -> None:
    assert built(tmp_path, workers=workers) == alone


@pytest.mark.spark
def test_a_cluster_builds_the_same_bytes(
    alone: dict[str, str], tmp_path: Path, cluster: "SparkSession", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spark, "_MANY", 0)

    assert built(tmp_path, engine="spark") == alone


def build_gold(folder: Path, formats: Sequence[str], *, workers: int) -> None:
    """Build the graph of the articles in a folder, with small parts; other processes have no pipeline to read them."""
    with small_parts():
        build([folder / "news.jsonl"], folder / "out", formats=formats, workers=workers, pipeline=gold_pipeline.NAME)


@pytest.mark.crash
def test_a_build_killed_while_its_workers_write_parts_leaves_none_and_the_next_leaves_all(tmp_path: Path) -> None:
    records = [{"id": f"{number}", "url": f"https://krant.example/{number}", "text": VISIT} for number in range(600)]
    (tmp_path / "news.jsonl").write_text("\n".join(map(json.dumps, records)))
    build_gold(tmp_path, ["nquads"], workers=1)
    # Not forked: pytest's process runs threads of other tests.
    child = get_context("spawn").Process(target=build_gold, args=(tmp_path, ["parts"]), kwargs={"workers": 2})
    child.start()
    wait_until(lambda: not child.is_alive() or any(tmp_path.glob("out/.kg-new/*/graph.part-*.nq")))

    child.kill()
    child.join()

    assert child.exitcode == -signal.SIGKILL
    assert [path.name for path in tmp_path.glob("out/graph*")] == ["graph.nq"]
    dump = (tmp_path / "out/graph.nq").read_bytes()
    build_gold(tmp_path, ["parts"], workers=2)
    parts = [path.read_bytes().splitlines(keepends=True) for path in tmp_path.glob("out/graph.part-*.nq")]
    assert len(parts) == 600 / 4 + 1
    assert b"".join(merge(*parts)) == dump


def test_a_cluster_that_writes_where_nobody_sees_it_ends_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def elsewhere(setup: Setup) -> Work[Task, Done]:
        return reading(replace(setup, shards=tmp_path / "elsewhere"))

    monkeypatch.setattr("kg.pipeline.collecting.reading", elsewhere)
    (tmp_path / "a.txt").write_text("Minister Noor Zandbergen bezocht woensdag Gent.", encoding="utf-8")

    with pytest.raises(EngineError, match="has nothing of 1 articles that were read"):
        build([tmp_path / "a.txt"], tmp_path / "out", pipeline=gold_pipeline.NAME)

    assert not (tmp_path / "out" / "graph.nq").exists()
