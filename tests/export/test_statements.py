"""What a graph says in RDF."""

from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.export.options import Options
from kg.export.rdf import write_rdf12
from kg.export.statements import quads
from kg.export.terms import member
from kg.graph import KnowledgeGraph
from kg.model import (
    Certainty,
    Claim,
    CopyKind,
    Definiteness,
    Difference,
    Document,
    Entity,
    EntityType,
    Extraction,
    Link,
    MentionKind,
    Modality,
    Polarity,
    PronounClass,
    QuoteKind,
    Relation,
    RelationKind,
    Role,
    SameHappening,
)
from kg.ontology import PREFIXES, term_of
from tests.corpus import (
    COPY,
    COPY_SAYS,
    ENTITIES,
    HAVENBOUW,
    PLAN,
    PLAN_SAYS,
    QUOTED,
    RUN,
    SAID,
    small_graph,
    small_resolution,
)
from tests.factory import action_of, mention_of, place_of, resolution_of, sentences_of


def stored(graph: KnowledgeGraph) -> ox.Store:
    """Return the statements of a graph, in the default graph and in their own."""
    store = ox.Store()
    for *triple, name in quads(graph, Options()):
        store.load(f"{' '.join(triple)} .\n{' '.join(triple)} {name} .".encode(), format=ox.RdfFormat.N_QUADS)
    return store


@pytest.fixture(scope="module")
def store() -> ox.Store:
    return stored(small_graph())


def found(store: ox.Store, pattern: str) -> list[str]:
    """Return the texts of ?x, sorted."""
    rows = store.query(f"SELECT DISTINCT ?x WHERE {{ {pattern} }}", prefixes=dict(PREFIXES))
    assert isinstance(rows, ox.QuerySolutions)
    values = [row["x"] for row in rows]
    return sorted(value.value for value in values if isinstance(value, ox.NamedNode | ox.Literal))


def action(verb: str) -> str:
    return f'?action a kg:Action ; kg:actionType/skos:prefLabel "{verb}"@nl . '


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


def test_factuality_is_told_on_the_action(store: ox.Store) -> None:
    assert found(store, action("steunen") + "?action kg:polarity ?x") == [PREFIXES["kg"] + "Negative"]
    assert found(store, action("aanklagen") + "?action kg:modality ?x") == [PREFIXES["kg"] + "Future"]


def test_a_claim_names_its_claimant_and_holds_its_action(store: ox.Store) -> None:
    claim = "?claim kg:content ?action . "

    assert found(store, action("slopen") + claim + "?claim kg:claimant/rdfs:label ?x") == ["Joris Plaatsman"]


def test_a_claim_is_said_in_a_speech_act(store: ox.Store) -> None:
    said = "?claim kg:content ?action ; kg:saidIn ?speech . ?speech a kg:SpeechAct ; rdfs:label ?x"

    assert found(store, action("slopen") + said) == ["zeggen"]


def test_only_words_between_quote_marks_are_a_quotation(store: ox.Store) -> None:
    assert found(store, "?claim kg:quotation ?x") == [QUOTED.content.of(PLAN.text)]
    assert found(store, "?claim kg:wording/nif:anchorOf ?x") == sorted(
        [SAID.content.of(PLAN.text), QUOTED.content.of(PLAN.text)]
    )


def test_a_claim_in_a_claim_is_part_of_its_content() -> None:
    document = Document("a", "De krant meldt dat Ali zegt dat het regent.")
    paper = mention_of(document, "De krant", kind=MentionKind.NOMINAL)
    ali = mention_of(document, "Ali", type=EntityType.PERSON)
    outer = Claim("a", paper, place_of(document, "Ali zegt dat het regent"), None, QuoteKind.INDIRECT)
    inner = Claim(
        "a", ali, place_of(document, "het regent"), None, QuoteKind.INDIRECT, denied=True, within=outer.content
    )
    saying = action_of(document, "zegt", "zeggen", [(Role.AGENT, ali)], is_speech=True, claim=outer)
    raining = action_of(document, "regent", "regenen", claim=inner)
    extraction = Extraction(document, sentences_of(document), (paper, ali), (saying, raining), (outer, inner), (), ())
    entity = Entity("person/ali-1", EntityType.PERSON, "Ali", (), (ali,))

    store = stored(KnowledgeGraph(resolution_of((extraction,), (entity,)), RUN))

    nested = '?outer kg:claimant/rdfs:label "De krant" ; kg:content ?inner . ?inner kg:claimant/rdfs:label "Ali" . '
    assert found(store, nested + "?inner kg:content/rdfs:label ?x") == ["regenen"]
    assert found(store, nested + "?inner kg:denied ?x") == ["true"]


