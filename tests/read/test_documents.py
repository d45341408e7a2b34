"""Documents of text processors and e-books: DOCX, ODT, RTF and EPUB."""

import io
import time
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml

from kg.model import Document, Span
from kg.read import Skipped
from tests.read.reading import documents, only, read_all, read_content, reason, skipped
from tests.read.samples import zipped

TITLE, CLOSED, SORRY = "Brug gaat dicht", "De brug over de Schie gaat dicht.", "Dat is jammer."


# DOCX


def word(*paragraphs: str, title: str = "", author: str = "") -> docx.document.Document:
    document = docx.Document()
    document.core_properties.title, document.core_properties.author = title, author
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return document


def test_a_word_document_gives_its_paragraphs_and_who_wrote_it(tmp_path: Path) -> None:
    word(TITLE, CLOSED, "", SORRY, title=TITLE, author="Ans Bakker").save(str(tmp_path / "brug.docx"))

    document = only(read_all(tmp_path / "brug.docx"))

    assert document.text.split("\n\n") == [TITLE, CLOSED, SORRY]
    assert (document.id, document.title, document.author) == ("brug", TITLE, "Ans Bakker")
    assert document.published == ""  # the day that the file was made is no date of publication


def test_a_title_that_a_template_left_in_a_document_is_not_believed(tmp_path: Path) -> None:
    word(TITLE, CLOSED, title="Sjabloon persbericht").save(str(tmp_path / "brug.docx"))

    assert only(read_all(tmp_path / "brug.docx")).title == TITLE


def test_header_lines_in_a_document_are_read_as_in_a_text_file(tmp_path: Path) -> None:
    word("datum: 2020-09-16", "bron: De Kustbode", CLOSED).save(str(tmp_path / "brug.docx"))

    document = only(read_all(tmp_path / "brug.docx"))

    assert (document.published, document.source) == ("2020-09-16", "De Kustbode")
    assert document.body == Span(document.text.index(CLOSED), len(document.text))


def test_a_header_line_in_a_document_may_hold_an_address(tmp_path: Path) -> None:
    header = [
        "titel: Stad wint van www.brug.example",
        "auteur: ans@kustbode.example",
        "url: https://kustbode.example/1",
    ]
    word(*header, CLOSED).save(str(tmp_path / "brug.docx"))

    document = only(read_all(tmp_path / "brug.docx"))

    assert (document.title, document.author, document.url) == tuple(line.split(": ")[1] for line in header)


def test_words_that_were_struck_are_left_out_and_those_added_are_in(tmp_path: Path) -> None:
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    document = word()
    document.element.body.insert(
        0,
        parse_xml(
            f"<w:p {names}><w:r><w:t xml:space='preserve'>De brug gaat </w:t></w:r>"
            "<w:del><w:r><w:delText>open</w:delText></w:r></w:del><w:ins><w:r><w:t>dicht</w:t></w:r></w:ins>"
            "<w:r><w:t>.</w:t><w:br/><w:t>In Noord</w:t><w:noBreakHyphen/><w:t>Holland.</w:t></w:r></w:p>"
        ),
    )
    document.save(str(tmp_path / "brug.docx"))

    assert only(read_all(tmp_path / "brug.docx")).text == "De brug gaat dicht. In Noord-Holland."


def test_words_in_a_table_are_paragraphs(tmp_path: Path) -> None:
    document = word(TITLE)
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = CLOSED, SORRY
    document.save(str(tmp_path / "brug.docx"))

    assert only(read_all(tmp_path / "brug.docx")).text.split("\n\n") == [TITLE, CLOSED, SORRY]


@pytest.mark.parametrize("ending", ["docx", "odt"])
def test_a_document_with_a_password_is_one_line(tmp_path: Path, ending: str) -> None:
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500

    assert "is locked with a password" in reason(read_content(tmp_path / f"a.{ending}", locked))


@pytest.mark.parametrize("ending", ["docx", "odt", "epub"])
def test_a_document_that_unpacks_to_too_much_is_one_line(tmp_path: Path, ending: str) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("content.xml", "word/document.xml", "META-INF/container.xml", "META-INF/manifest.xml"):
            archive.writestr(name, b"<a>" + b" " * 60_000_000)

    assert reason(read_content(tmp_path / f"a.{ending}", content.getvalue()))


