"""Records with named fields, from JSON, CSV and Parquet."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from textwrap import shorten
from typing import Any

from kg.errors import ReadError
from kg.lang.fields import record_fields
from kg.model import Document
from kg.read.articles import clean
from kg.read.content import MAX_BYTES
from kg.read.formats.ninjs import is_ninjs, read_item
from kg.read.values import Skipped, Source


def read_records(
    records: Iterable[tuple[int, Any]],
    source: Source,
    *,
    unit: str,
    parse: Callable[[Any], Any] = lambda record: record,
) -> Iterator[Document | Skipped]:
    """Yield the article of every record; one that is none is skipped, with its number as the `unit` of the file.

    Records come with their number; `parse` makes one of what comes, or raises ValueError. A record without `id` is
    called after its file and number. Offsets count in its text as it stands.
    """
    for number, record in records:
        where = f"{source.where} {unit} {number}"
        try:
            yield to_document(parse(record), id=f"{source.id}-{number}")
        except ReadError as error:
            yield Skipped(where, error.message)
        except (ValueError, RecursionError) as error:
            yield Skipped(where, f"is no JSON: {error}")


def to_document(record: Any, *, id: str) -> Document:
    """Return the article of one record, with the fields of `record_fields` or as ninjs; `id` if it has none.

    Raises:
        ReadError: it has no text.
    """
    if not isinstance(record, Mapping):
        raise ReadError('is no record; one is {"text": "...", "published": "2020-09-16"}')
    if is_ninjs(record):
        return read_item(record, id=id)
    fields: dict[str, str] = {"id": id, "language": ""}
    named: dict[str, str] = {}
    for key, name in record_fields().items():
        value = record.get(key)
        if value not in (None, ""):
            named.setdefault(name, _string(value, key))
    if not named.get("text", "").strip():
        raise ReadError("has no text")
    if len(named["text"]) > MAX_BYTES:
        raise ReadError(f"has a text of more than {MAX_BYTES // 1_000_000} million characters")
    return Document(**{**fields, **named})  # type: ignore[arg-type]  # none of them is the body


def check_columns(columns: Sequence[str]) -> None:
    """Raise ReadError where none of the columns, in lower case, holds text."""
    texts = [key for key, name in record_fields().items() if name == "text"]
    if not set(texts) & set(columns):
        found = ", ".join(filter(str.isprintable, columns))
        raise ReadError(f"has no column {' or '.join(texts)}; it has {shorten(found, 100)}")


def _string(value: Any, key: str) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ReadError(f"{key!r} is no text")
    return clean(str(value))
