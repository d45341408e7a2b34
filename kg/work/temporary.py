"""A folder for the words of articles that are not to be kept: it goes again, also when its process is killed."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from tempfile import gettempdir

from filelock import FileLock, Timeout

_PREFIX = "kg-work-"
_LOCK = ".lock"


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """Give a folder that only this user can read, and that is removed in the end.

    What a process that was killed left is removed by the next one that asks for such a folder: the lock beside each is
    taken before it is made, and the system lets go of it when its process ends, however it ends.
    """
    places = Path(gettempdir())
    _remove_orphans(places)
    folder = places / f"{_PREFIX}{token_hex(8)}"
    with _locked(_lock_of(folder), timeout=-1):
        folder.mkdir(mode=0o700)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _remove_orphans(places: Path) -> None:
    for lock in sorted(places.glob(f"{_PREFIX}*{_LOCK}")):
        with suppress(Timeout, OSError), _locked(lock, timeout=0):  # held, or of another user
            shutil.rmtree(lock.with_suffix(""), ignore_errors=True)


@contextmanager
def _locked(path: Path, *, timeout: float) -> Iterator[None]:
    """Hold a lock, and remove its file with it."""
    with FileLock(path, timeout=timeout):
        yield
    path.unlink(missing_ok=True)


def _lock_of(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}{_LOCK}")
