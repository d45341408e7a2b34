"""Lines of pages and mails to paragraphs."""

import time

import pytest

from kg.read.lines import paragraphs_of_lines

COLUMN = """Brug gaat dicht
De brug over de Schie gaat maandag
voor een jaar dicht, heeft de ge-
meente bekendgemaakt. Dat is jam-
mer, zegt Ans Bakker.
Ook de sluis van Noord-
Holland gaat dicht, en de land-
en tuinbouw vreest voor het water.""".splitlines()


def test_lines_that_were_broken_to_fit_are_one_paragraph() -> None:
    assert paragraphs_of_lines(COLUMN) == [
        "Brug gaat dicht",
        "De brug over de Schie gaat maandag voor een jaar dicht, heeft de gemeente bekendgemaakt. "
        "Dat is jammer, zegt Ans Bakker.",
        "Ook de sluis van Noord-Holland gaat dicht, en de land- en tuinbouw vreest voor het water.",
    ]


def test_a_blank_line_ends_a_paragraph() -> None:
    assert paragraphs_of_lines(["De brug gaat dicht", " ", "", "en de sluis ook"]) == [
        "De brug gaat dicht",
        "en de sluis ook",
    ]


def test_a_line_that_ends_on_purpose_ends_a_paragraph() -> None:
    lines = [
        "De brug over de Schie gaat maandag",
        "dicht.",
        "De sluis niet. Dat is vrijdag in de",
        "raad bekendgemaakt.",
    ]

    assert paragraphs_of_lines(lines) == [" ".join(lines[:2]), " ".join(lines[2:])]


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("de ge-", "meente", "de gemeente"),
        ("de ge\u00ad", "meente", "de gemeente"),
        ("Noord-", "Holland", "Noord-Holland"),
        ("land-", "en tuinbouw", "land- en tuinbouw"),
        ("1990 -", "2020", "1990 - 2020"),
        ("dertig-", "", "dertig-"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_goes_only_where_a_word_was_broken(above: str, below: str, joined: str) -> None:
    assert paragraphs_of_lines([above, below]) == [joined]


def test_many_lines_take_time_as_they_are_many() -> None:
    start = time.process_time()

    paragraphs_of_lines(["brug-"] * 200_000)

    assert time.process_time() - start < 5


@pytest.mark.parametrize("lines", [[], [""], [" ", "\t"]])
def test_no_lines_are_no_paragraphs(lines: list[str]) -> None:
    assert paragraphs_of_lines(lines) == []
