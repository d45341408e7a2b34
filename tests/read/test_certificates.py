"""Secure connections: only to whom the name says."""

import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from kg.errors import ReadError
from kg.read import web
from kg.read.web import ask
from tests.read.web_site import PAGE, Handler, Site


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
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, site))
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
