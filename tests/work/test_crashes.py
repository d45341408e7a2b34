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
from tests.work.dying import KILLED, EndOf, ends
from tests.work.newsroom import DENIAL, PROMISE, VISIT, build_gold, from_nothing, outputs, write

pytestmark = pytest.mark.crash

OLD = {"bode/a.txt": VISIT, "bode/b.txt": DENIAL, "bode/c.txt": PROMISE}
NEW = {"bode/a.txt": f"{VISIT} {PROMISE}", "bode/c.txt": PROMISE, "bode/d.txt": f"{DENIAL} {VISIT}"}
KEPT = OLD | NEW
"""What the graph has after a build of the new files: the second is gone, and nobody said that it is to be forgotten."""
COMMITS = ("os.replace", "os.fsync", "pathlib.Path.rename", "pathlib.Path.replace", "pathlib.Path.unlink")
"""What brings a file from one state to another; writing in between changes only what nobody reads."""
KILLS = 100
ROUNDS = 50
"""Builds that may end before a kill reaches them while the hundred land: some six do."""


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


@pytest.fixture(scope="module")
def end_of(old: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[EndOf]:
    """Return what does something in a process that may die, and tells how it ended."""
    with ends(partial(build_new, copytree(old, tmp_path_factory.mktemp("warm") / "room"))) as end_of:
        yield end_of


def build_new(room: Path) -> None:
    build_gold(room / "out", room / "news/bode")


def build_to_commit(moment: int, room: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        commits(patch, partial(die_at, moment))
        build_new(room)


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
        os.kill(os.getpid(), signal.SIGKILL)


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


def is_killed(room: Path, end_of: EndOf, *, after: float) -> bool:
    """Tell whether a build was killed before it ended, as it does without an error."""
    ended = end_of(partial(build_new, room), killed_after=after)
    assert ended in (0, KILLED)
    return ended == KILLED


def test_a_kill_at_any_commit_loses_and_doubles_nothing(
    old: Path, new: Mapping[str, str], end_of: EndOf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for moment, room in rooms(old, tmp_path, monkeypatch):
        assert end_of(partial(build_to_commit, moment, room)) == KILLED
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
    old: Path, new: Mapping[str, str], end_of: EndOf, tmp_path: Path
) -> None:
    moments = random.Random(20)
    start = time.monotonic()
    assert end_of(partial(build_new, copytree(old, tmp_path / "whole"))) == 0
    duration = time.monotonic() - start
    landed = 0
    for _ in range(ROUNDS):
        room = copytree(old, tmp_path / "room")
        while landed < KILLS and is_killed(room, end_of, after=moments.uniform(0, duration)):
            landed += 1
            assert outputs(settled(room / "out")) in (outputs(old / "out"), new)
        assert_nothing_is_lost_or_doubled(room, old, new)
        rmtree(room)
        if landed == KILLS:
            break
    assert landed == KILLS
