"""Tar archives and single files that are compressed: read as a stream, nothing is ever put on disk."""

import bz2
import gzip
import lzma
import tarfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import BinaryIO, cast

from kg.errors import ReadError
from kg.read.content import open_source, unreadable
from kg.read.foreign import foreign
from kg.read.names import may_be_article, path_in_archive
from kg.read.parts import allowance_of, part_of
from kg.read.values import Skipped, Source

_OPENERS: Mapping[str, Callable[[BinaryIO], object]] = MappingProxyType(
    {"gz": lambda file: gzip.GzipFile(fileobj=file), "bz2": bz2.BZ2File, "xz": lzma.LZMAFile}
)
_SHORT: Mapping[str, tuple[str, str]] = MappingProxyType(
    {".tgz": ("gz", ".tar"), ".tbz2": ("bz2", ".tar"), ".txz": ("xz", ".tar")}
)
"""Endings that stand for two: how it is compressed, and what is inside."""


def read_compressed(source: Source) -> Iterator[Source]:
    """Yield the one file that is compressed in a `.gz`, `.bz2` or `.xz` file, called as that is without its ending."""
    packing, ending = _SHORT.get(source.suffix, (source.suffix[1:], ""))
    name = PurePosixPath(source.name or (source.path.name if source.path else source.id)).stem + ending
    try:
        with open_source(source) as file:
            part = part_of(source, name, lambda: cast(BinaryIO, _OPENERS[packing](file)), allowance_of(source))
            id = source.id if ending else str(PurePosixPath(source.id).with_suffix(""))
            yield replace(part, id=id, where=source.where)
    except OSError as error:
        raise unreadable(source, error) from error


def read_tar(source: Source) -> Iterator[Source | Skipped]:
    """Yield the files in a tar archive, in its own order; a link or a file with holes is skipped.

    See https://www.gnu.org/software/tar/manual/html_node/Standard.html

    Raises:
        ReadError: it is no tar archive, or unpacks to too much.
    """
    allowance = allowance_of(source)
    with foreign(source, "tar"), open_source(source) as file, tarfile.open(fileobj=file, mode="r|") as archive:
        for entry in archive:
            if entry.isdir() or not may_be_article(path_in_archive(entry.name)):
                continue
            part = part_of(source, entry.name, partial(_content, archive, entry), allowance)
            yield part if entry.isreg() and not entry.issparse() else Skipped(part.where, _UNUSUAL)
            if allowance.is_used_up:
                return


_UNUSUAL = "is a link or no plain file, which kg does not follow"


def _content(archive: tarfile.TarFile, entry: tarfile.TarInfo) -> BinaryIO:
    content = archive.extractfile(entry)
    if content is None:
        raise ReadError(_UNUSUAL)
    return cast(BinaryIO, content)
