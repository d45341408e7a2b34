"""JSON: one article, or a list of them, each as in JSON Lines or as ninjs."""

import json
from collections.abc import Iterator
from typing import Any

from kg.errors import ReadError
from kg.model import Document
from kg.read.content import MAX_BYTES_WITH_PICTURES, load
from kg.read.decode import decode
from kg.read.records import read_records, to_document
from kg.read.values import Skipped, Source


def read_json(source: Source) -> Iterator[Document | Skipped]:
    """Yield the article that a file holds, or those of the list that it holds.

    Raises:
        ReadError: the file is no JSON, or holds no article.
    """
    content = _parsed(source)
    if isinstance(content, list):
        yield from read_records(enumerate(content, start=1), source, unit="record")
    else:
        yield to_document(content, id=source.id)


def _parsed(source: Source) -> Any:
    content = load(source, limit=MAX_BYTES_WITH_PICTURES)
    try:
        return json.loads(decode(content, where=source.where, encoding=source.encoding))
    except (ValueError, RecursionError) as error:
        raise ReadError(f"is no JSON: {error}", where=source.where) from error
