"""How a process ended that did something is told, and why if it failed."""

import os
import signal
import time
from collections.abc import Iterator
from functools import partial

import pytest

from tests.work.dying import KILLED, EndOf, ends


@pytest.fixture(scope="module")
def end_of() -> Iterator[EndOf]:
    with ends(os.getpid) as end_of:
        yield end_of


def test_what_is_done_ends_well(end_of: EndOf) -> None:
    assert end_of(os.getpid) == 0


def test_what_fails_says_why(capfd: pytest.CaptureFixture[str]) -> None:
    with ends(os.getpid) as end_of:
        assert end_of(partial(os.stat, "/no/such/article")) == 1

    assert "No such file or directory: '/no/such/article'" in capfd.readouterr().err


def test_what_takes_too_long_is_killed(end_of: EndOf) -> None:
    assert end_of(partial(time.sleep, 60), killed_after=0.01) == KILLED


def test_what_kills_itself_is_killed(end_of: EndOf) -> None:
    assert end_of(partial(signal.raise_signal, signal.SIGKILL)) == KILLED
