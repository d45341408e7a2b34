"""Files to articles.

One module a format, one line each in `READERS`. A file that cannot become an article is a `Skipped` with its reason,
never an error: one bad file stops no build.
"""

import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from pathlib import Path

from kg.errors import ReadError
from kg.lang import Language, available
from kg.lang.credits import credited_agency
from kg.model import Document
from kg.read.dates import first_day, to_edtf
from kg.read.discover import discover
from kg.read.fetch import fetcher, not_fetched
from kg.read.formats import READERS, Reader, ending_of, known_endings
from kg.read.languages import language_name, spoken_language
from kg.read.names import is_address
from kg.read.values import Skipped, Source, Warned

__all__ = [
    "READERS",
    "Reader",
    "Skipped",
    "Source",
    "Warned",
    "discover",
    "main_language",
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
    return read_sources(found, language=language, encoding=encoding, today=today, fetch=fetch)


def read_sources(
    sources: Iterable[Source | Skipped],
    *,
    language: Language | None,
    encoding: str = "",
    today: date = date.max,
    fetch: bool = False,
) -> Iterator[Document | Skipped | Warned]:
    """Yield the articles of sources, with what was skipped and is in doubt.

    A date becomes EDTF; an impossible one is dropped with a warning, one after `today` is kept with a warning. An
    article in another language than `language`, as it says or else by its words, is skipped; without `language` it has
    its own. The source of one that names none is the press agency that it credits. Files of a kind that kg does not
    read are told once for each kind. Addresses are fetched only with `fetch`.
    """
    settings = _Settings(language, encoding, today, fetcher() if fetch else not_fetched)
    return _unfold(sources, None, settings)


def main_language(paths: Iterable[str | Path], *, among: Collection[str]) -> str:
    """Return the code of the language, one of `among`, that most of the first articles are in; "" if none is.

    Standard input and web addresses are not looked at: they may be read once only.
    """
    files = (one for one in discover(paths) if isinstance(one, Source) and one.path)
    articles = (one for one in read_sources(files, language=None) if isinstance(one, Document))
    votes = Counter(one.language for one in islice(articles, _LOOKED_AT) if one.language in among)
    return min(votes, key=lambda code: (-votes[code], code), default="")


_LOOKED_AT = 50
"""Articles."""


@dataclass(frozen=True, slots=True)
class _Settings:
    """What `read_sources` is asked."""

    language: Language | None
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
    language = settings.language
    where = source.where if document.id == source.id else f"{source.where} {document.id}"
    spoken = _primary(document.language) or spoken_language(_body(document))
    if language is not None and spoken not in ("", language.code):
        name = language_name(spoken)
        why = f"this build reads {language.label.english_name}" if spoken in available() else f"kg has no {name}"
        yield Skipped(where, f"is in {name}; {why}")
        return
    published = ""
    if document.published:
        try:
            published = to_edtf(document.published)
        except ValueError as error:
            yield Warned(where, f"is built without a date: {error}")
    if published and first_day(published) > settings.today:
        yield Warned(where, f"has a date in the future, {published}")
    agencies = language.names.agencies if language else frozenset()
    source_name = document.source or credited_agency(document.text, agencies)
    url = document.url or (source.url if document.id == source.id else "")
    code = language.code if language else spoken
    yield replace(document, published=published, source=source_name, url=url, language=code)


def _body(document: Document) -> str:
    return document.body.of(document.text) if document.body else document.text


def _primary(language: str) -> str:
    """Return the first part of a language tag ("nl-BE" -> "nl"), see https://www.rfc-editor.org/info/bcp47."""
    return language.replace("_", "-").split("-")[0].strip().lower()
