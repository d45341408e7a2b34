"""The articles that a graph is of: `articles.parquet` in the work folder, a row for each place where one was read.

The table says in its metadata which set of output files it belongs to, by their manifest. It is written aside before
that set comes into its place, and taken over once it has: so it is never of another graph than the one that is there.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from kg.errors import OutputError
from kg.staging import sync, told_as_output_error
from kg.work.files import written_aside
from kg.work.rows import from_batch, schema_of, to_batch

ARTICLES = "articles.parquet"
VERSION = b"1"
"""Of the meaning of the columns; raised when that changes while their names and types do not."""

_NEXT = ".articles-next.parquet"
_VERSION, _GRAPH, _MAKERS, _SETTINGS = b"kg.articles", b"kg.graph", b"kg.makers", b"kg.settings"


@dataclass(frozen=True, slots=True)
class Article:
    """A place where an article was read, and what it is in the graph."""

    id: str
    """Of the article in the graph; places that give the same article have the same."""
    title: str
    published: str
    source: str
    language: str
    url: str
    file: str
    """Path of its file as seen from the output folder, the address, or `-` for standard input."""
    file_id: str
    """Id that the file was given, from which follow those of its articles."""
    file_hash: str
    """SHA-256 of the file and of how it was read; empty for what is to be read again each time."""
    own_id: str
    """Id of the article before it was told apart from others of the same id."""
    words: str
    """SHA-256 of what it says: of articles of one id with the same words one is built."""
    content: str
    """SHA-256 of all that was read of it."""
    key: str
    """Of its row in the shards."""


@dataclass(frozen=True, slots=True)
class State:
    """What the last build left."""

    articles: tuple[Article, ...] = ()
    makers: tuple[tuple[str, str], ...] = ()
    """Codes of languages with what stands for what made the extractions in it, see `kg.work.maker`."""
    settings: tuple[tuple[str, str], ...] = ()
    """Of the graph, by name."""


SCHEMA = schema_of(Article)


def read_state(folder: Path, graph: str) -> tuple[State, tuple[str, ...]]:
    """Return what the last build left in a work folder, and what is wrong with it, if anything.

    `graph` stands for the output files that are there, see `kg.staging.fingerprint`. What is damaged, of another
    version or of another graph is not used.

    Raises:
        OutputError: a table is there that kg did not write, or one of a graph and no output files.
    """
    with told_as_output_error(folder):
        _settle(folder, graph)
        if not (folder / ARTICLES).exists():
            return State(), ()
        if not graph:
            raise OutputError("was kept for another graph; move it or choose another folder", where=folder / ARTICLES)
        table = _table(folder / ARTICLES)
        if table is None:
            return State(), ("is damaged, or of another version of kg: all articles are read anew",)
        said = table.schema.metadata
        if said[_GRAPH].decode() != graph:
            return State(), ("was kept for another graph: all articles are read anew",)
        articles = tuple(one for batch in table.to_batches() for one in from_batch(batch, Article))
        return State(articles, _pairs(said[_MAKERS]), _pairs(said[_SETTINGS])), ()


def write_state(folder: Path, state: State, graph: str) -> None:
    """Write what the next build needs beside what is there; `take_over` puts it in its place.

    Raises:
        OutputError: it cannot be written.
    """
    metadata = {
        _VERSION: VERSION,
        _GRAPH: graph.encode(),
        _MAKERS: json.dumps(state.makers).encode(),
        _SETTINGS: json.dumps(state.settings).encode(),
    }
    batch = to_batch(state.articles, Article)
    with told_as_output_error(folder), written_aside(folder / _NEXT) as aside:
        table = pa.Table.from_batches([batch]).replace_schema_metadata(metadata)
        pq.write_table(table, aside, compression="zstd", write_page_checksum=True)


def take_over(folder: Path) -> None:
    """Put the table that was written last in its place.

    Raises:
        OutputError: it cannot be moved.
    """
    with told_as_output_error(folder):
        (folder / _NEXT).replace(folder / ARTICLES)
        sync(folder)


def remove_state(folder: Path) -> None:
    """Remove the tables that kg wrote to a work folder."""
    for path in (folder / _NEXT, folder / ARTICLES):
        if _table(path) is not None:
            path.unlink()


def _settle(folder: Path, graph: str) -> None:
    """Take over a table whose graph is there, and remove one whose graph never came."""
    if (folder / _NEXT).exists():
        table = _table(folder / _NEXT)
        if graph and table is not None and table.schema.metadata[_GRAPH].decode() == graph:
            take_over(folder)
        else:
            (folder / _NEXT).unlink()


def _table(path: Path) -> pa.Table | None:
    """Return a table that kg wrote; None where it cannot be read, or is of another version."""
    try:
        with pq.ParquetFile(path, page_checksum_verification=True) as file:
            table, rows = file.read(), file.metadata.num_rows
    except (pa.ArrowException, ValueError, OSError):
        return None
    said = table.schema.metadata or {}
    is_ours = (
        table.schema.equals(SCHEMA) and said.get(_VERSION) == VERSION and {_GRAPH, _MAKERS, _SETTINGS} <= said.keys()
    )
    return table if is_ours and table.num_rows == rows else None


def _pairs(said: bytes) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in json.loads(said))
