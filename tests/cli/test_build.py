"""Commands that make and change a graph, as a person meets them."""

import re
from pathlib import Path

import pytest

from kg.cli.archive import _FORMATS
from kg.export import EXPORTERS
from tests import gold_pipeline
from tests.terminal import Terminal
from tests.work.newsroom import VISIT


def test_build_shows_what_it_found_and_wrote(kg: Terminal, article: Path, tmp_path: Path) -> None:
    screen = kg("build", article, "-o", tmp_path / "out", "--pipeline", gold_pipeline.NAME)

    assert screen.status == 0
    assert re.search(r"articles\W+1\b", screen.out)
    assert re.search(r"persons\W+1\b", screen.out)
    assert re.search(r"facts\W+1\b", screen.out)
    assert screen.err == ""


def test_build_says_what_it_skipped_and_ends_with_status_1(kg: Terminal, article: Path, tmp_path: Path) -> None:
    screen = kg("build", article, tmp_path / "weg", "-o", tmp_path / "out", "--pipeline", gold_pipeline.NAME)

    assert screen.status == 1
    assert screen.err == f"skipped: {tmp_path}/weg: there is no such file or folder\n"


def test_build_says_how_many_articles_have_no_date(kg: Terminal, article: Path, tmp_path: Path) -> None:
    dated = kg("build", article, "-o", tmp_path / "dated", "--pipeline", gold_pipeline.NAME)
    article.write_text(VISIT, encoding="utf-8")
    undated = kg("build", article, "-o", tmp_path / "undated", "--pipeline", gold_pipeline.NAME)

    assert "without a date" not in dated.out
    assert re.search(rf"without a date\W+1\b\W+{article.stem}\b", undated.out)


def test_a_second_build_says_what_changed(kg: Terminal, article: Path, output: Path) -> None:
    article.write_text(f"date: 2020-09-19\n\n{VISIT}\n", encoding="utf-8")

    screen = kg("build", article, "-o", output, "--pipeline", gold_pipeline.NAME)

    assert re.search(r"new\W+0\b.*changed\W+1\b.*unchanged\W+0\b.*forgotten\W+0\b", screen.out, re.DOTALL)


def test_a_build_with_sync_forgets_what_it_is_not_given(kg: Terminal, output: Path, tmp_path: Path) -> None:
    (tmp_path / "ander.txt").write_text(VISIT, encoding="utf-8")

    screen = kg("build", tmp_path / "ander.txt", "-o", output, "--pipeline", gold_pipeline.NAME, "--sync")

    assert re.search(r"articles\W+1\b.*new\W+1\b.*forgotten\W+1\b", screen.out, re.DOTALL)


