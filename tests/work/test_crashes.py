"""After a kill at any moment the outputs are the old or the new set, and the next build ends as one from nothing."""

import os
import random
import signal
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from errno import ENOSPC
from functools import partial
from pathlib import Path
from shutil import copytree, rmtree

import pyarrow.parquet as pq
import pytest

from kg.errors import OutputError
from kg.staging import settled
from tests.work.newsroom import DENIAL, PROMISE, VISIT, build_gold, from_nothing, outputs, write

pytestmark = [pytest.mark.crash, pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")]

OLD = {"bode/a.txt": VISIT, "bode/b.txt": DENIAL, "bode/c.txt": PROMISE}
NEW = {"bode/a.txt": f"{VISIT} {PROMISE}", "bode/c.txt": PROMISE, "bode/d.txt": f"{DENIAL} {VISIT}"}
KEPT = OLD | NEW
"""What the graph has after a build of the new files: the second is gone, and nobody said that it is to be forgotten."""
COMMITS = ("os.replace", "os.fsync", "pathlib.Path.rename", "pathlib.Path.replace", "pathlib.Path.unlink")
"""What brings a file from one state to another; writing in between changes only what nobody reads."""
KILLS = 100


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a graph, and the articles that came and went since."""
    folder = tmp_path_factory.mktemp("old")
    write(folder / "news", OLD)
    build_gold(folder / "out", folder / "news" / "bode")
    (folder / "news/bode/b.txt").unlink()
    write(folder / "news", NEW)
    return folder


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Return the outputs that a build from nothing has."""
    return from_nothing(tmp_path_factory.mktemp("new"), KEPT)


@pytest.fixture
def room(old: Path, tmp_path: Path) -> Path:
    """Return a copy of the folder with the old graph."""
    return copytree(old, tmp_path / "room")


def build_new(room: Path) -> None:
    build_gold(room / "out", room / "news/bode")


def rows(room: Path) -> list[str]:
    """Return the keys of all rows in the work folder."""
    shards = (room / "out/work").glob("extractions-*.parquet")
    return sorted(key for path in shards for key in pq.read_table(path, columns=["key"]).column("key").to_pylist())


def commits(monkeypatch: pytest.MonkeyPatch, act: Callable[[int], None]) -> None:
    """Call `act` with the number of each commit, before it is done."""
    numbers: Iterator[int] = iter(range(10_000))

    def counted(original: Callable[..., object]) -> Callable[..., object]:
        def call(*given: object, **options: object) -> object:
            act(next(numbers))
            return original(*given, **options)

        return call

    for name in COMMITS:
        module, attribute = name.rsplit(".", 1)
        holder = os if module == "os" else Path
        monkeypatch.setattr(holder, attribute, counted(getattr(holder, attribute)))


def die_at(moment: int, number: int) -> None:
    if number == moment:
        os._exit(9)


def number_of_commits(room: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    seen: list[int] = []
    with monkeypatch.context() as patch:
        commits(patch, seen.append)
        build_new(room)
    return len(seen)


def rooms(old: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[int, Path]]:
    """Yield the number of each commit of a build, with a copy of the old graph to do it in."""
    for moment in range(number_of_commits(copytree(old, folder / "counted"), monkeypatch)):
        yield moment, copytree(old, folder / str(moment))


def assert_nothing_is_lost_or_doubled(room: Path, old: Path, new: Mapping[str, str]) -> None:
    assert outputs(settled(room / "out")) in (outputs(old / "out"), new)

    build_new(room)

    assert outputs(room / "out") == new
    assert len(rows(room)) == len(set(rows(room))) == len(KEPT)
    hidden = {path.name for path in (room / "out").rglob(".*")}
    assert hidden == {".kg-lock"}, "nothing half done is left"


def test_a_kill_at_any_commit_loses_and_doubles_nothing(
    old: Path, new: Mapping[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for moment, room in rooms(old, tmp_path, monkeypatch):
        child = os.fork()
        if not child:
            try:
                commits(monkeypatch, partial(die_at, moment))
                build_new(room)
            finally:
                os._exit(0)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
        assert_nothing_is_lost_or_doubled(room, old, new)


def test_an_error_of_the_disk_at_any_commit_loses_and_doubles_nothing(
    old: Path, new: Mapping[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for moment, room in rooms(old, tmp_path, monkeypatch):

        def fill_the_disk(number: int, moment: int = moment) -> None:
            if number == moment:
                raise OSError(ENOSPC, os.strerror(ENOSPC))

        with monkeypatch.context() as patch, suppress(OutputError):
            commits(patch, fill_the_disk)
            build_new(room)
        assert_nothing_is_lost_or_doubled(room, old, new)


def test_a_hundred_kills_at_random_moments_lose_and_double_nothing(
    old: Path, new: Mapping[str, str], tmp_path: Path
) -> None:
    moments = random.Random(20)
    start = time.monotonic()
    build_new(copytree(old, tmp_path / "whole"))
    duration = time.monotonic() - start
    landed = 0
    for number in range(10 * KILLS):
        room = copytree(old, tmp_path / str(number))
        while kill_in(moments.uniform(0, duration), room):
            landed += 1
            assert outputs(settled(room / "out")) in (outputs(old / "out"), new)
        assert_nothing_is_lost_or_doubled(room, old, new)
        rmtree(room)
        if landed >= KILLS:
            break
    assert landed >= KILLS


def kill_in(seconds: float, room: Path) -> bool:
    """Start a build in a process of its own, kill it after some time, and tell whether it was still at work."""
    child = os.fork()
    if not child:
        try:
            build_new(room)
        finally:
            os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])
