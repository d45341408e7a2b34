"""Articles in PDF files: paragraphs as a reader sees them, and a clear word for pages without text."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from kg.read import Warned
from tests.read.pdf_files import Line, column, pdf
from tests.read.reading import documents, only, read_content, reason

LEFT = """De brug over de Schie gaat maandag
voor een jaar dicht. Dat heeft de ge-
meente vrijdag bekendgemaakt.
   Ondernemers zijn boos. „Niemand
rijdt om voor koffie”, zegt cafébaas""".splitlines()
RIGHT = """Ans Bakker. Zij moet haar zaak aan
de overkant sluiten.

Er komt een pontje voor fietsers en
voetgangers.""".splitlines()
PARAGRAPHS = [
    "Brug gaat dicht voor een jaar",
    "De brug over de Schie gaat maandag voor een jaar dicht. Dat heeft de gemeente vrijdag bekendgemaakt.",
    "Ondernemers zijn boos. „Niemand rijdt om voor koffie”, zegt cafébaas Ans Bakker. Zij moet haar zaak aan "
    "de overkant sluiten.",
    "Er komt een pontje voor fietsers en voetgangers.",
]
PAGE = [
    *column(["Brug gaat dicht voor", "een jaar"], top=780, size=24),
    *column(LEFT),
    *column(RIGHT, left=300),
]


def test_lines_in_columns_become_paragraphs_below_their_headline(tmp_path: Path) -> None:
    document = only(read_content(tmp_path / "brug.pdf", pdf([PAGE])))

    assert document.text.split("\n\n") == PARAGRAPHS
    assert (document.id, document.title) == ("brug", PARAGRAPHS[0])


def test_a_paragraph_goes_on_across_pages_whose_heads_and_numbers_are_left_out(tmp_path: Path) -> None:
    pages = [
        [Line(f"De Kustbode | {number}", base=800), *column(lines), Line(f"pagina {number}", base=30)]
        for number, lines in enumerate((LEFT, RIGHT), start=1)
    ]

    assert only(read_content(tmp_path / "brug.pdf", pdf(pages))).text.split("\n\n") == PARAGRAPHS[1:]


@pytest.mark.parametrize("number", ["2027.", "112", "5000"])
def test_a_number_at_the_end_of_a_paragraph_is_no_number_of_a_page(tmp_path: Path, number: str) -> None:
    lines = ["De brug over de Schie gaat maandag dicht.", "Wie het niet gelooft, vraagt naar het jaar", number]
    page = [*column(["Brug gaat dicht"], top=780, size=20), *column(lines)]

    assert only(read_content(tmp_path / "a.pdf", pdf([page]))).text.endswith(f"vraagt naar het jaar {number}")


@pytest.mark.parametrize("stop", ["", "."])
def test_numbers_at_the_end_of_the_text_on_several_pages_stay(tmp_path: Path, stop: str) -> None:
    pages = [
        column(["Wie de brug over de Schie dicht ziet gaan, belt", f"112{stop}"]),
        column(["De gemeente looft een beloning uit van euro", f"5000{stop}"]),
    ]

    text = only(read_content(tmp_path / "a.pdf", pdf(pages))).text

    assert f"belt 112{stop}" in text
    assert f"euro 5000{stop}" in text


def test_a_number_right_below_the_text_is_that_of_its_page_if_it_counts_up(tmp_path: Path) -> None:
    pages = [column([*lines, str(number)]) for number, lines in enumerate((LEFT, RIGHT), start=7)]

    assert only(read_content(tmp_path / "a.pdf", pdf(pages))).text.split("\n\n") == PARAGRAPHS[1:]


def test_a_number_beside_a_foot_is_that_of_its_page(tmp_path: Path) -> None:
    page = [*PAGE, Line("De Kustbode, uitgave van woensdag.", base=30), Line("7", left=500, base=31)]

    assert only(read_content(tmp_path / "a.pdf", pdf([page]))).text.split("\n\n")[:4] == PARAGRAPHS


def test_a_file_says_who_wrote_it_and_its_title_if_the_page_has_that_too(tmp_path: Path) -> None:
    known = {"Title": "Brug gaat dicht", "Author": "Ans Bakker", "CreationDate": "D:20310916083000Z"}

    document = only(read_content(tmp_path / "brug.pdf", pdf([PAGE], known=known)))

    assert (document.title, document.author) == ("Brug gaat dicht", "Ans Bakker")
    assert document.published == ""  # the day that the file was made is no date of publication


def test_a_title_that_a_program_made_up_is_not_believed(tmp_path: Path) -> None:
    content = pdf([PAGE], known={"Title": "Microsoft Word - Document1"})

    assert only(read_content(tmp_path / "brug.pdf", content)).title == PARAGRAPHS[0]


@pytest.mark.parametrize(
    ("pages", "told"),
    [
        ([PAGE, None], "page 2 has no text (a scan?)"),
        ([PAGE, None, None], "pages 2, 3 have no text (scans?)"),
        ([PAGE, *[None] * 12], "pages 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 2 more have no text (scans?)"),
    ],
)
def test_pages_that_are_pictures_are_one_warning(tmp_path: Path, pages: list[list[Line] | None], told: str) -> None:
    found = read_content(tmp_path / "brug.pdf", pdf(pages))

    assert found[0] == Warned(f"{tmp_path}/brug.pdf", told)
    assert len(documents(found)) == 1


def test_an_empty_page_is_no_cause_for_warning(tmp_path: Path) -> None:
    assert only(read_content(tmp_path / "brug.pdf", pdf([PAGE, []])))


@pytest.mark.parametrize("pages", [[None], [None, None], [[]], []])
def test_a_file_without_text_says_what_would_help(tmp_path: Path, pages: list[list[Line] | None]) -> None:
    assert "text recogniser (OCR)" in reason(read_content(tmp_path / "scan.pdf", pdf(pages)))


def locked(password: str) -> bytes:
    writer = PdfWriter(PdfReader(io.BytesIO(pdf([PAGE]))))
    writer.encrypt(password, "eigenaar", algorithm="RC4-128")
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def test_a_file_with_a_password_is_one_line(tmp_path: Path) -> None:
    assert reason(read_content(tmp_path / "a.pdf", locked("geheim"))) == "is locked with a password: save it without"


def test_a_file_that_anyone_may_open_but_not_change_is_read(tmp_path: Path) -> None:
    assert only(read_content(tmp_path / "a.pdf", locked(""))).text.split("\n\n") == PARAGRAPHS


def test_letters_that_print_as_one_are_letters_again(tmp_path: Path) -> None:
    content = pdf([[Line("De officier wil geld.")]]).replace(
        b"/WinAnsiEncoding", b"<</Type/Encoding/BaseEncoding/WinAnsiEncoding/Differences[120/ffi]>>"
    )

    assert only(read_content(tmp_path / "a.pdf", content.replace(b"officier", b"oxcier  "))).text.startswith(
        "De officier"
    )
