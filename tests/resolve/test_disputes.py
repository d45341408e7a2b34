"""What two tellings of one happening contradict each other in."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from kg.model import (
    Difference,
    Extraction,
    Polarity,
    QuoteKind,
    Resolution,
    Role,
)
from tests.resolve.marked import acted, article, claimed, find
from tests.resolve.retelling import TUESDAY, WEDNESDAY, dated, injuries, meeting, on, only_pair, pairs

Resolved = Callable[..., Resolution]


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
