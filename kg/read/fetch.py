"""Web addresses to sources, where the user asked for that: as robots.txt allows, each redirect checked anew.

See https://www.rfc-editor.org/rfc/rfc9309
"""

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from time import sleep
from types import MappingProxyType
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from kg.errors import ReadError
from kg.read.allowance import Allowance
from kg.read.content import MAX_BYTES
from kg.read.decode import web_encoding
from kg.read.values import Part, Source
from kg.read.web import AGENT, REDIRECTED, Answer, ask, site_of

MAX_REDIRECTS = 5
LONGEST_ROBOTS = 512_000
"""Bytes of robots.txt that are read, what is beyond is not: https://www.rfc-editor.org/rfc/rfc9309#section-2.5."""
_LONGEST_WAIT = 30.0
"""Seconds between two pages of one site, if its robots.txt asks for more."""

_Rules = dict[str, RobotFileParser | ReadError]
"""What each site allows, or why nobody can tell."""
_ENDINGS: Mapping[str, str] = MappingProxyType(
    {
        "text/html": ".html",
        "application/xhtml+xml": ".html",
        "text/plain": ".txt",
        "text/xml": ".xml",
        "application/xml": ".xml",
        "application/rss+xml": ".xml",
        "application/rdf+xml": ".xml",
        "application/atom+xml": ".xml",
        "application/json": ".json",
        "application/pdf": ".pdf",
        "application/zip": ".zip",
        "text/csv": ".csv",
    }
)
"""Media types, and the ending that a file of that kind has; of others the ending of the address says it."""


def fetcher() -> Callable[[Source], Iterator[Source]]:
    """Return a reader of addresses, which asks each site once what it allows."""
    rules: _Rules = {}
    return lambda source: iter((_fetched(source, rules),))


def not_fetched(source: Source) -> Iterator[Source]:
    """Raise ReadError: the user did not ask to fetch addresses."""
    raise ReadError("is a web address: kg fetches nothing without --fetch", where=source.where)


def _fetched(source: Source, rules: _Rules) -> Source:
    answer = _followed(source.url, lambda url: _checked_by(site_of(url), rules, url))
    if answer.status != 200:
        raise ReadError(f"is answered with status {answer.status}")
    ending = _ENDINGS.get(answer.kind) or PurePosixPath(urlsplit(answer.url).path).suffix
    part = Part(lambda: io.BufferedReader(io.BytesIO(answer.content)), Allowance(len(answer.content)), 0)
    return replace(source, name=f"page{ending}", url=answer.url, encoding=web_encoding(answer.encoding), part=part)


def _followed(url: str, check: Callable[[str], None], *, limit: int = MAX_BYTES, is_cut: bool = False) -> Answer:
    """Return the first answer that sends nowhere else, every address on the way checked."""
    for _ in range(MAX_REDIRECTS + 1):
        check(url)
        answer = ask(url, limit=limit, is_cut=is_cut)
        if answer.status not in REDIRECTED:
            return answer
        url = answer.moved_to
    raise ReadError(f"leads on and on: more than {MAX_REDIRECTS} redirects")


def _checked_by(site: str, rules: _Rules, url: str) -> None:
    """Raise ReadError where a site does not allow to fetch an address; wait as it asks."""
    is_known = site in rules
    if not is_known:
        rules[site] = _rules_of(site)
    found = rules[site]
    if isinstance(found, ReadError):
        raise ReadError(found.message) from found
    if not found.can_fetch(AGENT, url):
        raise ReadError("may not be fetched: the robots.txt of the site forbids it")
    if is_known:
        sleep(min(_LONGEST_WAIT, float(found.crawl_delay(AGENT) or 0)))


def _rules_of(site: str) -> RobotFileParser | ReadError:
    """Return the rules of a site: all is allowed where there is no robots.txt, nothing where the site cannot tell."""
    try:
        answer = _followed(f"{site}/robots.txt", lambda _: None, limit=LONGEST_ROBOTS, is_cut=True)
    except ReadError as error:
        return error
    if answer.status >= 500:
        return ReadError(f"may not be fetched: the robots.txt of the site is answered with status {answer.status}")
    parser = RobotFileParser()
    parser.parse(_lines(answer.content) if answer.status == 200 else [])
    return parser


def _lines(content: bytes) -> list[str]:
    """Return the lines of a robots.txt, without one that is cut off and would forbid more than it says."""
    whole = content.rpartition(b"\n")[0] if len(content) == LONGEST_ROBOTS else content
    return whole.decode("utf-8", "replace").splitlines()
