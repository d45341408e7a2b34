"""WARC: web archives, of which the pages that were found well are read.

See https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/
"""

from collections.abc import Iterator
from typing import Any

from kg.read.content import MAX_BYTES, open_source
from kg.read.foreign import foreign
from kg.read.parts import page_of
from kg.read.values import Skipped, Source

_PAGES = ("text/html", "application/xhtml+xml")


def read_warc(source: Source) -> Iterator[Source | Skipped]:
    """Yield the web pages in an archive, called after the file and their number, with the address of each.

    Raises:
        ReadError: it is no WARC file.
    """
    with foreign(source, "WARC"), open_source(source) as file:
        from warcio.archiveiterator import ArchiveIterator

        pages = filter(_is_page, ArchiveIterator(file))
        for number, record in enumerate(pages, start=1):
            url = record.rec_headers.get_header("WARC-Target-URI") or ""
            where = f"{source.where}: {url}"
            content = record.content_stream().read(MAX_BYTES + 1)
            if len(content) > MAX_BYTES:
                yield Skipped(where, f"is larger than {MAX_BYTES // 1_000_000} MB")
                continue
            charset = record.http_headers.get_header("Content-Type").lower().partition("charset=")[2].strip("\"' ;")
            yield page_of(source, content, id=f"{source.id}-{number}", where=where, url=url, encoding=charset)


def _is_page(record: Any) -> bool:
    if record.rec_type != "response" or not record.http_headers:
        return False
    kind = (record.http_headers.get_header("Content-Type") or "").lower()
    return record.http_headers.get_statuscode() == "200" and kind.startswith(_PAGES)
