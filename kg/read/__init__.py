"""Files to articles.

One module a format, one line each in `READERS`. A file that cannot become an article is a `Skipped` with its reason,
never an error: one bad file stops no build.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kg.errors import LanguageError, ReadError
from kg.lang import Language
from kg.lang.credits import credited_agency
from kg.model import Document
from kg.read.datelines import written_day
from kg.read.dates import first_day, to_edtf
from kg.read.discover import discover
from kg.read.fetch import fetcher, not_fetched
from kg.read.formats import READERS, Reader, ending_of, known_endings
from kg.read.languages import language_among
from kg.read.names import is_address
from kg.read.values import Skipped, Source, Warned

__all__ = [
    "READERS",
    "Reader",
    "Skipped",
    "Source",
    "Warned",
    "discover",
    "read",
    "read_sources",
]


def read(
    paths: Iterable[str | Path],
    *,
    language: Language,
    encoding: str = "",
    leave_out: Iterable[Path] = (),
    today: date = date.max,
    fetch: bool = False,
) -> Iterator[Document | Skipped | Warned]:
    """Yield the articles of files, folders, patterns, `-` and web addresses, with what was skipped and is in doubt.

    The settings are those of `read_sources`.
    """
    found = discover(paths, leave_out=leave_out)
    return read_sources(found, languages=[language], encoding=encoding, today=today, fetch=fetch)


def read_sources(
    sources: Iterable[Source | Skipped],
    *,
    languages: Sequence[Language],
    is_auto: bool = False,
    encoding: str = "",
    today: date = date.max,
    fetch: bool = False,
) -> Iterator[Document | Skipped | Warned]:
    """Yield the articles of sources, with what was skipped and is in doubt.

    A date becomes EDTF; an impossible one is dropped with a warning, one after `today` is kept with a warning. An
    article in none of the `languages`, as it says or else by its words, is skipped; `is_auto` if they are all that have
    a pipeline here, and none was chosen. The source of one that names none is the press agency that it credits. Files
    of a kind that kg does not read are told once for each kind. Addresses are fetched only with `fetch`.
    """
    settings = _Settings(tuple(languages), is_auto, encoding, today, fetcher() if fetch else not_fetched)
    return _unfold(sources, None, settings)


@dataclass(frozen=True, slots=True)
class _Settings:
    """What `read_sources` is asked."""

    languages: tuple[Language, ...]
    is_auto: bool
    encoding: str
    today: date
    fetcher: Reader
    """What reads web addresses."""


def _unfold(
    found: Iterable[Document | Skipped | Warned | Source], origin: Source | None, settings: _Settings
) -> Iterator[Document | Skipped | Warned]:
    """Yield what was found in `origin`, and instead of each source what is found in that."""
    strange: dict[str, list[str]] = {}
    for one in found:
        if isinstance(one, Source):
            if one.suffix in READERS or is_address(one):
                yield from _opened(one, settings)
            else:
                strange.setdefault(one.suffix, []).append(one.where)
        elif isinstance(one, Document) and origin:
            yield from _checked(one, origin, settings)
        else:
            yield one
    yield from _strangers(strange)


def _opened(source: Source, settings: _Settings) -> Iterator[Document | Skipped | Warned]:
    is_empty = True
    try:
        named = source if source.path or source.url or source.part else _piped(source)
        encoded = replace(named, encoding=settings.encoding or source.encoding)
        for one in _unfold(_reader(named, settings)(encoded), source, settings):
            is_empty = False
            yield one
        if is_empty:
            yield Skipped(source.where, "holds no article")
    except ReadError as error:
        yield Skipped(source.where, error.message)


def _strangers(strange: Mapping[str, Sequence[str]]) -> Iterator[Skipped]:
    """Yield a line for each kind of file that kg does not read; `strange` has the places of each."""
    for suffix, (first, *others) in sorted(strange.items()):
        where = f"{first} (and {len(others)} more {suffix} files)" if others else first
        yield Skipped(where, f"kg reads no {suffix} files; it reads {known_endings()}")


def _reader(source: Source, settings: _Settings) -> Reader:
    return settings.fetcher if is_address(source) else READERS[source.suffix]


def _piped(source: Source) -> Source:
    """Return standard input with the ending that a file like it has, by its first bytes."""
    if sys.stdin is None:
        raise ReadError("is closed")
    ending = ending_of(sys.stdin.buffer.peek(1))  # type: ignore[union-attr]  # it is a BufferedReader
    return replace(source, name=f"{source.id}{ending}")


def _checked(document: Document, source: Source, settings: _Settings) -> Iterator[Document | Skipped | Warned]:
    where = source.where if document.id == source.id else f"{source.where} {document.id}"
    try:
        language = language_among(settings.languages, document, is_auto=settings.is_auto)
    except LanguageError as error:
        yield Skipped(where, error.message)
        return
    published = ""
    if document.published:
        try:
            published = to_edtf(written_day(document.published) or document.published)
        except ValueError as error:
            yield Warned(where, f"is built without a date: {error}")
    if published and first_day(published) > settings.today:
        yield Warned(where, f"has a date in the future, {published}")
    source_name = document.source or credited_agency(document.text, language.names.agencies)
    url = document.url or (source.url if document.id == source.id else "")
    yield replace(document, published=published, source=source_name, url=url, language=language.code)
