"""What a build keeps of its work, who may read it, and what happens when it is damaged."""

import json
import os
import resource
import shutil
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from filelock import FileLock

from kg import staging
from kg.errors import OutputError
from kg.export import Options
from kg.pipeline import build, remove
from kg.query import Table, query
from kg.read import Source
from kg.read.languages import spoken_language
from kg.report import Progress
from kg.staging import files_of, held
from kg.update import Changes
from kg.work.shards import Damaged, Shards
from tests import gold_pipeline
from tests.work.newsroom import DENIAL, PROMISE, VISIT, build_gold, from_nothing, outputs, write

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")

FILES = {"bode/a.txt": VISIT, "bode/b.txt": DENIAL, "bode/c.txt": PROMISE}
NO_TEXT = Options(with_text=False)


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """Return a folder with articles in `news`, and their graph in `out`."""
    write(tmp_path / "news", FILES)
    build_gold(tmp_path / "out", tmp_path / "news/bode")
    return tmp_path


def read_in(room: Path, **options: object) -> int:
    """Build again, and return how many articles the pipeline was given."""
    seen: list[Progress] = []
    build_gold(room / "out", room / "news/bode", progress=seen.append, **options)
    return max((one.total for one in seen if one.stage == "extract"), default=0)


def shards(room: Path) -> list[Path]:
    return sorted((room / "out/work").glob("extractions-*.parquet"))


def test_what_did_not_change_is_not_read_again(room: Path) -> None:
    assert read_in(room) == 0


def test_only_what_changed_is_read(room: Path) -> None:
    write(room / "news", {"bode/a.txt": PROMISE})

    assert read_in(room) == 1


def test_a_build_that_failed_is_gone_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    write(tmp_path / "news", FILES)
    with monkeypatch.context() as patch:
        patch.setattr("kg.pipeline.resolve", break_down)
        with pytest.raises(ZeroDivisionError):
            build_gold(tmp_path / "out", tmp_path / "news/bode")

    assert read_in(tmp_path) == 0


def test_the_report_counts_what_changed(room: Path) -> None:
    write(room / "news", {"bode/a.txt": PROMISE, "bode/d.txt": VISIT})
    (room / "news/bode/b.txt").unlink()

    report = build_gold(room / "out", room / "news/bode", sync=True)

    assert report.changes == Changes(new=1, changed=1, unchanged=1, forgotten=1)


