"""A set of files that is in a folder whole or not at all."""

import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from kg.errors import OutputError

MANIFEST = "manifest.json"
"""Names the files that kg put in a folder, with their sizes and hashes; written last."""

_NEW = ".kg-new"
_COMPLETE = ".kg-complete"


@contextmanager
def staged(folder: Path) -> Iterator[Path]:
    """Give an empty folder to write in; once the block ends, its files replace those of the last time in `folder`.

    An error in the block leaves `folder` as it was. A kill leaves it as it was, or in the middle of the moves, which
    the next `staged` of the same folder ends first. Files that kg did not write stay, and are never overwritten.

    Raises:
        OutputError: the folder cannot be made or written, or has a file in the way.
    """
    staging, is_new = folder / _NEW, not folder.exists()
    with told_as_output_error(folder):
        folder.mkdir(parents=True, exist_ok=True)
        _settle(folder)
        shutil.rmtree(staging, ignore_errors=True)
        staging.mkdir()
    try:
        yield staging
        with told_as_output_error(folder):
            _write_manifest(staging)
            _refuse_strangers(folder, staging)
            staging.rename(folder / _COMPLETE)
            _settle(folder)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
        if is_new and not any(folder.iterdir()):
            folder.rmdir()


@contextmanager
def told_as_output_error(folder: Path) -> Iterator[None]:
    """Turn what the system says while `folder` is written into an OutputError."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"cannot be written: {error.strerror or error}", where=folder) from error


def written_in(folder: Path) -> tuple[Path, ...]:
    """Return the paths of the files that kg put in `folder`, the manifest first.

    Raises:
        OutputError: the manifest is not one that kg wrote.
    """
    return tuple(folder / name for name in (MANIFEST, *files_of(folder)))


def files_of(folder: Path) -> Mapping[str, int]:
    """Return the files that kg put in `folder`, by name, with their sizes in bytes; none where it put none.

    Raises:
        OutputError: the manifest is not one that kg wrote.
    """
    path = folder / MANIFEST
    try:
        files = json.loads(path.read_text(encoding="utf-8"))["files"]
        if any(Path(name).name != name for name in files):
            raise ValueError("a name leads out of the folder")
        return {name: int(file["bytes"]) for name, file in sorted(files.items())}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise OutputError("is no manifest of kg; remove it or choose another folder", where=path) from error


def _write_manifest(folder: Path) -> None:
    contents = {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
    files = {name: {"bytes": len(data), "sha256": sha256(data).hexdigest()} for name, data in contents.items()}
    (folder / MANIFEST).write_text(json.dumps({"files": files}, indent=2) + "\n", encoding="utf-8", newline="\n")


def _refuse_strangers(folder: Path, staging: Path) -> None:
    known = {MANIFEST, *files_of(folder)}
    for name in sorted(path.name for path in staging.iterdir()):
        if name not in known and (folder / name).exists():
            raise OutputError("was not written by kg; move it or choose another folder", where=folder / name)


def _settle(folder: Path) -> None:
    """Move a complete set into its place, the manifest last, and remove what only the set before it had."""
    complete = folder / _COMPLETE
    if not complete.is_dir():
        return
    if (complete / MANIFEST).exists():
        for path in sorted(complete.iterdir()):
            if path.name != MANIFEST:
                path.replace(folder / path.name)
        for name in sorted(files_of(folder).keys() - files_of(complete).keys()):
            (folder / name).unlink(missing_ok=True)
        (complete / MANIFEST).replace(folder / MANIFEST)
    complete.rmdir()
