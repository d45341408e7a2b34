"""Web addresses: only where asked, only from the public web, as robots.txt allows, and within limits.

The server of these tests is on this machine, which is no public address: those that need an answer take it for one.
"""

import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from kg.errors import ReadError
from kg.read import web
from kg.read.fetch import LONGEST_ROBOTS
from kg.read.web import _cut_off, ask, is_public
from tests.read.reading import documents, only, read_all, reason

PAGE = """<!DOCTYPE html><html lang="nl"><head><title>Brug dicht</title></head><body><article><h1>Brug dicht</h1>
<p>De brug over de Schie gaat maandag voor een jaar dicht. Dat heeft de gemeente vrijdag bekendgemaakt.</p>
<p>Café-uitbater Noor Zandbergen noemt het besluit een ramp voor haar zaak aan de overkant.</p></article></body>"""
FEED = """<rss version="2.0"><channel><title>De Kustbode</title><item><title>Brug dicht</title><guid>k-7</guid>
<description>De brug gaat dicht.</description></item></channel></rss>"""
LINE = 1_000
"""Bytes that the slow page sends, one at a time."""


@dataclass
class Site:
    """A web site on this machine."""

    address: str
    answers: dict[str, tuple[int, Mapping[str, str], bytes]] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    """Paths, and who asked."""
    hosts: set[str] = field(default_factory=set)
    """Names that it was called by."""

    def say(self, path: str, content: str, *, status: int = 200, **headers: str) -> None:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers[path] = (status, {"Content-Type": "text/html; charset=utf-8", **named}, content.encode())


class _Handler(BaseHTTPRequestHandler):
    def __init__(self, site: Site, *args: object) -> None:
        self.site = site
        super().__init__(*args)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        self.site.asked.append((self.path, self.headers["User-Agent"]))
        self.site.hosts.add(self.headers["Host"])
        status, headers, content = self.site.answers.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if "Slow" in headers:
            for _ in range(LINE):
                self.wfile.write(b"x")
                time.sleep(0.05)
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setattr(web, "is_public", lambda address: address == "127.0.0.1")
    found = Site("")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, found))
    server.daemon_threads = True
    found.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield found
    server.shutdown()
    thread.join()
    server.server_close()


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


def test_what_robots_txt_forbids_is_not_fetched(site: Site) -> None:
    site.say("/robots.txt", "User-agent: kg\nDisallow: /geheim/\n", Content_Type="text/plain")
    site.say("/geheim/brug", PAGE)
    site.say("/brug", PAGE)

    found = read_all(f"{site.address}/geheim/brug", f"{site.address}/brug", fetch=True)

    assert len(documents(found)) == 1
    assert [path for path, _ in site.asked] == ["/robots.txt", "/brug"]


def test_a_site_whose_robots_txt_is_broken_is_left_alone(site: Site) -> None:
    site.say("/robots.txt", "", status=503)
    site.say("/brug", PAGE)

    assert "status 503" in reason(read_all(f"{site.address}/brug", fetch=True))


def test_a_site_that_cannot_tell_its_rules_is_asked_once(site: Site) -> None:
    site.say("/robots.txt", "", status=503)

    first, second = read_all(f"{site.address}/brug", f"{site.address}/sluis", fetch=True)

    assert "status 503" in reason([first])
    assert reason([second]) == reason([first])
    assert [path for path, _ in site.asked] == ["/robots.txt"]


def test_a_robots_txt_that_is_too_long_holds_as_far_as_its_lines_are_whole(site: Site) -> None:
    opening, cut = "User-agent: kg\nDisallow: /geheim\n", "\nDisallow: /brug"
    rules = opening.ljust(LONGEST_ROBOTS - len(cut), "#") + cut
    site.say("/robots.txt", f"{rules}/oud\n", Content_Type="text/plain")
    site.say("/brug", PAGE)

    page, forbidden = read_all(f"{site.address}/brug", f"{site.address}/geheim", fetch=True)

    assert len(documents([page])) == 1
    assert "robots.txt" in reason([forbidden])


