"""Sentences and people that a graph keeps back: they stand in no output, no work, and no later build by accident."""

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from kg.errors import OutputError
from kg.export import Options
from kg.query import query
from kg.update import Changes
from tests.work.newsroom import FILES, VISIT, build_gold, from_nothing, outputs, read_in, write

NO_TEXT = Options(with_text=False)


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


def test_a_build_that_keeps_nothing_loses_no_article_unasked(room: Path) -> None:
    before = outputs(room / "out")

    for options in ({"options": NO_TEXT}, {"left_out": ["Ans Bakker"]}, {"work": room / "elsewhere"}):
        with pytest.raises(OutputError, match=r"out: holds 2 articles not in PATH, .* or --sync to forget"):
            build_gold(room / "out", room / "news/bode/a.txt", **options)

    assert outputs(room / "out") == before
    assert read_in(room) == 0


def test_articles_of_which_nothing_is_kept_are_forgotten_with_a_word(room: Path) -> None:
    report = build_gold(room / "out", room / "news/bode/a.txt", options=NO_TEXT, sync=True)

    assert report.articles == 1
    assert [(one.where, one.reason) for one in report.warnings] == [
        (str(room / "out"), "forgets 2 articles not in PATH")
    ]


def test_a_build_that_keeps_nothing_goes_on_with_all_articles_and_more(room: Path) -> None:
    build_gold(room / "out", room / "news/bode", options=NO_TEXT)
    write(room / "news", {"bode/d.txt": VISIT})

    report = build_gold(room / "out", room / "news/bode", options=NO_TEXT)

    assert (report.articles, report.warnings) == (4, ())


def test_an_article_whose_file_names_somebody_is_known_again_under_its_other_id(room: Path) -> None:
    (room / "news/bode/b.txt").rename(room / "news/bode/ans-bakker.txt")
    build_gold(room / "out", room / "news/bode", sync=True)

    hidden = build_gold(room / "out", room / "news/bode", left_out=["Ans Bakker"])
    named = build_gold(room / "out", room / "news/bode", reveal=True)

    assert (hidden.articles, hidden.warnings, named.articles, named.warnings) == (3, (), 3, ())


def test_sentences_that_were_kept_back_are_written_only_when_asked(room: Path) -> None:
    build_gold(room / "out", room / "news/bode", options=NO_TEXT)

    with pytest.raises(OutputError, match="was built with --no-text: give it again, or --reveal to write the sent"):
        build_gold(room / "out", room / "news/bode")
    build_gold(room / "out", room / "news/bode", reveal=True)

    assert outputs(room / "out") == from_nothing(room / "anew", FILES)


@pytest.mark.parametrize("names", [[], ["Ans Bakker"]])
def test_people_who_were_left_out_are_named_only_when_asked(room: Path, names: list[str]) -> None:
    build_gold(room / "out", room / "news/bode", left_out=["Ans Bakker", "Joris Plaatsman"])

    with pytest.raises(OutputError, match=f"with --leave-out and 2 names, not {len(names)}: give them again, or --rev"):
        build_gold(room / "out", room / "news/bode", left_out=names)
    build_gold(room / "out", room / "news/bode", reveal=True)

    assert outputs(room / "out") == from_nothing(room / "anew", FILES)


def test_who_is_left_out_is_in_no_store_that_questions_left(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("kg.ontology.store.LARGE", 1)
        query(room / "out", "timeline")
    assert list((room / "out").glob(".kg-store-*"))

    build_gold(room / "out", room / "news/bode", left_out=["Ans Bakker"])

    assert list((room / "out").glob(".kg-store-*")) == []


def test_other_people_than_those_who_were_left_out_are_no_list_of_the_same_length(room: Path) -> None:
    kept = {"work": room / "private"}
    build_gold(room / "out", room / "news/bode", left_out=["Ans Bakker"], **kept)

    with pytest.raises(OutputError, match="was built with --leave-out and a name that is not given now"):
        build_gold(room / "out", room / "news/bode", left_out=["Joris Plaatsman"], **kept)


def test_a_name_that_is_given_twice_is_one_name(room: Path) -> None:
    build_gold(room / "out", room / "news/bode", left_out=["Ans Bakker", "ans bakker"])

    with pytest.raises(OutputError, match="with --leave-out and 1 name, not 0"):
        build_gold(room / "out", room / "news/bode")
    assert build_gold(room / "out", room / "news/bode", left_out=["Ans Bakker"]).left_out[1:] == ()


def test_one_name_given_twice_does_not_stand_for_two(room: Path) -> None:
    build_gold(room / "out", room / "news/bode", left_out=["Ans Bakker", "Joris Plaatsman"])

    with pytest.raises(OutputError, match="with --leave-out and 2 names, not 1"):
        build_gold(room / "out", room / "news/bode", left_out=["Piet Bakker", "PIET BAKKER"])


def test_a_name_is_the_same_however_its_accents_are_composed(room: Path) -> None:
    kept = {"work": room / "private"}
    build_gold(room / "out", room / "news/bode", left_out=["Jos\u00e9 Bakker"], **kept)

    assert build_gold(room / "out", room / "news/bode", left_out=["Jose\u0301 Bakker"], **kept).articles == 3


def test_a_folder_says_that_people_were_left_out_and_not_who(room: Path) -> None:
    build_gold(room / "out", room / "news/bode", left_out=["Ans Bakker"], options=NO_TEXT)

    manifest = (room / "out/manifest.json").read_text(encoding="utf-8")
    assert json.loads(manifest) | {"files": {}} == {
        "files": {},
        "articles": ["a", "b", "c"],
        "text": False,
        "left_out": 1,
    }


def test_work_can_be_kept_where_nobody_else_looks(room: Path) -> None:
    for file in ("a.txt", "b.txt"):
        build_gold(room / "public", room / "news/bode" / file, options=NO_TEXT, work=room / "private")

    assert not (room / "public/work").exists()
    assert build_gold(room / "public", room / "news/bode", options=NO_TEXT, work=room / "private").changes == Changes(
        new=1, changed=0, unchanged=2, forgotten=0
    )


def test_a_longer_list_of_people_left_out_reads_nothing_anew(room: Path) -> None:
    write(room / "news", {"bode/ans-bakker.txt": VISIT})
    kept = {"work": room / "private"}
    build_gold(room / "out", room / "news/bode", left_out=["Joris Plaatsman"], **kept)

    build_gold(room / "out", left_out=["Joris Plaatsman", "Ans Bakker"], **kept)

    build_gold(room / "anew", room / "news/bode", left_out=["Joris Plaatsman", "Ans Bakker"])
    assert outputs(room / "out") == outputs(room / "anew")


def test_names_left_out_stand_in_no_list_of_what_was_built(room: Path) -> None:
    build_gold(room / "out", room / "news/bode", work=room / "private", left_out=["Ans Bakker"])

    said = pq.read_schema(room / "private/articles.parquet").metadata
    assert b"names left out" in said[b"kg.settings"]
    assert b"Bakker" not in said[b"kg.settings"]
    assert b"names left out" not in (room / "out/graph.nq").read_bytes()
