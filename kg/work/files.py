"""Files and folders that are there whole or not at all, also after a kill or a loss of power."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from shutil import rmtree

from kg.staging import sync

UNFINISHED = ".unfinished"
"""Ending of the name of a file that is still being written."""


@contextmanager
def written_aside(path: Path) -> Iterator[Path]:
    """Give the path of a file to write; once the block ends, it is at `path`, in place of what was there.

    Several processes, also of several machines, may write one file at one time: each has a name of its own to write
    under, and the last to end wins.
    """
    aside = path.with_name(f".{path.name}.{token_hex(8)}{UNFINISHED}")
    try:
        yield aside
        sync(aside)
        os.replace(aside, path)
    finally:
        aside.unlink(missing_ok=True)
    sync(path.parent)


def remove_unfinished(folder: Path) -> None:
    """Remove what processes that were killed left half written in a folder."""
    for path in folder.glob(f".*{UNFINISHED}"):
        if path.is_dir():
            rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
