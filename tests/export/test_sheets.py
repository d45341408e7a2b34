"""actions.csv and entities.csv."""

import csv
from pathlib import Path

import pytest

from kg.export.options import Options
from kg.export.sheets import write_action_sheet, write_entity_sheet
from kg.graph import KnowledgeGraph
from kg.pipeline.report import report_of
from kg.update import Changes
from tests.corpus import small_graph
from tests.export.news import contested_news


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as sheet:
        return list(csv.DictReader(sheet))


def test_each_role_is_a_column(tmp_path: Path) -> None:
    write_action_sheet(small_graph(), tmp_path / "actions.csv", Options())

    visit = rows_of(tmp_path / "actions.csv")[0]

    assert (visit["agent"], visit["predicate"], visit["patient"]) == ("Noor Zandbergen", "bezoeken", "Havenbouw")
    assert (visit["place"], visit["time"]) == ("Utrecht", "2026-03-12")


def test_an_entity_is_a_row_with_the_number_of_its_mentions(tmp_path: Path) -> None:
    write_entity_sheet(small_graph(), tmp_path / "entities.csv", Options())

    havenbouw = next(row for row in rows_of(tmp_path / "entities.csv") if row["label"] == "Havenbouw")

    assert (havenbouw["type"], havenbouw["mentions"], havenbouw["documents"]) == ("Organisation", "5", "2")


def test_who_acts_can_be_looked_up_among_the_entities(tmp_path: Path) -> None:
    write_action_sheet(small_graph(), tmp_path / "actions.csv", Options())
    write_entity_sheet(small_graph(), tmp_path / "entities.csv", Options())
    labels = {row["id"]: row["label"] for row in rows_of(tmp_path / "entities.csv")}

    visit = rows_of(tmp_path / "actions.csv")[0]

    assert (labels[visit["agent_ids"]], labels[visit["patient_ids"]]) == (visit["agent"], visit["patient"])


def test_who_denies_an_action_stands_beside_it(tmp_path: Path) -> None:
    write_action_sheet(contested_news(), tmp_path / "actions.csv", Options())

    [vote] = rows_of(tmp_path / "actions.csv")

    assert (vote["polarity"], vote["claimant"], vote["denied_by"], vote["fact"]) == ("positive", "", "Bram", "false")


@pytest.mark.parametrize("graph", [small_graph(), contested_news()], ids=["small", "contested"])
def test_the_facts_of_the_sheet_are_those_that_a_build_reports(graph: KnowledgeGraph, tmp_path: Path) -> None:
    write_action_sheet(graph, tmp_path / "actions.csv", Options())

    report = report_of(tmp_path, graph, (), Changes(2, 0, 0, 0), (), (), {})

    facts = {row["action"] for row in rows_of(tmp_path / "actions.csv") if row["fact"] == "true"}
    assert len(facts) == dict(report.actions).get("fact", 0)
