"""Sources out of sources: what archives, compressed files and mails hold."""

import io
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import BinaryIO

from kg.errors import ReadError
from kg.read.allowance import Allowance, measured
from kg.read.articles import clean
from kg.read.content import MAX_BYTES_WITH_PICTURES, unreadable
from kg.read.decode import web_encoding
from kg.read.names import path_in_archive
from kg.read.values import Part, Source

MAX_DEPTH = 3
"""How deep archives, compressed files and mails may lie in one another: a `.tar.gz` in a `.zip`."""


def allowance_of(source: Source) -> Allowance:
    """Return what an archive may unpack to: what is left to the archive that it lies in, or by its size on disk."""
    if source.part:
        return source.part.allowance
    try:
        return Allowance(source.path.stat().st_size if source.path else MAX_BYTES_WITH_PICTURES)
    except OSError as error:
        raise unreadable(source, error) from error


def part_of(archive: Source, name: str, open: Callable[[], BinaryIO], allowance: Allowance) -> Source:
    """Return a part of an archive by its name there, which never names a place on this disk.

    Raises:
        ReadError: it lies too deep.
    """
    depth = archive.part.depth + 1 if archive.part else 1
    if depth > MAX_DEPTH:
        raise ReadError(f"is packed in more than {MAX_DEPTH} archives: unpack some of them first", where=archive.where)
    path = path_in_archive(name)
    return Source(
        f"{archive.id}/{path.with_suffix('') if path.name else path}",
        f"{archive.where}: {path}",
        archive.path,
        archive.encoding,
        name=path.name,
        part=Part(lambda: measured(open, allowance), allowance, depth),
    )


def page_of(archive: Source, content: bytes, *, id: str, where: str, url: str, encoding: str) -> Source:
    """Return a web page in an archive, with the address and encoding that the archive knows of it.

    Raises:
        ReadError: it lies too deep.
    """
    part = part_of(archive, "page.html", partial(io.BytesIO, content), allowance_of(archive))
    return replace(part, id=id, where=where, url=clean(url), encoding=web_encoding(encoding))
