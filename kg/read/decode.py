"""Bytes to text."""

import codecs
import io
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import BinaryIO, cast

from kg.errors import ReadError

_SIGNATURES: Mapping[bytes, str] = MappingProxyType(
    {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
)

_NOT_OF_TEXTS = frozenset({"idna", "punycode", "raw_unicode_escape", "undefined", "unicode_escape"})
"""Encodings of names and of program code, see https://docs.python.org/3/library/codecs.html#text-encodings."""

_BEGINNING = 4_096
"""Bytes that are looked at to tell text from other content."""


def encoding_of(content: bytes) -> str:
    """Return the encoding that a byte order mark says, or UTF-8."""
    return next((name for mark, name in _SIGNATURES.items() if content.startswith(mark)), "utf-8")


def decode(content: bytes, *, where: str, encoding: str = "") -> str:
    """Return `content` as text, its newlines as they are.

    Without `encoding` it is what a byte order mark says, or UTF-8; the mark itself is no part of the text.

    Raises:
        ReadError: the content is no text, or not in this encoding.
    """
    name = encoding or encoding_of(content)
    try:
        text = content.decode(name)
    except UnicodeDecodeError as error:
        if b"\0" in content:
            raise ReadError("is a binary file, not text", where=where) from error
        raise ReadError(not_in(name, content[error.start], error.start), where=where) from error
    except (LookupError, UnicodeError) as error:
        raise ReadError(f"cannot be read as {name!r}: {error}", where=where) from error
    if "\0" in text:
        raise ReadError("is a binary file, not text", where=where)
    if not text.strip():
        raise ReadError("is empty", where=where)
    return text


def check_is_text(file: BinaryIO, *, encoding: str, opening: str = "") -> None:
    """Raise ReadError where the beginning of a file shows that it is binary, or does not begin with `opening`.

    Nothing is read off the file. In another encoding than UTF-8 it may begin in any way.
    """
    beginning = cast(io.BufferedReader, file).peek(_BEGINNING)[:_BEGINNING]
    if encoding or encoding_of(beginning) == "utf-16":
        return
    if b"\0" in beginning:
        raise ReadError("is a binary file, not text")
    begins = beginning.removeprefix(codecs.BOM_UTF8).lstrip()
    if begins and not begins.startswith(opening.encode()):
        raise ReadError(f"does not begin with {opening} as such a file does")


def web_encoding(name: str) -> str:
    """Return the encoding that browsers take for the name of one (https://encoding.spec.whatwg.org/#names-and-labels).

    That is none for what Python alone takes for one; `punycode` takes the square of the length of a text.
    """
    lowered = name.strip().lower()
    if lowered in ("iso-8859-1", "latin1", "ascii", "us-ascii"):
        return "cp1252"
    return "" if re.sub(r"\W+", "_", lowered) in _NOT_OF_TEXTS else lowered


def not_in(encoding: str, byte: int, at: int) -> str:
    """Return what to say of a byte that an encoding does not have."""
    told = encoding.removesuffix("-sig").upper()
    return f"is not {told} (byte 0x{byte:02X} at {at}): save it as UTF-8, or name its encoding with --encoding"
