"""EPUB: each part of the book or paper an article, in the order of reading.

See https://www.w3.org/TR/epub-33/
"""

from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import unquote
from zipfile import ZipFile

from kg.errors import ReadError
from kg.model import Document
from kg.read.allowance import Allowance
from kg.read.articles import news_article
from kg.read.decode import decode
from kg.read.formats.zipped import opened_zip, part_bytes
from kg.read.markup import HTML, paragraphs, parsed_html
from kg.read.names import path_in_archive
from kg.read.parts import allowance_of
from kg.read.values import Skipped, Source
from kg.read.xml_tree import attribute_at, find, parse_xml, text_at, words_of

_HEADINGS = ("h1", "h2", "h3")
_PAGES = ("application/xhtml+xml", "text/html")


def read_epub(source: Source) -> Iterator[Document | Skipped]:
    """Yield an article for each document of the spine that has text, called by its path in the book.

    The table of contents is passed over; title, publisher, date, language and rights are those of the book, the title
    of an article is its first heading.

    Raises:
        ReadError: it is no EPUB, or is locked against copying.
    """
    with opened_zip(source, "EPUB") as archive:
        allowance = allowance_of(source)
        package_path = _package_path(archive, allowance, source)
        package = parse_xml(part_bytes(archive, package_path, allowance), where=source.where)
        book, locked = _book(package), _locked(archive, allowance, source)
        for href in _spine(package):
            path = normpath(join(dirname(package_path), unquote(href)))
            where = f"{source.where}: {path_in_archive(path)}"
            if path in locked:
                yield Skipped(where, "is locked against copying")
                continue
            try:
                page = decode(part_bytes(archive, path, allowance), where=where, encoding=source.encoding)
                if article := _article(page, f"{source.id}/{path_in_archive(path).with_suffix('')}", book):
                    yield article
            except ReadError as error:
                yield Skipped(where, error.message)


def _package_path(archive: ZipFile, allowance: Allowance, source: Source) -> str:
    container = part_bytes(archive, "META-INF/container.xml", allowance)
    path = attribute_at(parse_xml(container, where=source.where), "rootfile", "full-path") if container else ""
    if not path:
        raise ReadError("is no EPUB: it has no META-INF/container.xml that says where the book is")
    return path


def _book(package: Any) -> dict[str, str]:
    """Return what the book says of itself, as fields of each of its articles."""
    return {
        "published": text_at(package, "metadata/date"),
        "source": text_at(package, "metadata/publisher", "metadata/title"),
        "author": text_at(package, "metadata/creator"),
        "licence": text_at(package, "metadata/rights"),
        "language": text_at(package, "metadata/language"),
    }


def _spine(package: Any) -> Iterator[str]:
    """Yield the paths of the documents in the order of reading, beside the package."""
    manifest = {item.get("id"): item for item in package.iterfind(".//{*}manifest/{*}item")}
    for reference in package.iterfind(".//{*}spine/{*}itemref"):
        item = manifest.get(reference.get("idref"))
        if item is None or item.get("media-type") not in _PAGES or "nav" in item.get("properties", "").split():
            continue
        yield item.get("href", "")


def _locked(archive: ZipFile, allowance: Allowance, source: Source) -> frozenset[str]:
    content = part_bytes(archive, "META-INF/encryption.xml", allowance)
    if not content:
        return frozenset()
    references = parse_xml(content, where=source.where).iterfind(".//{*}CipherReference")
    return frozenset(unquote(reference.get("URI", "")) for reference in references)


def _article(page: str, id: str, book: Mapping[str, str]) -> Document | None:
    """Return the article of a page of the book, or None where it has no words."""
    root = parsed_html(page)
    found = paragraphs(root, HTML)
    title = next(filter(None, (words_of(find(root, heading)) for heading in _HEADINGS)), "")
    return news_article(id, found, {**book, "title": title}) if found else None
