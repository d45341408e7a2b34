"""ZIP files, and the formats that are ZIP files inside: only listed and read, nothing is ever put on disk."""

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import BinaryIO, cast
from zipfile import ZipFile, ZipInfo

from kg.errors import ReadError
from kg.read.allowance import Allowance, measured
from kg.read.content import open_seekable
from kg.read.foreign import foreign
from kg.read.names import may_be_article, path_in_archive
from kg.read.parts import allowance_of, part_of
from kg.read.values import Skipped, Source

_ENCRYPTED = 0x1
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of Word before 2007 begin, and newer ones with a password ([MS-CFB], section 2.2)."""
_MAX_PART = 50_000_000
"""Bytes that one part of a document may unpack to."""


def read_zip(source: Source) -> Iterator[Source | Skipped]:
    """Yield the files in a ZIP file, in its own order; what is locked or a link is skipped.

    See https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT

    Raises:
        ReadError: it is no ZIP file, or unpacks to too much.
    """
    allowance = allowance_of(source)
    with opened_zip(source, "ZIP") as archive:
        for entry in archive.infolist():
            if entry.is_dir() or not may_be_article(path_in_archive(entry.filename)):
                continue
            part = part_of(source, entry.filename, partial(_content, archive, entry), allowance)
            reason = _closed(entry)
            yield Skipped(part.where, reason) if reason else part
            if allowance.is_used_up:
                return


def _closed(entry: ZipInfo) -> str:
    if entry.flag_bits & _ENCRYPTED:
        return "is locked with a password: unpack it first"
    return "is a link, which kg does not follow" if stat.S_ISLNK(entry.external_attr >> 16) else ""


@contextmanager
def opened_zip(source: Source, kind: str) -> Iterator[ZipFile]:
    """Open a source of the format `kind` as a ZIP file.

    Raises:
        ReadError: it is none.
    """
    with foreign(source, kind), open_seekable(source) as file:
        if file.read(len(_COMPOUND)) == _COMPOUND:
            raise ReadError(f"is locked with a password, or an older kind of file: save it as {kind} without password")
        with ZipFile(file) as archive:
            yield archive


def part_bytes(archive: ZipFile, name: str, allowance: Allowance) -> bytes:
    """Return a part of a document, empty if there is none of this name.

    Raises:
        ReadError: it unpacks to too much.
    """
    if name not in archive.NameToInfo:
        return b""
    with measured(partial(_content, archive, name), allowance) as part:
        content = part.read(_MAX_PART + 1)
    if len(content) > _MAX_PART:
        raise ReadError(f"has a part of more than {_MAX_PART // 1_000_000} MB")
    return content


def _content(archive: ZipFile, entry: ZipInfo | str) -> BinaryIO:
    return cast(BinaryIO, archive.open(entry))
