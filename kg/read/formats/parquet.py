"""Parquet: one article a row, its fields in named columns."""

from collections.abc import Iterator
from typing import Any

from kg.lang.fields import record_fields
from kg.model import Document
from kg.read.content import open_seekable
from kg.read.foreign import foreign
from kg.read.parts import allowance_of
from kg.read.records import check_columns, read_records
from kg.read.values import Skipped, Source

_ROWS = 16
"""Rows that are in memory at a time: one long text may stand in a thousand of them and in the file only once."""


def read_parquet(source: Source) -> Iterator[Document | Skipped]:
    """Yield the article of every row, by the columns of `record_fields`, in any case.

    See https://parquet.apache.org/docs/file-format/

    Raises:
        ReadError: the file is no Parquet, or no column holds text.
    """
    with foreign(source, "Parquet"):
        yield from read_records(_rows(source), source, unit="row")


def _rows(source: Source) -> Iterator[tuple[int, dict[str, Any]]]:
    from pyarrow import parquet

    with open_seekable(source) as content, parquet.ParquetFile(content) as file:
        names = {name: name.strip().lower() for name in file.schema_arrow.names}
        check_columns(list(names.values()))
        wanted = [name for name, lowered in names.items() if lowered in record_fields()]
        allowance = allowance_of(source)
        number = 0
        for batch in file.iter_batches(batch_size=_ROWS, columns=wanted):
            for row in batch.to_pylist():
                number += 1
                allowance.take(sum(len(value) for value in row.values() if isinstance(value, str)))
                yield number, {names[name]: value for name, value in row.items()}