def test_a_folder_that_moves_with_its_articles_knows_them(room: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    moved = shutil.copytree(room, tmp_path_factory.mktemp("elsewhere") / "room")

    report = build_gold(moved / "out", moved / "news/bode")

    assert report.changes == Changes(new=0, changed=0, unchanged=3, forgotten=0)


def test_the_same_words_in_two_formats_are_built_from_the_same_one(tmp_path: Path) -> None:
    write(tmp_path / "news", {"bode/a.txt": f"# Bezoek\n\n{VISIT}", "bode/a.md": f"# Bezoek\n\n{VISIT}"})

    for name, files in {"one": ("a.txt", "a.md"), "other": ("a.md", "a.txt")}.items():
        for file in files:
            build_gold(tmp_path / name, tmp_path / "news/bode" / file)

    assert outputs(tmp_path / "one") == outputs(tmp_path / "other") != {}


def test_a_pipeline_of_another_name_reads_everything_anew(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.settings.maker_of", lambda *_: "other")

    assert read_in(room) == 3


def test_articles_in_another_language_are_no_part_of_a_build(room: Path) -> None:
    table = pq.read_table(room / "out/work/articles.parquet")
    column = table.schema.get_field_index("language")
    pq.write_table(
        table.set_column(column, table.schema.field(column), [["de"] * 3]), room / "out/work/articles.parquet"
    )
    (room / "news/bode/b.txt").unlink()

    with pytest.raises(OutputError, match="has articles in 'de', and this build reads 'nl': give --sync"):
        build_gold(room / "out", room / "news/bode")


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


SECTIONS = {
    f"{name}.jsonl": json.dumps({"id": "x", "text": VISIT, "section": section})
    for name, section in (("d1", "Stad"), ("d2", "Politiek"))
}
"""Files of one article that differ in what stands beside its words."""


@pytest.mark.parametrize(("gone", "left"), [("d1.jsonl", "d2.jsonl"), ("d2.jsonl", "d1.jsonl")])
def test_an_article_from_two_files_that_are_gone_stays_until_both_are_removed(
    tmp_path: Path, gone: str, left: str
) -> None:
    write(tmp_path / "news", SECTIONS | {"d3.txt": DENIAL})
    build_gold(tmp_path / "out", *(tmp_path / "news" / name for name in SECTIONS))
    for name in SECTIONS:
        (tmp_path / "news" / name).unlink()

    report = build_gold(tmp_path / "out", tmp_path / "news/d3.txt")
    remove([tmp_path / "news" / gone], tmp_path / "out", pipeline=gold_pipeline.NAME)

    assert not [one for one in report.warnings if "forgotten" in one.reason]
    files = {left: SECTIONS[left], "d3.txt": DENIAL}
    assert outputs(tmp_path / "out") == from_nothing(tmp_path / "anew", files)


def test_a_file_with_the_words_of_another_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "news", SECTIONS)
    build_gold(tmp_path / "out", tmp_path / "news")
    read: list[Source] = []

    def read_sources(sources: Iterable[Source], **_: object) -> tuple[()]:
        read.extend(sources)
        return ()

    monkeypatch.setattr("kg.pipeline.read_sources", read_sources)

    build_gold(tmp_path / "out", tmp_path / "news")

    assert read == []


def test_a_table_that_kg_did_not_write_is_not_overwritten(tmp_path: Path) -> None:
    write(tmp_path / "news", FILES)
    write(tmp_path, {"out/work/articles.parquet": "mine", "out/work/notes.md": "mine"})

    with pytest.raises(OutputError, match=r"articles\.parquet: was kept for another graph; move it"):
        build_gold(tmp_path / "out", tmp_path / "news/bode")

    assert (tmp_path / "out/work/articles.parquet").read_text(encoding="utf-8") == "mine"


def test_files_of_others_in_the_work_folder_stay(room: Path) -> None:
    write(room, {"out/work/notes.md": "mine"})

    build_gold(room / "out", room / "news/bode", options=NO_TEXT)

    assert [path.name for path in (room / "out/work").glob("[!.]*")] == ["notes.md"]


def test_without_words_in_the_outputs_none_are_kept_beside_them(room: Path) -> None:
    build_gold(room / "out", room / "news/bode", options=NO_TEXT)

    assert not (room / "out/work").exists()


def test_with_people_left_out_no_words_are_kept_beside_the_outputs(room: Path) -> None:
    build_gold(room / "out", room / "news/bode", left_out=["Ans Bakker"])

    content = b"".join(path.read_bytes() for path in (room / "out").rglob("*") if path.is_file())
    assert not (room / "out/work").exists()
    assert b"Bakker" not in content


def test_a_build_that_keeps_nothing_is_of_what_it_is_given(room: Path) -> None:
    report = build_gold(room / "out", room / "news/bode/a.txt", options=NO_TEXT)

    assert (report.articles, report.changes.forgotten) == (1, 0)


def test_work_can_be_kept_where_nobody_else_looks(room: Path) -> None:
    for file in ("a.txt", "b.txt"):
        build_gold(room / "public", room / "news/bode" / file, options=NO_TEXT, work=room / "private")

    assert not (room / "public/work").exists()
    assert build_gold(room / "public", room / "news/bode", options=NO_TEXT, work=room / "private").changes == Changes(
        new=1, changed=0, unchanged=2, forgotten=0
    )


def test_the_usual_work_folder_may_be_named(room: Path) -> None:
    report = build_gold(room / "out", room / "news/bode", work=room / "out/../out/work")

    assert (report.changes.unchanged, report.warnings) == (3, ())
    assert read_in(room) == 0


def test_a_longer_list_of_people_left_out_reads_nothing_anew(room: Path) -> None:
    write(room / "news", {"bode/ans-bakker.txt": VISIT})
    kept = {"work": room / "private"}
    build_gold(room / "out", room / "news/bode", left_out=["Joris Plaatsman"], **kept)

    build_gold(room / "out", left_out=["Joris Plaatsman", "Ans Bakker"], **kept)

    build_gold(room / "anew", room / "news/bode", left_out=["Joris Plaatsman", "Ans Bakker"])
    assert outputs(room / "out") == outputs(room / "anew")


def test_one_work_folder_serves_one_graph(room: Path) -> None:
    with pytest.raises(OutputError, match="was kept for another graph; move it or choose another folder"):
        build_gold(room / "other", room / "news/bode", work=room / "out/work")


def test_the_server_gives_nobody_the_work(room: Path) -> None:
    assert not [name for name in files_of(room / "out") if "parquet" in name]


def test_the_work_is_no_article(room: Path) -> None:
    shutil.move(room / "out", room / "news/bode/out")

    report = build_gold(room / "news/bode/out", room / "news/bode")

    assert (report.articles, report.skipped) == (3, ())


def test_duckdb_reads_the_work(room: Path) -> None:
    with closing(duckdb.connect()) as connection:
        found = connection.execute(
            f"""SELECT article.id, action.predicate
                FROM '{room}/out/work/articles.parquet' AS article
                JOIN '{room}/out/work/extractions-*.parquet' USING (key),
                UNNEST(actions) AS unnested(action) ORDER BY ALL"""
        ).fetchall()

    assert found == [("a", "bezoeken"), ("b", "komen"), ("c", "beloven")]


def test_pandas_reads_the_work(room: Path) -> None:
    articles = pd.read_parquet(room / "out/work/articles.parquet")
    said = pd.concat(map(pd.read_parquet, shards(room)))

    joined = articles.merge(said, on="key")

    assert sorted(zip(joined["id"], (actions[0]["predicate"] for actions in joined["actions"]), strict=True)) == [
        ("a", "bezoeken"),
        ("b", "komen"),
        ("c", "beloven"),
    ]


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


def test_an_article_is_removed_by_its_id_or_its_file(room: Path) -> None:
    remove(["b", room / "news/bode/c.txt"], room / "out", pipeline=gold_pipeline.NAME)

    assert outputs(room / "out") == from_nothing(room / "anew", {"bode/a.txt": VISIT})


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
        (str(room / "news/away"), "cannot be read now; articles kept as they were known: 1")
    ]


