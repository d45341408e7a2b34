"""What questions say of an action that somebody denies."""

from dataclasses import replace
from pathlib import Path

import pytest

from kg.export.options import Options
from kg.export.rdf import write_nquads
from kg.graph import KnowledgeGraph
from kg.model import ActionMention, Extraction, Polarity
from tests.asking import rows
from tests.corpus import COPY_SAYS, DEMOLISHING, ENTITIES, PLAN, PLAN_SAYS, RUN, SAID, SAYING, VISITING
from tests.factory import place_of, resolution_of

VISIT = "Wethouder Noor Zandbergen bezocht gisteren Havenbouw in Utrecht."
DENIES_VISIT = replace(SAID, content=place_of(PLAN, VISIT), denied=True, told_before=True)
"""Joris denies what the sentence before tells."""
DENIES_DEMOLITION = replace(SAID, denied=True)
"""`Joris ontkent dat het bedrijf 300 woningen sloopte`: nobody else says that it did."""
NO_DEMOLITION = replace(DEMOLISHING, claim=DENIES_DEMOLITION, polarity=Polarity.NEGATIVE)


def graph_with(
    action: ActionMention, instead_of: ActionMention, folder: Path, *, beside: ActionMention = VISITING
) -> Path:
    """Return the folder of a graph in which the article tells an action in another way, with what denies it."""
    actions = tuple(action if one == instead_of else one for one in PLAN_SAYS.actions if one in (instead_of, beside))
    claims = tuple({one: None for one in (action.claim, *action.denials) if one})
    says: Extraction = replace(PLAN_SAYS, actions=actions, claims=claims)
    write_nquads(KnowledgeGraph(resolution_of((COPY_SAYS, says), ENTITIES), RUN), folder / "graph.nq", Options())
    return folder


@pytest.fixture
def denied(tmp_path: Path) -> Path:
    """Return the folder of a graph in which a demolition is told only by the one who denies it."""
    return graph_with(NO_DEMOLITION, DEMOLISHING, tmp_path)


def disputed(folder: Path, polarity: Polarity) -> Path:
    """Return the folder of a graph in which somebody denies what the article says of a visit."""
    return graph_with(replace(VISITING, polarity=polarity, denials=(DENIES_VISIT,)), VISITING, folder)


def test_who_denies_something_does_not_claim_it(denied: Path) -> None:
    found = rows(denied, "claims-about", actor="Havenbouw")

    assert found == [("Joris Plaatsman", "denies", "Havenbouw", "agent", "slopen", "positive", PLAN.id)]


@pytest.mark.parametrize("polarity", Polarity)
def test_a_denial_of_the_sentence_before_denies_what_that_says(polarity: Polarity, tmp_path: Path) -> None:
    found = rows(disputed(tmp_path, polarity), "claims-about", actor="Noor")

    assert found == [("Joris Plaatsman", "denies", "Noor Zandbergen", "agent", "bezoeken", polarity.value, PLAN.id)]


def test_timeline_says_no_twice_only_where_somebody_denies_that_something_did_not_happen(
    denied: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    not_visited = disputed(tmp_path_factory.mktemp("disputed"), Polarity.NEGATIVE)

    assert [row[5] for row in rows(denied, "timeline", actor="Havenbouw") if row[3] == "slopen"] == [
        "denied by Joris Plaatsman"
    ]
    assert [row[5] for row in rows(not_visited, "timeline", actor="Noor") if row[7] == PLAN.id] == [
        "did not, denied by Joris Plaatsman"
    ]


def test_timeline_keeps_the_act_of_denying_a_fact(tmp_path: Path) -> None:
    denying = graph_with(NO_DEMOLITION, DEMOLISHING, tmp_path, beside=SAYING)

    assert [row[5] for row in rows(denying, "timeline", actor="Joris") if row[3] == "zeggen"] == ["fact"]


def test_what_is_only_denied_is_not_claimed(denied: Path) -> None:
    assert ("slopen", "denied", "1") in rows(denied, "told-or-claimed")


def test_what_is_told_and_denied_is_no_fact(tmp_path: Path) -> None:
    found = rows(disputed(tmp_path, Polarity.POSITIVE), "told-or-claimed")

    assert found == [("bezoeken", "denied", "1"), ("bezoeken", "told", "1")]
