"""Which actions tell of one happening, and which of two."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from kg.model import (
    Difference,
    Extraction,
    Modality,
    Polarity,
    QuoteKind,
    Resolution,
    Role,
    SameHappening,
    Span,
    TimeExpression,
)
from tests.resolve.marked import acted, article, claimed, find

Resolved = Callable[..., Resolution]

TUESDAY, WEDNESDAY, NEXT_YEAR = "2026-03-03", "2026-03-04", "2027-03-04"


def dated(extraction: Extraction, published: str, *, title: str = "") -> Extraction:
    """Return the article as published on a day; its title stands in its text."""
    return replace(extraction, document=replace(extraction.document, published=published, title=title))


def on(day: str) -> tuple[TimeExpression, ...]:
    """Return a time expression for a day, wherever it stands."""
    return (TimeExpression(Span(0, 0), day, day, day, day),)


def meeting(id: str, published: str, words: str = "", **told: object) -> Extraction:
    """Return an article in which Kim Janssens visits Alpina."""
    text = article(f"[Kim Janssens|name person subject] bezocht {words} [Alpina|name organisation] in Delft.", id=id)
    actors = ((Role.AGENT, "Kim Janssens"), (Role.PATIENT, "Alpina"))
    return dated(acted(text, "bezocht", "bezoeken", *actors, **told), published)


def injuries(id: str, people: str, *, lemma: str, predicate: str = "verwonden", day: str = TUESDAY) -> Extraction:
    """Return an article in which people get hurt in Delft."""
    marked = f"In [Delft|name place] raakten [{people}|nominal group lemma={lemma}] gewond."
    text = article(marked, id=id)
    roles = ((Role.PLACE, "Delft"), (Role.PATIENT, people))
    return dated(acted(text, "gewond", predicate, *roles, times=on(day)), TUESDAY)


def pairs(corpus: Resolution) -> list[tuple[str, str]]:
    """Return the predicates of each pair of actions that tell of one happening."""
    verbs = {action.id: action.first.predicate for action in corpus.actions}
    return [(verbs[same.action_id], verbs[same.other_id]) for same in corpus.same_happenings]


def only_pair(corpus: Resolution) -> SameHappening:
    [same] = corpus.same_happenings
    return same


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


def test_two_agents_of_what_is_done_once_contradict_each_other(resolved: Resolved) -> None:
    def theft(id: str, who: str) -> Extraction:
        text = article(f"[{who}|name person subject] stal dinsdag [de Zonnevaas|name work] uit het museum.", id=id)
        actors = ((Role.AGENT, who), (Role.PATIENT, "de Zonnevaas"))
        return dated(acted(text, "stal", "stelen", *actors, times=on(TUESDAY)), WEDNESDAY)

    same = only_pair(resolved(theft("a", "Kim Janssens"), theft("b", "Els Claes")))

    assert same.differences == (Difference.AGENT,)


def test_a_copy_with_another_number_contradicts_its_original_though_nobody_is_named(resolved: Resolved) -> None:
    rest = " ".join(f"De brandweer bluste daarna ook nog het vuur in schuur {number}." for number in "123")
    one, other = (
        dated(
            acted(
                article(f"Bij de brand in een flat raakten [{people}|nominal group] gewond. {rest}", id=people[:3]),
                "gewond",
                "verwonden",
                (Role.PATIENT, people),
            ),
            TUESDAY,
        )
        for people in ("zeven mensen", "negen mensen")
    )

    same = only_pair(resolved(one, other))

    assert same.differences == (Difference.NUMBER,)


def test_other_numbers_of_people_hurt_in_one_place_contradict_each_other(resolved: Resolved) -> None:
    workers = injuries("a", "drie arbeiders", lemma="arbeider", predicate="gewond raken")
    people = injuries("b", "vijf mensen", lemma="mens")

    same = only_pair(resolved(workers, people))

    assert same.differences == (Difference.NUMBER,)
    assert same.reason == "same kind, patient, setting, time"


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


def test_another_sentence_for_one_conviction_is_a_contradiction(resolved: Resolved) -> None:
    def conviction(id: str, years: str) -> Extraction:
        text = article(
            f"[De rechter|nominal person] gaf [Kim Janssens|name person] [{years} jaar cel|nominal lemma=jaar].",
            id=id,
        )
        roles = ((Role.PATIENT, "Kim Janssens"), (Role.THEME, f"{years} jaar cel"))
        return dated(acted(text, "gaf", "veroordelen", *roles, times=on(TUESDAY)), TUESDAY)

    assert only_pair(resolved(conviction("a", "vier"), conviction("b", "drie"))).differences == (Difference.NUMBER,)


@pytest.mark.parametrize("workers", ["drie arbeiders", "drie arbeiders van 2 bedrijven"])
def test_as_many_people_do_not_contradict_each_other(workers: str, resolved: Resolved) -> None:
    first, second = injuries("a", workers, lemma="arbeider"), injuries("b", "3 mensen", lemma="mens")

    assert only_pair(resolved(first, second)).differences == ()


def test_people_hurt_on_another_day_were_hurt_in_another_accident(resolved: Resolved) -> None:
    first = injuries("a", "drie arbeiders", lemma="arbeider")
    second = injuries("b", "vijf mensen", lemma="mens", day="2026-03-01")

    assert pairs(resolved(first, second)) == []


@pytest.mark.parametrize("told", [{"polarity": Polarity.NEGATIVE}, {"polarity": Polarity.POSITIVE}])
def test_a_newspaper_that_says_it_did_not_happen_contradicts_the_other(
    told: Mapping[str, object], resolved: Resolved
) -> None:
    same = only_pair(resolved(meeting("a", TUESDAY), meeting("b", TUESDAY, "zelf", **told)))

    assert same.differences == ((Difference.POLARITY,) if told["polarity"] is Polarity.NEGATIVE else ())


def test_a_denial_contradicts_the_claim_in_the_same_article(resolved: Resolved) -> None:
    text = article(
        "[Els Claes|name person] zegt dat [Kim Janssens|name person] [de vaas|nominal lemma=vaas] stal.",
        "[Kim Janssens|name person] ontkent dat [Janssens|name person] [die vaas|nominal lemma=vaas] wegnam.",
    )
    text = claimed(text, "Els Claes", "Kim Janssens de vaas stal", QuoteKind.INDIRECT)
    text = claimed(text, "Kim Janssens", "Janssens die vaas wegnam", QuoteKind.INDIRECT)
    said, denied = text.claims[0], replace(text.claims[1], claimant=find(text, "Kim Janssens", 1), denied=True)
    text = acted(text, "stal", "stelen", (Role.AGENT, "Kim Janssens"), (Role.PATIENT, "de vaas"), claim=said)
    whom, is_not = (Role.PATIENT, "die vaas"), Polarity.NEGATIVE
    text = acted(text, "wegnam", "roven", (Role.AGENT, "Janssens"), whom, claim=denied, polarity=is_not)

    same = only_pair(resolved(dated(text, TUESDAY)))

    assert same.reason == "same kind, agent, patient; claim and denial"
    assert same.differences == (Difference.POLARITY,)


def leaving(*, other: str, predicate: str = "vertrekken") -> Extraction:
    """Return an article in which two say of the same one that they leave, and that they do not."""
    text = article(
        "[Els Claes|name person] zegt dat [Kim Janssens|name person] vertrekt.",
        f"[Alpina|name organisation] ontkent dat [{other}|name person] weggaat.",
    )
    text = claimed(text, "Els Claes", "Kim Janssens vertrekt", QuoteKind.INDIRECT)
    text = claimed(text, "Alpina", f"{other} weggaat", QuoteKind.INDIRECT)
    said, denied = text.claims[0], replace(text.claims[1], denied=True)
    text = acted(text, "vertrekt", "vertrekken", (Role.AGENT, "Kim Janssens"), claim=said)
    text = acted(text, "weggaat", predicate, (Role.AGENT, other), claim=denied, polarity=Polarity.NEGATIVE)
    return dated(text, TUESDAY)


def test_who_alone_takes_part_is_enough_for_a_dispute_in_one_article(resolved: Resolved) -> None:
    same = only_pair(resolved(leaving(other="Janssens")))

    assert same.reason == "same kind, agent; claim and denial"
    assert same.differences == (Difference.POLARITY,)


def test_that_another_does_not_leave_is_no_dispute(resolved: Resolved) -> None:
    assert pairs(resolved(leaving(other="Vera Pol"))) == []


def counts(people: str, others: str, *, lemma: str, where: tuple[str, str] = ("", "")) -> Extraction:
    """Return an article in which two say how many people fell, each of a place if any."""
    text = article(
        f"[Els Claes|name person] zegt dat [{people}|nominal group lemma={lemma}] vielen {where[0]}.",
        f"[Alpina|name organisation] zegt dat [{others}|nominal group lemma={lemma}] ten val kwamen {where[1]}.",
    )
    text = claimed(text, "Els Claes", f"{people} vielen", QuoteKind.INDIRECT)
    text = claimed(text, "Alpina", f"{others} ten val kwamen", QuoteKind.INDIRECT)
    text = acted(text, "vielen", "vallen", (Role.AGENT, people), claim=text.claims[0])
    return dated(acted(text, "val", "vallen", (Role.AGENT, others), claim=text.claims[1]), TUESDAY)


def test_two_numbers_of_people_hurt_by_two_sources_of_one_article_are_a_dispute(resolved: Resolved) -> None:
    same = only_pair(resolved(counts("drie mensen", "vijf mensen", lemma="mens")))

    assert same.reason == "same kind, agent; two counts"
    assert same.differences == (Difference.NUMBER,)


def test_two_numbers_of_those_that_each_source_has_of_its_own_are_no_dispute(resolved: Resolved) -> None:
    assert pairs(resolved(counts("drie spelers", "vijf spelers", lemma="speler"))) == []


def test_two_numbers_of_people_of_two_places_are_no_dispute(resolved: Resolved) -> None:
    places = "in [Delft|name place]", "in [Gent|name place]"

    assert pairs(resolved(counts("drie mensen", "vijf mensen", lemma="mens", where=places))) == []


def test_what_is_denied_twice_contradicts_nothing(resolved: Resolved) -> None:
    text = article(
        "[Els Claes|name person] zegt dat [Kim Janssens|name person] vertrekt.",
        "[Alpina|name organisation] ontkent dat [Kim Janssens|name person] niet weggaat.",
    )
    text = claimed(text, "Els Claes", "Kim Janssens vertrekt", QuoteKind.INDIRECT)
    text = claimed(text, "Alpina", "Kim Janssens niet weggaat", QuoteKind.INDIRECT)
    said, denied = text.claims[0], replace(text.claims[1], denied=True)
    text = acted(text, "vertrekt", "vertrekken", (Role.AGENT, "Kim Janssens"), claim=said)
    text = acted(text, "weggaat", "vertrekken", (Role.AGENT, "Kim Janssens"), claim=denied)

    assert pairs(resolved(dated(text, TUESDAY))) == []


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
