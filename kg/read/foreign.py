"""Where libraries of others read files of others: whatever they raise is one line about the file."""

from collections.abc import Iterator
from contextlib import contextmanager

from kg.errors import ReadError
from kg.read.content import unreadable
from kg.read.values import Source

_LONGEST = 100
"""Characters of what a library says that are told."""


@contextmanager
def foreign(source: Source, kind: str) -> Iterator[None]:
    """Turn whatever a library raises over a broken file into a ReadError, and so a package that is not installed.

    A parser of other people's formats may raise anything over a file that is cut off, forged or made of noise.
    """
    try:
        yield
    except ReadError:
        raise
    except ModuleNotFoundError as error:
        needed = f"to read {kind} files kg needs {error.name}: pip install 'kg[formats]'"
        raise ReadError(needed, where=source.where) from error
    except OSError as error:
        raise unreadable(source, error) from error
    except Exception as error:  # there is no list of what they raise
        raise ReadError(f"is no {kind} file that can be read ({_told(error)})", where=source.where) from error


def _told(error: Exception) -> str:
    said = " ".join(str(error).split()) or type(error).__name__
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST]}..."
