"""Mailboxes: many mails in one file, as mail programs keep and export them.

See https://www.rfc-editor.org/rfc/rfc4155
"""

import io
import re
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from kg.errors import ReadError
from kg.read.content import MAX_BYTES_WITH_PICTURES, open_source
from kg.read.foreign import foreign
from kg.read.parts import allowance_of, part_of
from kg.read.values import Source

_BEGINNING = b"From "
"""Of the line before each mail; most programs write `>` before a line of a mail that begins so."""
_SEPARATOR = re.compile(rb"From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b.*\b\d{4}\b")
"""The whole of that line: a sender and a time as C's `asctime` writes it (RFC 4155, appendix A)."""
_ESCAPED = re.compile(rb"^>(?=>*From )")


def read_mbox(source: Source) -> Iterator[Source]:
    """Yield the mails of a mailbox, called after their number.

    The standard library reads mailboxes on disk only, and this one may be packed.

    Raises:
        ReadError: it is no mailbox, or holds a mail that is too large.
    """
    allowance = allowance_of(source)
    with foreign(source, "mbox"), open_source(source) as file:
        for number, mail in enumerate(_mails(file), start=1):
            yield part_of(source, f"{number}.eml", partial(io.BytesIO, mail), allowance)


def _mails(file: BinaryIO) -> Iterator[bytes]:
    if not file.readline(MAX_BYTES_WITH_PICTURES).startswith(_BEGINNING):
        raise ReadError("is no mailbox: it does not begin with `From `")
    mail, size, is_blank = list[bytes](), 0, True
    while line := file.readline(MAX_BYTES_WITH_PICTURES):
        if is_blank and _SEPARATOR.match(line):
            yield b"".join(mail)
            mail, size = [], 0
        else:
            mail.append(_ESCAPED.sub(b"", line))
            size += len(line)
            if size > MAX_BYTES_WITH_PICTURES:
                raise ReadError(f"holds a mail of more than {MAX_BYTES_WITH_PICTURES // 1_000_000} MB")
        is_blank = not line.strip()
    yield b"".join(mail)
