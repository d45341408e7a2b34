"""Attribution: whose words or view a text gives."""

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

from kg.extract.attribution import attribute
from kg.lang import Language
from kg.model import ActionMention, Certainty, Claim, Mention, MentionKind, QuoteKind, Span
from tests.extract.attributing import claims, sources, told

Parsed = Callable[..., Doc]


@pytest.mark.parametrize(
    ("sentence", "claimant", "content"),
    [
        ("Smit zegt de dijk niet te kennen.", "Smit", "de dijk niet te kennen"),
        ("Volgens de gemeente brak de dijk.", "de gemeente", "brak de dijk"),
        ("De dijk brak, aldus de gemeente.", "de gemeente", "De dijk brak"),
        ("Dat volstaat volgens de bewoners niet.", "de bewoners", "Dat volstaat volgens de bewoners niet"),
        (
            "De verklaring van de minister dat hij niets wist, overtuigt niemand.",
            "de minister",
            "dat hij niets wist",
        ),
        (
            "De vissers ontkennen dat ze het net kapten en zijn gisteren vertrokken.",
            "De vissers",
            "dat ze het net kapten",
        ),
        (
            "De vissers ontkennen dat ze het net kapten en gisteren zijn vertrokken.",
            "De vissers",
            "dat ze het net kapten en gisteren zijn vertrokken",
        ),
        ("Naar eigen zeggen heeft Smit niets gezien.", "Smit", "heeft Smit niets gezien"),
        ("Door de politie werd gezegd dat de dijk brak.", "de politie", "dat de dijk brak"),
        ("Uit het rapport blijkt dat de dijk brak.", "het rapport", "dat de dijk brak"),
        ("Smit, die zei dat de dijk brak, vertrok.", "Smit", "dat de dijk brak"),
        ("De vakbond laat weten dat zij staakt.", "De vakbond", "dat zij staakt"),
        ("Smit is van mening dat de dijk sterk is.", "Smit", "dat de dijk sterk is"),
        ("De raad wil dat de brug opengaat.", "De raad", "dat de brug opengaat"),
        ("De gemeente kondigt de sluiting van het zwembad aan.", "De gemeente", "de sluiting van het zwembad"),
        ('Smit zei dat zij "verrast en boos" was.', "Smit", 'dat zij "verrast en boos" was'),
        ("De boot zonk, zegt Smit, en de dijk brak.", "Smit", "De boot zonk"),
        ("De dijk is dicht, laat Smit weten.", "Smit", "De dijk is dicht"),
        ("De raad zegt niets te weten.", "De raad", "niets te weten"),
        ("De rechter is ervan overtuigd dat de dijk brak.", "De rechter", "dat de dijk brak"),
        ("Naar het oordeel van de rechter brak de dijk.", "de rechter", "brak de dijk"),
        ("De brug viel volgens Smit en de raad sloot de weg.", "Smit", "De brug viel"),
    ],
)
def test_reported_words_have_a_claimant_and_their_exact_place(
    parsed: Parsed, dutch: Language, sentence: str, claimant: str, content: str
) -> None:
    found = claims(parsed(sentence), dutch)

    assert found[0] == (claimant, content)


def test_words_on_both_sides_of_a_reporting_clause_are_two_claims(parsed: Parsed, dutch: Language) -> None:
    found = claims(parsed("De boot zonk, zegt Smit, en de dijk brak."), dutch)

    assert found == [("Smit", "De boot zonk"), ("Smit", "en de dijk brak")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Er wordt gezegd dat de dijk brak.",
        "De cijfers tonen aan dat de dijk zakt.",
        "De bewoners vragen de raad de brug te sluiten.",
        "Smit hoopt te winnen.",
        "De dijk brak volgens plan.",
        "De raad moet uitleggen wanneer de dijk brak.",
        "Smit wil niet zeggen of de dijk brak.",
    ],
)
def test_there_is_no_claim_without_somebody_who_claims_it(parsed: Parsed, dutch: Language, sentence: str) -> None:
    assert claims(parsed(sentence), dutch) == []


@pytest.mark.parametrize(
    ("sentence", "verb", "claimant"),
    [
        ("Bewoners klaagden op de radio dat de brug te laat openging.", "openging", "Bewoners"),
        ("De omroeper riep zo luid dat de ruiten trilden.", "trilden", ""),
    ],
)
def test_a_clause_with_dat_beside_a_verb_of_speech_is_said_but_for_what_comes_of_a_degree(
    parsed: Parsed, dutch: Language, sentence: str, verb: str, claimant: str
) -> None:
    doc = parsed(sentence)
    [clause] = [token for token in doc if token.text == verb]
    clause.dep_ = "advcl"

    assert list(sources(doc, dutch).values()) == ["", claimant]


def test_what_nobody_could_confirm_is_nobodys_claim_and_no_fact(parsed: Parsed, dutch: Language) -> None:
    extraction = told(parsed("De gids kon niet bevestigen dat de boot zonk."), dutch)

    assert extraction.claims == ()
    assert extraction.actions[-1].certainty is Certainty.POSSIBLE


