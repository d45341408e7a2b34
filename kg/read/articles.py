"""Articles out of what the formats hold: one way to lay out text, for all of them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from kg.errors import ReadError
from kg.model import Document, Span
from kg.read.furniture import without_furniture
from kg.read.headers import find_title, read_header

_NO_TEXT = re.compile(r"[\ud800-\udfff\0]")
_BLANKS = re.compile(r"\s+")
_OPENING = 2_000
"""Characters at the beginning of an article in which its title stands."""


def clean(text: str) -> str:
    """Return text that is Unicode text: U+FFFD stands for half a character and for NUL."""
    return _NO_TEXT.sub("\N{REPLACEMENT CHARACTER}", text)


def news_article(id: str, paragraphs: Iterable[str], fields: Mapping[str, str | None]) -> Document:
    """Return an article that a format for news describes: its headline, then its paragraphs, blank lines between.

    Offsets count in that text.

    Raises:
        ReadError: it has no text but a headline.
    """
    given = _given(fields)
    body = _paragraphs(paragraphs)
    if not body:
        raise ReadError("has no text")
    title = given.get("title", "")
    if title and body[0] != title:
        body.insert(0, title)
    return _document(id, "\n\n".join(body), given)


def typed_article(id: str, paragraphs: Iterable[str], properties: Mapping[str, str | None]) -> Document:
    """Return an article that somebody typed, in a text processor or a mail: it may open with header lines.

    What stands beside the news is left out, see `kg.read.furniture`.

    `properties` are what the program knows of the file, often that of a template: a title counts only if the text has
    it too, and what the header lines say goes before. The day of its dateline is that of an article without another.

    Raises:
        ReadError: it has no text below its header.
    """
    given = _given(properties)
    text = "\n\n".join(without_furniture(_paragraphs(paragraphs)))
    header = read_header(text)
    if header.end == len(text):
        raise ReadError("has no text")
    title = given.pop("title", "")
    if title not in text[:_OPENING]:
        title = ""
    found = {
        "published": header.dateline,
        **given,
        "title": title or find_title(text, header.end),
        **header.fields,
    }
    return replace(_document(id, text, found), body=Span(header.end, len(text)) if header.end else None)


def _document(id: str, text: str, fields: Mapping[str, str]) -> Document:
    return Document(clean(id), text, **{"language": "", **fields})  # type: ignore[arg-type]  # none of them is the body


def _paragraphs(paragraphs: Iterable[str]) -> list[str]:
    """Return the paragraphs that hold something, each on one line."""
    lines = (_BLANKS.sub(" ", clean(paragraph)).strip() for paragraph in paragraphs)
    return [line for line in lines if line]


def _given(fields: Mapping[str, str | None]) -> dict[str, str]:
    """Return the fields that say something, each on one line."""
    lines = {name: _BLANKS.sub(" ", clean(value or "")).strip() for name, value in fields.items()}
    return {name: line for name, line in lines.items() if line}
