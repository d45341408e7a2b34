"""Questions about one happening that two sentences tell of."""

from dataclasses import replace
from pathlib import Path

from kg.export.options import Options
from kg.export.rdf import write_nquads
from kg.graph import KnowledgeGraph
from kg.model import Difference, SameHappening
from kg.query import Table, query
from tests.corpus import COPY_SAYS, ENTITIES, PLAN, PLAN_SAYS, RUN, VISITING, VISITING_COPY
from tests.factory import resolution_of

VISIT = "Wethouder Noor Zandbergen bezocht gisteren Havenbouw in Utrecht."


def rows(output: Path, question: str) -> list[tuple[str, ...]]:
    """Return the answer to a question with a name."""
    answer = query(output, question)
    assert isinstance(answer, Table)
    return [tuple(value.text if value else "" for value in row) for row in answer.rows]


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

    assert found == [("hoeveel", "bureau/kort", VISIT, PLAN.id, VISIT, "0.7")]


def test_what_two_articles_tell_alike_is_no_contradiction(tmp_path: Path) -> None:
    assert rows(told_twice(tmp_path), "contradictions") == []


def test_contradictions_are_found_without_texts_too(tmp_path: Path) -> None:
    found = rows(told_twice(tmp_path, Difference.POLARITY, with_text=False), "contradictions")

    assert found == [("of het gebeurde", "bureau/kort", "", PLAN.id, "", "0.7")]


def test_same_happening_gives_both_sentences_and_the_grounds(tmp_path: Path) -> None:
    found = rows(told_twice(tmp_path), "same-happening")

    assert found == [("bezoeken", "bureau/kort", VISIT, PLAN.id, VISIT, "0.7", "same kind, agent")]
