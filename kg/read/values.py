"""What the readers take and say beside `Document`."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Source:
    """A file that may hold articles, or standard input."""

    id: str
    """Id of its article: the path below the folder given, without its ending; `stdin` for standard input."""
    where: str
    """The path as a person would say it."""
    path: Path | None
    """None for standard input."""
    encoding: str = ""
    """What the text is encoded in; empty is what its first bytes say, or UTF-8."""

    @property
    def suffix(self) -> str:
        """Return the ending of the file's name, in lower case; empty for standard input."""
        return self.path.suffix.lower() if self.path else ""


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
