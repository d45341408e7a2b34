"""Where files are, as it is kept: their paths seen from the output folder, so that both may move together."""

import os
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from fnmatch import fnmatchcase
from glob import has_magic
from itertools import takewhile
from pathlib import Path

from kg.read import Warned
from kg.read.discover import ADDRESS, STDIN, fixed_part
from kg.read.names import written_path


def seen_from(folder: Path, path: Path) -> str:
    """Return a path as it is seen from a folder."""
    return written_path(Path(os.path.relpath(os.path.realpath(path), os.path.realpath(folder))))


@dataclass(frozen=True, slots=True)
class Places:
    """Files known, to be found by paths."""

    folder: Path
    """The files are kept as they are seen from here."""
    files: Set[str]
    ways: Sequence[tuple[str, str]]
    """The way to each from the root, with a slash behind it, and the file; sorted."""

    def named(self, path: str) -> Iterator[str]:
        """Yield the files that a path means: a file, all in a folder, or what matches a pattern."""
        if path.startswith(ADDRESS):
            yield from self.files & {path}
        elif has_magic(path) and not os.path.lexists(path):
            start = fixed_part(path)
            top = os.path.join(os.path.realpath(start), "")
            pattern = Path(path).relative_to(start).parts
            below = ((file, way.removeprefix(top).split(os.sep)[:-1]) for way, file in self._below(top))
            yield from (file for file, names in below if is_match(names, pattern))
        else:
            yield from (file for _, file in self._below(_way(seen_from(self.folder, Path(path)), self.folder)))

    def _below(self, top: str) -> Iterator[tuple[str, str]]:
        """Yield the file that is at the end of a way, or those below it, each with its way."""
        first = bisect_left(self.ways, (top, ""))
        return takewhile(lambda one: one[0].startswith(top), map(self.ways.__getitem__, range(first, len(self.ways))))


def places_of(files: Iterable[str], folder: Path) -> Places:
    """Return files, kept as they are seen from `folder`, to be found by paths."""
    known = frozenset(files)
    return Places(folder, known, sorted((_way(file, folder), file) for file in known))


def _way(file: str, folder: Path) -> str:
    """Return the way to a file seen from `folder`, from the root and with a slash behind it."""
    return os.path.join(os.path.normpath(os.path.join(os.path.realpath(folder), file)), "")


def is_match(names: Sequence[str], pattern: Sequence[str]) -> bool:
    """Tell whether the names of a path match those of a pattern, one by one.

    As in `glob`, `**` is any number of folders, and what is hidden matches only a pattern that says its dot.

    >>> is_match(["2024", "may", "a.txt"], ["**", "*.txt"]), is_match(["2024", "a.txt"], ["*.txt"])
    (True, False)
    """
    if not pattern:
        return not names
    first, *rest = pattern
    if first == "**" and is_match(names, rest):
        return True
    if not names or names[0].startswith(".") > first.startswith("."):
        return False
    return is_match(names[1:], pattern) if first == "**" else fnmatchcase(names[0], first) and is_match(names[1:], rest)


def gone(files: Iterable[str], folder: Path) -> Iterator[Warned]:
    """Yield a word on the files that are not there any more, if there are any."""
    on_disk = (file for file in files if file != STDIN and not file.startswith(ADDRESS))
    ways = (_way(file, folder).removesuffix(os.sep) for file in on_disk)
    lost = [way for way in ways if not os.path.lexists(way)]
    if lost:
        more = f" (and {len(lost) - 1} more)" if lost[1:] else ""
        yield Warned(f"{lost[0]}{more}", "is not there any more; what it said stays until --sync or `kg remove`")
