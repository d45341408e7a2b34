"""A cluster of two processes leaves what this process does, also where one of them is killed."""

import os
import signal
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.engine import spark
from kg.engine.task import Done, Setup, Task
from kg.errors import EngineError
from kg.work.rows import to_batch
from tests.engine.articles import (
    KILLS,
    RAISES,
    VISIT,
    articles,
    extract_patiently,
    read,
    read_articles,
    read_here,
    setup,
    shards,
    task,
    tasks,
)
from tests.engine.processes import executors, wait_until

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


@pytest.mark.spark
def test_a_cluster_of_which_a_process_is_killed_leaves_what_this_process_does(
    cluster: "SparkSession", tmp_path: Path
) -> None:
    work = tasks(articles(24), size=2)
    here, there = setup(tmp_path / "here"), setup(tmp_path / "there", extract_patiently)
    before = executors(cluster)

    with ThreadPoolExecutor() as threads:
        found = threads.submit(lambda: read_there(work, there))
        wait_until(lambda: there.shards.exists() and any(there.shards.iterdir()))
        os.kill(min(before), signal.SIGKILL)

    assert found.result() == read_here(work, here) == [Done(2)] * 12
    assert shards(there.shards) == shards(here.shards)
    assert min(before) not in executors(cluster)


@pytest.mark.spark
def test_an_article_that_kills_its_process_does_not_end_the_job(cluster: "SparkSession", tmp_path: Path) -> None:
    work = tasks(articles(6, texts=(VISIT, KILLS, VISIT, VISIT, RAISES, VISIT)), size=3)

    found = [failure.document_id for done in read_there(work, setup(tmp_path)) for failure in done.failures]

    assert found == ["nieuws/001", "nieuws/004"]
    assert read_articles(tmp_path) == [f"nieuws/{number:03}" for number in (0, 2, 3, 5)]


@pytest.mark.spark
def test_what_no_article_is_at_fault_of_ends_the_job_with_one_line(cluster: "SparkSession", tmp_path: Path) -> None:
    missing = Setup((("nl", "nl_of_nobody"),), tmp_path)

    with pytest.raises(EngineError, match="spark: nl_of_nobody: spaCy finds no such pipeline"):
        read_there(tasks(articles(2)), missing)


def test_no_java_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyspark")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", "")

    with pytest.raises(EngineError, match="spark: needs Java 17"):
        read_there(tasks(articles(1)), setup(tmp_path))


def test_no_spark_is_told_with_the_way_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spark, "find_spec", lambda name: None)

    with pytest.raises(EngineError, match=r"pip install 'kg\[spark\]'"):
        read_there(tasks(articles(1)), setup(tmp_path))


def test_what_goes_to_the_cluster_at_once_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [to_batch([task([document])], Task) for document in articles(5, texts=(VISIT,))]
    monkeypatch.setattr(spark, "_JOB", 2 * rows[0].nbytes)

    assert [len(some) for some in spark._jobs(rows)] == [3, 2]


def read_there(tasks: Sequence[Task], setup: Setup) -> list[Done]:
    """Return what came of tasks that a cluster did."""
    with spark.opened() as engine:
        return read(engine, tasks, setup)
