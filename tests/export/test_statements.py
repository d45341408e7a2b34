"""What a graph says in RDF."""

from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.export.options import Options
from kg.export.rdf import write_rdf12
from kg.export.terms import member
from kg.graph import KnowledgeGraph
from kg.model import (
    Certainty,
    CopyKind,
    Definiteness,
    Document,
    Entity,
    EntityType,
    Extraction,
    Link,
    Modality,
    Polarity,
    PronounClass,
    QuoteKind,
    Relation,
    RelationKind,
)
from kg.ontology import PREFIXES
from tests.corpus import (
    COPY,
    COPY_SAYS,
    ENTITIES,
    HAVENBOUW,
    RUN,
    SAID,
    small_graph,
    small_resolution,
)
from tests.export.storing import action, found, stored
from tests.factory import mention_of, resolution_of, sentences_of


def test_a_role_leads_from_the_action_to_the_entity(store: ox.Store) -> None:
    assert found(store, action("bezoeken") + "?action kg:agent/rdfs:label ?x") == ["Noor Zandbergen"]
    assert found(store, action("bezoeken") + "?action kg:patient/rdfs:label ?x") == ["Havenbouw"]


def test_a_filler_that_is_no_entity_is_known_by_its_words(store: ox.Store) -> None:
    assert found(store, action("slopen") + "?action kg:patient ?y . ?y a kg:TextFiller ; rdfs:label ?x") == [
        "300 woningen"
    ]


def test_only_a_fact_has_a_direct_edge(store: ox.Store) -> None:
    assert found(store, "?y kg:actsOn ?z ; rdfs:label ?x") == ["Noor Zandbergen"]


def test_the_direct_edge_of_a_verb_lies_below_acts_on(store: ox.Store) -> None:
    edge = "?from ?property ?to . ?property rdfs:subPropertyOf kg:actsOn ; rdfs:label ?x"

    assert found(store, edge) == ["bezoeken"]


def test_what_is_only_claimed_has_a_reported_edge(store: ox.Store) -> None:
    assert found(store, "?y kg:reportedlyActsOn ?z ; rdfs:label ?x") == ["Joris Plaatsman"]


@pytest.mark.parametrize(
    "told",
    [
        {"polarity": Polarity.NEGATIVE},
        {"modality": Modality.QUESTION},
        {"modality": Modality.CONDITIONAL},
        {"claim": replace(SAID, denied=True)},
    ],
    ids=["negative", "asked", "conditional", "denied"],
)
def test_what_nobody_says_happens_has_no_edge(told: dict[str, object]) -> None:
    actions = tuple(replace(action, **told) for action in COPY_SAYS.actions)  # type: ignore[arg-type]  # its fields
    graph = KnowledgeGraph(resolution_of((replace(COPY_SAYS, actions=actions),), ENTITIES_OF_COPY), RUN)

    assert found(stored(graph), "?x kg:actsOn|kg:reportedlyActsOn ?y") == []


def test_an_action_reifies_its_edge_whether_it_is_a_fact_or_not(tmp_path: Path) -> None:
    write_rdf12(small_graph(), tmp_path / "graph.trig", Options())
    store = ox.Store()
    store.load(path=tmp_path / "graph.trig", format=ox.RdfFormat.TRIG)

    edge = "GRAPH ?g { ?action rdf:reifies <<( ?from ?property ?to )>> ; kg:polarity ?x }"
    assert found(store, edge) == [PREFIXES["kg"] + "Negative", PREFIXES["kg"] + "Positive"]
    assert found(
        store, f"{edge} GRAPH ?graph {{ ?from ?property ?to }}".replace("?x }", "kg:Positive ; rdfs:label ?x }")
    ) == ["bezoeken"]


def test_an_uncertain_action_has_no_direct_edge() -> None:
    doubted = tuple(replace(told, certainty=Certainty.POSSIBLE) for told in COPY_SAYS.actions)
    graph = KnowledgeGraph(resolution_of((replace(COPY_SAYS, actions=doubted),), ENTITIES_OF_COPY), RUN)

    store = stored(graph)

    assert found(store, "?x kg:actsOn ?y") == []
    assert found(store, "?y kg:reportedlyActsOn ?z ; rdfs:label ?x") == ["Noor Zandbergen"]
    assert found(store, "?x rdfs:subPropertyOf kg:actsOn") == []


def test_a_known_day_is_a_date_of_the_action(store: ox.Store) -> None:
    assert found(store, action("bezoeken") + "?action kg:occursOn ?x") == ["2026-03-12"]


