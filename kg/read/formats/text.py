"""Plain text and Markdown: one article a file, with an optional header."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from kg.errors import ReadError
from kg.model import Document, Span
from kg.read.content import load
from kg.read.decode import decode
from kg.read.furniture import end_of_news
from kg.read.headers import find_title, read_header
from kg.read.values import Source


def read_text(source: Source) -> Iterator[Document]:
    """Yield the article of a text file.

    Raises:
        ReadError: the file is no text, or holds no news below its header.
    """
    text = decode(load(source), where=source.where, encoding=source.encoding)
    header = read_header(text)
    if header.end == len(text):
        raise ReadError("has a header and no news below it", where=source.where)
    end = end_of_news(text, header.end)
    body = Span(header.end, end) if (header.end, end) != (0, len(text)) else None
    fields: dict[str, Any] = {
        "title": find_title(text, header.end),
        "published": header.dateline,
        **header.fields,
    }
    yield replace(Document(source.id, text, language="", body=body), **fields)
