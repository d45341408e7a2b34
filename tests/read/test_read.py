"""What holds for every format: dates, languages, sources, ids, and that one bad file stops nothing."""

import io
import json
import sys
from datetime import date
from pathlib import Path

import pytest

from kg.lang import Language
from kg.model import Document
from kg.read import Skipped, Warned, read

TEXT = "De brug over de Schie gaat maandag voor een jaar dicht, maakte de gemeente vrijdag bekend."
TODAY = date(2026, 1, 1)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    return tmp_path / "brug.txt"


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def documents(found: list[Document | Skipped | Warned]) -> list[Document]:
    return [one for one in found if isinstance(one, Document)]


def test_a_bad_file_is_skipped_and_the_others_are_read(tmp_path: Path, dutch: Language) -> None:
    write(tmp_path / "a.txt", "")
    write(tmp_path / "b.txt", "De brug gaat dicht.")
    write(tmp_path / "c.doc", "oud")

    found = list(read([tmp_path], language=dutch))

    assert [document.id for document in documents(found)] == ["b"]
    assert Skipped(str(tmp_path / "a.txt"), "is empty") in found
    assert any(one.where == str(tmp_path / "c.doc") for one in found if isinstance(one, Skipped))


def test_a_file_that_cannot_be_opened_is_skipped(tmp_path: Path, dutch: Language) -> None:
    (tmp_path / "weg.txt").symlink_to(tmp_path / "nergens")

    assert list(read([tmp_path], language=dutch)) == [
        Skipped(str(tmp_path / "weg.txt"), "cannot be read: No such file or directory")
    ]


def test_an_impossible_date_is_a_warning_and_no_date(news: Path, dutch: Language) -> None:
    write(news, "date: 2020-13-45\n\nDe brug gaat dicht.")

    warned, document = read([news], language=dutch, today=TODAY)

    assert warned == Warned(str(news), "is built without a date: there is no date '2020-13-45'")
    assert isinstance(document, Document)
    assert document.published == ""


def test_a_date_in_the_future_is_a_warning_and_stays(news: Path, dutch: Language) -> None:
    write(news, "date: 2031-05\n\nDe brug gaat dicht.")

    warned, document = read([news], language=dutch, today=TODAY)

    assert warned == Warned(str(news), "has a date in the future, 2031-05")
    assert isinstance(document, Document)
    assert document.published == "2031-05"


def test_an_article_without_date_is_no_cause_for_warning(news: Path, dutch: Language) -> None:
    write(news, "De brug gaat dicht.")

    assert documents(list(read([news], language=dutch, today=TODAY))) == list(read([news], language=dutch, today=TODAY))


@pytest.mark.parametrize("language", ["nl", "nl-BE", "NL_nl"])
def test_variants_of_a_language_are_that_language(news: Path, dutch: Language, language: str) -> None:
    write(news, f"language: {language}\n\nDe brug gaat dicht.")

    [document] = documents(list(read([news], language=dutch)))

    assert document.language == "nl"


def test_an_article_in_another_language_is_skipped(news: Path, dutch: Language) -> None:
    write(news, "language: fr\n\nLe pont ferme.")

    assert list(read([news], language=dutch)) == [Skipped(str(news), "is in French; kg has no French")]


def test_the_agency_that_is_credited_is_the_source_of_an_article_that_names_none(news: Path, dutch: Language) -> None:
    write(news, "De brug gaat dicht. (Belga)")

    [document] = documents(list(read([news], language=dutch)))

    assert document.source == "Belga"


def test_a_named_source_stays(news: Path, dutch: Language) -> None:
    write(news, "bron: De Kustbode\n\nDe brug gaat dicht. (Belga)")

    [document] = documents(list(read([news], language=dutch)))

    assert document.source == "De Kustbode"


@pytest.mark.parametrize("piped", [TEXT, json.dumps({"text": TEXT}) + "\n", f"<html><body><p>{TEXT}</p></body></html>"])
def test_standard_input_is_text_json_lines_or_a_page(
    monkeypatch: pytest.MonkeyPatch, dutch: Language, piped: str
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(piped.encode()))))

    [document] = documents(list(read(["-"], language=dutch)))

    assert document.text == TEXT
