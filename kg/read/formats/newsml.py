"""NewsML-G2: news items of the IPTC, one or many in a file, their text as XHTML, NITF or plain.

See https://iptc.org/std/NewsML-G2/guidelines/
"""

from collections.abc import Iterator
from typing import Any

from kg.errors import ReadError
from kg.model import Document
from kg.read.articles import news_article
from kg.read.formats.nitf import nitf_paragraphs
from kg.read.markup import HTML, paragraphs
from kg.read.values import Skipped, Source
from kg.read.xml_tree import LANGUAGE, attribute_at, find, name_of, text_at

_WITHDRAWN = frozenset({"canceled", "withheld"})
_NO_TEXT = frozenset({"animated", "audio", "graphic", "picture", "video"})


def read_newsml(root: Any, source: Source) -> Iterator[Document | Skipped]:
    """Yield the article of every news item that is text; one without any, or withdrawn, is skipped.

    Raises:
        ReadError: there is no news item.
    """
    items = [root] if name_of(root) == "newsItem" else list(root.iterfind(".//{*}newsItem"))
    if not items:
        raise ReadError("holds no news item", where=source.where)
    for number, item in enumerate(items, start=1):
        if _code(item, "itemClass") in _NO_TEXT:
            continue
        try:
            yield _article(item, id=item.get("guid") or f"{source.id}-{number}")
        except ReadError as error:
            yield Skipped(f"{source.where} item {number}", error.message)


def _article(item: Any, *, id: str) -> Document:
    if (status := _code(item, "pubStatus")) in _WITHDRAWN:
        raise ReadError(f"is withdrawn by its publisher ({status})")
    return news_article(
        id,
        _paragraphs(item),
        {
            "title": text_at(item, "contentMeta/headline", "inlineXML/html/head/title"),
            "published": text_at(
                item, "itemMeta/firstCreated", "contentMeta/contentCreated", "itemMeta/versionCreated"
            ),
            "source": _name(item, "contentMeta/infoSource") or _name(item, "itemMeta/provider"),
            "author": text_at(item, "contentMeta/by") or _name(item, "contentMeta/creator"),
            "url": attribute_at(item, "remoteContent", "href") if find(item, "inlineXML") is None else "",
            "section": _name(item, "itemMeta/service"),
            "licence": attribute_at(item, "rightsInfo/usageTerms", "href")
            or text_at(item, "rightsInfo/usageTerms", "rightsInfo/copyrightNotice"),
            "language": attribute_at(item, "contentMeta/language", "tag") or item.get(LANGUAGE),
        },
    )


def _paragraphs(item: Any) -> list[str]:
    if (markup := find(item, "inlineXML/html/body", "inlineXML/html")) is not None:
        return paragraphs(markup, HTML)
    if (content := find(item, "inlineXML/nitf/body/body.content")) is not None:
        return nitf_paragraphs(content)
    plain = find(item, "inlineData")
    return "".join(plain.itertext()).splitlines() if plain is not None else []


def _name(item: Any, path: str) -> str:
    """Return what a party or service is called: by name, or else by its code."""
    return text_at(item, f"{path}/name") or attribute_at(item, path, "literal") or _code(item, path)


def _code(item: Any, path: str) -> str:
    """Return a code without its scheme: `stat:usable` is `usable`."""
    return attribute_at(item, path, "qcode").rpartition(":")[2]