def test_claims_nest(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De krant meldt dat Smit zegt dat de dijk brak.")

    outer, inner = told(doc, dutch).claims

    assert (outer.claimant.text, outer.within) == ("De krant", None)
    assert (inner.claimant.text, inner.within) == ("Smit", outer.content)


def test_an_action_has_the_innermost_claim_that_it_is_told_in(parsed: Parsed, dutch: Language) -> None:
    found = sources(parsed("De krant meldt dat Smit zegt dat de dijk brak."), dutch)

    assert found == {"melden": "", "zeggen": "De krant", "breken": "Smit"}


def test_a_main_clause_behind_a_reported_one_is_told_by_the_text_itself(parsed: Parsed, dutch: Language) -> None:
    found = sources(parsed("Smit zei dat de dijk brak en gaf de sleutel af."), dutch)

    assert found == {"zeggen": "", "breken": "Smit", "afgeven": ""}


def test_a_verb_that_attributes_is_speech(parsed: Parsed, dutch: Language) -> None:
    actions = told(parsed("De krant meldt dat Smit zegt dat de dijk brak."), dutch).actions

    assert [action.predicate for action in actions if action.is_speech] == ["melden", "zeggen"]


def test_an_object_before_te_is_part_of_what_is_said(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De raad zegt niets te weten.")
    doc[3].head = doc[2]

    assert claims(doc, dutch) == [("De raad", "niets te weten")]


def test_a_source_reaches_no_further_back_than_a_colon(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De raad is boos: volgens Smit brak de dijk.")
    doc[6].head = doc[3]

    assert claims(doc, dutch) == [("Smit", "brak de dijk")]


def test_claims_nest_three_deep(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De krant meldt dat Smit zegt dat Mulder beweert dat de brug viel.")

    outer, middle, inner = told(doc, dutch).claims

    assert [claim.claimant.text for claim in (outer, middle, inner)] == ["De krant", "Smit", "Mulder"]
    assert [claim.within for claim in (outer, middle, inner)] == [None, outer.content, middle.content]


def test_a_second_clause_without_a_conjunction_is_part_of_the_first(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De krant meldt dat Smit zegt dat Mulder beweert dat de brug viel.")
    doc[8].head = doc[2]

    assert claims(doc, dutch)[0] == ("De krant", "dat Smit zegt dat Mulder beweert dat de brug viel")


def test_weten_is_speech_behind_laten(parsed: Parsed, dutch: Language) -> None:
    actions = told(parsed("De dijk is dicht, laat Smit weten."), dutch).actions

    assert [(action.predicate, action.is_speech) for action in actions] == [("weten", True)]


def test_a_claim_knows_whom_it_was_told_to(parsed: Parsed, dutch: Language) -> None:
    [claim] = told(parsed("Smit vertelt de raad dat de dijk brak."), dutch).claims

    assert claim.addressee is not None
    assert claim.addressee.text == "de raad"


def test_a_sentence_told_twice_makes_its_claim_once(parsed: Parsed, dutch: Language) -> None:
    sentence = "Volgens de gemeente brak de dijk."

    assert len(claims(parsed(sentence, sentence), dutch)) == 1


def test_the_words_that_attribute_are_no_part_of_the_claim() -> None:
    speaker = Mention(
        "krant/1", Span(10, 40), "het bestuur dat de club leidt", Span(14, 21), "bestuur", MentionKind.NOMINAL
    )
    claim = Claim("krant/1", speaker, content=Span(0, 60), cue=Span(5, 9), kind=QuoteKind.INDIRECT)
    within_speaker, within_content = (
        ActionMention("krant/1", (Span(start, start + 4),), "leiden", (), sentence=0) for start in (30, 50)
    )

    found = attribute((within_speaker, within_content), (claim,))

    assert [action.claim for action in found] == [None, claim]


def test_a_text_without_a_parse_makes_no_error(dutch: Language) -> None:
    doc = spacy.blank("nl")('Volgens X zegt Y: "Ik kom." „Dat\n\n„is" zo, aldus Z')

    assert claims(doc, dutch) == []


def test_who_does_not_exclude_something_says_that_it_can_be_and_does_not_deny_it(
    parsed: Parsed, dutch: Language
) -> None:
    [open_one] = told(parsed("De rederij sluit niet uit dat stuurman Teun Pol wordt ontslagen."), dutch).claims
    [excluded] = told(parsed("De rederij sluit uit dat stuurman Teun Pol wordt ontslagen."), dutch).claims

    assert (open_one.claimant.text, open_one.denied) == ("De rederij", False)
    assert (excluded.claimant.text, excluded.denied) == ("De rederij", True)


def test_what_somebody_takes_for_granted_is_their_view(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De politie gaat ervan uit dat de schipper loog.")
    doc[8].dep_ = "advcl"  # as parsers often have it

    assert sources(doc, dutch)["liegen"] == "De politie"
