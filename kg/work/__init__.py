"""What a build keeps of its work, so that the next one reads only what is new: the work folder.

    articles.parquet              the articles of the graph, a row for each place where one was read   (`articles`)
    extractions-<name>.parquet    what they say, a row for each article, in shards                      (`shards`)

The two are joined by their column `key`. A row whose key no article has is left over from a build that was cut off.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.staging import held, remove_if_empty, told_as_output_error
from kg.work.articles import remove_state
from kg.work.files import remove_unfinished
from kg.work.shards import Shards
from kg.work.temporary import temporary_folder

FOLDER = "work"
"""Name of the work folder in an output folder."""


@contextmanager
def opened(folder: Path | None) -> Iterator[Path]:
    """Give a work folder, held for this process; without one, a folder that goes again.

    Raises:
        OutputError: another process holds it, or it cannot be written.
    """
    if folder is None:
        with temporary_folder() as temporary:
            yield temporary
        return
    with held(folder):
        remove_unfinished(folder)
        yield folder


def remove_work(folder: Path) -> None:
    """Remove all that kg kept in a work folder, and the folder if nothing else is in it.

    Raises:
        OutputError: it cannot be removed.
    """
    if folder.is_dir():
        with held(folder), told_as_output_error(folder):
            remove_state(folder)
            Shards(folder).sweep(())
            remove_unfinished(folder)
        remove_if_empty(folder)
