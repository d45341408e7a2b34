"""The order in which a person reads the statements of a graph."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from kg.export.terms import Statement, Term, named
from kg.model import Role

Sections = Sequence[tuple[str, Sequence[Statement]]]

_SECTIONS = (
    ("Articles", r"(doc/[^#]*|source/.*|graph/.*)"),
    ("Who and what", r"(id/.*|doc/.*#(?!action=|claim=|filler=|char=|time=).*)"),
    ("What is known by its words only", r"doc/.*#filler=.*"),
    ("Actions", r"(action/.*|doc/.*#action=.*)"),
    ("Claims", r"doc/.*#claim=.*"),
    ("Times", r"(time/.*|doc/.*#time=.*)"),
    ("Functions and links", r"(membership|function|link)/.*"),
    ("Verbs", r"(verb|act)/.*"),
    ("Places in the text", r"doc/.*#char=.*"),
    ("How it was made", r".*"),
)
"""Titles, each with the IRIs below the base that belong there; an IRI belongs to the first that fits."""
_FIRST = (
    "rdf:type",
    "rdfs:label",
    "kg:actionType",
    *(f"kg:{role.value}" for role in Role),
    "kg:claimant",
    "kg:content",
)
"""Properties of a thing that are read first; the others follow by name."""
_OUTSIDE = len(_SECTIONS) - 1
_NUMBER = re.compile(r"(\d+)")

SubjectKey = tuple[int, tuple[str | int, ...]]


def in_reading_order(statements: Iterable[Statement], base: str) -> Sections:
    """Return the statements by section, in each by subject with numbers in order, kind and label of a thing first."""
    by_subject: dict[Term, list[Statement]] = {}
    for statement in statements:
        by_subject.setdefault(statement[0], []).append(statement)
    patterns = [re.compile(f"<{re.escape(base)}{pattern}>") for _, pattern in _SECTIONS]
    found: list[list[Statement]] = [[] for _ in _SECTIONS]
    for (section, _), subject in sorted((_subject_key(subject, patterns), subject) for subject in by_subject):
        found[section] += sorted(by_subject[subject], key=_statement_key)
    return [(title, each) for (title, _), each in zip(_SECTIONS, found, strict=True) if each]


def _subject_key(subject: Term, patterns: Sequence[re.Pattern[str]]) -> SubjectKey:
    section = next((place for place, pattern in enumerate(patterns) if pattern.fullmatch(subject)), _OUTSIDE)
    parts = _NUMBER.split(subject.strip("<>"))
    return section, tuple(int(part) if place % 2 else part for place, part in enumerate(parts))


def _statement_key(statement: Statement) -> tuple[int, Statement]:
    return _ranks().get(statement[1], len(_FIRST)), statement


@cache
def _ranks() -> Mapping[Term, int]:
    return MappingProxyType({named(name): rank for rank, name in enumerate(_FIRST)})