def test_remove_follows_the_decisions_that_it_is_given(kg: Terminal, output: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("perhaps,person/a,person/b\n", encoding="utf-8")

    screen = kg("remove", output, "ander", "--pipeline", gold_pipeline.NAME, "--decisions", tmp_path / "mine.csv")

    assert "mine.csv: line 1: a decision is same or different" in screen.err


def test_build_tells_of_decisions_on_ids_that_it_does_not_know(kg: Terminal, article: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("same,person/a,person/b\ndifferent,person/c,person/d\n", encoding="utf-8")
    options = ("--pipeline", gold_pipeline.NAME, "--decisions", tmp_path / "mine.csv")

    screen = kg("build", article, "-o", tmp_path / "out", *options)

    assert screen.err == (
        "warning: person/a and person/b (and 1 more): decide nothing here: no entity has or had the id person/a\n"
    )


def test_remove_forgets_an_article_by_id_or_path(kg: Terminal, output: Path, tmp_path: Path) -> None:
    (tmp_path / "ander.txt").write_text(VISIT, encoding="utf-8")
    kg("build", tmp_path / "ander.txt", "-o", output, "--pipeline", gold_pipeline.NAME)

    screen = kg("remove", output, tmp_path / "ander.txt", "--pipeline", gold_pipeline.NAME)

    assert screen.status == 0
    assert re.search(r"articles\W+1\b.*forgotten\W+1\b", screen.out, re.DOTALL)
    assert kg("remove", output, "ander", "--pipeline", gold_pipeline.NAME).err.endswith(
        "no such article or file: ander; ids look like bezoek\n"
    )


def test_build_opens_the_page_if_asked(
    kg: Terminal, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("typer.launch", opened.append)

    kg("build", article, "-o", tmp_path / "out", "--pipeline", gold_pipeline.NAME, "--open")

    assert opened == [(tmp_path / "out" / "graph.html").as_uri()]


def test_build_links_to_a_list_of_names_of_the_users_own(kg: Terminal, article: Path, tmp_path: Path) -> None:
    names = tmp_path / "personen.csv"
    names.write_text("name,iri\nNoor Zandbergen,https://example.org/noor\n", encoding="utf-8")

    screen = kg(
        "build",
        article,
        "-o",
        tmp_path / "out",
        "--pipeline",
        gold_pipeline.NAME,
        "--link",
        names,
        "--format",
        "turtle",
    )

    assert screen.status == 0
    turtle = (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8")
    assert "owl:sameAs <https://example.org/noor>" in turtle
    assert '"link=personen.csv"' in turtle


def test_an_error_is_one_line_and_status_2(kg: Terminal, tmp_path: Path) -> None:
    screen = kg("build", tmp_path / "weg", "-o", tmp_path / "out")

    assert (screen.status, screen.out) == (2, "")
    assert screen.err == f"kg: {tmp_path}/weg: there is no such file or folder: there is no article to build\n"


def test_a_name_cannot_take_over_the_terminal(kg: Terminal, tmp_path: Path) -> None:
    screen = kg("build", tmp_path / "we\x1b[2Jg", "-o", tmp_path / "out")

    assert "we\\x1b[2Jg" in screen.err


def test_a_folder_cannot_style_what_is_shown(
    kg: Terminal, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "300")

    screen = kg("build", article, "-o", tmp_path / "[" / "x]", "--pipeline", gold_pipeline.NAME, "--format", "entities")

    assert screen.status == 0
    assert "[/x]/entities.jsonl" in screen.out


def test_formats_and_base_can_be_chosen(kg: Terminal, article: Path, tmp_path: Path) -> None:
    options = ("--pipeline", gold_pipeline.NAME, "--format", "nquads", "--base", "https://krant.example/")

    kg("build", article, "-o", tmp_path / "out", *options)

    assert sorted(path.name for path in (tmp_path / "out").glob("[!.]*.*")) == ["graph.nq", "manifest.json"]
    assert "<https://krant.example/" in (tmp_path / "out" / "graph.nq").read_text(encoding="utf-8")


def test_sentences_can_be_left_out(kg: Terminal, article: Path, tmp_path: Path) -> None:
    kg("build", article, "-o", tmp_path / "out", "--pipeline", gold_pipeline.NAME, "--no-text")

    assert VISIT not in (tmp_path / "out" / "graph.nq").read_text(encoding="utf-8")


def test_persons_on_a_list_are_left_out(kg: Terminal, article: Path, tmp_path: Path) -> None:
    (tmp_path / "weg").write_text("noor zandbergen\n", encoding="utf-8")
    options = ("--pipeline", gold_pipeline.NAME, "--leave-out", tmp_path / "weg")

    screen = kg("build", article, "-o", tmp_path / "out", *options)

    assert screen.status == 0
    assert [path.name for path in (tmp_path / "out").iterdir() if b"Zandbergen" in path.read_bytes()] == []


def test_what_is_left_out_is_counted_and_a_name_that_is_nowhere_told(
    kg: Terminal, article: Path, tmp_path: Path
) -> None:
    (tmp_path / "weg").write_text("Noor Zandbergen\nJan Spelfout\n", encoding="utf-8")

    screen = kg(
        "build", article, "-o", tmp_path / "out", "--pipeline", gold_pipeline.NAME, "--leave-out", tmp_path / "weg"
    )

    assert re.search(r"left out: Noor Zandbergen\W+1 sentence\b", screen.out)
    assert screen.err == "warning: Jan Spelfout: is to be left out and stands in no article: is it spelled so there?\n"


def test_a_folder_without_sentences_gets_them_back_only_when_asked(kg: Terminal, article: Path, tmp_path: Path) -> None:
    build = ("build", article, "-o", tmp_path / "out", "--pipeline", gold_pipeline.NAME)
    kg(*build, "--no-text")

    refused, revealed = kg(*build), kg(*build, "--reveal")

    assert (refused.status, revealed.status) == (2, 0)
    assert refused.err.endswith("was built with --no-text: give it again, or --reveal to write the sentences now\n")


def test_an_interrupt_ends_quietly(
    kg: Terminal, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kg.pipeline.room.discover", interrupt)

    screen = kg("build", article, "-o", tmp_path / "out")

    assert (screen.status, screen.err.strip()) == (130, "")
    assert not (tmp_path / "out").exists()


def test_help_names_every_format_and_those_that_are_not_written_unasked() -> None:
    assert _FORMATS.split(", ") == list(EXPORTERS)
    assert {name for name, exporter in EXPORTERS.items() if not exporter.by_default} == {"nquads-gz", "parts", "rdf12"}
