"""Mails and saved web: EML with what hangs on it, MHTML, WARC."""

import gzip
from email.message import EmailMessage
from pathlib import Path

import pytest

from kg.read import Skipped
from tests.read.reading import documents, only, read_content, reason, skipped
from tests.read.samples import warc

SUBJECT = "Brug gaat dicht"
PAGE = """<!DOCTYPE html><html lang="nl"><head><title>{title}</title></head><body><article><h1>{title}</h1>
<p>De brug over de Schie gaat maandag voor een jaar dicht. Dat heeft de gemeente vrijdag bekendgemaakt.</p>
<p>Café-uitbater Noor Zandbergen noemt het besluit een ramp voor haar zaak aan de overkant van het water.</p>
</article></body></html>"""


def mail(text: str = "", markup: str = "", **headers: str) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = SUBJECT
    message["From"] = "Ans Bakker <ans@kustbode.example>"
    message["Date"] = "Wed, 16 Sep 2020 00:30:00 +0200"
    for name, value in headers.items():
        message[name] = value
    if text:
        message.set_content(text)
    if markup:
        message.add_alternative(markup, subtype="html")
    return message


def test_each_mail_of_a_mailbox_is_an_article(tmp_path: Path) -> None:
    mails = [
        mail("De brug gaat dicht.\n\n>From morgen af rijdt er een bus.\n"),
        mail("Er komt een pontje.", Organization="De Kustbode"),
    ]
    content = b"\n".join(b"From ans@kustbode.example Wed Sep 16 08:30:00 2020\n" + one.as_bytes() for one in mails)

    first, second = documents(read_content(tmp_path / "post.mbox", content))

    assert (first.id, first.title, second.id, second.source) == ("post/1", SUBJECT, "post/2", "De Kustbode")
    assert "pontje" in second.text


def test_a_line_that_was_marked_since_it_begins_like_a_mail_is_read_as_it_was(tmp_path: Path) -> None:
    message = mail("De brug gaat dicht. Dat duurt\nFrom hier tot ginder.\n").as_bytes().replace(b"\nFrom", b"\n>From")

    [document] = documents(read_content(tmp_path / "post.mbox", b"From a Wed Sep 16 2020\n" + message))

    assert "duurt From hier tot ginder." in document.text


@pytest.mark.parametrize("line", ["From Utrecht with love heet het feest.", "From Dover 2024 is een film."])
def test_a_line_of_a_mail_that_was_not_marked_begins_no_mail(tmp_path: Path, line: str) -> None:
    message = mail(f"De brug gaat dicht.\n\n{line}\n").as_bytes().replace(b"\n>From", b"\nFrom")

    document = only(read_content(tmp_path / "post.mbox", b"From a Wed Sep 16 08:30:00 2020\n" + message))

    assert line in document.text


@pytest.mark.parametrize("sender", ["-", "a@b.example", "123@xxx"])
@pytest.mark.parametrize(
    "time", ["Wed Sep 16 08:30:00 2020", "Wed Sep 16 08:30:00 +0200 2020", "Wed, 16 Sep 2020 08:30"]
)
def test_a_line_of_a_sender_and_a_time_begins_a_mail(tmp_path: Path, sender: str, time: str) -> None:
    content = f"From {sender} {time}\n".encode() + mail("De brug gaat dicht.").as_bytes() + b"\n"

    assert len(documents(read_content(tmp_path / "post.mbox", content * 2))) == 2


def test_a_mailbox_with_a_mail_that_is_none_is_one_line_beside_the_others(tmp_path: Path) -> None:
    content = (
        b"From a Wed Sep 16 2020\n" + mail("De brug gaat dicht.").as_bytes() + b"\nFrom b Wed Sep 16 2020\nniets\n"
    )

    found = read_content(tmp_path / "post.mbox", content)

    assert (len(documents(found)), [one.where for one in skipped(found)]) == (1, [f"{tmp_path}/post.mbox: 2.eml"])


def test_a_mail_gives_its_subject_and_paragraphs_and_who_sent_it_when(tmp_path: Path) -> None:
    text = (
        "De brug over de Schie gaat maandag voor een jaar dicht, zegt de\ngemeente. Dat is jammer voor wie aan de "
        "overkant woont.\n\nCafé De Brug sluit.\n\n> Was er nog nieuws?\n-- \nAns Bakker, redactie\n"
    )

    document = only(read_content(tmp_path / "a.eml", mail(text, Organization="De Kustbode").as_bytes()))

    assert document.text.split("\n\n") == [
        SUBJECT,
        "De brug over de Schie gaat maandag voor een jaar dicht, zegt de gemeente. Dat is jammer voor wie aan de "
        "overkant woont.",
        "Café De Brug sluit.",
    ]
    assert (document.title, document.published) == (SUBJECT, "2020-09-16")
    assert (document.source, document.author) == ("De Kustbode", "Ans Bakker")


def test_a_mail_without_plain_text_is_read_from_its_html(tmp_path: Path) -> None:
    message = mail(markup="<p>De brug is <b>dicht</b>.</p><style>p {}</style><p>Jammer.</p>")

    assert (
        only(read_content(tmp_path / "a.eml", message.as_bytes())).text == f"{SUBJECT}\n\nDe brug is dicht.\n\nJammer."
    )


@pytest.mark.parametrize("tag", ["o:p", "x:", ":", "p\0b", "1"])
def test_a_tag_that_no_standard_knows_costs_no_text(tmp_path: Path, tag: str) -> None:
    message = mail(markup=f"<p>De brug is dicht.</p><p><{tag}>Jammer.</p>")

    assert "De brug is dicht." in only(read_content(tmp_path / "a.eml", message.as_bytes())).text


