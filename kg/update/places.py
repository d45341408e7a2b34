"""Where files are, as it is kept: their paths seen from the output folder, so that both may move together."""

import os
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from glob import has_magic
from pathlib import Path

from kg.read import Warned
from kg.read.discover import ADDRESS, STDIN, fixed_part
from kg.read.names import written_path


def seen_from(folder: Path, path: Path) -> str:
    """Return a path as it is seen from a folder."""
    return written_path(Path(os.path.relpath(os.path.realpath(path), os.path.realpath(folder))))


def ways(files: Iterable[str], folder: Path) -> Mapping[str, str]:
    """Return the way to each file seen from `folder`, from the root and with a slash behind it."""
    start = os.path.realpath(folder)
    return {file: os.path.join(os.path.normpath(os.path.join(start, file)), "") for file in files}


def named(path: str, known: Mapping[str, str], folder: Path) -> Iterator[str]:
    """Yield the files known, given by `ways`, that a path means: a file, all in a folder, or what matches a pattern."""
    if path.startswith(ADDRESS):
        yield from (file for file in known if file == path)
        return
    if has_magic(path) and not os.path.lexists(path):
        start = fixed_part(path)
        rest = Path(path).relative_to(start).as_posix().replace("**/", "*")
        pattern = os.path.join(os.path.realpath(start), rest, "")
        yield from (file for file, way in known.items() if fnmatchcase(way, pattern))
        return
    [top] = ways([seen_from(folder, Path(path))], folder).values()
    yield from (file for file, way in known.items() if way.startswith(top))


def gone(files: Iterable[str], folder: Path) -> Iterator[Warned]:
    """Yield a word on the files that are not there any more, if there are any."""
    on_disk = (file for file in files if file != STDIN and not file.startswith(ADDRESS))
    lost = [
        way.removesuffix(os.sep)
        for way in ways(on_disk, folder).values()
        if not os.path.lexists(way.removesuffix(os.sep))
    ]
    if lost:
        more = f" (and {len(lost) - 1} more)" if lost[1:] else ""
        yield Warned(f"{lost[0]}{more}", "is not there any more; what it said stays until --sync or `kg remove`")
