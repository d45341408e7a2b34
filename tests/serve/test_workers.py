"""Processes that answer questions, and what becomes of them."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.serve.answering import Request
from kg.serve.workers import Pool

ANY = Request("ASK { ?s ?p ?o }")
PLENTY = 8_000_000_000
NEVER_KILLED = """
import time
from kg.query.ask import ended_after
with ended_after(-4.8):  # so that with the time of grace it is 0.2
    time.sleep(60)
"""


@pytest.fixture
def pool(served: Path) -> Iterator[Pool]:
    opened = Pool(served, size=1, seconds=20, memory=PLENTY)
    yield opened
    opened.close()


def kill_the_worker(pool: Pool) -> None:
    """Kill the one worker from outside, as the system does where memory is short."""
    with pool._worker() as worker:
        os.kill(worker._process.pid or 0, signal.SIGKILL)
        worker._process.join()


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_worker_that_was_killed_is_replaced(pool: Pool) -> None:
    kill_the_worker(pool)

    assert b"true" in pool.ask(ANY).body


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_process_that_nobody_is_left_to_kill_ends_itself() -> None:
    done = subprocess.run([sys.executable, "-c", NEVER_KILLED], check=False, timeout=50)

    assert done.returncode == -signal.SIGALRM


def test_a_graph_that_is_built_anew_is_what_the_next_answer_is_about(served: Path, tmp_path: Path) -> None:
    shutil.copy(served / "graph.nq", tmp_path)
    pool = Pool(tmp_path, size=1, seconds=20, memory=PLENTY)
    before = pool.ask(ANY).body

    (tmp_path / "graph.nq").write_bytes(b"")
    after = pool.ask(Request("ASK { ?s a kg:Action }")).body
    pool.close()

    assert b"true" in before
    assert b"false" in after
