"""What the readers take and say beside `Document`."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from kg.read.allowance import Allowance


@dataclass(frozen=True, slots=True)
class Part:
    """Content that is no file of its own: a file in an archive, a part of a mail, a page that was fetched."""

    open: Callable[[], BinaryIO]
    """Gives the content; only until the next part of the same archive is asked for."""
    allowance: Allowance
    """What the outermost archive may still unpack to."""
    depth: int
    """How many archives, compressed files and mails it is packed in."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file that may hold articles, standard input, a part of these, or an address."""

    id: str
    """Id of its article: the path below the folder given, without its ending, and below that the path in the archive;
    `stdin` for standard input, host and path for an address."""
    where: str
    """The path as a person would say it: `news/a.txt`, `news.zip: map/a.txt`."""
    path: Path | None
    """The file on disk that it is, or is packed in; None for standard input and addresses."""
    encoding: str = ""
    """What the text is encoded in; empty is what its first bytes say, or UTF-8."""
    name: str = ""
    """Name of a part, whose ending says its format; a file's own name is that of `path`."""
    url: str = ""
    """Address that it was fetched from, by kg or whoever made the web archive."""
    part: Part | None = field(default=None, compare=False)
    """None where it is all of `path`, of standard input or of `url`."""

    @property
    def suffix(self) -> str:
        """Return the ending of the file's name, in lower case; empty for standard input."""
        name = self.name or (self.path.name if self.path else "")
        return PurePosixPath(name).suffix.lower()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file, record or folder that gave no article."""

    where: str
    reason: str


@dataclass(frozen=True, slots=True)
class Warned:
    """An article that was read with a doubt."""

    where: str
    reason: str
