"""How many threads the pipeline computes with."""

from contextlib import AbstractContextManager
from functools import cache

from threadpoolctl import ThreadpoolController


def one_thread() -> AbstractContextManager[object]:
    """Return a block in which NumPy multiplies matrices with one thread.

    Those of a sentence are so small that two threads mostly wait for each other: eight times the processor time on two
    busy cores. More cores are used by more processes.
    """
    limit: AbstractContextManager[object] = _libraries().limit(limits=1, user_api="blas")
    return limit


@cache
def _libraries() -> ThreadpoolController:
    """Return the libraries that are loaded, which takes some milliseconds to find out; NumPy is one by now."""
    return ThreadpoolController()
