"""What articles say, kept in Parquet files that are never changed: the part of a build that takes the time.

A shard is a file `extractions-<name>.parquet` with a row for each article: the columns of `Extraction`, and `key`,
which stands for the article's words and for what read them. A shard is whole or not there, and its name comes from its
keys, so that any process may write one at any time, twice even, and a build that was killed goes on with what is there.

A key may stand in two shards, and a shard may hold keys that nobody asks for any longer, until `Shards.sweep`.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from shutil import rmtree

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from kg.model import Document, Extraction
from kg.staging import told_as_output_error
from kg.work.files import UNFINISHED, written_aside
from kg.work.rows import from_batch, schema_of, to_batch

VERSION = b"1"
"""Of the meaning of the columns; raised when that changes while their names and types do not."""
KEY = "key"
SCHEMA = pa.schema([pa.field(KEY, pa.string(), nullable=False), *schema_of(Extraction)], {b"kg.extractions": VERSION})
"""Columns of a shard."""

SMALL = 100
"""Rows; once there are `FEW` shards with fewer, they are put together to shards of at least `LARGE`."""
FEW = 16
LARGE = 1000

_PATTERN = "extractions-*.parquet"


class Damaged(Exception):
    """A shard could not be read and is removed: what it held is lost, and must be read anew."""


def keyed(keys: Iterable[str], extractions: Iterable[Extraction]) -> pa.RecordBatch:
    """Return rows of a shard."""
    batch = to_batch(extractions, Extraction)
    return pa.RecordBatch.from_arrays([pa.array(keys, pa.string()), *batch.columns], schema=SCHEMA)


@dataclass(frozen=True, slots=True)
class Shards:
    """The shards in a folder."""

    folder: Path

    def index(self) -> Mapping[str, Path]:
        """Return the shard that each key is to be read from.

        A shard that cannot be read, or has other columns than this version of kg writes, is removed.
        """
        found: dict[str, Path] = {}
        for path in sorted(self.folder.glob(_PATTERN)):
            for key in _keys(path):
                found.setdefault(key, path)
        return found

    def path_of(self, keys: Iterable[str]) -> Path:
        """Return where the shard of these keys stands, or would."""
        return self.folder / f"extractions-{sha256(' '.join(keys).encode()).hexdigest()[:20]}.parquet"

    def write(self, keys: Sequence[str], extractions: Iterable[Extraction]) -> Path:
        """Write a shard, and return its path once it is on the disk."""
        return self.write_rows(keyed(keys, extractions))

    def write_rows(self, *rows: pa.RecordBatch) -> Path:
        """Write a shard of the rows that `keyed` gives, and return its path once it is on the disk.

        Raises:
            OutputError: it cannot be written; nothing of it is left.
        """
        path = self.path_of([key for batch in rows for key in batch.column(KEY).to_pylist()])
        with told_as_output_error(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
            with written_aside(path) as aside:
                pq.write_table(pa.Table.from_batches(rows), aside, compression="zstd", write_page_checksum=True)
        return path

    def read(self, keys: Collection[str]) -> Iterator[Extraction]:
        """Yield what the articles of these keys say, shard by shard; a key that no shard has gives nothing.

        Raises:
            Damaged: a shard turned out to be damaged.
        """
        for batch in self._batches(keys, SCHEMA.names):
            yield from from_batch(batch, Extraction)

    def read_from(self, places: Mapping[str, Collection[str]]) -> Iterator[Extraction]:
        """Yield what the articles of these keys say, each in the shard whose name is given; no other is looked at.

        Raises:
            Damaged: a shard turned out to be damaged.
        """
        for name, keys in places.items():
            for batch in _batches(self.folder / name, keys, SCHEMA.names):
                yield from from_batch(batch, Extraction)

    def documents(self, keys: Collection[str]) -> Iterator[tuple[str, Document]]:
        """Yield the articles of these keys, each with its key, shard by shard.

        Raises:
            Damaged: a shard turned out to be damaged.
        """
        for batch in self._batches(keys, [KEY, "document"]):
            articles = pa.RecordBatch.from_struct_array(batch.column("document"))
            yield from zip(batch.column(KEY).to_pylist(), from_batch(articles, Document), strict=True)

    @contextmanager
    def aside(self) -> Iterator[Path]:
        """Give a folder for what is needed for a while where the shards are; every process that sees them sees it."""
        folder = self.folder / f".{token_hex(8)}{UNFINISHED}"
        try:
            folder.mkdir()
            yield folder
        finally:
            rmtree(folder, ignore_errors=True)

    def sweep(self, live: Collection[str]) -> None:
        """Remove the rows of all other keys, and of each key all rows but one; put small shards together.

        Nothing of an article whose key is not `live` is left in the folder. May be cut off at any moment without loss.

        Raises:
            OutputError: one cannot be removed or written.
        """
        kept = self.kept(live)
        self._remove(path for path in self.folder.glob(_PATTERN) if path not in kept)
        for group in _put_together(kept):
            if len(group) > 1 or any(len(keys) < len(_keys(path)) for path, keys in group.items()):
                with suppress(Damaged):  # what is lost by it, the next build reads anew
                    self._replace(group)

    def _replace(self, group: Mapping[Path, Collection[str]]) -> None:
        """Put one shard in the place of several, with only these keys of each."""
        rows = (batch for path, keys in group.items() for batch in _batches(path, keys, SCHEMA.names))
        new = self.write_rows(*rows)
        self._remove(path for path in group if path != new)

    def _remove(self, paths: Iterable[Path]) -> None:
        with told_as_output_error(self.folder):
            for path in sorted(paths):
                path.unlink()

    def _batches(self, keys: Collection[str], columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
        for path, wanted in self.kept(keys).items():
            yield from _batches(path, wanted, columns)

    def kept(self, keys: Collection[str]) -> dict[Path, list[str]]:
        """Return which of these keys is to be read from which shard."""
        wanted, kept = frozenset(keys), dict[Path, list[str]]()
        for key, path in self.index().items():
            if key in wanted:
                kept.setdefault(path, []).append(key)
        return kept


def _put_together(kept: Mapping[Path, Sequence[str]]) -> Iterator[dict[Path, Sequence[str]]]:
    """Yield groups of shards that are to become one, and alone those that stay."""
    small = [path for path, keys in kept.items() if len(keys) < SMALL]
    merged = frozenset(small if len(small) >= FEW else [])
    yield from ({path: keys} for path, keys in kept.items() if path not in merged)
    group: dict[Path, Sequence[str]] = {}
    for path in sorted(merged):
        group[path] = kept[path]
        if sum(map(len, group.values())) >= LARGE:
            yield group
            group = {}
    if group:
        yield group


def _keys(path: Path) -> list[str]:
    """Return the keys in a shard; none where it cannot be read, and then it is removed."""
    try:
        with _opened(path) as shard:
            return [key for rows in _row_groups(shard, [KEY]) for key in rows.column(KEY).to_pylist()]
    except Damaged:
        return []


def _batches(path: Path, keys: Collection[str], columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
    """Yield the rows of a shard that have one of these keys, a row group at a time."""
    wanted = pa.array(sorted(keys), pa.string())
    with _opened(path) as shard:
        for rows in _row_groups(shard, columns):
            found = rows.filter(pc.is_in(rows.column(KEY), wanted)).combine_chunks().to_batches()
            yield from (batch for batch in found if batch.num_rows)


def _row_groups(shard: pq.ParquetFile, columns: Sequence[str]) -> Iterator[pa.Table]:
    for number in range(shard.num_row_groups):
        rows = shard.read_row_group(number, columns)
        if rows.num_rows != shard.metadata.row_group(number).num_rows:
            raise Damaged("a page is missing")
        yield rows


@contextmanager
def _opened(path: Path) -> Iterator[pq.ParquetFile]:
    """Give a shard to read; one that is no shard of this version, or is damaged, is removed.

    Raises:
        Damaged: it is removed.
    """
    try:
        with pq.ParquetFile(path, page_checksum_verification=True) as shard:
            if not _is_of_this_version(shard.schema_arrow):
                raise Damaged(path)
            yield shard
    except (pa.ArrowException, ValueError, OSError, Damaged) as error:
        if isinstance(error, OSError) and error.errno:  # of the system; Arrow's own word for damage has no number
            raise
        path.unlink(missing_ok=True)
        raise Damaged(path) from error


def _is_of_this_version(schema: pa.Schema) -> bool:
    said = schema.metadata or {}
    return schema.equals(SCHEMA) and (SCHEMA.metadata or {}).items() <= said.items()
