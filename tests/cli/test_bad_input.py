"""Input that is bad: one clear line each, the other articles built, and never a traceback."""

from pathlib import Path

import pytest

from kg.extract.syntax.tree import Tree
from kg.model import Document
from kg.nlp import parse
from tests import gold_pipeline
from tests.terminal import Screen, Terminal
from tests.work.newsroom import VISIT

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with one good article."""
    path = tmp_path / "news"
    path.mkdir()
    (path / "goed.txt").write_text(f"date: 2020-09-18\n\n{VISIT}\n", encoding="utf-8")
    return path


def build(kg: Terminal, folder: Path, *options: object) -> Screen:
    output = folder.parent / "out"
    return kg("build", folder, "-o", output, "--pipeline", gold_pipeline.NAME, "--format", "actions", *options)


def built(folder: Path) -> str:
    return (folder.parent / "out" / "actions.jsonl").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("leeg.txt", b"", "is empty"),
        ("beeld.txt", PNG, "is a binary file, not text"),
        ("oud.txt", "Eén café.".encode("cp1252"), "is not UTF-8 (byte 0xE9 at 1): save it as UTF-8, or name its"),
        ("frans.txt", b"taal: fr\n\nLe pont ferme.", "is in French; kg has no French"),
        ("krant.doc", b"oud", "kg reads no .doc files; it reads .txt .md .html"),
        ("kop.txt", b"titel: Brug dicht\n", "has a header and no news below it"),
        ("leeg.html", b"<html><body></body></html>", "no article is found in this page"),
        ("reuze.txt", b"nieuws " * 3_000_000, "is larger than 20 MB"),
    ],
)
def test_a_bad_file_is_one_line_and_the_others_are_built(
    kg: Terminal, folder: Path, name: str, content: bytes, line: str
) -> None:
    (folder / name).write_bytes(content)

    screen = build(kg, folder)

    assert screen.status == 1
    assert len(screen.err.splitlines()) == 1
    assert screen.err.startswith(f"skipped: {folder / name}: {line}")
    assert "bezoeken" in built(folder)


def test_a_bad_line_of_json_is_one_line_and_the_others_are_built(kg: Terminal, folder: Path) -> None:
    (folder / "nieuws.jsonl").write_text('{"text": \n{"text": "Ans Bakker zwaait."}\n', encoding="utf-8")

    screen = build(kg, folder)

    assert screen.status == 1
    assert screen.err.startswith(f"skipped: {folder}/nieuws.jsonl line 1: is no JSON: ")
    assert "articles" in screen.out


def test_half_a_character_of_json_is_built(kg: Terminal, folder: Path) -> None:
    (folder / "nieuws.jsonl").write_text(r'{"id": "a\ud800", "text": "Ans Bakker \ud800 zwaait."}', encoding="utf-8")

    screen = build(kg, folder)

    assert (screen.status, screen.err) == (0, "")


def test_a_file_that_cannot_be_opened_is_one_line(kg: Terminal, folder: Path) -> None:
    (folder / "weg.txt").symlink_to("nergens")

    screen = build(kg, folder)

    assert (screen.status, screen.err) == (1, f"skipped: {folder}/weg.txt: cannot be read: No such file or directory\n")


def test_a_link_that_leads_to_itself_is_one_line(kg: Terminal, folder: Path) -> None:
    (folder / "lus.txt").symlink_to("lus.txt")

    screen = build(kg, folder)

    assert (screen.status, len(screen.err.splitlines())) == (1, 1)
    assert screen.err.startswith(f"skipped: {folder}/lus.txt: cannot be read: ")


def test_a_standard_input_that_is_closed_is_one_line(
    kg: Terminal, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", None)

    screen = build(kg, folder, "-")

    assert (screen.status, screen.err) == (1, "skipped: standard input: is closed\n")


def test_an_article_without_date_is_built_in_silence(kg: Terminal, folder: Path) -> None:
    (folder / "goed.txt").write_text(VISIT, encoding="utf-8")

    screen = build(kg, folder)

    assert (screen.status, screen.err) == (0, "")


@pytest.mark.parametrize(
    ("published", "line"),
    [
        ("9999-01", "has a date in the future, 9999-01"),
        ("2020-02-30", "is built without a date: there is no date '2020-02-30'"),
        ("31-02-2026", "is built without a date: there is no date '31-02-2026'"),
        ("eergisteren", "is built without a date: 'eergisteren' is no date that kg reads (2020, 2020-09, 2020-09-16)"),
    ],
)
def test_a_strange_date_is_a_warning_and_the_article_is_built(
    kg: Terminal, folder: Path, published: str, line: str
) -> None:
    (folder / "goed.txt").write_text(f"date: {published}\n\n{VISIT}", encoding="utf-8")

    screen = build(kg, folder)

    assert (screen.status, screen.err) == (0, f"warning: {folder}/goed.txt: {line}\n")
    assert "bezoeken" in built(folder)


def test_an_unknown_language_is_one_line(kg: Terminal, folder: Path) -> None:
    screen = build(kg, folder, "--language", "xx")

    assert screen.status == 2
    assert screen.err.startswith("kg: xx: kg has no such language; it has ")
    assert len(screen.err.splitlines()) == 1


def test_an_unknown_pipeline_is_one_line(kg: Terminal, folder: Path) -> None:
    screen = kg("build", folder, "-o", folder.parent / "out", "--pipeline", "nl_weg")

    assert screen.status == 2
    assert screen.err.startswith("kg: nl_weg: spaCy finds no such pipeline: install it")


def test_a_bad_base_is_one_line_before_anything_is_read(kg: Terminal, tmp_path: Path) -> None:
    screen = kg("build", tmp_path / "weg", "-o", tmp_path / "out", "--base", "geen adres")

    assert screen.status == 2
    assert screen.err == "kg: geen adres: a base is an http(s) address that ends in / and has no # or ?\n"


def test_a_missing_folder_is_one_line_and_nothing_is_made(kg: Terminal, tmp_path: Path) -> None:
    screen = build(kg, tmp_path / "weg")

    assert screen.status == 2
    assert screen.err == f"kg: {tmp_path}/weg: there is no such file or folder: there is no article to build\n"
    assert not (tmp_path / "out").exists()


def test_a_folder_without_articles_is_one_line(kg: Terminal, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()

    screen = build(kg, tmp_path / "news")

    assert screen.status == 2
    assert screen.err.startswith(f"kg: {tmp_path}/news: holds no file that kg reads: .txt .md .html ")
    assert len(screen.err.splitlines()) == 1


def test_a_folder_with_only_bad_files_is_one_line(kg: Terminal, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").touch()
    (tmp_path / "news" / "b.txt").touch()

    screen = build(kg, tmp_path / "news")

    assert screen.status == 2
    assert screen.err == f"kg: {tmp_path}/news/a.txt: is empty (and 1 more skipped): there is no article to build\n"


@pytest.mark.parametrize("output", ["file", "/proc/kg/out"])
def test_an_output_folder_that_cannot_be_written_is_one_line(kg: Terminal, folder: Path, output: str) -> None:
    (folder.parent / "file").touch()

    screen = kg("build", folder, "-o", folder.parent / output, "--pipeline", gold_pipeline.NAME)

    assert screen.status == 2
    assert screen.err.startswith(f"kg: {folder.parent / output}: cannot be written: ")
    assert len(screen.err.splitlines()) == 1


def test_an_article_of_five_megabytes_is_read_in_parts() -> None:
    paragraph = "Hoogwaterbeschermingsprogramma's overstromingsgevoelige rivierdijkverzwaringen. " * 30
    text = "\n\n".join(f"{number} {paragraph}" for number in range(2_100))
    assert len(text) > 5_000_000

    [(_, words)] = parse([Document("reus", text)], gold_pipeline.load())

    assert words[-1].end == len(text)
    assert max(map(len, Tree(words, text).sents)) < 100


def test_a_sentence_of_five_thousand_words_is_read_in_parts() -> None:
    text = "en de brug ging open " * 1_000 + "."

    [(_, words)] = parse([Document("lang", text)], gold_pipeline.load())

    assert words[-1].end == len(text)
    assert max(map(len, Tree(words, text).sents)) < 1_250


def test_a_sentence_of_five_thousand_words_is_built(kg: Terminal, folder: Path) -> None:
    (folder / "lang.txt").write_text("en de brug ging open " * 1_000 + ".", encoding="utf-8")

    screen = build(kg, folder)

    assert (screen.status, screen.err) == (0, "")