# ODT

ODF = "xmlns:{0}='urn:oasis:names:tc:opendocument:xmlns:{0}:1.0'"
OPENED = f"<office:document-content {ODF.format('office')} {ODF.format('text')}>"


def odt(body: str, *, before: str = "", meta: str = "") -> bytes:
    content = f"{before}{OPENED}<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, "meta.xml": meta})


def test_an_open_document_gives_its_paragraphs_without_notes_and_struck_words(tmp_path: Path) -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Weg.</text:p></text:deletion>"
        f"</text:changed-region></text:tracked-changes><text:h>{TITLE}</text:h>"
        "<text:p>De<text:s/>brug over de <text:span>Schie</text:span> gaat<text:note><text:p>Noot.</text:p></text:note>"
        f"<text:line-break/>dicht.</text:p><text:p/><text:p>{SORRY}</text:p>"
    )

    assert only(read_content(tmp_path / "a.odt", odt(body))).text.split("\n\n") == [TITLE, CLOSED, SORRY]


def test_an_open_document_says_its_title_and_who_wrote_it(tmp_path: Path) -> None:
    meta = (
        f"<m xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>{TITLE}</dc:title><dc:creator>Ans</dc:creator></m>"
    )
    content = odt(f"<text:p>{TITLE}</text:p><text:p>{CLOSED}</text:p>", meta=meta)

    document = only(read_content(tmp_path / "a.odt", content))

    assert (document.title, document.author) == (TITLE, "Ans")


def test_an_open_document_reads_no_other_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("geheim", encoding="utf-8")
    before = f"<!DOCTYPE a [<!ENTITY x SYSTEM 'file://{tmp_path}/secret'>]>"

    assert "entities" in reason(read_content(tmp_path / "a.odt", odt("<text:p>Dit is &x;</text:p>", before=before)))


def test_a_word_document_reads_no_other_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("geheim", encoding="utf-8")
    word(CLOSED).save(str(tmp_path / "goed.docx"))
    with zipfile.ZipFile(tmp_path / "goed.docx") as archive:
        files: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    entity = f"<!DOCTYPE a [<!ENTITY x SYSTEM 'file://{tmp_path}/secret'>]>".encode()
    body = bytes(files["word/document.xml"]).replace(b"<w:document", entity + b"<w:document", 1)  # type: ignore[arg-type]
    files["word/document.xml"] = body.replace(b"De brug", b"Dit is &x;")

    found = read_content(tmp_path / "a.docx", zipped(files))

    assert not any("geheim" in one.text for one in documents(found))


# RTF


