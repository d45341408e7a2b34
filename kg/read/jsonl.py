"""JSON Lines: one article a line, with the fields of `FIELDS` and at least a text."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from kg.errors import ReadError
from kg.model import Document
from kg.read.content import MAX_BYTES, open_source, unreadable
from kg.read.decode import decode
from kg.read.values import Skipped, Source

FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "id": "id",
        "text": "text",
        "title": "title",
        "published": "published",
        "date": "published",
        "source": "source",
        "author": "author",
        "url": "url",
        "language": "language",
    }
)
"""Keys of a record, and the field of `Document` that they fill; other keys are left aside."""

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def read_jsonl(source: Source) -> Iterator[Document | Skipped]:
    """Yield the article of every line; a line that is none is skipped, with its number.

    A record without `id` is called after its file and line. Offsets count in its `text` value, in which U+FFFD stands
    for half a character, which is no Unicode text.

    See https://jsonlines.org/

    Raises:
        ReadError: the file cannot be opened.
    """
    try:
        with open_source(source) as file:
            for number, line in enumerate(iter(lambda: file.readline(MAX_BYTES + 1), b""), start=1):
                if line.strip():
                    yield _read_line(line, number, source)
    except OSError as error:
        raise unreadable(source, error) from error


def _read_line(line: bytes, number: int, source: Source) -> Document | Skipped:
    where = f"{source.where} line {number}"
    try:
        record = json.loads(decode(line, where=where, encoding=source.encoding))
        return _to_document(record, id=f"{source.id}-{number}", where=where)
    except ReadError as error:
        return Skipped(where, error.message)
    except (ValueError, RecursionError) as error:
        return Skipped(where, f"is no JSON: {error}")


def _to_document(record: Any, *, id: str, where: str) -> Document:
    if not isinstance(record, dict):
        raise ReadError('is no record; a line is {"text": "...", "published": "2020-09-16"}', where=where)
    fields: dict[str, Any] = {}
    for key, name in FIELDS.items():
        value = record.get(key)
        if value not in (None, ""):
            fields.setdefault(name, _string(value, key, where))
    if not fields.get("text", "").strip():
        raise ReadError("has no text", where=where)
    return replace(Document(id, "", language=""), **fields)


def _string(value: Any, key: str, where: str) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ReadError(f"{key!r} is no text", where=where)
    return _LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", str(value))
