"""Files that are gone, and places that cannot be read now: what a graph keeps of them, and says."""

from pathlib import Path

import pytest

from tests.work.newsroom import VISIT, build_gold, outputs, write


@pytest.mark.parametrize("named", [".", "b.txt"])
def test_what_cannot_be_read_now_is_not_forgotten(room: Path, named: str) -> None:
    before = outputs(room / "out")
    (room / "news/bode").rename(room / "unmounted")

    report = build_gold(room / "out", room / "news/bode" / named, sync=named == ".")

    assert outputs(room / "out") == before
    assert not report.changes.forgotten


def test_a_folder_that_cannot_be_read_now_is_told_and_others_are_forgotten(room: Path) -> None:
    write(room / "news", {"courant/e.txt": VISIT, "away/f.txt": VISIT})
    build_gold(room / "out", room / "news/courant", room / "news/away")
    (room / "news/away").rename(room / "unmounted")

    report = build_gold(room / "out", room / "news/courant", room / "news/away", sync=True)

    assert (report.articles, report.changes.forgotten) == (2, 3)
    assert [(one.where, one.reason) for one in report.warnings] == [
        (str(room / "news/away"), "gives nothing now; articles kept as they were known: 1 (`kg remove` forgets them)")
    ]


@pytest.mark.parametrize("sync", [False, True])
def test_a_file_that_cannot_be_read_now_is_not_forgotten(room: Path, sync: bool) -> None:
    before = outputs(room / "out")
    (room / "news/bode/b.txt").unlink()
    (room / "news/bode/b.txt").symlink_to(room / "news/bode/b.txt")

    report = build_gold(room / "out", room / "news/bode", sync=sync)

    assert outputs(room / "out") == before
    assert [one.reason for one in report.warnings] == [
        "gives nothing now; articles kept as they were known: 1 (`kg remove` forgets them)"
    ]


@pytest.mark.parametrize("pattern", ["*.txt", "**/*.txt", "[ab]*", ""])
def test_a_disk_that_is_not_there_is_not_forgotten_however_it_is_named(room: Path, pattern: str) -> None:
    write(room / "news", {"courant/e.txt": VISIT})
    build_gold(room / "out", room / "news/courant", room / "news/bode")
    before = outputs(room / "out")
    for file in (room / "news/bode").iterdir():
        file.unlink()

    report = build_gold(room / "out", room / "news/courant", room / "news/bode" / pattern, sync=True)

    kept = 2 if pattern == "[ab]*" else 3
    assert [one.reason for one in report.warnings] == [
        f"gives nothing now; articles kept as they were known: {kept} (`kg remove` forgets them)"
    ]
    assert report.changes.forgotten == 3 - kept
    assert len(report.skipped) == 1
    assert (outputs(room / "out") == before) == (kept == 3)


def test_files_that_are_gone_are_one_line_that_says_how_to_forget_them(room: Path) -> None:
    write(room / "news", {"courant/e.txt": VISIT})
    for name in ("b", "c"):
        (room / f"news/bode/{name}.txt").unlink()

    report = build_gold(room / "out", room / "news/courant")

    assert report.articles == 4
    assert [(one.where, one.reason) for one in report.warnings] == [
        (
            f"{room / 'news/bode/b.txt'} (and 1 more)",
            "is not there any more; what it said stays until --sync or `kg remove`",
        )
    ]
