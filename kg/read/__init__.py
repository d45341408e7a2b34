"""Files to articles.

One module a format, one line each in `READERS`. A file that cannot become an article is a `Skipped` with its reason,
never an error: one bad file stops no build.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from kg.errors import ReadError, UnknownFormat
from kg.lang import Language
from kg.lang.credits import credited_agency
from kg.model import Document
from kg.read.dates import first_day, to_edtf
from kg.read.discover import discover
from kg.read.html import read_html
from kg.read.jsonl import read_jsonl
from kg.read.text import read_text
from kg.read.values import Skipped, Source, Warned

__all__ = ["READERS", "Reader", "Skipped", "Source", "Warned", "discover", "distinguish", "read"]


Reader = Callable[[Source], Iterator[Document | Skipped]]
"""Yields the articles of one file; raises ReadError where the file as a whole cannot be read. The language of an
article is empty where the file does not say it, its date as the file writes it."""

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".txt": read_text,
        ".md": read_text,
        ".html": read_html,
        ".htm": read_html,
        ".jsonl": read_jsonl,
        "": read_text,
    }
)
"""Readers by the ending of the file's name; a name without one is plain text."""


def read(
    paths: Iterable[str | Path],
    *,
    language: Language,
    encoding: str = "",
    leave_out: Iterable[Path] = (),
    today: date = date.max,
) -> Iterator[Document | Skipped | Warned]:
    """Yield the articles of files, folders, patterns and `-`, with what was skipped and what is in doubt.

    A date becomes EDTF; an impossible one is dropped with a warning, one after `today` is kept with a warning. An
    article that says to be in another language than `language` is skipped. The source of one that names none is the
    press agency that it credits.
    """
    for source in discover(paths, leave_out=leave_out):
        if isinstance(source, Skipped):
            yield source
            continue
        try:
            for article in _reader(source)(replace(source, encoding=encoding)):
                yield from (article,) if isinstance(article, Skipped) else _checked(article, source, language, today)
        except ReadError as error:
            yield Skipped(source.where, error.message)


def distinguish(documents: Iterable[Document]) -> Iterator[Document | Warned]:
    """Yield the articles by id, each id once.

    Articles that share an id get a part of the hash of what they say behind it, whatever their order; one that was
    given twice is yielded once, with a warning.
    """
    by_id: dict[str, list[Document]] = {}
    for document in documents:
        by_id.setdefault(document.id, []).append(document)
    for id, same in sorted(by_id.items()):
        different = {_fingerprint(document): document for document in same}
        if len(different) < len(same):
            yield Warned(id, f"was given {len(same) - len(different) + 1} times with the same words; it is built once")
        if len(different) == 1:
            yield same[0]
        else:
            yield from (replace(document, id=f"{id}~{mark[:8]}") for mark, document in sorted(different.items()))


def _reader(source: Source) -> Reader:
    try:
        return READERS[source.suffix if source.path else _piped_suffix()]
    except KeyError:
        known = " ".join(suffix for suffix in READERS if suffix)
        raise UnknownFormat(f"kg reads no {source.suffix} files; it reads {known}", where=source.where) from None


def _piped_suffix() -> str:
    """Return the ending that a file like standard input has, by its first character: JSON Lines, HTML, or text."""
    if sys.stdin is None:
        raise ReadError("is closed")
    opening = sys.stdin.buffer.peek(1).lstrip()[:1]  # type: ignore[union-attr]  # it is a BufferedReader
    return {b"{": ".jsonl", b"<": ".html"}.get(opening, "")


def _checked(
    document: Document, source: Source, language: Language, today: date
) -> Iterator[Document | Skipped | Warned]:
    where = source.where if document.id == source.id else f"{source.where} {document.id}"
    if (said := _primary(document.language)) not in ("", language.code):
        yield Skipped(where, f"is in {said!r}; this build reads {language.code!r}")
        return
    published = ""
    if document.published:
        try:
            published = to_edtf(document.published)
        except ValueError as error:
            yield Warned(where, f"is built without a date: {error}")
    if published and first_day(published) > today:
        yield Warned(where, f"has a date in the future, {published}")
    source_name = document.source or credited_agency(document.text, language.names.agencies)
    yield replace(document, published=published, source=source_name, language=language.code)


def _primary(language: str) -> str:
    """Return the first part of a language tag ("nl-BE" -> "nl"), see https://www.rfc-editor.org/info/bcp47."""
    return language.replace("_", "-").split("-")[0].strip().lower()


def _fingerprint(document: Document) -> str:
    said = (document.text, document.title, document.published, document.source, document.author, document.url)
    return sha256("\0".join(said).encode()).hexdigest()
