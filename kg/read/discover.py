"""Paths, folders, patterns and standard input to the files that may hold articles."""

import glob
import os
from collections.abc import Iterable, Iterator, Set
from pathlib import Path

from kg.read.formats import known_endings
from kg.read.names import id_of_address, may_be_article, written_path
from kg.read.values import Skipped, Source

STDIN = "-"
"""The path that stands for standard input."""

ADDRESS = ("http://", "https://")
"""How a path begins that is a web address."""


def discover(paths: Iterable[str | Path], *, leave_out: Iterable[Path] = ()) -> Iterator[Source | Skipped]:
    """Yield the files that `paths` name, each once, by id and path.

    A path is a file, a folder (everything below it), a pattern (`news/**/*.txt`), `-` or a web address. Found in a
    folder or by a pattern, hidden files, files named as in `kg.read.names` and the files in `leave_out` are passed
    over in silence; a file named outright is always taken. What gives no file is skipped with its reason.
    """
    found: dict[str, Source] = {}
    left_out = frozenset(map(os.path.realpath, leave_out))
    for source in (source for path in paths for source in _sources(str(path), left_out)):
        if isinstance(source, Skipped):
            yield source
            continue
        place = os.path.realpath(source.path) if source.path else source.where
        if place not in found or source.id < found[place].id:
            found[place] = source
    yield from sorted(found.values(), key=lambda source: (source.id, source.where))


def _sources(path: str, left_out: Set[str]) -> Iterator[Source | Skipped]:
    if path == STDIN:
        yield Source("stdin", "standard input", None)
    elif path.startswith(ADDRESS):
        yield Source(id_of_address(path), path, None, url=path)
    elif os.path.isdir(path):
        yield from _inside(Path(path), left_out)
    elif os.path.exists(path):
        yield _source(Path(path), Path(path).parent)
    elif glob.has_magic(path):
        yield from _matches(path, left_out)
    else:
        yield Skipped(path, "there is no such file or folder")


def _inside(folder: Path, left_out: Set[str]) -> Iterator[Source | Skipped]:
    """Yield the files below a folder, without following links to other folders."""
    errors: list[OSError] = []
    is_empty = True
    for path in _below(folder, left_out, errors):
        is_empty = False
        yield _source(path, folder)
    yield from (Skipped(str(error.filename), f"cannot be read: {error.strerror}") for error in errors)
    if is_empty and not errors:
        yield Skipped(str(folder), f"holds no file that kg reads: {known_endings()}")


def _below(folder: Path, left_out: Set[str], errors: list[OSError]) -> Iterator[Path]:
    """Yield the files below a folder, and add to `errors` why one in it cannot be looked into."""
    for parent, folders, names in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files = [path for name in sorted(names) if _is_wanted(path := Path(parent, name), left_out)]
        yield from (path for path in files if path.is_file() or path.is_symlink())


def _matches(pattern: str, left_out: Set[str]) -> Iterator[Source | Skipped]:
    files = [Path(name) for name in sorted(glob.glob(pattern, recursive=True)) if os.path.isfile(name)]
    files = [path for path in files if _is_wanted(path, left_out)]
    if not files:
        yield Skipped(pattern, "no file matches this pattern")
    yield from (_source(path, fixed_part(pattern)) for path in files)


def fixed_part(pattern: str) -> Path:
    """Return the folder in front of the first wildcard."""
    parts = Path(pattern).parts
    return Path(*parts[: next(number for number, part in enumerate(parts) if glob.has_magic(part))])


def _source(path: Path, folder: Path) -> Source:
    return Source(written_path(path.relative_to(folder).with_suffix("")), written_path(path), path)


def _is_wanted(path: Path, left_out: Set[str]) -> bool:
    return may_be_article(Path(path.name)) and os.path.realpath(path) not in left_out
