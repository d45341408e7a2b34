"""The same parts of a graph, whoever writes them and whatever dies of it."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest

from kg.engine import ENGINES, Work, shared
from kg.engine.work import Answer, Task, Workers
from kg.engine.writing import Desk, write_batches
from kg.errors import EngineError
from kg.export import Options
from kg.export.parts import Part, write_parts
from kg.export.slices import Slice
from kg.graph import KnowledgeGraph
from kg.model import Span
from kg.work.rows import from_batch, to_batch
from kg.work.shards import Shards
from tests.engine.processes import executors, wait_until
from tests.export.large import large_graph

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

DEFAULTS = Options()
ARTICLES = 3
"""Of a part: in each but the last something is told that an article of another part told first."""


class DeadlyOptions(Options):
    """Options that kill the process that writes by them."""

    def words(self, text: str, span: Span) -> str:
        """Return nothing."""
        os._exit(9)


@dataclass(frozen=True)
class Repeating:
    """An engine that does each task twice."""

    elsewhere: Path | None = None
    """A folder that nobody else sees, in which it writes, if anything."""

    def do(self, work: Work[Task, Answer], tasks: Sequence[Task]) -> Iterator[Answer]:
        """Yield what came of each task."""
        assert isinstance(work.function, partial)
        desk: Desk = work.function.keywords["desk"]
        desk = replace(desk, folder=self.elsewhere or desk.folder)
        for task in tasks:
            batch = to_batch([task], work.task)
            first, second = write_batches(iter([batch, batch]), desk)
            assert first == second
            yield from from_batch(second, work.answer)

    def is_apart(self, work: Work[Task, Answer], tasks: Sequence[Task]) -> bool:
        """Tell that it does all of them."""
        return True


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return large_graph(copies=4)


@pytest.fixture(scope="module")
def alone(graph: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Return what this process writes by itself."""
    folder = tmp_path_factory.mktemp("alone")
    write_parts(graph, folder / "graph.parts.json", DEFAULTS, articles=ARTICLES)
    return files(folder)


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def kept(graph: KnowledgeGraph, folder: Path) -> tuple[Shards, Mapping[str, str]]:
    """Return shards of what the articles of a graph say, five articles each, and the key of each article."""
    shards = Shards(folder)
    extractions = graph.resolution.extractions
    keys = {one.document.id: f"key of {one.document.id}" for one in extractions}
    for start in range(0, len(extractions), 5):
        some = extractions[start : start + 5]
        shards.write([keys[one.document.id] for one in some], some)
    return shards, keys


def written(
    engine: Workers, graph: KnowledgeGraph, folder: Path, *, options: Options = DEFAULTS, articles: int = ARTICLES
) -> dict[str, bytes]:
    """Return the files that an engine leaves of a graph."""
    output = folder / "output"
    output.mkdir()
    share = shared(engine, *kept(graph, folder / "shards"))
    write_parts(graph, output / "graph.parts.json", options, share=share, articles=articles)
    return files(output)


@pytest.mark.crash
@pytest.mark.parametrize("workers", [1, 2, 3])
def test_any_number_of_workers_writes_the_same_parts(
    graph: KnowledgeGraph, alone: Mapping[str, bytes], tmp_path: Path, workers: int
) -> None:
    with ENGINES["local"](workers) as engine:
        assert written(engine, graph, tmp_path) == alone

    assert len(alone) == 2 * (3 + 1) + 1


@pytest.mark.spark
def test_a_cluster_of_which_a_process_is_killed_writes_the_same_parts(cluster: "SparkSession", tmp_path: Path) -> None:
    graph = large_graph(copies=60)
    (tmp_path / "here").mkdir()
    write_parts(graph, tmp_path / "here" / "graph.parts.json", DEFAULTS, articles=3)
    before = executors(cluster)

    with ENGINES["spark"](0) as engine, ThreadPoolExecutor() as threads:
        found = threads.submit(lambda: written(engine, graph, tmp_path))
        wait_until(lambda: any(tmp_path.glob("output/*/graph.part-*.nq")))
        os.kill(min(before), signal.SIGKILL)

    assert found.result() == files(tmp_path / "here")
    assert min(before) not in executors(cluster)


def test_parts_that_are_written_twice_leave_their_files_once(
    graph: KnowledgeGraph, alone: Mapping[str, bytes], tmp_path: Path
) -> None:
    assert written(Repeating(), graph, tmp_path) == alone


def test_parts_that_were_written_where_nobody_sees_them_are_missed(graph: KnowledgeGraph, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()

    with pytest.raises(EngineError, match=r"has no graph\.part-0001\.nq, .* every machine of a cluster must see"):
        written(Repeating(elsewhere), graph, tmp_path)

    assert files(tmp_path / "output") == {}


@pytest.mark.parametrize("lose", [Path.unlink, partial(Path.write_bytes, data=b"PAR1")])
def test_articles_whose_shard_is_lost_are_told_with_the_part_that_needs_them(
    graph: KnowledgeGraph, tmp_path: Path, lose: Callable[[Path], object]
) -> None:
    shards, keys = kept(graph, tmp_path / "shards")

    def lose_and_share(
        graph: KnowledgeGraph, slices: Sequence[Slice], folder: Path, options: Options
    ) -> Iterator[Part]:
        index = shards.index()
        lose(index[keys[slices[0].documents[0]]])
        with patch.object(Shards, "index", return_value=index):
            yield from shared(Repeating(), shards, keys)(graph, slices, folder, options)

    with pytest.raises(EngineError, match="has nothing of 3 articles of part 0001: every machine of a cluster must"):
        write_parts(graph, tmp_path / "graph.parts.json", DEFAULTS, share=lose_and_share, articles=3)


def test_a_part_that_kg_fails_on_ends_the_writing_with_its_name(graph: KnowledgeGraph, tmp_path: Path) -> None:
    mute = tuple(replace(one, mentions=()) for one in graph.resolution.extractions)
    shards, keys = kept(KnowledgeGraph(replace(graph.resolution, extractions=mute), graph.run), tmp_path / "shards")

    with pytest.raises(EngineError, match="part 0001: kg failed on it: IndexError"):
        write_parts(graph, tmp_path / "graph.parts.json", DEFAULTS, share=shared(Repeating(), shards, keys))


def test_a_process_that_only_writes_loads_no_pipeline() -> None:
    subprocess.run([sys.executable, "-c", "import sys, kg.engine; sys.exit('spacy' in sys.modules)"], check=True)


@pytest.mark.crash
def test_a_part_that_kills_its_process_ends_the_writing_with_its_name(graph: KnowledgeGraph, tmp_path: Path) -> None:
    with (
        ENGINES["local"](2) as engine,
        pytest.raises(EngineError, match=r"part 000\d: kg failed on it: its process died \(status 9\)"),
    ):
        written(engine, graph, tmp_path, options=DeadlyOptions())

    assert files(tmp_path / "output") == {}
