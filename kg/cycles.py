"""Python's search for cycles of objects, which takes the longer the more values there are."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_search() -> Iterator[None]:
    """Let Python look for no cycles of objects in the block; also a decorator.

    The values of kg hold none: of the time that it took to load and resolve a thousand articles, a third was spent on
    looking, and none were found.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def spare_what_is_loaded() -> None:
    """Leave all that there is now out of every later search: pipelines and word lists stay anyway.

    A search that goes over them takes a sixth of a second, and one came after every hundred articles.
    """
    gc.freeze()
