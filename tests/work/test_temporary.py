"""Folders for what is not to be kept do not outlive their process for long."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.work.temporary import temporary_folder

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


@pytest.fixture(autouse=True)
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where temporary folders are."""
    monkeypatch.setattr("kg.work.temporary.gettempdir", lambda: str(tmp_path))
    return tmp_path


def in_a_process(act: Callable[[], object]) -> None:
    """Do something in a process of its own, and wait until that ends."""
    if not (child := os.fork()):
        try:
            act()
        finally:
            os._exit(0)
    os.waitpid(child, 0)


def be_killed() -> None:
    with temporary_folder() as folder:
        (folder / "words").write_text("geheim", encoding="utf-8")
        os.kill(os.getpid(), signal.SIGKILL)


def test_a_folder_goes_with_its_block_and_nobody_else_may_look_into_it(places: Path) -> None:
    with temporary_folder() as folder:
        assert folder.stat().st_mode & 0o777 == 0o700

    assert list(places.iterdir()) == []


def test_what_a_killed_process_left_goes_with_the_next_one(places: Path) -> None:
    in_a_process(be_killed)
    assert list(places.rglob("words"))

    with temporary_folder() as mine:
        assert [path for path in places.iterdir() if path.is_dir()] == [mine]


def test_a_folder_that_is_in_use_stays(places: Path) -> None:
    def ask() -> None:
        with temporary_folder():
            pass

    with temporary_folder() as mine:
        in_a_process(ask)

        assert mine.is_dir()


def test_folders_of_others_stay(places: Path) -> None:
    (places / "kg-work-mine").mkdir()

    with temporary_folder():
        pass

    assert (places / "kg-work-mine").is_dir()
