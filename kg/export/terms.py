"""Terms of RDF in the one spelling that canonical N-Quads gives them.

A term is a string here: `<iri>`, `"text"`, `"text"@nl` or `"1"^^<datatype>`. That makes a corpus of a million
statements quick to write and to sort. See https://www.w3.org/TR/rdf12-n-quads/#canonical-quads
"""

import re
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache

from kg.characters import is_iri, writable
from kg.errors import OntologyError
from kg.export.iris import language_code
from kg.ontology import PREFIXES, term, term_of

Term = str
Statement = tuple[Term, Term, Term]
Quad = tuple[Term, Term, Term, Term]

_ESCAPES = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n", "\t": r"\t"})
_YEAR_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
_YEAR = re.compile(r"\d{4}")

_recent = lru_cache(maxsize=20_000)
"""Remembers the terms made last: one is the end of some seven statements, most of them near each other."""


@_recent
def iri(value: str) -> Term:
    """Return an IRI as a term.

    Raises:
        OntologyError: it is no absolute IRI, or holds a character that none may hold.
    """
    if not is_iri(value):
        raise OntologyError("is no IRI", where=repr(value))
    return f"<{value}>"


@cache
def named(curie: str) -> Term:
    """Return a term by its prefixed name; those in `kg:` must be declared in kg.ttl.

    >>> named("rdfs:label")
    '<http://www.w3.org/2000/01/rdf-schema#label>'
    """
    prefix, _, name = curie.partition(":")
    return iri(term(name) if prefix == "kg" else PREFIXES[prefix] + name)


@lru_cache(maxsize=None, typed=True)
def member(value: StrEnum) -> Term:
    """Return the term of kg.ttl for a member of an enumeration of `kg.model`.

    Members of two enumerations with one string are equal in Python, and no less two terms.
    """
    return iri(term_of(value))


@_recent
def text(value: str, language: str = "") -> Term:
    r"""Return a string, in a language if that is a known tag.

    >>> text('„Nee”, zei "hij"', "nl")
    '"„Nee”, zei \\"hij\\""@nl'
    """
    quoted = f'"{writable(value).translate(_ESCAPES)}"'
    tag = language_code(language)
    return quoted if tag == "und" else f"{quoted}@{tag}"


@_recent
def integer(value: int) -> Term:
    """Return a whole number."""
    return _typed(str(value), "xsd:integer")


def decimal(value: float) -> Term:
    """Return a number with at most four decimals and no zeros at its end.

    >>> decimal(0.750)
    '"0.75"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    """
    return _typed(f"{value:.4f}".rstrip("0").rstrip("."), "xsd:decimal")


def boolean(value: bool) -> Term:
    """Return true or false."""
    return _typed("true" if value else "false", "xsd:boolean")


@_recent
def day(value: str | None) -> Term | None:
    """Return a calendar day `YYYY-MM-DD`, or None for anything else."""
    try:
        return _typed(date.fromisoformat(value).isoformat(), "xsd:date") if value else None
    except ValueError:
        return None


def edtf(value: str) -> Term:
    """Return a date as precise as it is: a day, a month, a year, or else the words themselves."""
    if known := day(value):
        return known
    if _YEAR_MONTH.fullmatch(value):
        return _typed(value, "xsd:gYearMonth")
    return _typed(value, "xsd:gYear") if _YEAR.fullmatch(value) else text(value)


def about(subject: Term, *pairs: tuple[str, Term | None]) -> list[Statement]:
    """Return the statements of a subject: pairs of a prefixed property and a value; no value, no statement."""
    return [(subject, named(name), value) for name, value in pairs if value]


def _typed(lexical: str, datatype: str) -> Term:
    return f'"{lexical}"^^{named(datatype)}'
