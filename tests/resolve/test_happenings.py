"""Which actions tell of one happening, and which of two."""

from collections.abc import Callable
from typing import Any

import pytest

from kg.model import (
    Extraction,
    Modality,
    Resolution,
    Role,
)
from tests.resolve.marked import acted, article
from tests.resolve.retelling import NEXT_YEAR, TUESDAY, WEDNESDAY, dated, injuries, meeting, on, only_pair, pairs

Resolved = Callable[..., Resolution]


def test_a_headline_tells_the_same_as_its_lead(resolved: Resolved) -> None:
    text = article(
        "[Alpina|name organisation] schrapt [300 banen|nominal plural lemma=baan]",
        "De bank [Alpina NV|name organisation] wil [300 arbeidsplaatsen|nominal plural lemma=arbeidsplaats] schrappen.",
    )
    text = acted(text, "schrapt", "schrappen", (Role.AGENT, "Alpina"), (Role.PATIENT, "300 banen"))
    lead = ((Role.AGENT, "Alpina NV"), (Role.PATIENT, "300 arbeidsplaatsen"))
    text = acted(text, "schrappen", "schrappen", *lead, modality=Modality.INTENTION)

    same = only_pair(resolved(dated(text, TUESDAY, title="Alpina schrapt 300 banen")))

    assert same.reason == "same kind, agent, patient; headline and text"
    assert (same.action_id, same.differences) == ("a#action=7,14", ())


@pytest.mark.parametrize(
    ("buyer", "head", "told"),
    [
        ("Reisbureau Alpina", "Reisbureau", ["same kind, agent, patient; headline and text"]),
        ("Een topman van Alpina", "topman", []),
    ],
)
def test_a_noun_right_before_a_name_stands_for_it_and_no_other(
    buyer: str, head: str, told: list[str], resolved: Resolved
) -> None:
    phrase = buyer.replace("Alpina", "[Alpina|name organisation]")
    text = article(
        "[Alpina|name organisation] koopt [Berghut|name organisation]",
        f"[{phrase}|nominal head={head}] koopt ook [Berghut BV|name organisation].",
    )
    text = acted(text, "koopt", "kopen", (Role.AGENT, "Alpina"), (Role.PATIENT, "Berghut"))
    text = acted(text, "koopt ook", "kopen", (Role.AGENT, buyer), (Role.PATIENT, "Berghut BV"))

    corpus = resolved(dated(text, TUESDAY, title="Alpina koopt Berghut"))

    assert [same.reason for same in corpus.same_happenings] == told


def test_two_sentences_of_one_text_tell_of_two_happenings(resolved: Resolved) -> None:
    text = article(
        "[Kim Janssens|name person] bezocht [Alpina|name organisation].",
        "Daarna bezoekt [Janssens|name person] [Alpina NV|name organisation].",
    )
    text = acted(text, "bezocht", "bezoeken", (Role.AGENT, "Kim Janssens"), (Role.PATIENT, "Alpina"))
    text = acted(text, "bezoekt", "bezoeken", (Role.AGENT, "Janssens"), (Role.PATIENT, "Alpina NV"))

    assert pairs(resolved(dated(text, TUESDAY, title="Bezoek"))) == []


def test_a_headline_with_another_number_is_another_happening(resolved: Resolved) -> None:
    text = article(
        "[Alpina|name organisation] schrapt [300 banen|nominal plural lemma=baan]",
        "In Delft vervallen er bij [Alpina NV|name organisation] [90 banen|nominal plural lemma=baan] door schrappen.",
    )
    text = acted(text, "schrapt", "schrappen", (Role.AGENT, "Alpina"), (Role.PATIENT, "300 banen"))
    text = acted(text, "schrappen", "schrappen", (Role.AGENT, "Alpina NV"), (Role.PATIENT, "90 banen"))

    assert pairs(resolved(dated(text, TUESDAY, title="Alpina schrapt 300 banen"))) == []


def test_two_newspapers_of_the_same_days_tell_of_one_happening(resolved: Resolved) -> None:
    corpus = resolved(meeting("a", TUESDAY), meeting("b", WEDNESDAY, "gisteren"))

    assert pairs(corpus) == [("bezoeken", "bezoeken")]
    assert only_pair(corpus).reason == "same kind, agent, patient"


def test_synonyms_tell_of_one_happening(resolved: Resolved) -> None:
    first = article("[Alpina|name organisation] koopt [Berghut|name organisation].")
    second = article("[Alpina|name organisation] neemt vandaag [Berghut|name organisation] over.", id="b")
    actors = ((Role.AGENT, "Alpina"), (Role.PATIENT, "Berghut"))
    first, second = acted(first, "koopt", "kopen", *actors), acted(second, "neemt", "overnemen", *actors)

    assert pairs(resolved(dated(first, TUESDAY), dated(second, TUESDAY))) == [("kopen", "overnemen")]


