"""Web addresses: only where asked, only from the public web, as robots.txt allows, and within limits.

The server of these tests is on this machine, which is no public address: those that need an answer take it for one.
"""

import socket
import threading
import time

import pytest

from kg.errors import ReadError
from kg.read import web
from kg.read.web import _cut_off, ask
from tests.read.reading import only, read_all, reason
from tests.read.web_site import LINE, PAGE, Site

FEED = """<rss version="2.0"><channel><title>De Kustbode</title><item><title>Brug dicht</title><guid>k-7</guid>
<description>De brug gaat dicht.</description></item></channel></rss>"""


def test_an_address_is_not_fetched_unless_asked(site: Site) -> None:
    assert reason(read_all(site.address)) == "is a web address: kg fetches nothing without --fetch"
    assert site.asked == []


def test_a_page_is_an_article_with_its_address(site: Site) -> None:
    site.say("/2020/brug.html", PAGE)

    document = only(read_all(f"{site.address}/2020/brug.html", fetch=True))

    assert document.title == "Brug dicht"
    assert document.url == f"{site.address}/2020/brug.html"
    assert document.id == f"{site.address.removeprefix('http://')}/2020/brug"
    assert "Café-uitbater" in document.text


def test_kg_says_who_it_is(site: Site) -> None:
    site.say("/", PAGE)

    read_all(f"{site.address}/", fetch=True)

    assert all(agent.startswith("kg/") for _, agent in site.asked)


def test_the_entries_of_a_feed_are_articles(site: Site) -> None:
    site.say("/rss", FEED, Content_Type="application/rss+xml")

    document = only(read_all(f"{site.address}/rss", fetch=True))

    assert (document.id, document.source, document.url) == ("k-7", "De Kustbode", "")


def test_a_text_is_read_in_the_encoding_that_the_server_says(site: Site) -> None:
    site.answers["/a"] = (200, {"Content-Type": "text/plain; charset=ISO-8859-1"}, "Het café „dicht”.".encode("cp1252"))

    assert only(read_all(f"{site.address}/a", fetch=True)).text == "Het café „dicht”."


@pytest.mark.parametrize(
    "target",
    [
        "http://10.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "file:///etc/passwd",
        "ftp://kustbode.example/",
        "//a@b/",
    ],
)
def test_a_redirect_into_a_private_network_is_not_followed(site: Site, target: str) -> None:
    site.say("/brug", "", status=302, Location=target)

    assert reason(read_all(f"{site.address}/brug", fetch=True))


def test_redirects_without_end_are_one_line(site: Site) -> None:
    site.say("/brug", "", status=302, Location="/brug")

    assert reason(read_all(f"{site.address}/brug", fetch=True)) == "leads on and on: more than 5 redirects"


@pytest.mark.parametrize("status", [403, 404, 500])
def test_another_status_is_one_line(site: Site, status: int) -> None:
    site.say("/brug", PAGE, status=status)

    assert reason(read_all(f"{site.address}/brug", fetch=True)) == f"is answered with status {status}"


def test_a_page_that_is_too_large_is_not_read_to_its_end(site: Site) -> None:
    site.say("/brug", "x" * 3_000_000)

    with pytest.raises(ReadError, match="is larger than 1 MB"):
        ask(f"{site.address}/brug", limit=1_000_000)


def test_a_server_that_answers_bit_by_bit_is_cut_off(site: Site) -> None:
    site.say("/traag", "", Slow="1")
    start = time.monotonic()

    with pytest.raises(ReadError, match=r"took too long|cannot be fetched"):
        ask(f"{site.address}/traag", limit=1_000_000, seconds=0.5)

    assert time.monotonic() - start < LINE * 0.05 / 2


def test_a_connection_that_the_other_side_ended_is_cut_off_in_silence() -> None:
    with socket.socket() as ended:
        _cut_off(ended)


def test_a_name_in_other_letters_is_asked_for_as_names_of_the_internet_are_written(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.say("/brug", PAGE)
    real = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda _, *args, **options: real("127.0.0.1", *args, **options))

    answer = ask(site.address.replace("127.0.0.1", "zürich-中.example") + "/brug", limit=1_000_000)

    assert answer.status == 200
    assert site.hosts == {site.address.replace("http://127.0.0.1", "xn--zrich--3ya7029m.example")}


@pytest.mark.parametrize("answer", [b"", b"geen antwoord", b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nkort"])
def test_what_is_no_answer_is_one_line(monkeypatch: pytest.MonkeyPatch, answer: bytes) -> None:
    monkeypatch.setattr(web, "is_public", lambda _: True)
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            connection, _ = server.accept()
            with connection:
                connection.recv(1_000)
                connection.sendall(answer)

        thread = threading.Thread(target=serve)
        thread.start()

        found = read_all(f"http://127.0.0.1:{server.getsockname()[1]}/", fetch=True)
        thread.join()

    assert "cannot be fetched" in reason(found)


def test_packed_content_that_was_not_asked_for_is_refused(site: Site) -> None:
    site.say("/brug", "x", Content_Encoding="gzip")

    assert "was not asked for" in reason(read_all(f"{site.address}/brug", fetch=True))


def test_a_kind_of_file_that_kg_does_not_read_is_one_line(site: Site) -> None:
    site.say("/foto.jpg", "x", Content_Type="image/jpeg")

    assert reason(read_all(f"{site.address}/foto.jpg", fetch=True)).startswith("kg reads no .jpg files")