def test_a_redirect_is_followed_as_far_as_robots_txt_allows(site: Site) -> None:
    site.say("/robots.txt", "User-agent: *\nDisallow: /geheim", Content_Type="text/plain")
    site.say("/oud", "", status=301, Location="/nieuw")
    site.say("/nieuw", PAGE)
    site.say("/omweg", "", status=302, Location="/geheim")

    forbidden, moved = read_all(f"{site.address}/oud", f"{site.address}/omweg", fetch=True)

    assert documents([moved])[0].url == f"{site.address}/nieuw"
    assert "robots.txt" in reason([forbidden])


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


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file with a key and a certificate of kustbode.example that the site itself signed."""
    if not (program := shutil.which("openssl")):
        pytest.skip("no openssl here, which makes the certificate")
    folder = tmp_path_factory.mktemp("certificate")
    key, signed, both = folder / "key.pem", folder / "signed.pem", folder / "both.pem"
    kind = ("-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=kustbode.example", "-days", "2")
    name = ("-addext", "subjectAltName=DNS:kustbode.example")
    command = (program, "req", *kind, *name, "-keyout", str(key), "-out", str(signed))
    subprocess.run(command, check=True, capture_output=True)
    both.write_bytes(key.read_bytes() + signed.read_bytes())
    return both


@pytest.fixture
def certified(monkeypatch: pytest.MonkeyPatch, certificate: Path) -> Iterator[int]:
    """Return the port of a server on this machine that shows the certificate of kustbode.example, which is trusted."""
    monkeypatch.setattr(web, "is_public", lambda _: True)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    real = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda _, *args, **options: real("127.0.0.1", *args, **options))
    site = Site("")
    site.say("/brug", PAGE)
    site.say("/traag", "", Slow="1")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, site))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # those who do not trust it hang up
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_certificate_must_be_that_of_the_name_that_was_asked_for(certified: int) -> None:
    assert ask(f"https://kustbode.example:{certified}/brug", limit=10_000).status == 200

    with pytest.raises(ReadError, match=r"cannot be fetched: .*Hostname mismatch"):
        ask(f"https://anders.example:{certified}/brug", limit=10_000)


def test_a_certificate_that_nobody_trusts_is_refused(certified: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")

    with pytest.raises(ReadError, match="certificate verify failed"):
        ask(f"https://kustbode.example:{certified}/brug", limit=10_000)


def test_a_handshake_counts_as_time_that_the_page_takes(certified: int, monkeypatch: pytest.MonkeyPatch) -> None:
    real = ssl.SSLSocket.do_handshake

    def shake_hands_slowly(shaking: ssl.SSLSocket) -> None:
        time.sleep(0.8)
        real(shaking)

    monkeypatch.setattr(ssl.SSLSocket, "do_handshake", shake_hands_slowly)
    start = time.monotonic()

    with pytest.raises(ReadError, match=r"took too long|cannot be fetched"):
        ask(f"https://kustbode.example:{certified}/traag", limit=1_000_000, seconds=1)

    assert time.monotonic() - start < 1.6


def test_packed_content_that_was_not_asked_for_is_refused(site: Site) -> None:
    site.say("/brug", "x", Content_Encoding="gzip")

    assert "was not asked for" in reason(read_all(f"{site.address}/brug", fetch=True))


def test_a_kind_of_file_that_kg_does_not_read_is_one_line(site: Site) -> None:
    site.say("/foto.jpg", "x", Content_Type="image/jpeg")

    assert reason(read_all(f"{site.address}/foto.jpg", fetch=True)).startswith("kg reads no .jpg files")


# The public web


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1%eth0",
        "fd00::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
    ],
)
def test_an_address_of_this_machine_or_its_network_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "64:ff9b::5db8:d70e"])
def test_an_address_of_the_internet_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]:8000/",
        "http://0/",
        "http://2130706433/",
        "http://127.1/",
    ],
)
def test_a_name_of_this_machine_is_not_fetched_however_it_is_written(url: str) -> None:
    assert reason(read_all(url, fetch=True))


def test_a_name_is_looked_up_once_and_what_was_checked_is_connected_to(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.say("/brug", PAGE)
    real = socket.getaddrinfo
    asked: list[object] = []

    def look_up(host: object, *args: object, **options: object) -> object:
        asked.append(host)
        place = "127.0.0.1" if asked.count("kustbode.example") == 1 or host == "127.0.0.1" else "10.0.0.1"
        return real(place, *args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)

    answer = ask(site.address.replace("127.0.0.1", "kustbode.example") + "/brug", limit=1_000_000)

    assert answer.status == 200
    assert asked.count("kustbode.example") == 1


def test_a_name_that_leads_to_a_public_and_a_private_address_is_not_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    both = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (place, 80)) for place in ("93.184.215.14", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: both)

    assert "private network" in reason(read_all("http://kustbode.example/", fetch=True))


@pytest.mark.parametrize(
    "url", ["http://", "http://a:b@kustbode.example/", "http://x:99999/", "https://[/", "http://a b/"]
)
def test_what_is_no_address_is_one_line(url: str) -> None:
    assert reason(read_all(url, fetch=True))
