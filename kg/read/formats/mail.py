"""Mails and web pages saved as mails: EML and MHTML."""

import io
import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.policy import default
from functools import partial

from kg.errors import ReadError
from kg.model import Document
from kg.read.articles import typed_article
from kg.read.content import MAX_BYTES_WITH_PICTURES, load
from kg.read.dates import as_iso
from kg.read.decode import web_encoding
from kg.read.foreign import foreign
from kg.read.lines import paragraphs_of_lines
from kg.read.markup import paragraphs_of
from kg.read.names import may_be_article, path_in_archive
from kg.read.parts import allowance_of, page_of, part_of
from kg.read.values import Skipped, Source

_ANSWERED = re.compile(r"(?:(?:re|fwd?)\s*:\s*)+", re.IGNORECASE)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
"""What stands between a mail and its signature (RFC 3676, section 4.3)."""
_END_OF_HEADER = re.compile(rb"\r?\n\r?\n")
_LONGEST_HEADER = 100_000
"""Bytes."""
_LONGEST_FIELD = 20_000
"""Characters of a field of a header, also of a part: the library takes the square of its length."""
_QUOTED = ">"
_MAIL = "message/rfc822"


def read_mail(source: Source) -> Iterator[Document | Skipped | Source]:
    """Yield the article in a mail, its subject as headline, and then the files that hang on it.

    The text is the plain one, or else that of the HTML, without signature and lines quoted from another mail.

    See https://www.rfc-editor.org/rfc/rfc5322

    Raises:
        ReadError: it is no mail.
    """
    with foreign(source, "mail"):
        mail = _parsed(source)
        attached = [part for part in mail.iter_attachments() if _name(part)]
        try:
            yield _article(mail, source)
        except ReadError as error:
            if not attached:
                raise
            yield Skipped(source.where, error.message)
        for part in attached:
            if may_be_article(path_in_archive(_name(part))):
                yield part_of(source, _name(part), partial(io.BytesIO, _content(part)), allowance_of(source))


def read_mhtml(source: Source) -> Iterator[Source]:
    """Yield the page of a web archive in one file.

    See https://www.rfc-editor.org/rfc/rfc2557

    Raises:
        ReadError: it is none.
    """
    with foreign(source, "MHTML"):
        mail = _parsed(source)
        pages = (part for part in mail.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml"))
        page = next(pages, None)
        if page is None:
            raise ReadError("holds no web page", where=source.where)
        url = mail["Snapshot-Content-Location"] or page["Content-Location"] or ""
        charset = page.get_content_charset() or ""
        yield page_of(source, _content(page), id=source.id, where=source.where, url=str(url), encoding=charset)


def _parsed(source: Source) -> EmailMessage:
    content = load(source, limit=MAX_BYTES_WITH_PICTURES)
    if len(content) > _LONGEST_HEADER and not _END_OF_HEADER.search(content, 0, _LONGEST_HEADER):
        raise ReadError("is no mail: it has no header that ends")
    if _longest_field(content) > _LONGEST_FIELD:
        raise ReadError(f"has a header of more than {_LONGEST_FIELD} characters, as no mail has")
    mail = message_from_bytes(content, policy=default)
    if not any(name in mail for name in ("From", "Subject", "Date", "MIME-Version")):
        raise ReadError("is no mail: it has no subject, sender or date", where=source.where)
    return mail


def _longest_field(content: bytes) -> int:
    """Return the length of the longest field in the headers of a mail and its parts, none of which is looked into."""
    fields = (value for part in message_from_bytes(content).walk() for _, value in part.raw_items())
    return max(map(len, fields), default=0)


def _article(mail: EmailMessage, source: Source) -> Document:
    subject = _ANSWERED.sub("", str(mail["Subject"] or ""), count=1)
    senders = mail["From"].addresses if mail["From"] else ()
    paragraphs = _paragraphs(mail)
    if not paragraphs:
        raise ReadError("has no text")
    return typed_article(
        source.id,
        [subject, *paragraphs],
        {
            "title": subject,
            "published": as_iso(str(mail["Date"] or "")),
            "source": mail["Organization"],
            "author": senders[0].display_name if senders else "",
            "url": str(mail["Archived-At"] or "").strip("<> "),
            "language": mail["Content-Language"],
        },
    )


def _paragraphs(mail: EmailMessage) -> list[str]:
    plain, markup = mail.get_body(("plain",)), mail.get_body(("html",))
    text = _SIGNATURE.split(_text(plain), maxsplit=1)[0] if plain else ""
    found = paragraphs_of_lines(line for line in text.splitlines() if not line.startswith(_QUOTED))
    return found or (paragraphs_of(_text(markup)) if markup else [])


def _name(part: Message) -> str:
    """Return the name of a file that hangs on a mail; a mail that hangs on it may have none of its own."""
    return part.get_filename() or ("mail.eml" if part.get_content_type() == _MAIL else "")


def _content(part: Message) -> bytes:
    if part.get_content_type() == _MAIL:
        inner = part.get_payload(0)
        return inner.as_bytes() if isinstance(inner, Message) else b""
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _text(part: Message) -> str:
    content = _content(part)
    try:
        return content.decode(web_encoding(part.get_content_charset() or "") or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return content.decode("cp1252", "replace")