def test_a_rich_text_file_gives_its_paragraphs_title_and_writer(tmp_path: Path) -> None:
    content = (
        r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\info{\title Brug gaat dicht}{\author Ren\'e9e Bakker}}"
        r"\f0 Brug gaat dicht\par De {\b brug} over de Schie\par\par Dat zei caf\'e9baas \u8222?Ans\u8221?.\par}"
    )

    document = only(read_content(tmp_path / "a.rtf", content))

    assert document.text.split("\n\n") == [TITLE, "De brug over de Schie", "Dat zei cafébaas „Ans”."]
    assert (document.title, document.author) == (TITLE, "Renée Bakker")


def test_a_character_of_two_halves_in_rich_text_is_one(tmp_path: Path) -> None:
    document = only(read_content(tmp_path / "a.rtf", r"{\rtf1\ansi Leuk \u-10179?\u-8704? zeg. \u-10179? half.}"))

    assert document.text == "Leuk \U0001f600 zeg. \ufffd half."


@pytest.mark.parametrize(
    "content", [r"{\rtf1}", r"{\rtf1 ", "{" * 100_000, r"{\rtf1" + "{" * 200_000, r"{\rtf1\u99999999 x}"]
)
def test_rich_text_without_news_is_one_line(tmp_path: Path, content: str) -> None:
    assert reason(read_content(tmp_path / "a.rtf", content))


@pytest.mark.parametrize("opening", [r'{\field{\*\fldinst{HYPERLINK "x', r"\f0", r"{\f0"])
def test_rich_text_that_opens_again_and_again_is_read_in_a_breath(tmp_path: Path, opening: str) -> None:
    start = time.process_time()

    read_content(tmp_path / "a.rtf", r"{\rtf1{\fonttbl" + opening * 20_000)

    assert time.process_time() - start < 5


def test_a_title_of_rich_text_that_does_not_end_is_passed_over_at_once(tmp_path: Path) -> None:
    document = only(read_content(tmp_path / "a.rtf", r"{\rtf1{\title " + r"\u11111" * 400 + "{}} De brug gaat dicht.}"))

    assert document.title == ""


def test_the_address_behind_a_link_is_no_text(tmp_path: Path) -> None:
    link = r'{\field{\*\fldinst{HYPERLINK "https://kustbode.example/"}}{\fldrslt{\ul het plan}}}'

    assert only(read_content(tmp_path / "a.rtf", rf"{{\rtf1 Lees {link} van \{{de\}} gemeente.}}")).text == (
        "Lees het plan van {de} gemeente."
    )


# EPUB

CONTAINER = (
    "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles>"
    "<rootfile full-path='OPS/krant.opf'/></rootfiles></container>"
)
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>
 <dc:title>De Kustbode van woensdag</dc:title><dc:publisher>De Kustbode</dc:publisher><dc:date>2020-09-16</dc:date>
 <dc:language>nl</dc:language><dc:rights>Niet overnemen</dc:rights></metadata>
 <manifest><item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
  <item id="c" href="foto.jpg" media-type="image/jpeg"/>
  <item id="b" href="a%20b/open.xhtml" media-type="application/xhtml+xml"/>
  <item id="a" href="../dicht.xhtml" media-type="application/xhtml+xml"/></manifest>
 <spine><itemref idref="n"/><itemref idref="a"/><itemref idref="c"/><itemref idref="weg"/><itemref idref="b"/></spine>
</package>"""
PAGE = "<html><head><title>x</title></head><body><h1>{}</h1><p>{}</p><p>{}</p></body></html>"
BOOK = {
    "META-INF/container.xml": CONTAINER,
    "OPS/krant.opf": PACKAGE,
    "OPS/nav.xhtml": PAGE.format("Inhoud", "1", "2"),
    "dicht.xhtml": PAGE.format(TITLE, CLOSED, SORRY),
    "OPS/a b/open.xhtml": PAGE.format("Brug open", "De brug gaat open.", ""),
}


def test_each_page_of_an_ebook_is_an_article_in_the_order_of_reading(tmp_path: Path) -> None:
    first, second = documents(read_content(tmp_path / "krant.epub", zipped(BOOK)))

    assert first == Document(
        "krant/dicht",
        f"{TITLE}\n\n{CLOSED}\n\n{SORRY}",
        TITLE,
        "2020-09-16",
        "De Kustbode",
        licence="Niet overnemen",
    )
    assert (second.id, second.title) == ("krant/OPS/a b/open", "Brug open")


def test_a_page_that_is_locked_against_copying_is_one_line(tmp_path: Path) -> None:
    locked = "<encryption><CipherReference URI='dicht.xhtml'/></encryption>"

    found = read_content(tmp_path / "krant.epub", zipped({**BOOK, "META-INF/encryption.xml": locked}))

    assert skipped(found) == [Skipped(f"{tmp_path}/krant.epub: dicht.xhtml", "is locked against copying")]
    assert len(documents(found)) == 1


def test_an_ebook_reads_nothing_beside_itself(tmp_path: Path) -> None:
    (tmp_path / "dicht.xhtml").write_text(PAGE.format("geheim", "geheim", ""), encoding="utf-8")
    outside = PACKAGE.replace("../dicht.xhtml", "../../../../dicht.xhtml")

    found = read_content(tmp_path / "krant.epub", zipped({**BOOK, "OPS/krant.opf": outside}))

    assert not any("geheim" in one.text for one in documents(found))
