"""A set of files that is in a folder whole or not at all, and that one process at a time replaces."""

import json
import os
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import file_digest
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from kg.errors import OutputError

MANIFEST = "manifest.json"
"""Names the files that kg put in a folder, with their sizes and hashes; written last."""

_NEW = ".kg-new"
_COMPLETE = ".kg-complete"
_LOCK = ".kg-lock"
_PATIENCE = 10.0
"""Seconds that a reader waits for the moves of a build, which take milliseconds."""


@contextmanager
def staged(folder: Path) -> Iterator[Path]:
    """Give an empty folder to write in; once the block ends, its files replace those of the last time in `folder`.

    An error in the block leaves `folder` as it was. A kill or a loss of power leaves it as it was, or in the middle of
    the moves, which the next `held` or `settled` of the same folder ends first. Files that kg did not write stay, and
    are never overwritten. The folder must be `held`.

    Raises:
        OutputError: the folder cannot be written, or has a file in the way.
    """
    staging = folder / _NEW
    with told_as_output_error(folder):
        shutil.rmtree(staging, ignore_errors=True)
        staging.mkdir()
    try:
        yield staging
        with told_as_output_error(folder):
            seal(staging)
            _refuse_strangers(folder, staging)
            _sync_all(staging)
            staging.rename(folder / _COMPLETE)
            sync(folder)
            _settle(folder)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


@contextmanager
def held(folder: Path) -> Iterator[Path]:
    """Hold a folder for this process, and make it if need be; one that is still empty in the end goes again.

    The moves of a set of files that a kill cut off are ended first. The system lets go of the folder when the process
    ends, however it ends.

    Raises:
        OutputError: another process holds it, or it cannot be written.
    """
    is_new = not folder.exists()
    with told_as_output_error(folder):
        folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / _LOCK, timeout=0)
    with told_as_output_error(folder):
        try:
            lock.acquire()
        except Timeout as error:
            raise OutputError("another build is writing here; wait until it is done", where=folder) from error
    try:
        with told_as_output_error(folder):
            _settle(folder)
        yield folder
    finally:
        if is_new:
            remove_if_empty(folder)
        lock.release()


@contextmanager
def told_as_output_error(folder: Path) -> Iterator[None]:
    """Turn what the system says while `folder` is written into an OutputError."""
    try:
        yield
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else error
        raise OutputError(f"cannot be written: {reason}", where=folder) from error


def remove_if_empty(folder: Path) -> None:
    """Remove a folder in which nothing is but the lock that was left in it."""
    if {path.name for path in folder.iterdir()} <= {_LOCK}:
        shutil.rmtree(folder, ignore_errors=True)


def settled(folder: Path) -> Path:
    """Return a folder in which no set of files is half replaced by another: the moves that a kill cut off are ended.

    Raises:
        OutputError: they cannot be ended.
    """
    give_up = time.monotonic() + _PATIENCE
    while (folder / _COMPLETE).is_dir():
        try:
            with held(folder):
                pass
        except OutputError:
            if time.monotonic() > give_up:
                raise
            time.sleep(_PATIENCE / 100)
    return folder


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
    with read_manifest(folder) as said:
        files = said["files"]
        if any(Path(name).name != name for name in files):
            raise ValueError("a name leads out of the folder")
        return {name: int(file["bytes"]) for name, file in sorted(files.items())}


@contextmanager
def read_manifest(folder: Path) -> Iterator[Mapping[str, Any]]:
    """Give what the manifest of a folder says, in a block that reads it; no files where there is none.

    Raises:
        OutputError: it is not one that kg wrote, as far as the block looks.
    """
    path = folder / MANIFEST
    try:
        said = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {"files": {}}
        yield said
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise OutputError("is no manifest of kg; remove it or choose another folder", where=path) from error


def seal(staging: Path, **about: object) -> str:
    """Write the manifest of the files in a folder, if there is none, and return its fingerprint.

    `about` is what else it says of them, as values of JSON.
    """
    if not (staging / MANIFEST).exists():
        found = sorted(staging.iterdir())
        files = {path.name: {"bytes": path.stat().st_size, "sha256": digest(path)} for path in found}
        content = json.dumps({"files": files, **about}, indent=2) + "\n"
        (staging / MANIFEST).write_text(content, encoding="utf-8", newline="\n")
    return fingerprint(staging)


def fingerprint(folder: Path) -> str:
    """Return what stands for the set of files that the manifest of a folder names; empty where there is none."""
    path = folder / MANIFEST
    return digest(path) if path.exists() else ""


def digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as content:
        return file_digest(content, "sha256").hexdigest()


def sync(path: Path) -> None:
    """Wait until a file, or the list of names of a folder, is on the disk; see fsync(2)."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sync_all(folder: Path) -> None:
    for path in sorted(folder.iterdir()):
        sync(path)
    sync(folder)


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
        sync(folder)
        (complete / MANIFEST).replace(folder / MANIFEST)
        sync(folder)
    complete.rmdir()