def test_a_mail_is_read_in_its_own_encoding(tmp_path: Path) -> None:
    head = b"Subject: =?iso-8859-1?Q?Caf=E9_dicht?=\nContent-Type: text/plain; charset=windows-1252\n\n"
    content = head + b"Dat is \x93jammer\x94."

    assert only(read_content(tmp_path / "a.eml", content)).text == "Café dicht\n\nDat is “jammer”."


@pytest.mark.parametrize("subject", ["Re: Brug dicht", "FW: Re: Brug dicht", "Fwd:Brug dicht"])
def test_that_a_mail_was_answered_or_sent_on_is_no_part_of_its_headline(tmp_path: Path, subject: str) -> None:
    content = f"Subject: {subject}\n\nDe brug is dicht."

    assert only(read_content(tmp_path / "a.eml", content)).title == "Brug dicht"


def test_files_that_hang_on_a_mail_are_read_in_their_turn(tmp_path: Path) -> None:
    message = mail("Zie het persbericht.")
    message.add_attachment("De brug gaat open.", filename="../bericht.txt")
    message.add_attachment(b"x", maintype="image", subtype="png", filename="logo.png")
    message.add_attachment(b"x", maintype="application", subtype="msword", filename="bericht.doc")
    message.add_attachment(mail("De brug is stuk."))

    found = read_content(tmp_path / "a.eml", message.as_bytes())

    assert [one.id for one in documents(found)] == ["a", "a/bericht", "a/mail"]
    assert [one.where for one in skipped(found)] == [f"{tmp_path}/a.eml: bericht.doc"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Subject: " + b"=?utf-8?q?x?= " * 40_000,
        b"Zomaar wat tekst.",
        b"Subject: Brug\n\n",
        b"Subject: Brug\nContent-Type: multipart/mixed; boundary=x\n\n--x\n",
        b"MIME-Version: 1.0\nContent-Type: text/plain; charset=klingon\nContent-Transfer-Encoding: base64\n\n!!!",
        b"Subject: x\n"
        + b"".join(b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (n, n) for n in range(3_000)),
    ],
    ids=["empty", "a header without end", "text", "no text", "cut off", "no such encoding", "nested without end"],
)
def test_what_is_no_mail_or_says_nothing_is_one_line(tmp_path: Path, content: bytes) -> None:
    assert reason(read_content(tmp_path / "a.eml", content))


def test_a_mail_with_an_endless_name_of_a_file_is_one_line(tmp_path: Path) -> None:
    name = "=?utf-8?q?x?= " * 40_000
    part = f'--x\nContent-Disposition: attachment; filename="{name}"\n\nDe brug is dicht.\n--x--\n'

    found = read_content(tmp_path / "a.eml", f"Subject: x\nContent-Type: multipart/mixed; boundary=x\n\n{part}")

    assert reason(found) == "has a header of more than 20000 characters, as no mail has"


@pytest.mark.parametrize("encoding", ["punycode", "Unicode-Escape", "idna"])
def test_a_mail_in_an_encoding_that_is_none_of_texts_is_read_as_utf_8(tmp_path: Path, encoding: str) -> None:
    content = f"Subject: Brug\nContent-Type: text/plain; charset={encoding}\n\nCafé De Brug - sluit.\n"

    assert "Café De Brug - sluit." in only(read_content(tmp_path / "a.eml", content)).text


@pytest.mark.parametrize("name", ["a.mhtml", "a.mht"])
def test_a_page_saved_as_mhtml_is_read_with_its_address(tmp_path: Path, name: str) -> None:
    message = mail(markup=PAGE.format(title=SUBJECT), **{"Snapshot-Content-Location": "https://kustbode.example/brug"})

    document = only(read_content(tmp_path / name, message.as_bytes()))

    assert (document.id, document.title, document.url) == ("a", SUBJECT, "https://kustbode.example/brug")
    assert "Café-uitbater" in document.text


def test_mhtml_without_a_page_is_one_line(tmp_path: Path) -> None:
    assert reason(read_content(tmp_path / "a.mhtml", mail("Tekst.").as_bytes())) == "holds no web page"


ANSWERS = (
    ("https://kustbode.example/brug", "200 OK", "text/html; charset=utf-8", PAGE.format(title=SUBJECT).encode()),
    ("https://kustbode.example/weg", "404 Not Found", "text/html", b"<p>weg</p>"),
    ("https://kustbode.example/foto.jpg", "200 OK", "image/jpeg", b"x"),
    (
        "https://kustbode.example/oud",
        "200 OK",
        "text/html; charset=ISO-8859-1",
        PAGE.format(title="Oud").encode("cp1252"),
    ),
    ("https://kustbode.example/leeg", "200 OK", "text/html", b"<p></p>"),
)


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_a_web_archive_gives_the_pages_that_were_found_well_with_their_addresses(tmp_path: Path, name: str) -> None:
    content = warc(*ANSWERS)

    found = read_content(tmp_path / name, gzip.compress(content) if name.endswith("gz") else content)

    assert [(one.id, one.url) for one in documents(found)] == [
        ("a-1", "https://kustbode.example/brug"),
        ("a-2", "https://kustbode.example/oud"),
    ]
    assert all("Café-uitbater" in one.text for one in documents(found))
    assert skipped(found) == [
        Skipped(f"{tmp_path}/{name}: https://kustbode.example/leeg", "no article is found in this page")
    ]


def test_a_web_archive_that_is_cut_off_gives_what_was_whole(tmp_path: Path) -> None:
    found = read_content(tmp_path / "a.warc.gz", gzip.compress(warc(*ANSWERS))[:-200])

    assert skipped(found)
    assert all(document.title == SUBJECT for document in documents(found))