def test_who_denies_a_claim_denies_its_action_and_takes_nothing_from_its_claimant() -> None:
    document = Document("a", "Ali zegt dat het regent. Noor ontkent dat.")
    ali, noor = (mention_of(document, name, type=EntityType.PERSON) for name in ("Ali", "Noor"))
    said = Claim("a", ali, place_of(document, "het regent"), place_of(document, "zegt"), QuoteKind.INDIRECT)
    denial = replace(said, claimant=noor, cue=place_of(document, "ontkent"), denied=True, told_before=True)
    raining = replace(action_of(document, "regent", "regenen", claim=said), denials=(denial,))
    extraction = Extraction(document, sentences_of(document), (ali, noor), (raining,), (said, denial), (), ())
    people = tuple(Entity(f"person/{one.text}", EntityType.PERSON, one.text, (), (one,)) for one in (ali, noor))

    store = stored(KnowledgeGraph(resolution_of((extraction,), people), RUN))

    claims = action("regenen") + "?claim kg:content ?action ; kg:claimant/rdfs:label ?x . "
    assert found(store, claims) == ["Ali", "Noor"]
    assert found(store, claims + "?claim kg:denied true") == ["Noor"]


def test_a_claimant_that_is_no_entity_is_known_by_its_words() -> None:
    document = Document("a", "Volgens het rapport regent het.")
    report = mention_of(document, "het rapport", kind=MentionKind.NOMINAL)
    claim = Claim("a", report, place_of(document, "regent het"), place_of(document, "Volgens"), QuoteKind.INDIRECT)
    extraction = Extraction(document, sentences_of(document), (report,), (), (claim,), (), ())

    store = stored(KnowledgeGraph(resolution_of((extraction,), ()), RUN))

    assert found(store, "?claim kg:claimant ?y . ?y a kg:TextFiller ; rdfs:label ?x") == ["het rapport"]
    assert found(store, "?claim kg:cue/nif:anchorOf ?x") == ["Volgens"]


def test_every_place_that_tells_of_an_action_is_its_evidence(store: ox.Store) -> None:
    places = "?mention kg:denotes ?action ; nif:beginIndex ?x"

    assert found(store, action("bezoeken") + places) == ["26", "48"]


def test_a_place_knows_its_words_and_its_sentence(store: ox.Store) -> None:
    place = '?mention nif:anchorOf "Groen Kanaal"@nl ; kg:inSentence/nif:anchorOf ?x'

    assert found(store, place) == ["„Wij klagen Groen Kanaal binnenkort aan”, zei Plaatsman."]


def test_a_particle_that_stands_apart_is_part_of_its_mention(store: ox.Store) -> None:
    assert found(store, action("opgeven") + "?mention kg:denotes ?action ; kg:particle/nif:anchorOf ?x") == ["op"]


def test_a_repeated_sentence_points_at_the_first(store: ox.Store) -> None:
    assert found(store, "?later kg:repeats/nif:beginIndex ?x") == ["22"]


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


def test_a_mention_says_why_it_was_taken_for_an_earlier_one(store: ox.Store) -> None:
    assert found(store, "?mention kg:corefersWith/nif:anchorOf ?x") == ["Joris Plaatsman"]
    assert found(store, "?mention kg:coreferenceReason ?x") == ["surname"]
    assert found(store, "?mention kg:coreferenceConfidence ?x") == ["0.9"]


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


ENTITIES_OF_COPY = tuple(
    replace(entity, mentions=tuple(mention for mention in entity.mentions if mention.document_id == COPY.id))
    for entity in ENTITIES
    if any(mention.document_id == COPY.id for mention in entity.mentions)
)


def test_members_of_two_enumerations_with_one_string_are_two_terms() -> None:
    assert member(Definiteness.DEMONSTRATIVE).endswith("#Demonstrative>")
    assert member(PronounClass.DEMONSTRATIVE).endswith("#DemonstrativePronoun>")
    assert member(QuoteKind.PARTIAL) != member(CopyKind.PARTIAL)
