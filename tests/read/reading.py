"""Reading a file as `kg.read` does, for tests."""

from collections.abc import Iterable
from pathlib import Path

from kg.lang import load
from kg.model import Document
from kg.read import Skipped, Warned, read

Found = list[Document | Skipped | Warned]


def read_all(*paths: Path | str, encoding: str = "", fetch: bool = False) -> Found:
    """Return all that reading these paths gives."""
    return list(read(paths, language=load("nl"), encoding=encoding, fetch=fetch))


def read_content(path: Path, content: bytes | str) -> Found:
    """Return all that a file with this content gives."""
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_all(path)


def documents(found: Iterable[Document | Skipped | Warned]) -> list[Document]:
    return [one for one in found if isinstance(one, Document)]


def skipped(found: Iterable[Document | Skipped | Warned]) -> list[Skipped]:
    return [one for one in found if isinstance(one, Skipped)]


def only(found: Iterable[Document | Skipped | Warned]) -> Document:
    """Return the one article, of which nothing is said but what it says itself."""
    [document] = found
    assert isinstance(document, Document)
    return document


def reason(found: Iterable[Document | Skipped | Warned]) -> str:
    """Return why the one file was skipped, which is one line."""
    [skip] = found
    assert isinstance(skip, Skipped)
    assert skip.reason.isprintable()
    return skip.reason
