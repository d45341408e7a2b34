"""The words that headers and records have for the fields of an article, in any language."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from kg.lang.section import read_section


@dataclass(frozen=True, slots=True)
class FieldWords:
    """Fields of `Document`, to the words for them in lower case; of those that stand side by side the first counts."""

    header: Mapping[str, tuple[str, ...]]
    """Words that open a header line."""
    record: Mapping[str, tuple[str, ...]]
    """What keys of a record and names of columns may be besides."""
    kickers: frozenset[str]
    """Words that stand alone above a headline and say of what kind the text is."""
    notes: tuple[str, ...]
    """Words that open a note to editors, below the news."""
    imprints: frozenset[str]
    """Words that stand alone above an imprint, or above whom to call."""
    bylines: frozenset[str]
    """Words before the name of the one who wrote it, in a line below the headline."""
    in_bylines: frozenset[str]
    """Words in lower case within such names, or between two of them."""
    page: frozenset[str]
    """Words before the number of a page."""
    of: frozenset[str]
    """Words between the number of a page and how many there are."""


@cache
def field_words() -> FieldWords:
    """Return the words, which are read once."""
    return read_section(FieldWords, Path(__file__).with_name("fields.toml"))


@cache
def header_fields() -> Mapping[str, str]:
    """Return the words that open a header line, with the field of `Document` that each fills.

    >>> header_fields()["bron"]
    'source'
    """
    return _by_word(field_words().header)


@cache
def record_fields() -> Mapping[str, str]:
    """Return the keys of a record or names of columns, with the field of `Document` that each fills.

    The first of a field that has a value fills it; what is no such word is left aside.
    """
    return _by_word({**field_words().record, **field_words().header})


def _by_word(words: Mapping[str, tuple[str, ...]]) -> Mapping[str, str]:
    return MappingProxyType({word: field for field, found in words.items() for word in found})
