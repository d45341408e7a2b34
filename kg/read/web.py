"""One page from the web, carefully: only public addresses, within a time and a size.

A name that leads to this machine or its network would let whoever wrote an address ask what only this machine may ask
(server-side request forgery). So the name is looked up once, what it leads to is checked, and the connection goes to
that very address: a name that leads elsewhere the next time (DNS rebinding) gains nothing.
See https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html
"""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from ipaddress import IPv4Address, IPv6Address, ip_address
from threading import Timer
from time import monotonic
from urllib.parse import quote, urljoin, urlsplit

from urllib3 import HTTPResponse
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from kg.errors import ReadError
from kg.read.telling import said
from kg.version import __version__

AGENT = "kg"
"""What kg is called in robots.txt."""
SECONDS = 30.0
"""How long one page may take, all in all."""
REDIRECTED = frozenset({301, 302, 303, 307, 308})
_HEADERS = {
    "User-Agent": f"{AGENT}/{__version__} (+https://w3id.org/newskg)",
    "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, */*;q=0.5",
    "Accept-Encoding": "identity",
}
_PORTS = {"http": 80, "https": 443}
_PIECE = 65_536


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered."""

    url: str
    status: int
    kind: str
    """Media type, in lower case."""
    encoding: str
    """What the server says that a text is encoded in."""
    moved_to: str
    """Absolute address, where the status is one of `REDIRECTED`."""
    content: bytes


def ask(url: str, *, limit: int, seconds: float = SECONDS) -> Answer:
    """Return what a server answers; where it sends elsewhere, nobody goes there.

    Raises:
        ReadError: the address is none of the public web, or there is no answer within the limits.
    """
    host, port, is_secure = _place(url)
    deadline = monotonic() + seconds
    address = _public_address(host, port)
    try:
        with _connected(address, host, port, is_secure=is_secure, seconds=seconds) as connection:
            headers = {**_HEADERS, "Host": urlsplit(url).netloc}
            connection.request("GET", _target(url), headers=headers, preload_content=False, decode_content=False)
            answer = connection.getresponse()
            return _read(url, answer, limit, deadline)
    except (HTTPError, HTTPException, OSError, ValueError) as error:  # the last for a certificate of another site
        raise ReadError(f"cannot be fetched: {said(error)}") from error


def site_of(url: str) -> str:
    """Return the address of the site of a page, without a path.

    Raises:
        ReadError: the address is none of the web.
    """
    _place(url)
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def is_public(address: str) -> bool:
    """Tell whether an IP address is one of the public internet, also where one of version 4 is within it."""
    found = ip_address(address.partition("%")[0])
    if isinstance(found, IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or _translated(found)
        return found.is_global and not found.is_multicast and (inner is None or is_public(str(inner)))
    return found.is_global and not found.is_multicast


def _translated(address: IPv6Address) -> IPv4Address | None:
    """Return the address that is reached through a translator (RFC 6052)."""
    is_translated = address.packed.startswith(b"\x00\x64\xff\x9b" + bytes(8))
    return IPv4Address(address.packed[-4:]) if is_translated else None


def _place(url: str) -> tuple[str, int, bool]:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError as error:
        raise ReadError(f"is no web address: {error}") from error
    if not host or not port or "@" in parts.netloc or not url.isprintable():
        raise ReadError("is no web address that kg fetches: http or https, and no password in it")
    return host, port, parts.scheme == "https"


def _target(url: str) -> str:
    parts = urlsplit(url)
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    return f"{path}?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else path


def _public_address(host: str, port: int) -> str:
    """Return the address that a name leads to; all that it leads to must be public."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise ReadError(f"cannot be fetched: nobody knows {host[:100]!r}") from error
    addresses = [str(place[4][0]) for place in found]
    if not addresses or not all(map(is_public, addresses)):
        raise ReadError("leads into a private network: kg fetches from the public web only")
    return addresses[0]


@contextmanager
def _connected(
    address: str, host: str, port: int, *, is_secure: bool, seconds: float
) -> Iterator[HTTPConnection | HTTPSConnection]:
    """Give a connection to this address that is cut off when the time is over, however slowly it still answers."""
    connection = (
        HTTPSConnection(address, port, timeout=seconds, server_hostname=host, assert_hostname=host)
        if is_secure
        else HTTPConnection(address, port, timeout=seconds)
    )
    connection.connect()
    timer = Timer(seconds, _cut_off, (connection.sock,))
    timer.daemon = True
    timer.start()
    try:
        yield connection
    finally:
        timer.cancel()
        connection.close()


def _cut_off(connected: socket.socket | None) -> None:
    if connected:
        connected.shutdown(socket.SHUT_RDWR)


def _read(url: str, answer: HTTPResponse, limit: int, deadline: float) -> Answer:
    packing = answer.headers.get("Content-Encoding", "identity").lower()
    if packing != "identity":
        raise ReadError(f"is answered as {packing[:20]!r}, which was not asked for")
    content = b""
    while piece := answer.read(_PIECE, decode_content=False):
        content += piece
        if len(content) > limit:
            raise ReadError(f"is larger than {limit // 1_000_000} MB")
    if monotonic() >= deadline:  # and so the connection was cut off
        raise ReadError("took too long to answer")
    kind, _, more = answer.headers.get("Content-Type", "").lower().partition(";")
    moved_to = urljoin(url, answer.headers.get("Location", "")) if answer.status in REDIRECTED else ""
    return Answer(url, answer.status, kind.strip(), more.partition("charset=")[2].strip("\"' ;"), moved_to, content)
