"""Answers as values, and as a table, CSV, JSON or Turtle."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox
from rich.table import Table as RichTable
from rich.text import Text

from kg.characters import safe_cell, writable
from kg.ontology import PREFIXES

_STRING = PREFIXES["xsd"] + "string"
_LANGUAGE_STRING = PREFIXES["rdf"] + "langString"

_DAYS = frozenset(PREFIXES["xsd"] + name for name in ("date", "gYearMonth", "gYear", "dateTime"))
"""Datatypes of days and times, which are hard to read in pieces."""


@dataclass(frozen=True, slots=True)
class Value:
    """One RDF term of an answer."""

    text: str
    kind: str
    """`uri`, `literal` or `bnode`, as in SPARQL's JSON results."""
    language: str = ""
    datatype: str = ""
    """IRI of the datatype; empty for plain strings and those in a language."""


@dataclass(frozen=True, slots=True)
class Table:
    """Answer to a SELECT question."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Value | None, ...], ...]
    """In the order of the question; None where a variable has no value."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Answer to an ASK question."""

    is_true: bool


@dataclass(frozen=True, slots=True)
class Description:
    """Answer to a CONSTRUCT or DESCRIBE question."""

    turtle: str
    """Empty where nothing was found."""


Answer = Table | Verdict | Description


def answer(found: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> Answer:
    """Return what pyoxigraph found as a value of our own."""
    if isinstance(found, ox.QueryBoolean):
        return Verdict(bool(found))
    if isinstance(found, ox.QueryTriples):
        return Description(_turtle(found))
    variables = tuple(variable.value for variable in found.variables)
    return Table(variables, tuple(tuple(_value(row[name]) for name in variables) for row in found))


def to_answer(variables: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    """Return words of our own as an answer."""
    return Table(tuple(variables), tuple(tuple(Value(word, "literal") for word in row) for row in rows))


def to_table(answer: Table) -> RichTable:
    """Return a table for a terminal, with IRIs shortened; names cannot style it.

    A cell too wide for its column goes on below, and nothing is cut off; days stay on one line.
    """
    table = RichTable(padding=(0, 1, 0, 0), pad_edge=False)
    for column, name in enumerate(answer.variables):
        has_days = any(value.datatype in _DAYS for row in answer.rows if (value := row[column]))
        table.add_column(Text(name), overflow="fold", no_wrap=has_days)
    for row in answer.rows:
        table.add_row(*(Text(writable(_short(value))) for value in row))
    return table


def to_csv(answer: Table) -> str:
    """Return CSV with a header, safe for spreadsheets. See https://www.w3.org/TR/sparql11-results-csv-tsv/."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(answer.variables)
    writer.writerows([safe_cell(value.text if value else "") for value in row] for row in answer.rows)
    return buffer.getvalue()


def to_json(answer: Table | Verdict) -> str:
    """Return SPARQL's JSON results. See https://www.w3.org/TR/sparql11-results-json/."""
    if isinstance(answer, Verdict):
        content: dict[str, object] = {"head": {}, "boolean": answer.is_true}
    else:
        bindings = [dict(_bindings(answer.variables, row)) for row in answer.rows]
        content = {"head": {"vars": list(answer.variables)}, "results": {"bindings": bindings}}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def to_xml(answer: Table | Verdict) -> str:
    """Return SPARQL's XML results. See https://www.w3.org/TR/rdf-sparql-XMLres/."""
    return _in_format(answer, ox.QueryResultsFormat.XML) + "\n"


def to_tsv(answer: Table) -> str:
    """Return SPARQL's TSV, in which each term is spelled as in Turtle.

    See https://www.w3.org/TR/sparql11-results-csv-tsv/.
    """
    return _in_format(answer, ox.QueryResultsFormat.TSV)


def is_empty(answer: Answer) -> bool:
    """Tell whether nothing was found; yes or no is something."""
    match answer:
        case Table():
            return not answer.rows
        case Description():
            return not answer.turtle
        case _:
            return False


def _in_format(answer: Table | Verdict, format: ox.QueryResultsFormat) -> str:
    found = ox.parse_query_results(to_json(answer), format=ox.QueryResultsFormat.JSON)
    return (found.serialize(format=format) or b"").decode()


def _bindings(variables: tuple[str, ...], row: tuple[Value | None, ...]) -> Iterator[tuple[str, dict[str, str]]]:
    for name, value in zip(variables, row, strict=True):
        if value:
            binding = {"type": value.kind, "value": value.text}
            more = {"xml:lang": value.language, "datatype": value.datatype}
            yield name, binding | {key: text for key, text in more.items() if text}


def _value(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> Value | None:
    match term:
        case None:
            return None
        case ox.NamedNode():
            return Value(term.value, "uri")
        case ox.BlankNode():
            return Value(term.value, "bnode")
        case ox.Literal():
            datatype = term.datatype.value
            is_plain = datatype in (_STRING, _LANGUAGE_STRING)
            return Value(term.value, "literal", term.language or "", "" if is_plain else datatype)
        case _:
            return Value(str(term), "literal")


def _short(value: Value | None) -> str:
    if value is None:
        return ""
    for name, start in PREFIXES.items():
        if value.kind == "uri" and value.text.startswith(start):
            return f"{name}:{value.text.removeprefix(start)}"
    return value.text


def _turtle(triples: ox.QueryTriples) -> str:
    """Return Turtle in a fixed order, or the empty string; pyoxigraph lists prefixes in one that changes."""
    ordered = sorted(triples, key=str)
    if not ordered:
        return ""
    content = (ox.serialize(ordered, format=ox.RdfFormat.TURTLE, prefixes=dict(PREFIXES)) or b"").decode()
    lines = content.splitlines(keepends=True)
    head = [line for line in lines if line.startswith("@prefix ")]
    return "".join((*sorted(head), *lines[len(head) :]))
