"""ODT: one article a file.

Its XML is read as any XML from elsewhere is, see `kg.read.xml_tree`: the libraries for ODF parse it without that care,
and write more than they read.
"""

from collections.abc import Iterator

from kg.errors import ReadError
from kg.model import Document
from kg.read.articles import typed_article
from kg.read.formats.zipped import opened_zip, part_bytes
from kg.read.markup import elements, paragraphs
from kg.read.parts import allowance_of
from kg.read.values import Source
from kg.read.xml_tree import find, parse_xml, text_at

_WORDS = elements(
    "h p table-cell list-item",
    left_out="annotation bookmark-ref note sequence-decls table-of-content tracked-changes",
    breaks="line-break",
    blanks="s tab",
)
"""Elements of OpenDocument 1.3, part 3, chapters 5 and 6; words that were struck stand in `tracked-changes`."""


def read_odt(source: Source) -> Iterator[Document]:
    """Yield the article of a text document, without its notes, comments, headers and footers.

    The days when the file was made and changed are no date of publication.

    Raises:
        ReadError: it is no ODT file, is locked, or has no text.
    """
    with opened_zip(source, "ODT") as archive:
        allowance = allowance_of(source)
        if b"encryption-data" in part_bytes(archive, "META-INF/manifest.xml", allowance):
            raise ReadError("is locked with a password: save it without")
        content = parse_xml(part_bytes(archive, "content.xml", allowance), where=source.where)
        if (text := find(content, "body/text")) is None:
            raise ReadError("holds no text document")
        fields = {}
        if known := part_bytes(archive, "meta.xml", allowance):
            meta = parse_xml(known, where=source.where)
            fields = {"title": text_at(meta, "title"), "author": text_at(meta, "initial-creator", "creator")}
        yield typed_article(source.id, paragraphs(text, _WORDS), fields)
