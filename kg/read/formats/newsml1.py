"""NewsML 1: news items as agencies still send them, one or many in a file, their text as NITF, HTML or plain.

See https://iptc.org/standards/newsml-1/
"""

from collections.abc import Iterator
from typing import Any

from kg.errors import ReadError
from kg.model import Document
from kg.read.articles import news_article
from kg.read.dates import as_iso
from kg.read.formats.nitf import nitf_paragraphs
from kg.read.lines import paragraphs_of_lines
from kg.read.markup import HTML, paragraphs
from kg.read.values import Skipped, Source
from kg.read.xml_tree import attribute_at, find, text_at

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_CODE = "FormalName"
_WITHDRAWN = frozenset({"canceled", "withheld"})
_TEXT = frozenset({"", "text"})


def read_newsml1(root: Any, source: Source) -> Iterator[Document | Skipped]:
    """Yield the article of every news item that has text; one without any, or withdrawn, is skipped.

    Raises:
        ReadError: there is no news item.
    """
    items = list(root.iterfind(".//{*}NewsItem"))
    if not items:
        raise ReadError("holds no news item", where=source.where)
    for number, item in enumerate(items, start=1):
        try:
            yield _article(item, id=text_at(item, "NewsIdentifier/PublicIdentifier") or f"{source.id}-{number}")
        except ReadError as error:
            yield Skipped(f"{source.where} item {number}", error.message)


def _article(item: Any, *, id: str) -> Document:
    if (status := attribute_at(item, "NewsManagement/Status", _CODE).lower()) in _WITHDRAWN:
        raise ReadError(f"is withdrawn by its publisher ({status})")
    component = find(item, "NewsComponent")
    return news_article(
        id,
        _paragraphs(item),
        {
            "title": text_at(item, "NewsLines/HeadLine"),
            "published": as_iso(
                text_at(item, "NewsManagement/FirstCreated", "NewsManagement/ThisRevisionCreated", "DateId")
            ),
            "source": attribute_at(item, "Provider/Party", _CODE) or text_at(item, "NewsLines/CreditLine"),
            "author": text_at(item, "NewsLines/ByLine") or attribute_at(item, "Creator/Party", _CODE),
            "licence": text_at(item, "UsageRights/UsageType", "NewsLines/CopyrightLine"),
            "language": attribute_at(item, "DescriptiveMetadata/Language", _CODE)
            or (component.get(_LANGUAGE) if component is not None else ""),
        },
    )


def _paragraphs(item: Any) -> list[str]:
    """Return the paragraphs of the first content that is text: pictures have captions as content of their own."""
    for content in item.iterfind(".//{*}ContentItem"):
        data = find(content, "DataContent")
        if data is None or attribute_at(content, "MediaType", _CODE).lower() not in _TEXT:
            continue
        if (body := find(data, "body.content")) is not None:
            return nitf_paragraphs(body)
        return paragraphs(data, HTML) if len(data) else paragraphs_of_lines((data.text or "").splitlines())
    return []
