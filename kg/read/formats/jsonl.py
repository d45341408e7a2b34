"""JSON Lines: one article a line, with the fields of `record_fields` and at least a text, or as ninjs."""

import json
from collections.abc import Iterator
from functools import partial
from typing import Any, BinaryIO

from kg.model import Document
from kg.read.content import MAX_BYTES, open_source, unreadable
from kg.read.decode import check_is_text, decode
from kg.read.records import read_records
from kg.read.values import Skipped, Source


def read_jsonl(source: Source) -> Iterator[Document | Skipped]:
    """Yield the article of every line; a line that is none is skipped, with its number.

    See https://jsonlines.org/

    Raises:
        ReadError: the file cannot be opened, or is none of lines.
    """
    try:
        with open_source(source) as file:
            check_is_text(file, encoding=source.encoding, opening="{")
            yield from read_records(_lines(file), source, unit="line", parse=partial(_parsed, source.encoding))
    except OSError as error:
        raise unreadable(source, error) from error


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    for number, line in enumerate(iter(lambda: file.readline(MAX_BYTES + 1), b""), start=1):
        if line.strip():
            yield number, line


def _parsed(encoding: str, line: bytes) -> Any:
    return json.loads(decode(line, where="", encoding=encoding))
