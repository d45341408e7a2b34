"""What the network sees of a word: its form, its pieces, its shape, and what the word lists say of it."""

from collections.abc import Iterator
from functools import lru_cache
from zlib import crc32

SHAPES = 256
"""Number of hash buckets for shapes."""
CASES = 6
"""Number of classes of `case_class`."""

_MAX_LENGTH = 24
"""Longer words are read by their first and last twelve characters."""


def normalize(form: str) -> str:
    """Return the form under which a word is looked up: lower case, digits folded to 0, quotes made straight."""
    return _fold(form).lower()


@lru_cache(maxsize=65536)
def _fold(form: str) -> str:
    return "".join(_QUOTES.get(char, "0" if char.isdigit() else char) for char in form)


_QUOTES = {"‘": "'", "’": "'", "‚": "'", "`": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-"}


def pieces(form: str) -> Iterator[str]:
    """Yield the prefixes, suffixes and inner trigrams of a word, marked by where they stand."""
    word = normalize(form)
    if len(word) > _MAX_LENGTH:
        word = word[: _MAX_LENGTH // 2] + word[-_MAX_LENGTH // 2 :]
    yield "=" + word
    for size in range(1, min(5, len(word)) + 1):
        yield "^" + word[:size]
        yield "$" + word[-size:]
    for start in range(len(word) - 2):
        yield word[start : start + 3]
    for start in range(len(word) - 3):
        yield word[start : start + 4]


def piece_rows(form: str, rows: int) -> list[int]:
    """Return the embedding rows of the pieces of a word; the same on every machine."""
    return [crc32(piece.encode()) % rows for piece in pieces(form)]


def shape(form: str) -> str:
    """Return the shape of a word, runs longer than two cut ("Kabinet-II" -> "Xxx-XX")."""
    kept: list[str] = []
    for char in form:
        kind = "X" if char.isupper() else "x" if char.isalpha() else "0" if char.isdigit() else _fold(char)
        if kept[-2:] != [kind, kind]:
            kept.append(kind)
    return "".join(kept[:12])


def shape_row(form: str) -> int:
    """Return the embedding row of the shape of a word."""
    return crc32(shape(form).encode()) % SHAPES
