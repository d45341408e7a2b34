"""What a build keeps of its work, who may read it, and what happens when it is damaged."""

import json
import shutil
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow.parquet as pq
import pytest

from kg.errors import OutputError
from kg.pipeline import remove
from kg.read import Source
from kg.staging import files_of
from kg.update import Changes
from tests import gold_pipeline
from tests.work.newsroom import DENIAL, FILES, PROMISE, VISIT, build_gold, from_nothing, outputs, read_in, shards, write


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
    monkeypatch.setattr("kg.pipeline.settings.maker_of", lambda *_: "other")

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

    monkeypatch.setattr("kg.pipeline.collecting.read_sources", read_sources)

    build_gold(tmp_path / "out", tmp_path / "news")

    assert read == []


def test_the_usual_work_folder_may_be_named(room: Path) -> None:
    report = build_gold(room / "out", room / "news/bode", work=room / "out/../out/work")

    assert (report.changes.unchanged, report.warnings) == (3, ())
    assert read_in(room) == 0


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
