"""Things done in processes that may die, each forked from a small one that has loaded all they need.

pytest's own process holds what every test before has loaded, and the more a process holds the slower it is to fork.
"""

import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Protocol

from kg.cycles import spare_what_is_loaded

KILLED = -signal.SIGKILL
"""How a process ends that was killed."""


class EndOf(Protocol):
    """Does something in a process, kills that after some seconds if they are given, and returns its exit code.

    A process that fails prints why, and its code is 1.
    """

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
    child = get_context("fork").Process(target=act)
    child.start()
    child.join(killed_after)
    child.kill()
    child.join()
    assert child.exitcode is not None, "it has ended"
    return child.exitcode
