"""What a graph says in RDF of its articles, and of what several tell."""

from dataclasses import replace

import pyoxigraph as ox
import pytest

from kg.export.options import Options
from kg.export.statements import quads
from kg.graph import KnowledgeGraph
from kg.model import (
    Difference,
    SameHappening,
)
from kg.ontology import term_of
from tests.corpus import (
    COPY,
    COPY_SAYS,
    ENTITIES,
    PLAN,
    PLAN_SAYS,
    RUN,
    small_graph,
    small_resolution,
)
from tests.export.storing import found, stored
from tests.factory import resolution_of


def told_of_one_happening(first: int, second: int) -> KnowledgeGraph:
    """Return the graph of the corpus in which two of its actions, by their places, tell of one happening."""
    resolution = resolution_of((COPY_SAYS, PLAN_SAYS), ENTITIES)
    ids = [action.id for action in resolution.actions]
    same = SameHappening(ids[first], ids[second], "same kind, agent", 0.8, (Difference.NUMBER,))
    return KnowledgeGraph(replace(resolution, same_happenings=(same,)), RUN)


def test_two_actions_of_one_happening_lead_to_each_other() -> None:
    store = stored(told_of_one_happening(2, 6))

    assert len(found(store, '?x rdfs:label "zeggen"@nl ; kg:sameHappeningAs/kg:sameHappeningAs ?x')) == 2


def test_why_two_actions_are_one_happening_is_said_of_the_pair() -> None:
    store = stored(told_of_one_happening(2, 6))

    assert found(store, "?same a kg:SameHappening ; kg:happeningReason ?x") == ["same kind, agent"]
    assert found(store, "?same kg:confidence ?x ; kg:tells ?action") == ["0.8"]
    assert found(store, "?same kg:differsIn ?x") == [term_of(Difference.NUMBER)]


@pytest.mark.parametrize(("second", "graph"), [(6, "doc"), (0, "happenings")])
def test_a_happening_stands_in_the_graph_of_its_article_or_in_that_of_several(second: int, graph: str) -> None:
    [home] = found(stored(told_of_one_happening(2, second)), "GRAPH ?x { ?same a kg:SameHappening }")

    assert home.partition("/kg/graph/")[2].partition("/")[0] == graph


def test_all_that_rests_on_a_text_stands_in_its_graph(store: ox.Store) -> None:
    kinds = "VALUES ?kind { kg:Action kg:Claim kg:TextSpan kg:Document kg:TextFiller kg:Group } ?y a ?kind ."

    inside = found(store, f"GRAPH ?x {{ {kinds} }}")

    assert [name.partition("/kg/graph/")[2].partition("/")[0] for name in inside] == ["doc", "doc"]


def test_dropping_the_graph_of_an_article_leaves_what_another_tells() -> None:
    store = stored(small_graph())
    [plan] = found(store, f'?document dct:identifier "{PLAN.id}" ; kg:hasText ?text . ?x prov:wasDerivedFrom ?text')

    store.remove_graph(ox.NamedNode(plan))

    assert found(store, "GRAPH ?g { ?action a kg:Action ; rdfs:label ?x }") == ["bezoeken"]
    assert found(store, "GRAPH ?g { ?from kg:actsOn ?x }") == [
        "https://data.example.org/kg/id/organisation/havenbouw-1a1a1a1a"
    ]


def test_the_run_is_named_by_what_made_it_and_by_no_time(store: ox.Store) -> None:
    assert found(store, "?run a kg:ExtractionRun ; kg:pipeline ?x") == [RUN.pipeline]
    assert found(store, "?run prov:startedAtTime|prov:endedAtTime ?x") == []


def test_the_order_of_the_articles_does_not_matter() -> None:
    turned = replace(small_resolution(), extractions=(PLAN_SAYS, COPY_SAYS))

    assert set(quads(KnowledgeGraph(turned, RUN), Options())) == set(quads(small_graph(), Options()))


def test_an_article_keeps_its_iri_when_it_moves_to_another_folder(store: ox.Store) -> None:
    moved = replace(
        small_resolution().extractions[0], document=replace(COPY, id="elders/kort"), actions=(), mentions=()
    )

    again = stored(KnowledgeGraph(resolution_of((moved,), ()), RUN))

    assert found(again, "?x a kg:Document") == found(store, f'?x dct:identifier "{COPY.id}"')


@pytest.mark.parametrize(
    ("licence", "said"),
    [
        ("https://creativecommons.org/licenses/by/4.0/", "dct:license"),
        ("Overnemen mag met bronvermelding", "kg:rightsNote"),
    ],
)
def test_an_article_tells_its_section_and_its_licence(licence: str, said: str) -> None:
    told = replace(COPY_SAYS, document=replace(COPY, section="Economie", licence=licence), actions=(), mentions=())

    store = stored(KnowledgeGraph(resolution_of((told,), ()), RUN))

    assert found(store, "?article a kg:Document ; kg:section ?x") == ["Economie"]
    assert found(store, f"?article a kg:Document ; {said} ?x") == [licence]
    assert found(store, "?article a kg:Document ; dct:license|kg:rightsNote ?x") == [licence]
