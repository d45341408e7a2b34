"""Questions that take too much."""

import subprocess
import sys
from math import inf
from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.query import query
from kg.query.ask import Asked, ask_within

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?a != ?l) }"


def test_an_answer_that_takes_too_long_is_given_up(output: Path) -> None:
    with pytest.raises(QueryError, match=r"query: took longer than 0\.5 s"):
        query(output, ENDLESS, seconds=0.5)


def test_an_answer_within_its_time_is_that_without_a_limit(output: Path) -> None:
    assert query(output, "timeline", seconds=60) == query(output, "timeline")


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of memory there")
def test_a_question_that_needs_too_much_memory_is_told(output: Path) -> None:
    ordered = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i"

    with pytest.raises(QueryError, match=r"needs more memory than the 0\.4 GB that a question may take"):
        ask_within(Asked(output, "query", ordered, {}), seconds=60, memory=400_000_000)


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_question_that_nests_too_deep_ends_its_process_and_not_ours(output: Path) -> None:
    deep = f"SELECT * {'{' * 200_000} ?s ?p ?o {'}' * 200_000}"

    with pytest.raises(QueryError, match="nested too deep"):
        query(output, deep, seconds=inf)


def test_an_error_within_the_time_limit_is_that_without_one(output: Path) -> None:
    with pytest.raises(QueryError, match=r"query, line 2, column \d+: .*LIMIT"):
        query(output, "SELECT * WHERE {\n ?s ?p LIMIT 2", seconds=60)


def test_asking_does_not_import_spacy_nor_rdflib() -> None:
    script = "import sys, kg.query; sys.exit('spacy' in sys.modules or 'rdflib' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
