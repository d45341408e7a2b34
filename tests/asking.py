"""Answers to questions, as plain words."""

from pathlib import Path

from kg.query import Table, query

PERSONS = "SELECT ?name WHERE { ?person a kg:Person ; rdfs:label ?name }"
"""A question of a user's own."""


def rows(output: Path, question: str, **parameters: str) -> list[tuple[str, ...]]:
    """Return the answer to a question with a name, a cell without value as an empty string."""
    answer = query(output, question, parameters=parameters)
    assert isinstance(answer, Table)
    return [tuple(value.text if value else "" for value in row) for row in answer.rows]
