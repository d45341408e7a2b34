"""Word lists: in columns, apart by tabs, or below headings; `#` stands before a comment."""

from collections.abc import Collection, Iterator
from pathlib import Path

from kg.errors import LanguageError

_COMMENT = "#"


def read_rows(path: Path, *, columns: Collection[int], expected: str) -> Iterator[tuple[int, list[str]]]:
    """Yield number and columns of each line of the file at `path` that is neither empty nor a comment.

    `columns` are the numbers of columns that a line may have, `expected` says to a reader of the error what they are.

    Raises:
        LanguageError: the file cannot be read, or a line has another number of columns.
    """
    for number, line in _lines(path):
        row = line.split("\t")
        if len(row) not in columns:
            raise LanguageError(f"line {number}: {expected!r} is expected, not {line!r}", where=path)
        yield number, row


def read_entries(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the entries of a list with `[kind]` headings, each with its kind.

    Raises:
        LanguageError: the file cannot be read.
    """
    kind = ""
    for _, line in _lines(path):
        if line.startswith("[") and line.endswith("]"):
            kind = line[1:-1]
        else:
            yield line, kind


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the lines of a file that are neither empty nor comments, each with its number."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise LanguageError(f"cannot be read: {error}", where=path) from error
    yield from ((number, line) for number, line in enumerate(lines, start=1) if line and not line.startswith(_COMMENT))
