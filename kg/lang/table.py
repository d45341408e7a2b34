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
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise LanguageError(f"cannot be read: {error}", where=path) from error
    for number, line in enumerate(lines, start=1):
        if not line or line.startswith(_COMMENT):
            continue
        row = line.split("\t")
        if len(row) not in columns:
            raise LanguageError(f"line {number}: {expected!r} is expected, not {line!r}", where=path)
        yield number, row


def read_entries(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the entries of a list with `[kind]` headings, each with its kind."""
    kind = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif line and not line.startswith(_COMMENT):
            yield line, kind