def test_a_vague_time_keeps_its_words(store: ox.Store) -> None:
    assert found(store, action("aanklagen") + "?action kg:time/rdfs:label ?x") == ["binnenkort"]
    assert found(store, action("aanklagen") + "?action kg:time/kg:edtf ?x") == []


def test_a_function_is_a_membership_with_its_sentence(store: ox.Store) -> None:
    topman = '?membership org:role/skos:prefLabel "topman"@nl . '

    assert found(store, topman + "?membership org:organization/rdfs:label ?x") == ["Havenbouw"]
    assert found(store, topman + "?membership kg:inSentence/nif:beginIndex ?x") == ["87"]


def test_a_group_includes_those_who_are_in_it(store: ox.Store) -> None:
    assert found(store, "?group a kg:Group ; kg:membersComplete false ; kg:includes/rdfs:label ?x") == ["Ans Bakker"]


def test_the_preposition_of_a_participant_stands_at_its_words() -> None:
    resolution = small_resolution()
    participations = tuple(
        replace(each, preposition="tegen") if each.mention == HAVENBOUW else each for each in resolution.participations
    )

    store = stored(KnowledgeGraph(replace(resolution, participations=participations), RUN))

    [place] = found(store, '?x kg:preposition "tegen"@nl')
    assert place.endswith(f"#char={HAVENBOUW.span.start},{HAVENBOUW.span.end}")


def test_a_part_a_country_and_a_second_name_are_stated() -> None:
    document = Document("a", "De Havendienst (HD), een deel van Domstad, sloot.")
    service = mention_of(document, "Havendienst", type=EntityType.ORGANISATION)
    acronym = mention_of(document, "HD", type=EntityType.ORGANISATION)
    town = mention_of(document, "Domstad", type=EntityType.PLACE)
    relations = (Relation(RelationKind.SAME_AS, acronym, service),)
    extraction = Extraction(document, sentences_of(document), (service, acronym, town), (), (), relations, ())
    entities = (
        Entity(
            "organisation/havendienst-1",
            EntityType.ORGANISATION,
            "Havendienst",
            ("HD",),
            (service, acronym),
            part_of=("place/domstad-1",),
            countries=("place/domstad-1",),
        ),
        Entity("place/domstad-1", EntityType.PLACE, "Domstad", (), (town,)),
    )

    store = stored(KnowledgeGraph(resolution_of((extraction,), entities), RUN))

    assert found(store, '?part rdfs:label "Havendienst" ; kg:partOf/rdfs:label ?x') == ["Domstad"]
    assert found(store, '?part rdfs:label "Havendienst" ; kg:country/rdfs:label ?x') == ["Domstad"]
    assert found(store, "?mention kg:namesSameAs/nif:anchorOf ?x") == ["Havendienst"]


@pytest.mark.parametrize(("confidence", "relation"), [(0.95, "owl:sameAs"), (0.5, "skos:closeMatch")])
def test_a_link_is_as_strong_as_it_is_sure(confidence: float, relation: str) -> None:
    link = Link("http://www.wikidata.org/entity/Q1", confidence, "name")
    resolution = small_resolution()
    linked = tuple(replace(entity, links=(link,)) for entity in resolution.entities)

    store = stored(KnowledgeGraph(replace(resolution, entities=linked), RUN))

    assert found(store, f"?y {relation} ?x") == ["http://www.wikidata.org/entity/Q1"]


def test_a_link_that_is_no_iri_is_left_out() -> None:
    resolution = small_resolution()
    linked = tuple(replace(entity, links=(Link("geen iri", 1.0, "name"),)) for entity in resolution.entities)

    store = stored(KnowledgeGraph(replace(resolution, entities=linked), RUN))

    assert found(store, "?x a kg:EntityLink") == []


ENTITIES_OF_COPY = tuple(
    replace(entity, mentions=tuple(mention for mention in entity.mentions if mention.document_id == COPY.id))
    for entity in ENTITIES
    if any(mention.document_id == COPY.id for mention in entity.mentions)
)


def test_members_of_two_enumerations_with_one_string_are_two_terms() -> None:
    assert member(Definiteness.DEMONSTRATIVE).endswith("#Demonstrative>")
    assert member(PronounClass.DEMONSTRATIVE).endswith("#DemonstrativePronoun>")
    assert member(QuoteKind.PARTIAL) != member(CopyKind.PARTIAL)
