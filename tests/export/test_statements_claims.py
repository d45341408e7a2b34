"""What a graph says in RDF of who claims and denies, and where it stands."""

from dataclasses import replace

import pyoxigraph as ox

from kg.graph import KnowledgeGraph
from kg.model import (
    Claim,
    Document,
    Entity,
    EntityType,
    Extraction,
    MentionKind,
    QuoteKind,
    Role,
)
from kg.ontology import PREFIXES
from tests.corpus import (
    PLAN,
    QUOTED,
    RUN,
    SAID,
)
from tests.export.storing import action, found, stored
from tests.factory import action_of, mention_of, place_of, resolution_of, sentences_of


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


def test_a_mention_says_why_it_was_taken_for_an_earlier_one(store: ox.Store) -> None:
    assert found(store, "?mention kg:corefersWith/nif:anchorOf ?x") == ["Joris Plaatsman"]
    assert found(store, "?mention kg:coreferenceReason ?x") == ["surname"]
    assert found(store, "?mention kg:coreferenceConfidence ?x") == ["0.9"]
