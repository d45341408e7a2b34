"""NITF: news as XML of the IPTC.

See https://iptc.org/std/NITF/3.6/documentation/nitf.html
"""

from collections.abc import Iterator
from typing import Any

from kg.model import Document
from kg.read.articles import news_article
from kg.read.dates import as_iso
from kg.read.markup import elements, paragraphs
from kg.read.values import Source
from kg.read.xml_tree import LANGUAGE, attribute_at, find, text_at

_NITF = elements(
    "p hl1 hl2 dl dt dd ol ul li bq block fn pre hr body.content",
    left_out="media table note byline dateline copyrite",
    breaks="br",
)


def read_nitf(root: Any, source: Source) -> Iterator[Document]:
    """Yield the article of an NITF document: its headline and the paragraphs of its body.

    Raises:
        ReadError: it has no text.
    """
    yield nitf_article(root, id=attribute_at(root, "doc-id", "id-string") or source.id)


def nitf_article(root: Any, *, id: str) -> Document:
    """Return the article of an NITF element.

    Raises:
        ReadError: it has no text.
    """
    content = find(root, "body.content")
    date = attribute_at(root, "date.issue", "norm") or attribute_at(root, "pubdata", "date.publication")
    return news_article(
        id,
        nitf_paragraphs(content) if content is not None else (),
        {
            "title": text_at(root, "hedline/hl1", "hedline", "head/title"),
            "published": as_iso(date or attribute_at(root, "story.date", "norm")),
            "source": attribute_at(root, "pubdata", "name") or text_at(root, "distributor"),
            "author": text_at(root, "byline/person", "byline"),
            "url": attribute_at(root, "pubdata", "ex-ref"),
            "section": attribute_at(root, "pubdata", "position.section"),
            "licence": text_at(root, "rights") or _copyright(root),
            "language": root.get(LANGUAGE) or attribute_at(root, "body", LANGUAGE),
        },
    )


def nitf_paragraphs(content: Any) -> list[str]:
    """Return the paragraphs of the body of an NITF document."""
    return paragraphs(content, _NITF)


def _copyright(root: Any) -> str:
    year, holder = (attribute_at(root, "doc.copyright", name) for name in ("year", "holder"))
    return f"© {year} {holder}".replace("  ", " ") if holder else ""
