"""Questions that leave out what the extraction is not sure of."""

from dataclasses import replace
from pathlib import Path

import pytest

from kg.export.options import Options
from kg.export.rdf import write_nquads
from kg.graph import KnowledgeGraph
from kg.model import Extraction, SameHappening
from kg.query import questions
from tests.asking import rows
from tests.corpus import COPY_SAYS, ENTITIES, PLAN_SAYS, RUN
from tests.factory import resolution_of

SURENESS = {"zeggen": 0.9, "slopen": 0.9, "steunen": 0.7, "aanklagen": 0.9, "opgeven": 0.7, "bezoeken": 0.7}
ASKED = [question.name for question in questions() if "sure" in question.parameters]


def weighed(extraction: Extraction) -> Extraction:
    """Return an article whose actions are as sure as their verbs are here."""
    told = tuple(replace(action, confidence=SURENESS[action.predicate]) for action in extraction.actions)
    return replace(extraction, actions=told)


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of an article of which some actions are sure and others are not."""
    folder = tmp_path_factory.mktemp("output")
    resolution = resolution_of((weighed(COPY_SAYS), weighed(PLAN_SAYS)), ENTITIES)
    ids = [action.id for action in resolution.actions if action.first.predicate == "zeggen"]
    same = SameHappening(ids[0], ids[1], "same kind, agent", 0.7)
    write_nquads(KnowledgeGraph(replace(resolution, same_happenings=(same,)), RUN), folder / "graph.nq", Options())
    return folder


def test_a_question_leaves_out_the_actions_that_are_less_sure(output: Path) -> None:
    assert {row[1] for row in rows(output, "plans-and-doubts")} == {"aanklagen", "steunen"}
    assert {row[1] for row in rows(output, "plans-and-doubts", sure="0.8")} == {"aanklagen"}


def test_a_fact_is_as_sure_as_the_action_that_tells_it(output: Path) -> None:
    assert rows(output, "who-acts-on-whom", sure="0.7") == [("Noor Zandbergen", "bezoeken", "Havenbouw")]
    assert rows(output, "who-acts-on-whom", sure="0.8") == []


def test_several_questions_ask_how_sure_it_is() -> None:
    assert {"timeline", "who-acts-on-whom", "contradictions", "same-happening"} <= set(ASKED)


@pytest.mark.parametrize("question", ASKED)
def test_nothing_is_surer_than_sure(question: str, output: Path) -> None:
    assert rows(output, question, sure="1") == []


@pytest.mark.parametrize("question", sorted({*ASKED} - {"contradictions"}))
def test_without_a_bound_everything_is_told(question: str, output: Path) -> None:
    assert rows(output, question) != []
