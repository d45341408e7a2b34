"""The formats that kg reads: one module a format, one line each here."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from kg.model import Document
from kg.read.formats.delimited import read_delimited
from kg.read.formats.docx import read_docx
from kg.read.formats.epub import read_epub
from kg.read.formats.html import read_html
from kg.read.formats.json import read_json
from kg.read.formats.jsonl import read_jsonl
from kg.read.formats.mail import read_mail, read_mhtml
from kg.read.formats.mbox import read_mbox
from kg.read.formats.odt import read_odt
from kg.read.formats.parquet import read_parquet
from kg.read.formats.pdf import read_pdf
from kg.read.formats.rtf import read_rtf
from kg.read.formats.tarred import read_compressed, read_tar
from kg.read.formats.text import read_text
from kg.read.formats.warc import read_warc
from kg.read.formats.xml import read_xml
from kg.read.formats.zipped import read_zip
from kg.read.values import Skipped, Source, Warned

Reader = Callable[[Source], Iterator[Document | Skipped | Warned | Source]]
"""Yields the articles of one file, and the files in it that are to be read in their turn; raises ReadError where the
file as a whole cannot be read. The language of an article is empty where the file does not say it, its date as the
file writes it."""

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".txt": read_text,
        ".md": read_text,
        ".html": read_html,
        ".htm": read_html,
        ".jsonl": read_jsonl,
        ".json": read_json,
        ".csv": read_delimited,
        ".tsv": read_delimited,
        ".parquet": read_parquet,
        ".xml": read_xml,
        ".rss": read_xml,
        ".atom": read_xml,
        ".nitf": read_xml,
        ".xhtml": read_xml,
        ".pdf": read_pdf,
        ".docx": read_docx,
        ".odt": read_odt,
        ".rtf": read_rtf,
        ".epub": read_epub,
        ".eml": read_mail,
        ".mbox": read_mbox,
        ".mhtml": read_mhtml,
        ".mht": read_mhtml,
        ".warc": read_warc,
        ".zip": read_zip,
        ".tar": read_tar,
        ".tgz": read_compressed,
        ".tbz2": read_compressed,
        ".txz": read_compressed,
        ".gz": read_compressed,
        ".bz2": read_compressed,
        ".xz": read_compressed,
        "": read_text,
    }
)
"""Readers by the ending of the file's name; a name without one is plain text."""

BEGINNINGS: Mapping[bytes, str] = MappingProxyType(
    {
        b"{\\rtf": ".rtf",
        b"{": ".jsonl",
        b"[": ".json",
        b"%PDF": ".pdf",
        b"PK\x03\x04": ".zip",
        b"\x1f\x8b": ".gz",
        b"BZh": ".bz2",
        b"\xfd7zXZ": ".xz",
        b"PAR1": ".parquet",
        b"WARC/": ".warc",
        b"<?xml": ".xml",
        b"<rss": ".xml",
        b"<nitf": ".xml",
        b"<": ".html",
    }
)
"""How content without a name begins, most telling first, and the ending that such a file has; all else is text."""


def known_endings() -> str:
    """Return the endings of files that kg reads, for a person to read."""
    return " ".join(suffix for suffix in READERS if suffix)


def ending_of(beginning: bytes) -> str:
    """Return the ending that a file with this beginning has, or "" for plain text.

    >>> ending_of(b'{"text": "De brug is dicht."}')
    '.jsonl'
    """
    stripped = beginning.lstrip()
    return next((ending for opening, ending in BEGINNINGS.items() if stripped.startswith(opening)), "")
