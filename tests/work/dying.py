"""Things done in processes that may die, each forked from a small one that has loaded all they need.

pytest's own process holds what every test before has loaded, and the more a process holds the slower it is to fork.
"""

import os
import signal
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Protocol

from kg.cycles import spare_what_is_loaded

KILLED = -signal.SIGKILL
"""How a process ends that was killed."""


class EndOf(Protocol):
    """Does something in a process, kills that after some seconds if they are given, and returns its exit code."""

    def __call__(self, act: Callable[[], object], *, killed_after: float | None = None) -> int: ...


@contextmanager
def ends(warm: Callable[[], object]) -> Iterator[EndOf]:
    """Give what does something in a process of its own; `warm` is done first, so that each has loaded what it needs."""
    with ProcessPoolExecutor(1, get_context("spawn")) as small:

        def end_of(act: Callable[[], object], *, killed_after: float | None = None) -> int:
            return small.submit(_end_of, act, killed_after).result()

        small.submit(warm).result()
        small.submit(spare_what_is_loaded).result()
        yield end_of


def _end_of(act: Callable[[], object], killed_after: float | None) -> int:
    child = os.fork()
    if not child:
        code = 1
        try:
            act()
            code = 0
        finally:
            os._exit(code)
    if killed_after is not None:
        time.sleep(killed_after)
        os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
