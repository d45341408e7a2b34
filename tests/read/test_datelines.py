"""Datelines: only a whole date that can be nothing else."""

import time
from pathlib import Path

import docx
import pytest

from kg.read.datelines import find_dateline, is_dateline, written_day
from kg.read.headers import find_title, read_header
from tests.read.pdf_files import column, pdf
from tests.read.reading import only, read_all, read_content

TITLE, NEWS = (
    "Brug gaat dicht",
    "De brug over de Schie gaat maandag voor een jaar dicht, schrijft de gemeente vandaag.",
)


@pytest.mark.parametrize(
    "line",
    [
        "12 maart 2024",
        "Dinsdag 12 maart 2024",
        "Den Haag, 12 maart 2024",
        "’s-Hertogenbosch, dinsdag 12 maart 2024.",
        "’t Harde, 12 maart 2024",
        "Capelle aan den IJssel, 12 maart 2024",
        "Persbericht | Rotterdam, 12 mrt. 2024",
        "2024-03-12",
        "12.03.2024",
        "Berlin, 12. März 2024",
        "London, March 12, 2024",
    ],
)
def test_a_line_of_a_place_and_a_date_is_a_dateline(line: str) -> None:
    assert is_dateline(line)
    assert find_dateline(f"{TITLE}\n\n{line}\n\n{NEWS}") == "2024-03-12"


@pytest.mark.parametrize(
    "line",
    [
        "UTRECHT, 12 maart 2024 – De gemeenteraad sluit de brug.",
        "Utrecht (12 maart 2024) - De gemeenteraad sluit de brug.",
    ],
)
def test_news_may_go_on_behind_its_dateline(line: str) -> None:
    assert find_dateline(f"{TITLE}\n\n{line} {NEWS}") == "2024-03-12"
    assert not is_dateline(line)


@pytest.mark.parametrize(
    "line",
    [
        "De brug blijft dicht tot 12 maart 2024",
        "Raadsvergadering op 12 maart 2024",
        "12 maart 2024, 20.00 uur",
        "dicht, 12 maart 2024",
        "Den Haag, 12 maart",
        "maart 2024",
        "Brug gaat dicht, 12 maart 2024",
        "Halve Marathon van Groot Rotterdam, 12 maart 2024",
    ],
    ids=["until", "a meeting", "an hour", "no place", "no year", "no day", "a sentence", "many words"],
)
def test_a_date_that_may_be_another_is_no_dateline(line: str) -> None:
    assert find_dateline(f"{TITLE}\n\n{line}\n\n{NEWS}") == ""


@pytest.mark.parametrize("written", ["maandag 12 maart 2024", "31 februari 2024", "03-04-2024", "12/03/2024", "morgen"])
def test_a_day_that_is_not_certain_is_none(written: str) -> None:
    assert written_day(written) == ""


@pytest.mark.parametrize(("written", "day"), [("25-12-2024", "2024-12-25"), ("04-04-2024", "2024-04-04")])
def test_figures_are_a_day_where_they_can_be_read_one_way_only(written: str, day: str) -> None:
    assert written_day(written) == day


def test_two_lines_with_different_days_are_no_dateline() -> None:
    assert find_dateline(f"12 maart 2024\n\nDen Haag, 14 maart 2024\n\n{NEWS}") == ""


def test_a_date_below_the_first_sentences_is_no_dateline() -> None:
    assert find_dateline(f"{TITLE}\n\n{NEWS}\n\n12 maart 2024") == ""


@pytest.mark.parametrize("above", ["12 maart 2024", "PERSBERICHT\n\nDen Haag, 12 maart 2024"])
def test_a_dateline_above_a_headline_is_no_headline(above: str) -> None:
    text = f"{above}\n\n{TITLE}\n\n{NEWS}"

    header = read_header(text)

    assert (header.dateline, find_title(text, header.end)) == ("2024-03-12", TITLE)


def test_a_dateline_below_a_headline_is_part_of_the_header() -> None:
    text = f"{TITLE}\n\nDen Haag, 12 maart 2024\n\n{NEWS}"

    header = read_header(text)

    assert dict(header.fields) == {"title": TITLE}
    assert text[header.end :] == NEWS


HEADLINE = "Marathon Rotterdam, 14 april 2024"


@pytest.mark.parametrize("above", ["", "date: 2024-03-12\n\n", "PERSBERICHT\n\n", "bron: De Kustbode\n\n"])
def test_a_headline_that_ends_in_a_date_is_no_dateline(above: str) -> None:
    text = f"{above}{HEADLINE}\n\n{NEWS}"

    header = read_header(text)

    assert (header.dateline, find_title(text, header.end)) == ("", HEADLINE)


@pytest.mark.parametrize("below", ["date: 2024-03-12", "datum 2024-03-12"])
def test_a_headline_that_ends_in_a_date_may_have_a_date_below_it(below: str) -> None:
    assert dict(read_header(f"{HEADLINE}\n\n{below}\n\n{NEWS}").fields) == {
        "title": HEADLINE,
        "published": "2024-03-12",
    }


def test_a_line_of_a_place_and_another_day_than_that_of_the_header_is_news() -> None:
    text = f"title: {TITLE}\ndate: 2024-03-12\n\n{HEADLINE}\n\n{NEWS}"

    header = read_header(text)

    assert (header.dateline, text[header.end :]) == ("", f"{HEADLINE}\n\n{NEWS}")


@pytest.mark.parametrize("below", ["", "PERSBERICHT\n\n"])
@pytest.mark.parametrize("above", ["", "datum: 13 maart 2024\n\n"])
def test_a_dateline_above_a_headline_belongs_to_the_header(above: str, below: str) -> None:
    text = f"{above}Den Haag, 12 maart 2024\n\n{below}{TITLE}\n\n{NEWS}"

    assert find_title(text, read_header(text).end) == TITLE


def test_a_day_alone_is_no_headline() -> None:
    assert read_header(f"12 maart 2024\n\n{NEWS}").dateline == "2024-03-12"


@pytest.mark.parametrize("ending", ["pdf", "docx", "txt"])
def test_an_article_without_another_date_is_of_the_day_of_its_dateline(tmp_path: Path, ending: str) -> None:
    lines, path = [TITLE, "Den Haag, 12 maart 2024", NEWS], tmp_path / f"brug.{ending}"
    if ending == "docx":
        document = docx.Document()
        for line in lines:
            document.add_paragraph(line)
        document.save(str(path))
    elif ending == "pdf":
        path.write_bytes(pdf([[*column(lines[:1], top=780, size=20), *column(["", lines[1], "", lines[2]])]]))
    else:
        path.write_text("\n\n".join(lines), encoding="utf-8")

    article = only(read_all(path))

    assert (article.title, article.published) == (TITLE, "2024-03-12")


def test_a_date_of_a_header_goes_before_a_dateline(tmp_path: Path) -> None:
    article = only(read_content(tmp_path / "a.txt", f"datum: 13 maart 2024\n\n{TITLE}\n\n12 maart 2024\n\n{NEWS}"))

    assert article.published == "2024-03-13"


@pytest.mark.parametrize("piece", ["Aa, ", "Aa ", "1 ", "| ", "12 maart ", "a\n"])
def test_lines_that_almost_are_datelines_are_read_at_once(piece: str) -> None:
    start = time.process_time()

    read_header(piece * 100_000)

    assert time.process_time() - start < 1
