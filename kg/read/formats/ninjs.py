"""ninjs: news as JSON of the IPTC, versions 1 and 2.

See https://iptc.org/std/ninjs/userguide/
"""

from collections.abc import Mapping, Sequence
from typing import Any

from kg.errors import ReadError
from kg.model import Document
from kg.read.articles import news_article
from kg.read.markup import paragraphs_of

_BODIES = ("body_xhtml", "body_html", "body_text", "bodies")
_WITHDRAWN = frozenset({"canceled", "withheld"})


def is_ninjs(record: Mapping[str, Any]) -> bool:
    """Tell whether a JSON object is a news item: it has an address of its own and one of the bodies of ninjs."""
    return "uri" in record and any(name in record for name in _BODIES)


def read_item(item: Mapping[str, Any], *, id: str) -> Document:
    """Return the article of a news item, called by its `uri`, or `id` if that says nothing.

    Raises:
        ReadError: it has no text, or was withdrawn.
    """
    if (status := _text(item.get("pubstatus"))) in _WITHDRAWN:
        raise ReadError(f"is withdrawn by its publisher ({status})")
    name = _text(item.get("uri"))
    published = (_text(item.get(key)) for key in ("firstcreated", "contentcreated", "versioncreated"))
    return news_article(
        name or id,
        _paragraphs(item),
        {
            "title": _text(item.get("headline")) or _first(item.get("headlines"), "value"),
            "published": next(filter(None, published), ""),
            "source": _first(item.get("infosources") or item.get("infosource"), "name") or _text(item.get("provider")),
            "author": _text(item.get("byline")) or _first(item.get("bylines"), "value"),
            "url": _text(item.get("canonicalurl")) or (name if name.startswith("http") else ""),
            "section": _first(item.get("services") or item.get("service"), "name"),
            "licence": _text(item.get("usageterms")) or _text(item.get("copyrightnotice")),
            "language": _text(item.get("language")),
        },
    )


def _paragraphs(item: Mapping[str, Any]) -> list[str]:
    bodies = item.get("bodies")
    if isinstance(bodies, Sequence) and bodies and isinstance(bodies[0], Mapping):
        kind, value = _text(bodies[0].get("contenttype")), _text(bodies[0].get("value"))
        return paragraphs_of(value) if "html" in kind else value.splitlines()
    markup = _text(item.get("body_xhtml")) or _text(item.get("body_html"))
    return paragraphs_of(markup) if markup else _text(item.get("body_text")).splitlines()


def _first(values: Any, key: str) -> str:
    """Return what the first of some objects says."""
    if isinstance(values, Sequence) and values and isinstance(values[0], Mapping):
        return _text(values[0].get(key))
    return ""


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
