"""Answers SPARQL questions about a graph that `kg build` wrote; it only reads, and never reaches the network."""

import gzip
import re
from collections.abc import Mapping
from pathlib import Path

import pyoxigraph as ox

from kg.errors import QueryError
from kg.ontology import PREFIXES, folder
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
    "open_store",
    "query",
    "questions",
    "to_csv",
    "to_json",
    "to_table",
]

DUMPS = ("graph.nq", "graph.nq.gz")
"""Names of the file that is asked, in an output folder."""

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
        QueryError: there is no graph, or the question cannot be found, read or answered, or would write or reach out.
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


def open_store(output: Path, *, with_named_graphs: bool = True) -> ox.Store:
    """Return the graph of an output folder, or of a file of N-Quads, in memory together with the ontology.

    The default graph holds every triple once. (Oxigraph's own union of graphs answers twice for a triple that stands
    in two, which is not what SPARQL means by a graph.) Without named graphs it takes half the time and memory.

    Raises:
        QueryError: there is none, or it is no N-Quads.
    """
    files = [output] if output.is_file() else [output / name for name in DUMPS if (output / name).is_file()]
    if not files:
        raise QueryError(f"holds no {DUMPS[0]}; make one with `kg build`", where=output)
    store = ox.Store()
    try:
        content = gzip.decompress(files[0].read_bytes()) if files[0].suffix == ".gz" else files[0].read_bytes()
        quads = ox.parse(content, format=ox.RdfFormat.N_QUADS)
        store.bulk_extend(ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads)
        store.bulk_load(path=folder() / "kg.ttl", format=ox.RdfFormat.TURTLE)
        if with_named_graphs:
            store.bulk_load(content, format=ox.RdfFormat.N_QUADS)
    except (OSError, SyntaxError, ValueError) as error:
        raise QueryError(f"is no graph that kg can read: {error}", where=files[0]) from error
    return store


def _unreadable(text: str, reason: str, name: str) -> QueryError:
    """Return an error that says where a question goes wrong, and what to do where we know."""
    found = _PLACE.match(reason)
    line, column = (int(found[1]), int(found[2])) if found else (1, 1)
    lines = text.splitlines() or [""]
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
