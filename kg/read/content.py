"""The bytes of a source."""

import io
import sys
from contextlib import AbstractContextManager, nullcontext
from typing import BinaryIO

from kg.errors import ReadError
from kg.read.values import Source

MAX_BYTES = 20_000_000
"""A larger text is no article; a file of many records may be larger, its records may not."""

MAX_BYTES_WITH_PICTURES = 200_000_000
"""The same for formats that hold pictures beside the text, and for what must be in memory to be unpacked."""


def open_source(source: Source) -> AbstractContextManager[BinaryIO]:
    """Open a file, a part of one, or standard input, which stays open.

    Raises:
        OSError: it cannot be opened.
    """
    if source.part:
        return source.part.open()
    return source.path.open("rb") if source.path else nullcontext(sys.stdin.buffer)


def load(source: Source, *, limit: int = MAX_BYTES) -> bytes:
    """Return what a source holds.

    Raises:
        ReadError: it cannot be opened, or is larger than `limit` bytes.
    """
    try:
        with open_source(source) as file:
            content = file.read(limit + 1)
    except OSError as error:
        raise unreadable(source, error) from error
    if len(content) > limit:
        raise ReadError(f"is larger than {limit // 1_000_000} MB: give one file an article", where=source.where)
    return content


def open_seekable(source: Source) -> BinaryIO:
    """Open a source as a file in which one can go back: on disk, or else in memory."""
    if source.path and not source.part:
        return source.path.open("rb")
    return io.BytesIO(load(source, limit=MAX_BYTES_WITH_PICTURES))


def unreadable(source: Source, error: OSError) -> ReadError:
    """Return what to say of a source that the system does not let kg read."""
    return ReadError(f"cannot be read: {error.strerror or error}", where=source.where)
