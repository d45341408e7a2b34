"""What happens when the work, the disk or a question meets damage, and when two builds meet."""

import os
import resource
import shutil
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from filelock import FileLock

from kg import staging
from kg.errors import OutputError
from kg.query import Table, query
from kg.read.languages import spoken_language
from kg.staging import held
from kg.work.shards import Damaged, Shards
from tests.work.newsroom import FILES, PROMISE, VISIT, build_gold, outputs, shards, write

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-50])


def overwrite(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:3000] + bytes(500) + content[3500:])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def replace_by_another_version(path: Path) -> None:
    pq.write_table(pa.table({"key": ["a"]}), path)


@pytest.mark.parametrize("damage", [cut_short, overwrite, empty, Path.unlink, replace_by_another_version])
def test_damaged_extractions_are_read_anew(room: Path, damage: Callable[[Path], None]) -> None:
    before = outputs(room / "out")
    damage(shards(room)[0])

    build_gold(room / "out", room / "news/bode/a.txt")

    assert outputs(room / "out") == before


def test_a_disk_that_damages_all_that_is_written_ends_the_build(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = outputs(room / "out")

    def damaged(*_: object) -> None:
        tries.append(1)
        assert len(tries) < 10, "there is no end to it"
        raise Damaged

    tries: list[int] = []
    monkeypatch.setattr(Shards, "read", damaged)

    with pytest.raises(OutputError, match=r"out/work: what was written here was damaged 3 times: is the disk sound\?"):
        build_gold(room / "out", room / "news/bode")

    assert outputs(room / "out") == before


@pytest.mark.parametrize("damage", [cut_short, empty, replace_by_another_version])
def test_a_damaged_list_of_articles_is_told_and_not_used(room: Path, damage: Callable[[Path], None]) -> None:
    before = outputs(room / "out")
    damage(room / "out/work/articles.parquet")

    report = build_gold(room / "out", room / "news/bode")

    assert [one.reason for one in report.warnings] == [
        "is damaged, or of another version of kg: all articles are read anew"
    ]
    assert outputs(room / "out") == before


def test_articles_are_not_lost_with_the_list_of_them(room: Path) -> None:
    before = outputs(room / "out")
    empty(room / "out/work/articles.parquet")

    with pytest.raises(OutputError, match="holds 2 articles not in PATH"):
        build_gold(room / "out", room / "news/bode/a.txt")

    assert outputs(room / "out") == before


def test_a_list_of_another_graph_is_told_and_not_used(room: Path) -> None:
    build_gold(room / "other", room / "news/bode/a.txt")
    shutil.copy(room / "other/work/articles.parquet", room / "out/work/articles.parquet")

    report = build_gold(room / "out", room / "news/bode")

    assert [one.reason for one in report.warnings] == ["was kept for another graph: all articles are read anew"]


def test_an_article_whose_work_and_file_are_lost_is_forgotten_with_a_word(room: Path) -> None:
    shards(room)[0].unlink()
    (room / "news/bode/b.txt").unlink()

    report = build_gold(room / "out", room / "news/bode")

    assert [(one.where, one.reason) for one in report.warnings] == [
        ("b", "is forgotten: what was kept of it is lost, and its file is gone")
    ]
    assert report.articles == 2


def test_a_table_that_kg_did_not_write_is_not_overwritten(tmp_path: Path) -> None:
    write(tmp_path / "news", FILES)
    write(tmp_path, {"out/work/articles.parquet": "mine", "out/work/notes.md": "mine"})

    with pytest.raises(OutputError, match=r"articles\.parquet: was kept for another graph; move it"):
        build_gold(tmp_path / "out", tmp_path / "news/bode")

    assert (tmp_path / "out/work/articles.parquet").read_text(encoding="utf-8") == "mine"


def test_two_builds_do_not_write_in_one_folder(room: Path) -> None:
    before = outputs(room / "out")

    with held(room / "out"), pytest.raises(OutputError, match="out: another build is writing here; wait until it is"):
        build_gold(room / "out", room / "news/bode/a.txt", sync=True)

    assert outputs(room / "out") == before


def test_a_question_ends_what_a_kill_cut_off(room: Path) -> None:
    new = shutil.copytree(room, room / "copy") / "out"
    write(room / "news", {"bode/d.txt": VISIT})
    build_gold(new, room / "news/bode/d.txt", sync=True)
    (room / "out/.kg-complete").mkdir()
    for name in ("manifest.json", "graph.nq"):
        shutil.copy(new / name, room / "out/.kg-complete" / name)

    answer = query(room / "out", "SELECT (COUNT(?person) AS ?persons) WHERE { ?person a kg:Person }")

    assert isinstance(answer, Table)
    assert [[value.text for value in row if value] for row in answer.rows] == [["1"]]
    assert not (room / "out/.kg-complete").exists()


def test_a_question_waits_for_moves_and_then_refuses_half_a_set(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staging, "_PATIENCE", 0.05)
    (room / "out/.kg-complete").mkdir()

    with FileLock(room / "out/.kg-lock"), pytest.raises(OutputError, match="another build is writing here"):
        query(room / "out", "ASK {}")


def test_a_file_in_the_way_of_the_work_is_told(tmp_path: Path) -> None:
    write(tmp_path / "news", FILES)
    write(tmp_path, {"out/work": "mine"})

    with pytest.raises(OutputError, match="out/work: cannot be written: File exists"):
        build_gold(tmp_path / "out", tmp_path / "news/bode")


def error_in_a_process(act: Callable[[], object]) -> str:
    """Do something in a process of its own, and return the error of kg that it ends with."""
    reading, writing = os.pipe()
    if not (child := os.fork()):
        try:
            act()
        except OutputError as error:
            os.write(writing, str(error).encode())
        finally:
            os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with open(reading, encoding="utf-8") as said:
        return said.read()


def test_a_full_disk_leaves_the_old_set(room: Path) -> None:
    before = outputs(room / "out")
    write(room / "news", {"bode/a.txt": f"{VISIT} {PROMISE}"})

    spoken_language(VISIT * 9)  # the model that tells languages apart wants room when it is loaded

    def build_with_little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
        build_gold(room / "out", room / "news/bode")

    assert error_in_a_process(build_with_little_room).endswith("cannot be written: File too large")
    assert outputs(room / "out") == before


@pytest.mark.skipif(os.getuid() != 0, reason="only root can become somebody else")
def test_a_folder_that_may_not_be_written_is_told(room: Path) -> None:
    before = outputs(room / "out")
    for path in (room, *room.parents[:2]):
        path.chmod(0o755)

    def build_as_nobody() -> None:
        os.setuid(65534)
        build_gold(room / "out", room / "news/bode")

    assert error_in_a_process(build_as_nobody).endswith("out: cannot be written: Permission denied")
    assert outputs(room / "out") == before
