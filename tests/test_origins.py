"""How many articles and sources tell of something."""

from dataclasses import replace
from itertools import pairwise

from kg.graph import KnowledgeGraph
from kg.model import Copy, CopyKind, Difference, Document, Modality, SameHappening
from kg.origins import Reach, origins_of
from tests.corpus import COPY, COPY_SAYS, ENTITIES, PLAN, PLAN_SAYS, RUN, VISITING, VISITING_COPY
from tests.factory import resolution_of


def paper(id: str, source: str = "") -> Document:
    return Document(id, "Woorden.", source=source)


def copy(id: str, original: str, *sentences: tuple[int, int], share: float = 1.0, is_one_source: bool = True) -> Copy:
    return Copy(id, original, CopyKind.EDITED, share, sentences, is_one_source)


def test_articles_that_do_not_copy_each_other_are_as_many_sources() -> None:
    origins = origins_of([paper("a"), paper("b"), paper("c")], [])

    assert origins.reach([("a", 0), ("b", 0), ("c", 0)]) == Reach(articles=3, sources=3)


def test_an_article_that_tells_it_twice_is_one_article() -> None:
    assert origins_of([paper("a")], []).reach([("a", 0), ("a", 3)]) == Reach(1, 1)


def test_copies_of_copies_are_one_source_with_the_first() -> None:
    origins = origins_of(map(paper, "abc"), [copy("b", "a", (0, 0)), copy("c", "b", (0, 0))])

    assert origins.reach([("a", 0), ("b", 0), ("c", 0)]) == Reach(3, 1)


def test_a_sentence_of_its_own_in_a_copy_comes_from_the_original_too() -> None:
    origins = origins_of(map(paper, "ab"), [copy("b", "a", (0, 0))])

    assert origins.reach([("a", 0), ("b", 7)]) == Reach(2, 1)


def test_half_of_b_and_half_of_c_is_a_source_of_its_own_for_the_rest_only() -> None:
    halves = [copy("a", source, (line, 0), share=0.4, is_one_source=False) for line, source in enumerate("bc")]
    origins = origins_of(map(paper, "abc"), halves)

    assert origins.reach([("a", 0), ("b", 0)]) == Reach(2, 1)
    assert origins.reach([("a", 1), ("c", 0)]) == Reach(2, 1)
    assert origins.reach([("b", 0), ("c", 0)]) == Reach(2, 2)
    assert origins.reach([("a", 2), ("b", 0), ("c", 0)]) == Reach(3, 3)


def test_the_articles_of_one_newspaper_are_one_source() -> None:
    origins = origins_of([paper("a", "De Courant"), paper("b", "DE COURANT"), paper("c", "Het Blad")], [])

    assert origins.reach([("a", 0), ("b", 0), ("c", 0)]) == Reach(3, 2)


def test_what_a_newspaper_has_from_an_agency_is_the_agencys() -> None:
    papers = [paper("a", "Agentschap"), paper("b", "De Courant"), paper("c", "De Courant")]
    origins = origins_of(papers, [copy("b", "a", (0, 0))])

    assert origins.reach([("a", 0), ("b", 0), ("c", 0)]) == Reach(3, 2)


def test_a_story_that_was_copied_on_and_on_is_traced_without_recursion() -> None:
    ids = [f"{number:04}" for number in range(3000)]
    origins = origins_of(map(paper, ids), [copy(second, first, (0, 0)) for first, second in pairwise(ids)])

    assert origins.reach((id, 0) for id in ids) == Reach(3000, 1)


# Of a graph


def told_twice(*differences: Difference, modality: Modality = Modality.ACTUAL) -> tuple[KnowledgeGraph, str]:
    """Return a graph of two articles that each tell of a visit, as one happening, and the id of one of the actions."""
    other = replace(VISITING_COPY, modality=modality)
    says = replace(COPY_SAYS, actions=(other,))
    resolution = resolution_of((says, PLAN_SAYS), ENTITIES)
    first, second = (action.id for action in resolution.actions if action.first in (VISITING, other))
    same = SameHappening(first, second, "same kind, agent", 0.7, differences)
    return KnowledgeGraph(replace(resolution, same_happenings=(same,)), RUN), first


def test_another_article_that_tells_of_the_same_happening_counts() -> None:
    graph, visit = told_twice()

    assert graph.reach_of_action(visit) == Reach(2, 2)


def test_an_article_that_contradicts_it_does_not_count() -> None:
    graph, visit = told_twice(Difference.NUMBER)

    assert graph.reach_of_action(visit) == Reach(1, 1)


def test_who_announced_it_does_not_tell_that_it_happened() -> None:
    graph, visit = told_twice(modality=Modality.FUTURE)

    assert graph.reach_of_action(visit) == Reach(1, 1)


def test_a_copy_adds_an_article_and_no_source_to_what_it_names() -> None:
    graph, visit = told_twice()
    copied = Copy(COPY.id, PLAN.id, CopyKind.SHORTENED, 1.0, ((0, 1),), is_one_source=True)
    copying = KnowledgeGraph(replace(graph.resolution, copies=(copied,)), RUN)

    assert copying.reach_of_action(visit) == Reach(2, 1)
    assert copying.reach_of_entity("person/noor-zandbergen-5e5e5e5e") == Reach(2, 1)
    assert copying.copies(COPY.id) == (copied,)