@pytest.mark.parametrize("sync", [False, True])
def test_a_file_that_cannot_be_read_now_is_not_forgotten(room: Path, sync: bool) -> None:
    before = outputs(room / "out")
    (room / "news/bode/b.txt").unlink()
    (room / "news/bode/b.txt").symlink_to(room / "news/bode/b.txt")

    report = build_gold(room / "out", room / "news/bode", sync=sync)

    assert outputs(room / "out") == before
    assert [one.reason for one in report.warnings] == ["cannot be read now; articles kept as they were known: 1"]


def test_the_folder_above_another_is_removed_with_what_is_below_it_only(room: Path) -> None:
    write(room, {"out/courant/e.txt": VISIT})
    build_gold(room / "out", room / "out/courant")

    remove([room / "out"], room / "out", pipeline=gold_pipeline.NAME)

    assert outputs(room / "out") == from_nothing(room / "anew", FILES)


def test_a_folder_is_removed_with_its_articles(room: Path) -> None:
    write(room / "news", {"courant/e.txt": VISIT})
    build_gold(room / "out", room / "news/courant")

    remove([room / "news/bode"], room / "out", pipeline=gold_pipeline.NAME)

    assert outputs(room / "out") == from_nothing(room / "anew", {"courant/e.txt": VISIT})


def test_nothing_of_a_removed_article_is_left(room: Path) -> None:
    remove(["b"], room / "out", pipeline=gold_pipeline.NAME)

    assert "Ans Bakker" not in str([pq.read_table(path).to_pylist() for path in (room / "out/work").glob("*.parquet")])


def test_removing_all_articles_leaves_them(room: Path) -> None:
    before = outputs(room / "out")

    with pytest.raises(OutputError, match="out: would have no article left; remove the folder instead"):
        remove([room / "news"], room / "out", pipeline=gold_pipeline.NAME)

    assert outputs(room / "out") == before


