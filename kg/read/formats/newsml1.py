"""NewsML 1: news items as agencies still send them, one or many in a file, their text as NITF, HTML or plain.

See https://iptc.org/standards/newsml-1/
"""

from collections.abc import Iterable, Iterator
from typing import Any

from kg.errors import ReadError
from kg.model import Document
from kg.read.articles import news_article
from kg.read.dates import as_iso
from kg.read.formats.nitf import nitf_paragraphs
from kg.read.lines import paragraphs_of_lines
from kg.read.markup import HTML, paragraphs
from kg.read.values import Skipped, Source, Warned
from kg.read.xml_tree import LANGUAGE, attribute_at, find, text_at, words_of

_CODE = "FormalName"
_WITHDRAWN = frozenset({"canceled", "withheld"})
_TEXT = frozenset({"", "text"})
_CAPTION = "caption"


def read_newsml1(root: Any, source: Source) -> Iterator[Document | Skipped | Warned]:
    """Yield the articles of every news item, one for each headline; an item without text, or withdrawn, is skipped.

    Raises:
        ReadError: there is no news item.
    """
    items = list(root.iterfind(".//{*}NewsItem"))
    if not items:
        raise ReadError("holds no news item", where=source.where)
    for number, item in enumerate(items, start=1):
        where = f"{source.where} item {number}"
        try:
            yield from _articles(
                item, id=text_at(item, "NewsIdentifier/PublicIdentifier") or f"{source.id}-{number}", where=where
            )
        except ReadError as error:
            yield Skipped(where, error.message)


def _articles(item: Any, *, id: str, where: str) -> Iterator[Document | Warned]:
    """Yield an article for each headline that has text; of other texts under the same one, only that there are some."""
    if (status := attribute_at(item, "NewsManagement/Status", _CODE).lower()) in _WITHDRAWN:
        raise ReadError(f"is withdrawn by its publisher ({status})")
    texts: dict[Any, list[tuple[Any, list[str]]]] = {}
    for content in item.iterfind(".//{*}ContentItem"):
        is_own = next(content.iterancestors("{*}NewsItem")) is item
        if is_own and (found := _paragraphs(content)):
            texts.setdefault(_nearest(content, "NewsLines/HeadLine"), []).append((content, found))
    if not texts:
        raise ReadError("has no text")
    for number, [(content, text), *others] in enumerate(texts.values(), start=1):
        if any(other != text for _, other in others):
            yield Warned(where, f"has {len(others) + 1} texts below one headline, of which the first is read")
        yield _article(item, content, text, id=id if len(texts) == 1 else f"{id}-{number}")


def _article(item: Any, content: Any, text: Iterable[str], *, id: str) -> Document:
    return news_article(
        id,
        text,
        {
            "title": words_of(_nearest(content, "NewsLines/HeadLine")),
            "published": as_iso(
                text_at(item, "NewsManagement/FirstCreated", "NewsManagement/ThisRevisionCreated", "DateId")
            ),
            "source": _code(content, "AdministrativeMetadata/Provider/Party")
            or words_of(_nearest(content, "NewsLines/CreditLine")),
            "author": words_of(_nearest(content, "NewsLines/ByLine"))
            or _code(content, "AdministrativeMetadata/Creator/Party"),
            "licence": words_of(_nearest(content, "RightsMetadata/UsageRights/UsageType"))
            or words_of(_nearest(content, "NewsLines/CopyrightLine")),
            "language": _code(content, "DescriptiveMetadata/Language")
            or next((one.get(LANGUAGE) for one in content.iterancestors() if one.get(LANGUAGE)), ""),
        },
    )


def _nearest(content: Any, path: str) -> Any:
    """Return the element at a path in the innermost component around a content that has one with something in it."""
    steps = "/".join(f"{{*}}{name}" for name in path.split("/"))
    found = (component.find(steps) for component in content.iterancestors("{*}NewsComponent"))
    return next((one for one in found if one is not None and (one.attrib or words_of(one))), None)


def _code(content: Any, path: str) -> str:
    element = _nearest(content, path)
    return str(element.get(_CODE, "")) if element is not None else ""


def _paragraphs(content: Any) -> list[str]:
    """Return the paragraphs of a content that is text; none of the caption of a picture."""
    data = find(content, "DataContent")
    role = attribute_at(content.getparent(), "Role", _CODE).lower()
    if data is None or attribute_at(content, "MediaType", _CODE).lower() not in _TEXT or _CAPTION in role:
        return []
    if (body := find(data, "body.content")) is not None:
        return nitf_paragraphs(body)
    return paragraphs(data, HTML) if len(data) else paragraphs_of_lines((data.text or "").splitlines())
