"""Whoever has a slice of a graph and what its articles say makes the statements of the whole graph about them."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from kg.export import Options
from kg.export.slices import Slice, graph_of
from kg.export.slicing import slices_of
from kg.export.statements import text_quads
from kg.export.statements.view import view_of
from kg.export.terms import Quad
from kg.graph import KnowledgeGraph
from kg.model import Coreference
from kg.work.rows import from_batch, to_batch
from tests.corpus import COPY, GROUP, PLAN, RUN, VISIT, small_graph, small_resolution
from tests.export.large import large_graph

OPTIONS = Options()


def sliced(graph: KnowledgeGraph, articles: int) -> Iterator[tuple[Slice, KnowledgeGraph]]:
    """Yield each slice as it is after a way as a row, with the graph that is made of it."""
    for slice in slices_of(graph, OPTIONS.base, articles=articles):
        [arrived] = from_batch(to_batch([slice], Slice), Slice)
        yield arrived, graph_of(arrived, [graph.extractions[each] for each in arrived.documents], graph.run)


def statements(graph: KnowledgeGraph, documents: tuple[str, ...]) -> set[Quad]:
    return set(text_quads(view_of(graph, OPTIONS), documents))


@pytest.mark.parametrize("articles", [1, 2, 5])
def test_slices_tell_of_their_articles_what_the_whole_graph_does(articles: int) -> None:
    graph = large_graph(copies=3)

    for slice, part in sliced(graph, articles):
        assert statements(part, slice.documents) == statements(graph, slice.documents)


def test_slices_together_have_every_article_once() -> None:
    graph = large_graph(copies=3)

    named = [(slice.name, slice.documents) for slice in slices_of(graph, OPTIONS.base, articles=4)]

    assert [name for name, _ in named] == ["0001", "0002"]
    assert [each for _, documents in named for each in documents] == list(graph.extractions)


def test_an_action_told_first_in_another_article_brings_no_more_of_it_than_its_telling() -> None:
    graph = small_graph()
    told = {slice.documents: slice for slice in slices_of(graph, OPTIONS.base, articles=1)}

    [other] = told[(COPY.id,)].besides

    assert other.document == PLAN
    assert [action.predicate for action in other.actions] == ["bezoeken"]
    assert other.mentions == ()
    assert told[(PLAN.id,)].besides == ()


def test_what_has_a_name_is_only_pointed_at_and_what_has_none_is_described() -> None:
    [slice] = slices_of(small_graph(), OPTIONS.base, articles=2)

    assert {one.entity.label for one in slice.entities} == {"", "Tien bewoners"}
    assert next(one.entity.id for one in slice.entities if one.entity.label) == GROUP


def test_a_mention_that_no_article_says_by_itself_is_added() -> None:
    resolution = small_resolution()
    *others, last = resolution.entities
    both = replace(last.mentions[-1], text="Noor Zandbergen en Havenbouw")
    entities = (*others, replace(last, mentions=(*last.mentions, both)))
    chain = (Coreference(both, last.mentions[-1], "same members"),)
    graph = KnowledgeGraph(replace(resolution, entities=entities, coreferences=chain), RUN)

    [(slice, part)] = sliced(graph, 2)

    assert slice.added == (both,)
    assert part.resolution.coreferences == chain
    assert statements(part, slice.documents) == statements(graph, slice.documents)


def test_articles_with_one_text_version_are_in_one_slice() -> None:
    plan, copy = small_resolution().extractions[1], small_resolution().extractions[0]
    again = replace(plan, document=replace(PLAN, id="krant/sluisplan~2"), mentions=(), actions=(), claims=())
    extractions = (copy, plan, replace(again, relations=(), times=()))
    graph = KnowledgeGraph(replace(small_resolution(), extractions=extractions), RUN)

    slices = [slice.documents for slice in slices_of(graph, OPTIONS.base, articles=1)]

    assert slices == [(COPY.id,), (PLAN.id, "krant/sluisplan~2")]


def test_a_slice_holds_no_text_of_its_own_articles() -> None:
    [slice] = slices_of(small_graph(), OPTIONS.base, articles=2)

    assert VISIT not in repr(slice)
    assert PLAN.title not in repr(slice)
