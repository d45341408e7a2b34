"""Questions about one happening that two sentences tell of."""

from dataclasses import replace
from pathlib import Path

import pytest

from kg.export.options import Options
from kg.export.rdf import write_nquads
from kg.graph import KnowledgeGraph
from kg.model import Difference, SameHappening
from tests.asking import rows
from tests.corpus import COPY_SAYS, ENTITIES, GIVING_UP, PLAN, PLAN_SAYS, RUN, SAID, VISITING, VISITING_COPY
from tests.factory import place_of, resolution_of

VISIT = "Wethouder Noor Zandbergen bezocht gisteren Havenbouw in Utrecht."


def told_twice(tmp_path: Path, *differences: Difference, with_text: bool = True) -> Path:
    """Return the folder of a graph in which two articles tell of one visit, each in its own action."""
    resolution = resolution_of((COPY_SAYS, PLAN_SAYS), ENTITIES)
    visits = [action.id for action in resolution.actions if action.first in (VISITING, VISITING_COPY)]
    same = SameHappening(visits[0], visits[1], "same kind, agent", 0.7, differences)
    graph = KnowledgeGraph(replace(resolution, same_happenings=(same,)), RUN)
    write_nquads(graph, tmp_path / "graph.nq", Options(with_text=with_text))
    return tmp_path


def test_contradictions_shows_both_sentences_and_in_what_they_differ(tmp_path: Path) -> None:
    found = rows(told_twice(tmp_path, Difference.NUMBER), "contradictions")

    assert found == [("how many", "bureau/kort", VISIT, PLAN.id, VISIT, "0.7")]


def test_what_two_articles_tell_alike_is_no_contradiction(tmp_path: Path) -> None:
    assert rows(told_twice(tmp_path), "contradictions") == []


@pytest.mark.parametrize("question", ["contradictions", "same-happening"])
def test_two_articles_that_tell_one_action_are_no_pair(tmp_path: Path, question: str) -> None:
    resolution = resolution_of((COPY_SAYS, PLAN_SAYS), ENTITIES, copies=((VISITING, VISITING_COPY),))
    visit = next(action.id for action in resolution.actions if VISITING in action.mentions)
    steps_down = next(action.id for action in resolution.actions if action.first == GIVING_UP)
    same = SameHappening(visit, steps_down, "same kind, agent", 0.7, (Difference.NUMBER,))
    write_nquads(KnowledgeGraph(replace(resolution, same_happenings=(same,)), RUN), tmp_path / "graph.nq", Options())

    told = [(says, repeats) for _, _, says, _, repeats, *_ in rows(tmp_path, question)]

    assert told
    assert all(says != repeats for says, repeats in told)


def test_contradictions_are_found_without_texts_too(tmp_path: Path) -> None:
    found = rows(told_twice(tmp_path, Difference.POLARITY, with_text=False), "contradictions")

    assert found == [("whether it happened", "bureau/kort", "", PLAN.id, "", "0.7")]


def test_same_happening_gives_both_sentences_and_the_grounds(tmp_path: Path) -> None:
    found = rows(told_twice(tmp_path), "same-happening")

    assert found == [("bezoeken", "bureau/kort", VISIT, PLAN.id, VISIT, "0.7", "same kind, agent")]


def test_what_is_denied_in_a_later_sentence_contradicts_what_was_told(tmp_path: Path) -> None:
    denial = replace(SAID, content=place_of(PLAN, VISIT), denied=True, told_before=True)
    actions = tuple(
        replace(action, denials=(denial,), confidence=0.9) if action == VISITING else action
        for action in PLAN_SAYS.actions
        if action.claim != SAID
    )
    denied = replace(PLAN_SAYS, actions=actions, claims=(denial,))
    write_nquads(KnowledgeGraph(resolution_of((COPY_SAYS, denied), ENTITIES), RUN), tmp_path / "graph.nq", Options())

    [(differ, one, says, other, contradicts, confidence)] = rows(tmp_path, "contradictions")

    assert (differ, one, other, confidence) == ("whether it happened", PLAN.id, PLAN.id, "0.9")
    assert (says, contradicts.partition(" zei ")[0]) == (VISIT, "Topman Joris Plaatsman van Havenbouw")


def test_what_is_told_only_by_the_one_who_denies_it_contradicts_nothing(tmp_path: Path) -> None:
    denial = replace(SAID, denied=True)
    actions = tuple(replace(action, claim=denial) if action.claim == SAID else action for action in PLAN_SAYS.actions)
    denied = replace(PLAN_SAYS, actions=actions, claims=(denial,))
    write_nquads(KnowledgeGraph(resolution_of((COPY_SAYS, denied), ENTITIES), RUN), tmp_path / "graph.nq", Options())

    assert rows(tmp_path, "contradictions") == []
