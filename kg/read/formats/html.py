"""Web pages: one article a page, its main text found by trafilatura.

See https://trafilatura.readthedocs.io/
"""

import re
from collections.abc import Iterator
from typing import Any

import trafilatura
from trafilatura.metadata import extract_metadata

from kg.errors import ReadError
from kg.model import Document
from kg.read.articles import news_article
from kg.read.content import load
from kg.read.decode import decode, web_encoding
from kg.read.foreign import foreign
from kg.read.values import Source

_CHARSET = re.compile(rb"""<meta[^>]{1,200}?charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)
_LICENCE = re.compile(r"<(?:a|link)\b[^>]{0,500}?\brel\s*=\s*[\"']?license\b[^>]{0,500}>", re.IGNORECASE)
_HREF = re.compile(r"href\s*=\s*[\"']?(https?://[^\s\"'>]+)", re.IGNORECASE)
_LANGUAGE = re.compile(r"<html[^>]{0,500}?\slang\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)

_HEAD = 4096
"""Bytes in which a page says its encoding."""
_NO_CLOCK = {"original_date": True, "extensive_search": False, "max_date": "9999-12-31"}
"""How htmldate finds the date of publication: what the page says of itself, whatever the day of today."""


def read_html(source: Source) -> Iterator[Document]:
    """Yield the article of a web page that was saved; nothing is fetched.

    Raises:
        ReadError: the file is no text, or no article is found in it.
    """
    return read_page(load(source), source)


def read_page(content: bytes, source: Source) -> Iterator[Document]:
    """Yield the article of a web page.

    `text` is the headline and the main text, a blank line between two paragraphs: offsets count in that, not in the
    HTML. Title, date, author, site, section, licence, address and language are what the page's JSON-LD, OpenGraph and
    meta tags say; the address may also be that which it was fetched from.

    Raises:
        ReadError: the page is no text, or no article is found in it.
    """
    page = decode(content, where=source.where, encoding=source.encoding or _declared_encoding(content))
    with foreign(source, "HTML"):
        main = trafilatura.extract(page, include_comments=False, include_tables=False, with_metadata=False)
        if not main or not main.strip():
            raise ReadError("no article is found in this page", where=source.where)
        yield news_article(source.id, main.splitlines(), {"url": source.url, **_fields(page)})


def _declared_encoding(content: bytes) -> str:
    """Return the encoding that the page names, or "" (https://html.spec.whatwg.org/#determining-the-character-encoding)."""
    declared = _CHARSET.search(content, 0, _HEAD)
    return web_encoding(declared[1].decode("ascii")) if declared else ""


def _fields(page: str) -> dict[str, str]:
    found: Any = extract_metadata(page, date_config=dict(_NO_CLOCK), extensive=False)
    language, licence = _LANGUAGE.search(page), _LICENCE.search(page)
    address = _HREF.search(licence[0]) if licence else None
    fields = {
        "title": found.title,
        "published": found.date,
        "source": found.sitename,
        "author": found.author,
        "url": found.url,
        "section": found.categories[0] if found.categories else "",
        "licence": address[1] if address else found.license,
        "language": language[1].split("-")[0].lower() if language else "",
    }
    return {name: value for name, value in fields.items() if value and isinstance(value, str)}  # JSON-LD may say 5
