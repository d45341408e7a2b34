"""DOCX: one article a file.

See https://python-docx.readthedocs.io/
"""

from collections.abc import Iterator

from kg.model import Document
from kg.read.articles import typed_article
from kg.read.formats.zipped import opened_zip
from kg.read.markup import elements, paragraphs
from kg.read.parts import allowance_of
from kg.read.values import Source
from kg.read.xml_tree import parse_xml

_WORDS = elements(
    "p tc",
    left_out="del moveFrom instrText delInstrText Fallback commentReference pPr rPr",
    breaks="br cr",
    blanks="tab",
    hyphens="noBreakHyphen",
)
"""Elements of ECMA-376, part 1, chapter 17: words that were struck are left out, those that were added are in."""


def read_docx(source: Source) -> Iterator[Document]:
    """Yield the article of a Word document, without its notes, headers, footers and comments.

    The days when the file was made and changed are no date of publication.

    Raises:
        ReadError: it is no Word document, is locked, or has no text.
    """
    with opened_zip(source, "DOCX") as archive:
        allowance_of(source).take(sum(entry.file_size for entry in archive.infolist()))  # python-docx unpacks it all
        import docx

        word = docx.Document(archive.fp)
        known = word.core_properties
        body = paragraphs(parse_xml(word.part.blob, where=source.where), _WORDS)
        yield typed_article(source.id, body, {"title": known.title, "author": known.author})
