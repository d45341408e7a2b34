"""What each format gives: one module of `kg.read` a section."""

import json
from pathlib import Path

import pytest

from kg.errors import ReadError
from kg.model import Document, Span
from kg.read import READERS, Skipped, Source, Warned

NEWS = "De brug gaat dicht.\n\nDe gemeente noemt dat „jammer”.\n"


def read_file(path: Path, content: str | bytes, *, encoding: str = "") -> list[Document | Skipped | Warned | Source]:
    """Return what the reader of its ending makes of a file with this content."""
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(READERS[path.suffix](Source(path.stem, str(path), path, encoding)))


def read_one(path: Path, content: str | bytes, *, encoding: str = "") -> Document:
    [document] = read_file(path, content, encoding=encoding)
    assert isinstance(document, Document)
    return document


@pytest.fixture
def page(tmp_path: Path) -> Path:
    return tmp_path / "brug.html"


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    return tmp_path / "brug.txt"


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    return tmp_path / "nieuws.jsonl"


# Text


def test_text_is_kept_to_the_character(plain: Path) -> None:
    text = f"title: Brug dicht\r\n\r\n{NEWS}\t\u00a0e\u0301\r\n"

    document = read_one(plain, text)

    assert document.text == text
    assert document.title == "Brug dicht"
    assert document.body == Span(text.index("De brug"), len(text))


def test_a_text_without_header_is_news_from_end_to_end(plain: Path) -> None:
    document = read_one(plain, NEWS)

    assert (document.id, document.text, document.body, document.title) == ("brug", NEWS, None, "")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_says_the_encoding_and_is_no_text(plain: Path, encoding: str) -> None:
    assert read_one(plain, NEWS.encode(encoding)).text == NEWS


def test_an_encoding_can_be_named(plain: Path) -> None:
    assert read_one(plain, NEWS.encode("cp1252"), encoding="cp1252").text == NEWS


def test_another_encoding_is_refused_with_the_first_byte_that_does_not_fit(plain: Path) -> None:
    with pytest.raises(ReadError, match=r"is not UTF-8 \(byte 0x84 at 43\).*--encoding"):
        read_file(plain, NEWS.encode("cp1252"))


@pytest.mark.parametrize("encoding", ["klingon", "hex"])
def test_an_encoding_that_does_not_exist_is_refused(plain: Path, encoding: str) -> None:
    with pytest.raises(ReadError, match=f"cannot be read as '{encoding}'"):
        read_file(plain, NEWS, encoding=encoding)


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"PK\x03\x04\x00\x00"])
def test_a_binary_file_is_refused(plain: Path, content: bytes) -> None:
    with pytest.raises(ReadError, match="is a binary file, not text"):
        read_file(plain, content)


@pytest.mark.parametrize("content", ["", " \n\t\r\n", "\ufeff"])
def test_an_empty_file_is_refused(plain: Path, content: str) -> None:
    with pytest.raises(ReadError, match="is empty"):
        read_file(plain, content)


def test_a_header_alone_is_no_article(plain: Path) -> None:
    with pytest.raises(ReadError, match="no news below it"):
        read_file(plain, "title: Brug dicht\ndate: 2020-09-16\n")


def test_a_file_of_more_than_twenty_megabytes_is_refused(plain: Path) -> None:
    with pytest.raises(ReadError, match="is larger than 20 MB"):
        read_file(plain, b"nieuws " * 3_000_000)


# Web pages

PAGE = """<!DOCTYPE html><html lang="nl-BE"><head><meta charset="{charset}"><title>Brug dicht | De Kustbode</title>
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Brug gaat een jaar dicht", "datePublished": "2031-09-16T08:30:00+02:00",
"author": {{"@type": "Person", "name": "Ans Bakker"}}, "publisher": {{"@type": "Organization", "name": "De Kustbode"}}}}
</script><link rel="canonical" href="https://kustbode.example/brug"></head><body>
<nav><ul><li><a href="/">Voorpagina</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Brug gaat een jaar dicht</h1>
<p>De brug over de Schie gaat maandag voor een jaar dicht. Dat heeft de gemeente vrijdag bekendgemaakt.</p>
<p>Café-uitbater Noor Zandbergen noemt het besluit een ramp voor haar zaak aan de overkant van het water.</p>
</article><footer>Lees ook ons privacybeleid.</footer></body></html>"""


