"""Bytes to text."""

import codecs
import sys
from collections.abc import Mapping
from types import MappingProxyType

from kg.errors import ReadError
from kg.read.values import Source

MAX_BYTES = 20_000_000
"""A larger file is no article; a `.jsonl` file may be larger, its lines may not."""

_SIGNATURES: Mapping[bytes, str] = MappingProxyType(
    {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
)


def load(source: Source) -> bytes:
    """Return what a file or standard input holds.

    Raises:
        ReadError: it cannot be opened, is empty, or is larger than `MAX_BYTES`.
    """
    try:
        content = _load(source)
    except OSError as error:
        raise ReadError(f"cannot be read: {error.strerror}", where=source.where) from error
    if len(content) > MAX_BYTES:
        raise ReadError(f"is larger than {MAX_BYTES // 1_000_000} MB: give one file an article", where=source.where)
    return content


def _load(source: Source) -> bytes:
    if source.path is None:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    with source.path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def decode(content: bytes, *, where: str, encoding: str = "") -> str:
    """Return `content` as text, its newlines as they are.

    Without `encoding` it is what a byte order mark says, or UTF-8; the mark itself is no part of the text.

    Raises:
        ReadError: the content is no text, or not in this encoding.
    """
    signature = next((name for mark, name in _SIGNATURES.items() if content.startswith(mark)), "utf-8")
    name = encoding or signature
    try:
        text = content.decode(name)
    except UnicodeDecodeError as error:
        if b"\0" in content:
            raise ReadError("is a binary file, not text", where=where) from error
        raise ReadError(_not_in(name, content, error.start), where=where) from error
    except (LookupError, UnicodeError) as error:
        raise ReadError(f"cannot be read as {name!r}: {error}", where=where) from error
    if "\0" in text:
        raise ReadError("is a binary file, not text", where=where)
    if not text.strip():
        raise ReadError("is empty", where=where)
    return text


def _not_in(encoding: str, content: bytes, at: int) -> str:
    told = encoding.removesuffix("-sig").upper()
    return f"is not {told} (byte 0x{content[at]:02X} at {at}): save it as UTF-8, or name its encoding with --encoding"
