"""Where libraries of others read files of others: whatever they raise is one line about the file."""

from collections.abc import Iterator
from contextlib import contextmanager

from kg.errors import ReadError
from kg.read.content import unreadable
from kg.read.telling import said
from kg.read.values import Source


@contextmanager
def foreign(source: Source, kind: str) -> Iterator[None]:
    """Turn whatever a library raises over a broken file into a ReadError.

    A parser of other people's formats may raise anything over a file that is cut off, forged or made of noise.
    """
    try:
        yield
    except ReadError:
        raise
    except Exception as error:  # there is no list of what they raise
        if isinstance(error, OSError) and error.strerror:
            raise unreadable(source, error) from error
        raise ReadError(f"is no {kind} file that can be read ({said(error)})", where=source.where) from error
