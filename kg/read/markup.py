"""Markup to paragraphs: HTML, and the XML of news and of text processors."""

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from lxml import etree
from lxml import html as lxml_html

_BREAK = "\N{LINE SEPARATOR}"
_PARAGRAPH_BREAK = re.compile(rf"{_BREAK}\s*{_BREAK}")


@dataclass(frozen=True, slots=True)
class Elements:
    """What the elements of a format do to its text, by name without namespace; all others are within a line."""

    blocks: Set[str]
    """Begin and end a paragraph."""
    left_out: Set[str]
    """Hold nothing that is read."""
    marks: Mapping[str, str]
    """Stand for a blank, a hyphen, or the end of a line; two such ends in a row end a paragraph."""


def elements(blocks: str, *, left_out: str, breaks: str = "", blanks: str = "", hyphens: str = "") -> Elements:
    """Return `Elements` from names with blanks between."""
    stands_for = ((breaks, _BREAK), (blanks, " "), (hyphens, "-"))
    marks = {name: mark for names, mark in stands_for for name in names.split()}
    return Elements(frozenset(blocks.split()), frozenset(left_out.split()), MappingProxyType(marks))


HTML = elements(
    "address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer form h1 h2 "
    "h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul",
    left_out="audio button canvas head iframe math noscript object script select style svg template title video",
    breaks="br",
)
"""See https://html.spec.whatwg.org/multipage/rendering.html#flow-content-3"""


def paragraphs_of(markup: str) -> list[str]:
    """Return the paragraphs of a piece of HTML, as a reader sees them.

    >>> paragraphs_of("<p>De <b>brug</b> is dicht.</p>Wie weet<br>hoe lang?")
    ['De brug is dicht.', 'Wie weet hoe lang?']
    """
    return paragraphs(parsed_html(markup), HTML) if markup.strip() else []


def parsed_html(markup: str) -> Any:
    """Return the root element of a page or a piece of one, however broken."""
    parser = lxml_html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    return lxml_html.document_fromstring(f"<div>{markup}</div>".encode("utf-8", "replace"), parser=parser)


def paragraphs(root: Any, elements: Elements) -> list[str]:
    """Return the paragraphs of an element, each on one line, in the order of the text."""
    found = "".join(_pieces(root, elements)).split("\n\n")
    parts = (part for each in found for part in _PARAGRAPH_BREAK.split(each))
    lines = (" ".join(part.split()) for part in parts)
    return [line for line in lines if line]


def _pieces(root: Any, elements: Elements) -> Iterator[str]:
    """Yield the text below an element, with a blank line where a paragraph begins or ends."""
    silent = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        is_left_out = name in elements.left_out or not name
        if event == "start":
            silent += is_left_out
            if not silent:
                yield "\n\n" if name in elements.blocks else elements.marks.get(name, "")
                yield _inline(element.text)
            continue
        if not silent:
            yield "\n\n" if name in elements.blocks else ""
        silent -= is_left_out
        if not silent and element is not root:
            yield _inline(element.tail)


def _inline(text: str | None) -> str:
    return (text or "").replace("\n", " ")
