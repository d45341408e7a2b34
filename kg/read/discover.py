"""Paths, folders, patterns and standard input to the files that may hold articles."""

import glob
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.read.values import Skipped, Source

STDIN = "-"
"""The path that stands for standard input."""

NEVER_ARTICLES = frozenset({"readme", "license", "licence", "notice"})
"""Names of files, up to their first `.`, `-` or `_` and in any case, that are about a folder and no news in it."""


def discover(paths: Iterable[str | Path], *, leave_out: Path | None = None) -> Iterator[Source | Skipped]:
    """Yield the files that `paths` name, each once, by id and path.

    A path is a file, a folder (everything below it), a pattern (`news/**/*.txt`) or `-`. Found in a folder or by a
    pattern, hidden files, files named as in `NEVER_ARTICLES` and files below `leave_out` are passed over in
    silence; a file named outright is always taken. A path that leads to nothing is skipped with its reason.
    """
    found: dict[str, Source] = {}
    for source in (source for path in paths for source in _sources(str(path), leave_out)):
        if isinstance(source, Skipped):
            yield source
            continue
        place = str(source.path.resolve()) if source.path else STDIN
        if place not in found or source.id < found[place].id:
            found[place] = source
    yield from sorted(found.values(), key=lambda source: (source.id, source.where))


def _sources(path: str, leave_out: Path | None) -> Iterator[Source | Skipped]:
    if path == STDIN:
        yield Source("stdin", "standard input", None)
    elif os.path.isdir(path):
        yield from _inside(Path(path), leave_out)
    elif os.path.exists(path):
        yield _source(Path(path), Path(path).parent)
    elif glob.has_magic(path):
        yield from _matches(path, leave_out)
    else:
        yield Skipped(path, "there is no such file or folder")


def _inside(folder: Path, leave_out: Path | None) -> Iterator[Source | Skipped]:
    """Yield the files below a folder, without following links to other folders."""
    errors: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=errors.append):
        visible = [name for name in folders if not name.startswith(".")]
        folders[:] = sorted(name for name in visible if not _is_below(Path(parent, name), leave_out))
        files = [Path(parent, name) for name in sorted(names) if _may_be_article(name)]
        yield from (_source(path, folder) for path in files if path.is_file() or path.is_symlink())
    yield from (Skipped(str(error.filename), f"cannot be read: {error.strerror}") for error in errors)


def _matches(pattern: str, leave_out: Path | None) -> Iterator[Source | Skipped]:
    files = [Path(name) for name in sorted(glob.glob(pattern, recursive=True)) if os.path.isfile(name)]
    files = [path for path in files if _may_be_article(path.name) and not _is_below(path, leave_out)]
    if not files:
        yield Skipped(pattern, "no file matches this pattern")
    yield from (_source(path, _fixed_part(pattern)) for path in files)


def _fixed_part(pattern: str) -> Path:
    """Return the folder in front of the first wildcard."""
    parts = Path(pattern).parts
    return Path(*parts[: next(number for number, part in enumerate(parts) if glob.has_magic(part))])


def _source(path: Path, folder: Path) -> Source:
    return Source(_told(path.relative_to(folder).with_suffix("")), _told(path), path)


def _told(path: Path) -> str:
    r"""Return a path as text that can be written, bytes that are no UTF-8 as `\xe9`."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def _may_be_article(name: str) -> bool:
    return not name.startswith(".") and re.split(r"[._-]", name.lower())[0] not in NEVER_ARTICLES


def _is_below(path: Path, folder: Path | None) -> bool:
    return folder is not None and path.resolve().is_relative_to(folder.resolve())
