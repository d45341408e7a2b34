"""XML files: NITF, NewsML, RSS, Atom and XHTML, told apart by their root element."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from kg.errors import ReadError
from kg.model import Document
from kg.read.content import load
from kg.read.formats.feed import read_feed
from kg.read.formats.html import read_page
from kg.read.formats.newsml import read_newsml
from kg.read.formats.newsml1 import read_newsml1
from kg.read.formats.nitf import read_nitf
from kg.read.values import Skipped, Source, Warned
from kg.read.xml_tree import name_of, parse_xml

_Content = tuple[bytes, Any]
"""The content of a file, and its root element."""

_ROOTS: Mapping[str, Callable[[bytes, Any, Source], Iterator[Document | Skipped | Warned]]] = MappingProxyType(
    {
        "nitf": lambda _, root, source: read_nitf(root, source),
        "newsMessage": lambda _, root, source: read_newsml(root, source),
        "newsItem": lambda _, root, source: read_newsml(root, source),
        "NewsML": lambda _, root, source: read_newsml1(root, source),
        "rss": lambda content, _, source: read_feed(content, source),
        "RDF": lambda content, _, source: read_feed(content, source),
        "feed": lambda content, _, source: read_feed(content, source),
        "html": lambda content, _, source: read_page(content, source),
    }
)
"""Readers by the name of the root element; `RDF` is that of RSS 1.0."""


def read_xml(source: Source) -> Iterator[Document | Skipped | Warned]:
    """Yield the articles of an XML file.

    Raises:
        ReadError: it is no XML, or none of the kinds of news that kg knows.
    """
    content = load(source)
    root = parse_xml(content, where=source.where, encoding=source.encoding)
    name = name_of(root)
    if name not in _ROOTS:
        known = "NITF, NewsML, RSS and Atom"
        raise ReadError(f"is XML of a kind that kg does not know, <{name[:40]}>; it reads {known}", where=source.where)
    yield from _ROOTS[name](content, root, source)
