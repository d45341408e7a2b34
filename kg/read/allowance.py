"""How much an archive may unpack to: enough for any news, too little for a decompression bomb.

A bomb of a few kilobytes that unpacks to petabytes is the plainest attack on whatever opens archives, see
https://www.usenix.org/conference/woot19/presentation/fifield
"""

import io
import lzma
import tarfile
import zlib
from collections.abc import Callable
from typing import BinaryIO
from zipfile import BadZipFile

from kg.errors import ReadError
from kg.read.telling import said

RATIO = 200
"""Times its own size that an archive may unpack to; text shrinks to a tenth, seldom to a fiftieth."""
ALWAYS = 20_000_000
"""Bytes that every archive may unpack to, however small it is."""
NEVER = 16_000_000_000
"""Bytes that no archive may unpack to, however large it is."""


class Allowance:
    """Counts down the bytes that an archive, and all that is packed in it, may still unpack to."""

    def __init__(self, packed: int) -> None:
        """Allow what an archive of `packed` bytes may unpack to."""
        self._left = min(NEVER, max(ALWAYS, RATIO * packed))

    @property
    def is_used_up(self) -> bool:
        """Tell whether more was unpacked than is allowed."""
        return self._left < 0

    def take(self, size: int) -> None:
        """Count bytes that were unpacked.

        Raises:
            ReadError: they are more than were left.
        """
        self._left -= size
        if self.is_used_up:
            raise ReadError(f"unpacks to more than {RATIO} times its size: a decompression bomb is not opened")


_DAMAGED = (
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
    zlib.error,
    lzma.LZMAError,
    BadZipFile,
    tarfile.TarError,
)
"""What the standard library raises over packed content that is cut off, forged, or packed in an unknown way."""


class _Measured(io.RawIOBase):
    """A stream whose bytes are counted as they are read."""

    def __init__(self, stream: BinaryIO, allowance: Allowance) -> None:
        self._stream = stream
        self._allowance = allowance

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # BufferedReader gives no other
        try:
            content = self._stream.read(len(buffer))
        except _DAMAGED as error:
            raise _damaged(error) from error
        self._allowance.take(len(content))
        buffer[: len(content)] = content
        return len(content)

    def close(self) -> None:
        self._stream.close()
        super().close()


def measured(open: Callable[[], BinaryIO], allowance: Allowance) -> BinaryIO:
    """Return what `open` unpacks as a stream that ends in ReadError where it is damaged or `allowance` is used up."""
    try:
        return io.BufferedReader(_Measured(open(), allowance))
    except _DAMAGED as error:
        raise _damaged(error) from error


def _damaged(error: Exception) -> ReadError:
    return ReadError(f"is damaged, or packed in a way that kg does not know ({said(error)})")
