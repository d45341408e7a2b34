"""Answers in each format."""

import io
import json
import re
from pathlib import Path

from rich.console import Console

from kg.query import Description, Table, Verdict, is_empty, query, to_csv, to_json, to_table, to_tsv, to_xml


def test_a_yes_or_no_question_gets_a_verdict(output: Path) -> None:
    assert query(output, "ASK { ?x kg:actsOn ?y }") == Verdict(True)


def test_a_description_is_turtle(output: Path) -> None:
    answer = query(output, 'DESCRIBE ?x { ?x rdfs:label "Utrecht" }')

    assert isinstance(answer, Description)
    assert "a kg:Place" in answer.turtle


def test_json_is_that_of_sparql(output: Path) -> None:
    answer = query(output, "SELECT ?x ?n ?d { ?x a kg:Place ; rdfs:label ?n OPTIONAL { ?x rdfs:comment ?d } }")
    assert isinstance(answer, Table)

    assert json.loads(to_json(answer)) == {
        "head": {"vars": ["x", "n", "d"]},
        "results": {
            "bindings": [
                {
                    "x": {"type": "uri", "value": "https://data.example.org/kg/id/place/utrecht-6f6f6f6f"},
                    "n": {"type": "literal", "value": "Utrecht"},
                }
            ]
        },
    }


def test_json_of_a_verdict_is_a_boolean() -> None:
    assert json.loads(to_json(Verdict(False))) == {"head": {}, "boolean": False}


def test_csv_has_a_header_and_no_formulas(output: Path) -> None:
    answer = query(output, 'SELECT ?a ?b { BIND("=1+1" AS ?a) BIND("twee, drie" AS ?b) }')
    assert isinstance(answer, Table)

    assert to_csv(answer) == 'a,b\n\'=1+1,"twee, drie"\n'


def test_a_table_too_wide_cuts_nothing_off_and_keeps_days_whole(output: Path) -> None:
    answer = query(output, "timeline", parameters={"actor": "Noor"})
    assert isinstance(answer, Table)
    console = Console(width=80, record=True, file=io.StringIO())

    console.print(to_table(answer))

    shown = console.export_text()
    assert "…" not in shown
    assert "2026-03-12" in shown
    assert max(map(len, shown.splitlines())) <= 80
    assert _column(shown, -1) == "id" + 2 * "person/noor-zandbergen-5e5e5e5e"


def _column(shown: str, number: int) -> str:
    """Return the cells of a column of a table as it is printed, without the lines between."""
    lines = [re.split("[│┃]", line)[1:-1] for line in shown.splitlines() if line[0] in "│┃"]
    return "".join(line[number].strip() for line in lines)


def test_a_table_shows_markup_as_it_stands(output: Path) -> None:
    answer = query(output, 'SELECT ?a ?b { BIND("[red]nee[/red]" AS ?a) BIND(kg:Place AS ?b) }')
    assert isinstance(answer, Table)
    console = Console(width=60)

    with console.capture() as captured:
        console.print(to_table(answer))

    assert "[red]nee[/red]" in captured.get()
    assert "kg:Place" in captured.get()


def test_xml_and_tsv_are_those_of_sparql(output: Path) -> None:
    answer = query(output, "SELECT ?x ?n { ?x a kg:Place ; skos:prefLabel|rdfs:label ?n }")
    assert isinstance(answer, Table)

    place = "https://data.example.org/kg/id/place/utrecht-6f6f6f6f"
    assert to_tsv(answer) == f'?x\t?n\n<{place}>\t"Utrecht"\n'
    assert f'<binding name="x"><uri>{place}</uri></binding>' in to_xml(answer)


def test_nothing_found_is_empty_and_no_is_an_answer(output: Path) -> None:
    nothing = [query(output, f"{form} {{ ?x a kg:Law }}") for form in ("SELECT *", "CONSTRUCT WHERE")]

    assert [is_empty(answer) for answer in (*nothing, Verdict(False))] == [True, True, False]
