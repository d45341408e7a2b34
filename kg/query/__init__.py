"""Answers SPARQL questions about a graph that `kg build` wrote; it only reads, and never reaches the network."""

from collections.abc import Mapping
from pathlib import Path

from kg.query.answers import (
    Answer,
    Description,
    Table,
    Value,
    Verdict,
    is_empty,
    to_answer,
    to_csv,
    to_json,
    to_table,
    to_tsv,
    to_xml,
)
from kg.query.ask import Asked, ask, ask_within
from kg.query.guard import refuse_to_reach_out
from kg.query.nothing import reasons
from kg.query.questions import Question, questions, read_question, refuse_unknown_parameters
from kg.query.values import refuse_unfit_values

__all__ = [
    "Answer",
    "Description",
    "Question",
    "Table",
    "Value",
    "Verdict",
    "is_empty",
    "query",
    "questions",
    "reasons",
    "to_answer",
    "to_csv",
    "to_json",
    "to_table",
    "to_tsv",
    "to_xml",
]


def query(
    output: Path, question: str | Path, *, parameters: Mapping[str, str] | None = None, seconds: float | None = None
) -> Answer:
    """Return the answer to a question about the graph in an output folder, or in a file of N-Quads.

    A question is SPARQL, a file that holds it, or the name of one in ontology/queries. All named graphs and the
    ontology are asked at once; the prefixes of `kg.ontology.PREFIXES` need no declaration. A parameter replaces the
    value of `VALUES ?name { ... }`. With `seconds`, a process of its own answers, and is killed after that time.

    Raises:
        OutputError: there is no graph.
        QueryError: the question cannot be found, read or answered, takes too long, or would write or reach out.
    """
    name, text = read_question(question)
    refuse_unknown_parameters(text, parameters or {}, name=name)
    refuse_unfit_values(text, parameters or {}, name=name)
    refuse_to_reach_out(text, name=name)
    asked = Asked(output, name, text, dict(parameters or {}))
    return ask(asked) if seconds is None else ask_within(asked, seconds)
