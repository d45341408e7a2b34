"""One small article in every format that kg reads, made by code."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage

import docx
import pyarrow as pa
import pyarrow.parquet as pq

from tests.read.pdf_files import column, pdf

TITLE, TEXT = "Brug gaat dicht", "De brug over de Schie gaat maandag voor een jaar dicht, maakte de gemeente bekend."
_PAGE = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><p>{TEXT}</p></body></html>"
_XHTML = f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>{TEXT}</p></body></html>'
_RSS = (
    f"<rss version='2.0'><channel><item><title>{TITLE}</title><description>{TEXT}</description></item></channel></rss>"
)
_ATOM = (
    f"<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>{TITLE}</title><content>{TEXT}</content></entry></feed>"
)
_NITF = f"<nitf><body><body.content><p>{TEXT}</p></body.content></body></nitf>"
_CONTENT = (
    "<o:document-content xmlns:o='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
    f" xmlns:t='urn:oasis:names:tc:opendocument:xmlns:text:1.0'>"
    f"<o:body><o:text><t:p>{TEXT}</t:p></o:text></o:body></o:document-content>"
)
_CONTAINER = "<container><rootfiles><rootfile full-path='a.opf'/></rootfiles></container>"
_PACKAGE = (
    "<package><metadata/><manifest><item id='a' href='a.xhtml' media-type='application/xhtml+xml'/></manifest>"
    "<spine><itemref idref='a'/></spine></package>"
)


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP file of these files, in their order."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return written.getvalue()


def tarred(files: Mapping[str, bytes], *others: tarfile.TarInfo) -> bytes:
    """Return a tar archive of these files and of other entries."""
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode="w") as archive:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
        for other in others:
            archive.addfile(other)
    return written.getvalue()


def warc(*answers: tuple[str, str, str, bytes]) -> bytes:
    """Return a web archive of answers: address, status, type and content."""
    written = b""
    for url, status, kind, content in answers:
        answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + content
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2020-09-16T08:30:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        )
        written += head.encode() + answer + b"\r\n\r\n"
    return written


def _word() -> bytes:
    document, written = docx.Document(), io.BytesIO()
    document.add_paragraph(TEXT)
    document.save(written)
    return written.getvalue()


def _parquet() -> bytes:
    written = io.BytesIO()
    pq.write_table(pa.table({"text": [TEXT]}), written)
    return written.getvalue()


def _mail(subtype: str, content: str) -> bytes:
    message = EmailMessage()
    message["Subject"] = TITLE
    message.set_content(content, subtype=subtype)
    return message.as_bytes()


_TAR = tarred({"a.txt": TEXT.encode()})
SAMPLES: Mapping[str, bytes] = {
    "": TEXT.encode(),
    ".txt": TEXT.encode(),
    ".md": f"# {TITLE}\n\n{TEXT}".encode(),
    ".html": _PAGE.encode(),
    ".htm": _PAGE.encode(),
    ".xhtml": _XHTML.encode(),
    ".jsonl": f'{{"text": "{TEXT}"}}\n'.encode(),
    ".json": f'[{{"text": "{TEXT}"}}]'.encode(),
    ".csv": f'titel,tekst\n{TITLE},"{TEXT}"\n'.encode(),
    ".tsv": f"titel\ttekst\n{TITLE}\t{TEXT}\n".encode(),
    ".parquet": _parquet(),
    ".xml": _NITF.encode(),
    ".nitf": _NITF.encode(),
    ".rss": _RSS.encode(),
    ".atom": _ATOM.encode(),
    ".pdf": pdf([column([TEXT])]),
    ".docx": _word(),
    ".odt": zipped({"content.xml": _CONTENT}),
    ".rtf": f"{{\\rtf1\\ansi {TEXT}\\par}}".encode(),
    ".epub": zipped({"META-INF/container.xml": _CONTAINER, "a.opf": _PACKAGE, "a.xhtml": _PAGE}),
    ".eml": _mail("plain", TEXT),
    ".mbox": b"From redactie@kustbode.example Wed Sep 16 08:30:00 2020\n" + _mail("plain", TEXT),
    ".mhtml": _mail("html", _PAGE),
    ".mht": _mail("html", _PAGE),
    ".warc": warc(("https://kustbode.example/brug", "200 OK", "text/html", _PAGE.encode())),
    ".zip": zipped({"a.txt": TEXT}),
    ".tar": _TAR,
    ".tgz": gzip.compress(_TAR),
    ".tbz2": bz2.compress(_TAR),
    ".txz": lzma.compress(_TAR),
    ".gz": gzip.compress(TEXT.encode()),
    ".bz2": bz2.compress(TEXT.encode()),
    ".xz": lzma.compress(TEXT.encode()),
}
"""Files by the ending of their name."""
