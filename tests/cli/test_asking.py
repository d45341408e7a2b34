"""Commands that read a graph, as a person meets them."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests import gold_pipeline
from tests.asking import PERSONS
from tests.terminal import Terminal


def test_query_answers_as_a_table_csv_or_json(kg: Terminal, output: Path) -> None:
    table, as_csv, as_json = (kg("query", output, PERSONS, "--format", form).out for form in ("table", "csv", "json"))

    assert "Noor Zandbergen" in table
    assert list(csv.reader(io.StringIO(as_csv))) == [["name"], ["Noor Zandbergen"]]
    assert json.loads(as_json)["results"]["bindings"][0]["name"]["value"] == "Noor Zandbergen"


@pytest.mark.parametrize("form", ["table", "csv", "tsv", "json", "xml"])
def test_query_says_when_nothing_is_found(kg: Terminal, output: Path, form: str) -> None:
    screen = kg("query", output, "SELECT ?x { ?x a kg:Law }", "--format", form)

    assert (screen.status, screen.err) == (0, "nothing found\n")


def test_query_says_what_a_named_question_asks_where_nothing_is_found(kg: Terminal, output: Path) -> None:
    screen = kg("query", output, "between", "--actor", "Noor")

    assert screen.err.startswith(
        "nothing found\nbetween asks: Through whom are two connected, in two steps of acting on"
    )


@pytest.mark.parametrize(("text", "is_told"), [("--text", False), ("--no-text", True)])
def test_query_says_where_there_are_no_words_to_find(
    kg: Terminal, article: Path, tmp_path: Path, text: str, is_told: bool
) -> None:
    kg("build", article, "-o", tmp_path / "graph", text, "--format", "nquads", "--pipeline", gold_pipeline.NAME)

    screen = kg("query", tmp_path / "graph", "quotes")

    assert screen.err.startswith("nothing found")
    assert ("it was built with --no-text" in screen.err) is is_told


def test_query_gives_up_after_the_time_it_is_given(kg: Terminal, output: Path) -> None:
    screen = kg("query", output, PERSONS, "--timeout", "0.01")

    assert screen.status == 2
    assert "took longer than 0.01 s" in screen.err


def test_query_lists_the_questions_that_have_a_name(kg: Terminal, output: Path) -> None:
    assert "timeline" in kg("query", output).out


def test_query_lists_its_questions_in_the_format_asked_for(kg: Terminal, output: Path) -> None:
    as_csv, as_json = (kg("query", output, "--format", form).out for form in ("csv", "json"))

    [timeline] = [row for row in csv.DictReader(io.StringIO(as_csv)) if row["question"] == "timeline"]
    assert "actor=" in timeline["parameters"].splitlines()
    assert "timeline" in [row["question"]["value"] for row in json.loads(as_json)["results"]["bindings"]]


@pytest.mark.parametrize(
    "given", [("--actor", "Noor Zandbergen"), ("--actor=noor zandbergen",), ("--param", "actor=Noor")]
)
def test_query_fills_in_parameters(kg: Terminal, output: Path, given: tuple[str, ...]) -> None:
    screen = kg("query", output, "timeline", *given, "--format", "csv")

    assert screen.status == 0
    assert len(screen.out.splitlines()) == 2


@pytest.mark.parametrize(
    "arguments",
    [("SELECT",), ("weg",), ("timeline", "--param", "actor"), ("timeline", "noor"), ("timeline", "--actor", "Nora")],
)
def test_a_bad_question_is_one_line_and_status_2(kg: Terminal, output: Path, arguments: tuple[str, ...]) -> None:
    screen = kg("query", output, *arguments)

    assert (screen.status, screen.out, len(screen.err.splitlines())) == (2, "", 1)


def test_query_and_check_of_a_folder_without_graph_are_one_line(kg: Terminal, tmp_path: Path) -> None:
    for screen in (kg("query", tmp_path, PERSONS), kg("check", tmp_path)):
        assert (screen.status, len(screen.err.splitlines())) == (2, 1)


def test_check_finds_no_violation_in_what_build_wrote(kg: Terminal, output: Path) -> None:
    screen = kg("check", output)

    assert screen.status == 0
    assert "things checked" in screen.out