@pytest.mark.parametrize(
    ("second", "why"),
    [
        (meeting("b", NEXT_YEAR), "a year lies between the articles"),
        (meeting("b", TUESDAY, "opnieuw"), "it happens again"),
        (meeting("b", WEDNESDAY, times=on("2025-12-24")), "it dates it to last year"),
        (meeting("b", WEDNESDAY, "toen", times=on(WEDNESDAY)), "it dates it to the next day"),
        (meeting("b", ""), "the article has no date"),
        (meeting("b", TUESDAY, modality=Modality.QUESTION), "it only asks"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_second_meeting_is_another_happening(second: Extraction, why: str, resolved: Resolved) -> None:
    assert pairs(resolved(meeting("a", TUESDAY, times=on(TUESDAY)), second)) == [], why


@pytest.mark.parametrize(("who", "whom"), [("Kim Janssens", "Berghut"), ("Els Claes", "Alpina")])
def test_another_agent_or_patient_makes_another_happening(who: str, whom: str, resolved: Resolved) -> None:
    other = article(f"[{who}|name person subject] bezocht [{whom}|name organisation] in Delft.", id="b")
    other = acted(other, "bezocht", "bezoeken", (Role.AGENT, who), (Role.PATIENT, whom), times=on(TUESDAY))

    assert pairs(resolved(meeting("a", TUESDAY, times=on(TUESDAY)), dated(other, TUESDAY))) == []


@pytest.mark.parametrize(
    ("first", "second", "is_same"),
    [("de derde etappe", "de etappe", True), ("de derde etappe", "de vierde etappe", False)],
)
def test_the_third_is_not_the_fourth(first: str, second: str, is_same: bool, resolved: Resolved) -> None:
    def victory(id: str, stage: str) -> Extraction:
        text = article(f"[Kim Janssens|name person] won [{stage}|nominal lemma=etappe].", id=id)
        text = acted(text, "won", "winnen", (Role.AGENT, "Kim Janssens"), (Role.PATIENT, stage), times=on(TUESDAY))
        return dated(text, TUESDAY)

    assert bool(pairs(resolved(victory("a", first), victory("b", second)))) is is_same


def test_a_second_of_its_kind_is_another_happening(resolved: Resolved) -> None:
    first = article("[Kim Janssens|name person] had dinsdag een overleg met [Alpina|name organisation].")
    second = article(
        "[Kim Janssens|name person] had dinsdag een tweede overleg met [Alpina|name organisation].", id="b"
    )
    roles = ((Role.AGENT, "Kim Janssens"), (Role.COMPANION, "Alpina"))
    told = [dated(acted(text, "overleg", "overleggen", *roles, times=on(TUESDAY)), TUESDAY) for text in (first, second)]

    assert pairs(resolved(*told)) == []


def test_people_hurt_on_another_day_were_hurt_in_another_accident(resolved: Resolved) -> None:
    first = injuries("a", "drie arbeiders", lemma="arbeider")
    second = injuries("b", "vijf mensen", lemma="mens", day="2026-03-01")

    assert pairs(resolved(first, second)) == []


def test_a_later_article_tells_what_was_planned_to_have_happened(resolved: Resolved) -> None:
    plan = meeting("a", TUESDAY, "straks", modality=Modality.INTENTION)

    same = only_pair(resolved(plan, meeting("b", "2026-05-01")))

    assert same.confidence < only_pair(resolved(meeting("a", TUESDAY), meeting("b", WEDNESDAY, "toen"))).confidence


def test_an_earlier_article_does_not_carry_out_a_later_plan(resolved: Resolved) -> None:
    plan = meeting("a", "2026-05-01", "straks", modality=Modality.INTENTION)

    assert pairs(resolved(plan, meeting("b", TUESDAY))) == []


def test_a_verb_that_says_little_needs_both_who_and_whom(resolved: Resolved) -> None:
    def receiving(id: str) -> Extraction:
        text = article("[Kim Janssens|name person subject] kreeg dinsdag iets in [Delft|name place].", id=id)
        roles = ((Role.AGENT, "Kim Janssens"), (Role.PLACE, "Delft"))
        return dated(acted(text, "kreeg", "krijgen", *roles, times=on(TUESDAY)), id)

    assert pairs(resolved(receiving(TUESDAY), receiving(WEDNESDAY))) == []


def test_of_two_tellings_in_the_other_article_the_more_alike_is_meant(resolved: Resolved) -> None:
    other = article(
        "[Kim Janssens|name person subject] bezocht [Alpina|name organisation] al.",
        "[Janssens|name person subject] bezoekt [Alpina NV|name organisation] dinsdag in Delft.",
        id="b",
    )
    other = acted(other, "bezocht", "bezoeken", (Role.AGENT, "Kim Janssens"), (Role.PATIENT, "Alpina"))
    dated_alike: dict[str, Any] = {"times": on(TUESDAY)}
    other = acted(other, "bezoekt", "bezoeken", (Role.AGENT, "Janssens"), (Role.PATIENT, "Alpina NV"), **dated_alike)

    same = only_pair(resolved(meeting("a", TUESDAY, **dated_alike), dated(other, TUESDAY)))

    assert same.reason == "same kind, agent, patient, time"


def test_the_pairs_do_not_depend_on_the_order_of_the_articles(resolved: Resolved) -> None:
    articles = [meeting(id, TUESDAY, f"{id}.") for id in "abc"]

    assert resolved(*articles).same_happenings == resolved(*reversed(articles)).same_happenings != ()
