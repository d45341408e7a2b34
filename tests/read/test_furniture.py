"""What stands beside the news is no news."""

import time
from pathlib import Path

import pytest

from kg.read.furniture import is_contact, is_page_number, without_furniture
from tests.read.pdf_files import Line, column, pdf
from tests.read.reading import only, read_content

TITLE, NEWS = "Brug gaat dicht", "De brug over de Schie gaat maandag voor een jaar dicht."
MORE = "Ondernemers noemen het besluit van de gemeente een ramp."


@pytest.mark.parametrize(
    "paragraph",
    [
        "redactie@kustbode.example",
        "Tel. 010-123 45 67 | www.kustbode.example",
        "Perscontact: Noor Zandbergen, woordvoerder, 06-12345678",
        "Kust Media BV, Havenweg 12, 3011 AB Rotterdam",
        "+31 (0)10 123 45 67",
    ],
)
def test_a_paragraph_of_contact_data_is_left_out(paragraph: str) -> None:
    assert list(without_furniture([TITLE, NEWS, paragraph, MORE])) == [TITLE, NEWS, MORE]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Wie iets heeft gezien, kan bellen met 0900-8844.",
        "De gemeente opende de site www.brug.example voor vragen van bewoners, ondernemers en wie verder wil weten "
        "hoe lang het werk nog duurt en wat het kost",
        "In 2011 XL-loods afgebrand",
        "Uitslagen: 6-3, 6-4, 0-6 en 7-5",
    ],
    ids=["a sentence", "many words", "a year", "scores"],
)
def test_a_paragraph_that_tells_something_stays(paragraph: str) -> None:
    assert list(without_furniture([TITLE, NEWS, paragraph])) == [TITLE, NEWS, paragraph]


@pytest.mark.parametrize("piece", ["a", "@", "a@", "a@b.", "a@b ", "www.", "0", "010-", "+31 ", "1234 AB ", "("])
def test_lines_that_almost_are_contact_data_are_read_at_once(piece: str) -> None:
    start = time.process_time()

    is_contact(piece * 100_000)

    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    "line",
    ["Utrecht, 09-09-2024", "Expositie van 01-02-2024 tot 05-06-2024", "Inzage 05/03/2024 10 uur", "2024-03-05 10:00"],
)
def test_a_date_is_no_telephone_number(line: str) -> None:
    assert not is_contact(line)


@pytest.mark.parametrize("headline", ["Gemeente begint site www.brug.example", "Nieuw nummer voor de brug: 0900-1234"])
def test_a_headline_that_tells_how_to_reach_somebody_stays(headline: str) -> None:
    assert list(without_furniture([headline, NEWS])) == [headline, NEWS]


@pytest.mark.parametrize("letterhead", ["www.stad.example", "Gemeente Schiedam | www.stad.example", "010-1234567"])
def test_a_letterhead_is_no_headline(letterhead: str) -> None:
    assert list(without_furniture([letterhead, TITLE, NEWS])) == [TITLE, NEWS]


def test_contact_data_between_headline_and_news_is_left_out() -> None:
    assert list(without_furniture([TITLE, "Redactie: Noor Zandbergen, tel. 010-1234567", NEWS])) == [TITLE, NEWS]


def test_an_imprint_goes_as_far_as_the_next_sentence() -> None:
    imprint = ["COLOFON", "Uitgever: Ans Bakker", "Druk: Drukkerij Havenzicht"]

    assert list(without_furniture([TITLE, NEWS, *imprint, MORE, "Foto: Joris Plaatsman"])) == [
        *(TITLE, NEWS, MORE),
        "Foto: Joris Plaatsman",
    ]


def test_a_note_to_editors_goes_with_all_below_it() -> None:
    note = ["(Noot voor de redactie, niet voor publicatie)", "Bel voor meer informatie Noor Zandbergen.", MORE]

    assert list(without_furniture([TITLE, NEWS, *note])) == [TITLE, NEWS]


@pytest.mark.parametrize(
    "note",
    [
        "Niet voor publicatie",
        "Noot voor de redactie:",
        "-- Noot voor de redactie --",
        "[NIET VOOR PUBLICATIE]",
        "Noot voor redacties (niet voor publicatie)",
        "Note to editors – call Noor Zandbergen.",
    ],
)
def test_a_note_to_editors_stands_alone_or_has_a_sign_behind_it(note: str) -> None:
    assert list(without_furniture([TITLE, NEWS, note, MORE])) == [TITLE, NEWS]


@pytest.mark.parametrize(
    "sentence",
    ["Niet voor publicatie bestemde verslagen lekten uit.", "Niet voor publicatie-doeleinden bedoeld, zegt de raad."],
)
def test_a_sentence_that_begins_like_a_note_to_editors_is_news(sentence: str) -> None:
    assert list(without_furniture([TITLE, NEWS, sentence, MORE])) == [TITLE, NEWS, sentence, MORE]


def test_a_note_to_editors_in_a_text_file_is_there_and_no_news(tmp_path: Path) -> None:
    note = "Noot voor de redactie: bel Noor Zandbergen."

    document = only(read_content(tmp_path / "a.txt", f"{TITLE}\n\n{NEWS}\n\n{note}\n"))

    assert document.text.endswith(f"{note}\n")
    assert document.body is not None
    assert document.body.of(document.text).rstrip() == f"{TITLE}\n\n{NEWS}"


def test_an_embargo_above_the_news_takes_nothing_with_it() -> None:
    embargo = "Niet voor publicatie voor dinsdag 10 uur"

    assert list(without_furniture([embargo, TITLE, NEWS])) == [embargo, TITLE, NEWS]


@pytest.mark.parametrize("line", ["3", "- 3 -", "pagina 3", "Pagina 3 van 12", "blz. 3", "3/12", "| 3"])
def test_a_number_alone_is_that_of_its_page(line: str) -> None:
    assert is_page_number(line)


@pytest.mark.parametrize("line", ["3 gewonden", "12 maart 2024", "3-0", "De 3", "2027."])
def test_a_number_beside_other_words_is_none_of_a_page(line: str) -> None:
    assert not is_page_number(line)


def test_the_number_and_the_imprint_of_a_single_page_are_no_news(tmp_path: Path) -> None:
    page = [
        *column([TITLE], top=780, size=20),
        *column([NEWS, "", MORE]),
        Line("Redactie: Noor Zandbergen, tel. 010-1234567", base=60, size=7),
        Line("Pagina 1 van 1", base=30, size=7),
    ]

    assert only(read_content(tmp_path / "brug.pdf", pdf([page]))).text.split() == f"{TITLE} {NEWS} {MORE}".split()


def test_heads_that_differ_on_left_and_right_pages_are_left_out(tmp_path: Path) -> None:
    told = [NEWS, MORE, "De raad praat er woensdag over.", "Er komt een pontje voor fietsers."]
    pages = [
        [Line(head, base=810), *column([sentence])]
        for head, sentence in zip(["De Kustbode", "Stad en streek"] * 2, told, strict=True)
    ]

    assert only(read_content(tmp_path / "a.pdf", pdf(pages))).text.split() == " ".join(told).split()
