"""Answers SPARQL questions about a graph that `kg build` wrote; it only reads, and never reaches the network."""

import re
from collections.abc import Mapping
from pathlib import Path

from kg.errors import QueryError
from kg.ontology import PREFIXES
from kg.ontology.store import open_store
from kg.query.answers import Answer, Description, Table, Value, Verdict, answer, to_csv, to_json, to_table
from kg.query.guard import refuse_to_reach_out
from kg.query.questions import Question, questions, read_question, with_parameters

__all__ = [
    "Answer",
    "Description",
    "Question",
    "Table",
    "Value",
    "Verdict",
    "query",
    "questions",
    "to_csv",
    "to_json",
    "to_table",
]

_SHOWN = 40
_PLACE = re.compile(r"error at (\d+):(\d+): (?:expected )?", re.DOTALL)
_USED_PREFIX = re.compile(r"(?<![\w<:/?$#.-])([A-Za-z][\w-]*):(?!//)")
_DECLARED_PREFIX = re.compile(r"PREFIX\s+([\w-]*):", re.IGNORECASE)
_NAMED_GRAPHS = re.compile(r"GRAPH|FROM|\\u", re.IGNORECASE)
_UPDATE = re.compile(r"\b(INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD)\b", re.IGNORECASE)


def query(output: Path, question: str | Path, *, parameters: Mapping[str, str] | None = None) -> Answer:
    """Return the answer to a question about the graph in an output folder, or in a file of N-Quads.

    A question is SPARQL, a file that holds it, or the name of one in ontology/queries. All named graphs and the
    ontology are asked at once; the prefixes of `kg.ontology.PREFIXES` need no declaration. A parameter replaces the
    values of `VALUES ?name { ... }`.

    Raises:
        OutputError: there is no graph.
        QueryError: the question cannot be found, read or answered, or would write or reach out.
    """
    name, text = read_question(question)
    text = with_parameters(text, parameters or {}, name=name)
    refuse_to_reach_out(text, name=name)
    store = open_store(output, with_named_graphs=_NAMED_GRAPHS.search(text) is not None)
    try:
        return answer(store.query(text, prefixes=dict(PREFIXES)))
    except SyntaxError as error:
        raise _unreadable(text, str(error), name) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"cannot be answered: {error}", where=name) from error


def _unreadable(text: str, reason: str, name: str) -> QueryError:
    """Return an error that says where a question goes wrong, and what to do where we know."""
    found = _PLACE.match(reason)
    line, column = (int(found[1]), int(found[2])) if found else (1, 1)
    lines = [*text.splitlines(), ""]
    wrong = lines[min(line, len(lines)) - 1]
    read, rest = wrong[: column - 1].strip()[-_SHOWN:], wrong[column - 1 :].strip()[:_SHOWN]
    unknown = sorted(set(_USED_PREFIX.findall(text)) - set(PREFIXES) - set(_DECLARED_PREFIX.findall(text)))
    place = f"{name}, line {line}, column {column}"
    if _UPDATE.match(text.lstrip()):
        return QueryError("is an update, and kg query only reads", where=name)
    if unknown and f"{unknown[0]}:" in wrong:
        return QueryError(f"prefix {unknown[0]}: is not declared; add PREFIX {unknown[0]}: <...>", where=place)
    return QueryError(
        f"cannot be read: {rest!r} does not fit after {read!r}" if rest else "ends too early", where=place
    )
