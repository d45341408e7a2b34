"""RSS and Atom: each entry an article, as full as the feed gives it.

See https://feedparser.readthedocs.io/
"""

import io
from collections.abc import Iterator
from typing import Any

from kg.errors import ReadError
from kg.model import Document
from kg.read.articles import news_article
from kg.read.dates import as_iso
from kg.read.foreign import foreign
from kg.read.markup import paragraphs_of
from kg.read.values import Skipped, Source


def read_feed(content: bytes, source: Source) -> Iterator[Document | Skipped]:
    """Yield the article of every entry, called by its own id; one without text is skipped. Nothing is fetched.

    Raises:
        ReadError: there is no entry.
    """
    with foreign(source, "RSS or Atom"):
        import feedparser

        feed = feedparser.parse(io.BytesIO(content))  # not as bytes: those it might take for an address
        if not feed.entries:
            raise ReadError("is a feed without entries")
        for number, entry in enumerate(feed.entries, start=1):
            try:
                yield _article(entry, feed.feed, id=f"{source.id}-{number}")
            except ReadError as error:
                yield Skipped(f"{source.where} entry {number}", error.message)


def _article(entry: Any, feed: Any, *, id: str) -> Document:
    bodies = [*entry.get("content", ()), *filter(None, [entry.get("summary_detail")])]
    body: Any = max(bodies, key=lambda one: len(one.get("value", "")), default={})
    return news_article(
        entry.get("id") or entry.get("link") or id,
        _paragraphs(body),
        {
            "title": " ".join(_paragraphs(entry.get("title_detail", {}))),
            "published": as_iso(entry.get("published") or entry.get("updated") or ""),
            "source": entry.get("source", {}).get("title") or entry.get("publisher") or feed.get("title"),
            "author": entry.get("author"),
            "url": _web_address(entry.get("link")),
            "section": next((tag.term for tag in entry.get("tags", ()) if tag.get("term")), ""),
            "licence": _licence(entry) or _licence(feed),
            "language": body.get("language") or feed.get("language"),
        },
    )


def _web_address(link: str | None) -> str:
    """Return a link, which may be an id that only looks like one to the library, if it is an address."""
    return link if link and link.startswith(("http://", "https://")) else ""


def _paragraphs(body: Any) -> list[str]:
    value = body.get("value", "")
    return paragraphs_of(value) if "html" in body.get("type", "") else value.splitlines()


def _licence(described: Any) -> str:
    linked = (link.get("href", "") for link in described.get("links", ()) if link.get("rel") == "license")
    return next(linked, "") or described.get("rights") or ""