def test_an_article_that_is_not_there_cannot_be_removed(room: Path) -> None:
    with pytest.raises(OutputError, match="out: holds no such article or file: z"):
        remove(["b", "z"], room / "out", pipeline=gold_pipeline.NAME)


def test_an_article_is_removed_with_the_settings_of_the_build(room: Path) -> None:
    names = room / "weg.txt"
    names.write_text("Ans Bakker\n", encoding="utf-8")
    base = Options(base="https://krant.example/")
    build([room / "news/bode"], room / "out", pipeline=gold_pipeline.NAME, formats=["nquads"], options=base)

    remove(["b"], room / "out", pipeline=gold_pipeline.NAME)

    assert list(files_of(room / "out")) == ["graph.nq"]
    assert b"https://krant.example/" in (room / "out/graph.nq").read_bytes()


def test_settings_that_cannot_be_known_must_be_given_again(room: Path) -> None:
    with pytest.raises(OutputError, match=r"was built with pipeline 'nl_gold 1\.0\.0': give the same"):
        remove(["b"], room / "out")


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"links": ["geonames"]}, "was built without link: give none"),
        ({"left_out": ["Ans Bakker"]}, "was built with other names left out: give the same"),
        ({"left_out": ["Noor Zandbergen", "Ans Bakker"]}, "was built with left-out '1': give the same"),
        ({"decisions": "same,a,b"}, "was built without decisions: give none"),
    ],
)
def test_nothing_is_removed_with_settings_that_are_not_those_of_the_build(
    room: Path, given: dict[str, object], reason: str
) -> None:
    kept: dict[str, object] = {"work": room / "private", "left_out": ["Noor Zandbergen"]}
    build_gold(room / "out", room / "news/bode", **kept)
    before = outputs(room / "out")
    if "decisions" in given:
        write(room, {"mine.csv": str(given["decisions"])})
        given = {"decisions": room / "mine.csv"}

    with pytest.raises(OutputError, match=reason):
        remove(["b"], room / "out", pipeline=gold_pipeline.NAME, **kept | given)  # type: ignore[arg-type]

    assert outputs(room / "out") == before


def test_decisions_must_be_those_of_the_build(room: Path) -> None:
    write(room, {"out/decisions.csv": "same,a,b,why,me"})
    build_gold(room / "out", room / "news/bode")
    write(room, {"out/decisions.csv": "different,a,b,why,me"})

    with pytest.raises(OutputError, match="was built with other decisions: give the same"):
        remove(["b"], room / "out", pipeline=gold_pipeline.NAME)


def test_names_left_out_stand_in_no_list_of_what_was_built(room: Path) -> None:
    build_gold(room / "out", room / "news/bode", work=room / "private", left_out=["Ans Bakker"])

    said = pq.read_schema(room / "private/articles.parquet").metadata
    assert b"names left out" in said[b"kg.settings"]
    assert b"Bakker" not in said[b"kg.settings"]
    assert b"names left out" not in (room / "out/graph.nq").read_bytes()


def test_what_must_be_read_again_when_another_is_removed_is_read_as_before(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news/a.txt").write_bytes(f"{VISIT} Café.".encode("cp1252"))
    build_gold(tmp_path / "anew", tmp_path / "news", encoding="cp1252")
    write(tmp_path / "news", {"b.txt": DENIAL})
    build_gold(tmp_path / "out", tmp_path / "news", encoding="cp1252")
    shards(tmp_path)[0].unlink()

    remove(["b"], tmp_path / "out", pipeline=gold_pipeline.NAME)

    assert outputs(tmp_path / "out") == outputs(tmp_path / "anew")


def test_nothing_is_asked_of_a_graph_that_another_build_is_writing(room: Path) -> None:
    with held(room / "out"), pytest.raises(OutputError, match="another build is writing here"):
        remove(["b"], room / "out", pipeline="none such")


def test_nothing_can_be_removed_where_nothing_is_kept(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="keeps no work of a build"):
        remove(["b"], tmp_path / "out")

    assert list(tmp_path.iterdir()) == []
