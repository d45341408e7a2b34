"""CSV and TSV: one article a row, its fields in named columns."""

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from kg.errors import ReadError
from kg.model import Document
from kg.read.content import MAX_BYTES, open_source, unreadable
from kg.read.decode import check_is_text, encoding_of, not_in
from kg.read.records import check_columns, read_records
from kg.read.telling import said
from kg.read.values import Skipped, Source

_DELIMITERS = "\t;|,"


def read_delimited(source: Source) -> Iterator[Document | Skipped]:
    """Yield the article of every row; the first line names the columns, in any case, as in `record_fields`.

    What stands between columns is the tab, semicolon, bar or comma that the first line has most of.

    See https://www.rfc-editor.org/rfc/rfc4180

    Raises:
        ReadError: the file cannot be opened or decoded, no column holds text, or its quotes do not end.
    """
    csv.field_size_limit(MAX_BYTES)
    try:
        with open_source(source) as file, _decoded(file, source.encoding) as text:
            yield from read_records(_rows(text), source, unit="row")
    except UnicodeDecodeError as error:
        raise ReadError(not_in(error.encoding, error.object[error.start], error.start), where=source.where) from error
    except (LookupError, UnicodeError, csv.Error) as error:
        raise ReadError(f"is no table that can be read ({said(error)})", where=source.where) from error
    except OSError as error:
        raise unreadable(source, error) from error


@contextmanager
def _decoded(file: BinaryIO, encoding: str) -> Iterator[io.TextIOWrapper]:
    check_is_text(file, encoding=encoding)
    beginning = cast(io.BufferedReader, file).peek(4)
    text = io.TextIOWrapper(file, encoding=encoding or encoding_of(beginning), newline="")
    yield text
    text.detach()  # or it would close standard input


def _rows(text: io.TextIOWrapper) -> Iterator[tuple[int, dict[str, str]]]:
    header = text.readline(MAX_BYTES)
    delimiter = max(_DELIMITERS, key=header.count)
    columns = [name.strip().lower() for name in next(csv.reader([header], delimiter=delimiter), [])]
    check_columns(columns)
    rows = csv.reader(_lines(text), delimiter=delimiter)
    for number, values in enumerate(rows, start=1):
        if any(values):
            yield number, dict(zip(columns, values, strict=False))


def _lines(text: io.TextIOWrapper) -> Iterator[str]:
    for line in iter(lambda: text.readline(MAX_BYTES + 1), ""):
        if len(line) > MAX_BYTES:
            raise csv.Error(f"a line of more than {MAX_BYTES // 1_000_000} million characters")
        yield line
