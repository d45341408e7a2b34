"""One page from the web, carefully: only public addresses, within a time and a size.

A name that leads to this machine or its network would let whoever wrote an address ask what only this machine may ask
(server-side request forgery). So the name is looked up once, what it leads to is checked, and the connection goes to
that very address: a name that leads elsewhere the next time (DNS rebinding) gains nothing.
See https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html
"""

import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPException
from ipaddress import IPv4Address, IPv6Address, ip_address
from ssl import create_default_context
from threading import Timer
from time import monotonic
from urllib.parse import quote, urljoin, urlsplit

from urllib3 import HTTPResponse
from urllib3.connection import HTTPConnection
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


@dataclass(frozen=True, slots=True)
class _Site:
    """Where a page is asked for."""

    scheme: str
    host: str
    """In ASCII, however the address writes it, and without the brackets of an IP address."""
    port: int

    @property
    def authority(self) -> str:
        """Return host and port as the header `Host` has them: https://www.rfc-editor.org/rfc/rfc9110#section-7.2."""
        named = f"[{self.host}]" if ":" in self.host else self.host
        return named if self.port == _PORTS[self.scheme] else f"{named}:{self.port}"


def ask(url: str, *, limit: int, is_cut: bool = False, seconds: float = SECONDS) -> Answer:
    """Return what a server answers; where it sends elsewhere, nobody goes there.

    Of an answer of more than `limit` bytes the first ones are given if `is_cut`.

    Raises:
        ReadError: the address is none of the public web, or there is no answer within the limits.
    """
    site = _site(url)
    address = _public_address(site)
    deadline = monotonic() + seconds
    try:
        with _connected(site, address, seconds) as connection:
            headers = {**_HEADERS, "Host": site.authority}
            connection.request("GET", _target(url), headers=headers, preload_content=False, decode_content=False)
            answer = connection.getresponse()
            content = _content(answer, limit, is_cut=is_cut)
    except (HTTPError, HTTPException, OSError, ValueError) as error:  # the last for headers that are none
        raise ReadError(f"cannot be fetched: {said(error)}") from error
    if monotonic() >= deadline:  # and so the connection was cut off, which may look like the end of the page
        raise ReadError("took too long to answer")
    return _answer(url, answer, content)


def site_of(url: str) -> str:
    """Return the address of the site of a page, without a path.

    >>> site_of("https://Café.example:443/2020/brug")
    'https://xn--caf-dma.example'

    Raises:
        ReadError: the address is none of the web.
    """
    site = _site(url)
    return f"{site.scheme}://{site.authority}"


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


def _site(url: str) -> _Site:
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError as error:
        raise ReadError(f"is no web address: {said(error)}") from error
    if not host or parts.scheme not in _PORTS or "@" in parts.netloc or not url.isprintable():
        raise ReadError("is no web address that kg fetches: http or https, and no password in it")
    return _Site(parts.scheme, host, port)


def _target(url: str) -> str:
    parts = urlsplit(url)
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    return f"{path}?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else path


def _public_address(site: _Site) -> str:
    """Return the address that the name of a site leads to; all that it leads to must be public."""
    try:
        found = socket.getaddrinfo(site.host, site.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise ReadError(f"cannot be fetched: nobody knows {site.host[:100]!r}") from error
    addresses = [str(place[4][0]) for place in found]
    if not addresses or not all(map(is_public, addresses)):
        raise ReadError("leads into a private network: kg fetches from the public web only")
    return addresses[0]


@contextmanager
def _connected(site: _Site, address: str, seconds: float) -> Iterator[HTTPConnection]:
    """Give a connection to this address that is cut off when the time is over, however slowly it still answers."""
    with _opened(address, site.port, seconds) as plain:
        is_secure = site.scheme == "https"
        connection = HTTPConnection(address, site.port, timeout=seconds)
        connection.sock = create_default_context().wrap_socket(plain, server_hostname=site.host) if is_secure else plain
        with closing(connection):
            yield connection


@contextmanager
def _opened(address: str, port: int, seconds: float) -> Iterator[socket.socket]:
    """Give an open socket, and cut it off when the time is over, also amid a handshake that takes it over."""
    deadline = monotonic() + seconds
    with socket.create_connection((address, port), timeout=seconds) as opened, opened.dup() as same:
        timer = Timer(deadline - monotonic(), _cut_off, (same,))
        timer.daemon = True
        timer.start()
        try:
            yield opened
        finally:
            timer.cancel()


def _cut_off(connected: socket.socket) -> None:
    with suppress(OSError):  # the other side hung up before
        connected.shutdown(socket.SHUT_RDWR)


def _content(answer: HTTPResponse, limit: int, *, is_cut: bool) -> bytes:
    packing = answer.headers.get("Content-Encoding", "identity").lower()
    if packing != "identity":
        raise ReadError(f"is answered as {packing[:20]!r}, which was not asked for")
    pieces: list[bytes] = []
    size = 0
    while size <= limit and (piece := answer.read(_PIECE, decode_content=False)):
        pieces.append(piece)
        size += len(piece)
    if size > limit and not is_cut:
        raise ReadError(f"is larger than {limit // 1_000_000} MB")
    return b"".join(pieces)[:limit]


def _answer(url: str, answer: HTTPResponse, content: bytes) -> Answer:
    kind, _, more = answer.headers.get("Content-Type", "").lower().partition(";")
    moved_to = urljoin(url, answer.headers.get("Location", "")) if answer.status in REDIRECTED else ""
    return Answer(url, answer.status, kind.strip(), more.partition("charset=")[2].strip("\"' ;"), moved_to, content)
