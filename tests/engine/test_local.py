"""The same shards, however the work is shared out and whatever dies of it."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kg.engine.task import Done, Setup
from kg.errors import EngineError, PipelineNotInstalled
from tests.engine.articles import (
    KILLS,
    RAISES,
    VISIT,
    articles,
    read_articles,
    read_here,
    setup,
    shards,
    task,
    tasks,
)
from tests.engine.processes import wait_until


@pytest.mark.crash
def test_any_number_of_workers_writes_the_same_shards(tmp_path: Path) -> None:
    work = tasks(articles(10))

    for workers in (1, 2, 3):
        assert sum(done.articles for done in read_here(work, setup(tmp_path / str(workers)), workers)) == 10

    assert len(shards(tmp_path / "1")) == 3
    assert shards(tmp_path / "1") == shards(tmp_path / "2") == shards(tmp_path / "3")


@pytest.mark.crash
def test_what_came_of_tasks_comes_in_their_order(tmp_path: Path) -> None:
    work = [task(articles(count)) for count in (1, 4, 2)]

    assert [done.articles for done in read_here(work, setup(tmp_path), 2)] == [1, 4, 2]


def test_an_article_that_kg_fails_on_costs_no_other(tmp_path: Path) -> None:
    work = [task(articles(4, texts=(VISIT, RAISES, VISIT, VISIT)))]

    [done] = read_here(work, setup(tmp_path))

    [failure] = done.failures
    assert failure.document_id == "nieuws/001"
    assert failure.reason == "kg failed on it: ValueError: a bug (please report)"
    assert read_articles(tmp_path) == ["nieuws/000", "nieuws/002", "nieuws/003"]


@pytest.mark.crash
def test_an_article_that_kills_its_process_costs_no_other(tmp_path: Path) -> None:
    work = tasks(articles(6, texts=(VISIT, VISIT, KILLS, VISIT, VISIT, VISIT)), size=3)

    dead, well = read_here(work, setup(tmp_path), 2)

    [failure] = dead.failures
    assert failure.document_id == "nieuws/002"
    assert failure.reason == "kg failed on it: its process died (status 9) (please report)"
    assert well == Done(3)
    assert read_articles(tmp_path) == [f"nieuws/{number:03}" for number in (0, 1, 3, 4, 5)]


def test_a_task_whose_shard_is_there_is_not_done_again(tmp_path: Path) -> None:
    work = tasks(articles(4))
    read_here(work, setup(tmp_path))
    [shard] = tmp_path.iterdir()
    written = shard.stat().st_ino

    assert read_here(work, setup(tmp_path)) == [Done(4)]

    assert shard.stat().st_ino == written


def test_a_pipeline_that_is_missing_is_told_by_a_worker_too(tmp_path: Path) -> None:
    missing = Setup((("nl", "nl_of_nobody"),), tmp_path)

    with pytest.raises(PipelineNotInstalled, match="nl_of_nobody"):
        read_here(tasks(articles(2), size=1), missing, 2)


def test_a_worker_that_cannot_begin_is_no_fault_of_an_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")

    with pytest.raises(EngineError, match="ended before it could begin"):
        read_here(tasks(articles(2), size=1), setup(tmp_path), 2)


@pytest.mark.crash
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
def test_workers_end_with_the_one_who_gave_them_work(tmp_path: Path, end: signal.Signals) -> None:
    program = f"import sys; sys.path[:] = {sys.path!r}; from tests.engine.articles import work_slowly; work_slowly()"
    caller = subprocess.Popen([sys.executable, "-c", program], cwd=tmp_path, stderr=subprocess.DEVNULL)
    wait_until(lambda: len(workers(tmp_path)) == 2)

    caller.send_signal(end)

    assert caller.wait(timeout=120) != 0
    wait_until(lambda: not any(map(is_running, workers(tmp_path))))
    assert len(read_articles(tmp_path / "shards")) < 100


def workers(folder: Path) -> list[int]:
    return [int(path.name.partition("-")[2]) for path in folder.glob("worker-*")]


def is_running(process: int) -> bool:
    return Path(f"/proc/{process}").exists()
