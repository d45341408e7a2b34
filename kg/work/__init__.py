"""What a build keeps of its work, so that the next one reads only what is new: the work folder.

    articles.parquet              the articles of the graph, a row for each place where one was read   (`articles`)
    extractions-<name>.parquet    what they say, a row for each article, in shards                      (`shards`)

The two are joined by their column `key`. A row whose key no article has is left over from a build that was cut off.
"""

from pathlib import Path

from kg.work.articles import remove_state
from kg.work.files import remove_unfinished
from kg.work.shards import Shards

FOLDER = "work"
"""Name of the work folder in an output folder."""


def remove_work(folder: Path) -> None:
    """Remove all that kg kept in a work folder, and the folder if nothing else is in it."""
    if folder.is_dir():
        remove_state(folder)
        Shards(folder).sweep(())
        remove_unfinished(folder)
        if not any(folder.iterdir()):
            folder.rmdir()