def test_a_page_gives_its_headline_and_main_text_as_paragraphs(page: Path) -> None:
    document = read_one(page, PAGE.format(charset="utf-8"))

    assert document.text.split("\n\n") == [
        "Brug gaat een jaar dicht",
        "De brug over de Schie gaat maandag voor een jaar dicht. Dat heeft de gemeente vrijdag bekendgemaakt.",
        "Café-uitbater Noor Zandbergen noemt het besluit een ramp voor haar zaak aan de overkant van het water.",
    ]


def test_a_page_says_of_itself_when_where_and_by_whom_it_was_published(page: Path) -> None:
    document = read_one(page, PAGE.format(charset="utf-8"))

    assert document.title == "Brug gaat een jaar dicht"
    assert document.published == "2031-09-16"
    assert (document.source, document.author) == ("De Kustbode", "Ans Bakker")
    assert document.url == "https://kustbode.example/brug"
    assert document.language == "nl"


def test_a_page_says_its_section_and_its_licence(page: Path) -> None:
    section = '<meta property="article:section" content="Regio">'
    licence = '<a href="https://creativecommons.org/licenses/by/4.0/deed.nl" rel="license">CC BY</a>'
    content = PAGE.format(charset="utf-8").replace("<title>", f"{section}<title>").replace("Lees ook", licence)

    document = read_one(page, content)

    assert document.section == "Regio"
    assert document.licence == "https://creativecommons.org/licenses/by/4.0/deed.nl"


def test_a_page_is_read_in_the_encoding_that_it_names(page: Path) -> None:
    document = read_one(page, PAGE.format(charset="iso-8859-1").encode("cp1252"))

    assert "Café-uitbater" in document.text


def test_a_page_whose_headline_is_a_number_is_read(page: Path) -> None:
    content = PAGE.format(charset="utf-8").replace('"headline": "Brug gaat een jaar dicht"', '"headline": 5')

    assert "De brug over de Schie gaat maandag voor een jaar dicht." in read_one(page, content).text


def test_a_page_without_article_is_refused(page: Path) -> None:
    with pytest.raises(ReadError, match="no article is found in this page"):
        read_file(page, "<html><body></body></html>")


# JSON Lines


def record(**fields: object) -> str:
    return json.dumps(fields, ensure_ascii=False) + "\n"


def test_a_record_gives_its_fields(lines: Path) -> None:
    document = read_one(
        lines,
        record(id=7, title="Brug dicht", text=NEWS, date="2020-09", source="De Kustbode", author="Ans", language="nl"),
    )

    assert document == Document("7", NEWS, "Brug dicht", "2020-09", "De Kustbode", "Ans", language="nl")


def test_a_record_without_id_is_called_after_file_and_line(lines: Path) -> None:
    documents = read_file(lines, record(text="Eerste.") + "\n" + record(text="Derde."))

    assert [document.id for document in documents if isinstance(document, Document)] == ["nieuws-1", "nieuws-3"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("geen json", "is no JSON"),
        ('["text"]', "is no record"),
        ('{"title": "Brug"}', "has no text"),
        ('{"text": " "}', "has no text"),
        ('{"text": ["De brug"]}', "'text' is no text"),
        ("[" * 100_000, "is no JSON"),
    ],
)
def test_a_bad_line_is_skipped_with_its_number_and_the_others_are_read(lines: Path, line: str, reason: str) -> None:
    first, skipped, last = read_file(lines, f"{record(text='Eerste.')}{line}\n{record(text='Laatste.')}")

    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert isinstance(skipped, Skipped)
    assert skipped.where == f"{lines} line 2"
    assert reason in skipped.reason


def test_a_line_in_another_encoding_is_skipped_alone(lines: Path) -> None:
    skipped, read = read_file(lines, record(text="café").encode("cp1252") + record(text="café").encode())

    assert isinstance(skipped, Skipped)
    assert isinstance(read, Document)
