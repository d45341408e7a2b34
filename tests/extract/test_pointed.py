"""What takes up the sentence before: `Dat ontkent Smit.`"""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.lang import Language
from kg.model import Polarity
from tests.extract.attributing import claims, sources, told

Parsed = Callable[..., Doc]


@pytest.mark.parametrize(
    ("sentence", "is_denied"),
    [
        ("Smit ontkent dat zij de sleutel heeft.", True),
        ("Smit ontkent niet dat zij de sleutel heeft.", False),
        ("Smit gelooft niet dat de brug valt.", True),
        ("Smit zegt de dijk niet te kennen.", False),
    ],
)
def test_a_denial_says_that_it_is_not_so(parsed: Parsed, dutch: Language, sentence: str, is_denied: bool) -> None:
    [claim] = told(parsed(sentence), dutch).claims

    assert claim.denied is is_denied


@pytest.mark.parametrize(
    ("sentence", "claimant"),
    [("Dat meldt de politie.", "de politie"), ("Dat blijkt uit cijfers van de gemeente.", "de gemeente")],
)
def test_dat_at_the_start_takes_up_the_sentence_before(
    parsed: Parsed, dutch: Language, sentence: str, claimant: str
) -> None:
    doc = parsed("De dijk brak volgens plan.", sentence)

    assert claims(doc, dutch) == [(claimant, "De dijk brak volgens plan")]
    assert sources(doc, dutch)["breken"] == claimant


def test_dat_is_taken_up_whatever_the_parse_makes_of_it(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De dijk brak volgens plan.", "Dat bevestigen bronnen.")
    doc[6].dep_, doc[8].dep_ = "det", "obj"

    assert claims(doc, dutch) == [("bronnen", "De dijk brak volgens plan")]


@pytest.mark.parametrize("label", ["obj", "mark"])
def test_what_follows_ontkent_dat_and_a_colon_is_said_and_not_denied(
    parsed: Parsed, dutch: Language, label: str
) -> None:
    doc = parsed("De dijk brak volgens plan.", 'Smit ontkent dat: "Zij heeft de sleutel."')
    dat = next(token for token in doc if token.text == "dat")
    dat.dep_, dat.pos_ = label, "PRON" if label == "obj" else "SCONJ"
    dat.head = next(token for token in doc if token.text == ("ontkent" if label == "obj" else "heeft"))

    found = {action.predicate: action for action in told(doc, dutch).actions}

    assert (found["hebben"].polarity, found["hebben"].claimant) == (
        Polarity.POSITIVE,
        found["ontkennen"].arguments[0].mention,
    )
    assert [claim.claimant.text for claim in found["breken"].denials] == ["Smit"]


def test_sprak_dat_tegen_denies_whatever_the_parse_makes_of_it(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De dijk brak volgens plan.", "Smit sprak dat tegen.")
    doc[7].lemma_, doc[8].dep_, doc[9].dep_ = "spreken", "nsubj", "advmod"

    assert [claim.denied for claim in told(doc, dutch).claims] == [True]


def test_dat_behind_dat_takes_up_the_same_sentence(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De dijk brak volgens plan.", "Dat meldt de politie.", "Dat blijkt uit cijfers van de gemeente.")

    assert {content for _, content in claims(doc, dutch)} == {"De dijk brak volgens plan"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Smit sprak dat tegen.",
        "Dat ontkent Smit.",
        "Mulder noemt dat onzin.",
        "Vos wijst die beschuldiging van de hand.",
    ],
)
def test_who_denies_the_sentence_before_does_not_tell_it(parsed: Parsed, dutch: Language, sentence: str) -> None:
    extraction = told(parsed("De dijk brak volgens plan.", sentence), dutch)

    [claim] = extraction.claims

    assert (claim.denied, claim.content.of(extraction.document.text)) == (True, "De dijk brak volgens plan")
    assert [(action.claim, action.denials, action.is_fact) for action in extraction.actions[:1]] == [
        (None, (claim,), False)
    ]


def test_who_denies_a_claim_denies_its_content_and_leaves_it_to_its_claimant(parsed: Parsed, dutch: Language) -> None:
    extraction = told(parsed("Volgens de gemeente brak de dijk.", "Smit sprak dat tegen."), dutch)

    said, denied = extraction.claims

    assert (said.content, said.denied) == (denied.content, False)
    assert [(action.claim, action.denials) for action in extraction.actions[:1]] == [(said, (denied,))]


def test_who_denies_what_has_a_ground_of_hearsay_denies_the_ground_alone(parsed: Parsed, dutch: Language) -> None:
    sentence = "De kassier werd ontslagen omdat hij geld zou hebben gestolen."

    extraction = told(parsed(sentence, "Smit sprak dat tegen."), dutch)

    [claim] = extraction.claims
    dismissing, stealing, _ = extraction.actions
    assert claim.content.of(extraction.document.text) == "omdat hij geld zou hebben gestolen"
    assert (dismissing.is_fact, dismissing.denials, stealing.denials) == (True, (), (claim,))


@pytest.mark.parametrize(
    "sentence",
    [
        "De kassier werd ontslagen omdat hij geld had gestolen.",
        "De kassier zou zijn ontslagen omdat hij geld zou hebben gestolen.",
    ],
)
def test_a_ground_that_is_as_sure_as_the_rest_is_denied_with_it(sentence: str, parsed: Parsed, dutch: Language) -> None:
    extraction = told(parsed(sentence, "Smit sprak dat tegen."), dutch)

    [claim] = extraction.claims

    assert claim.content.of(extraction.document.text) == sentence.removesuffix(".")


@pytest.mark.parametrize("sentence", ["De raad vindt dat niet genoeg.", "Dat wordt verklaard door de vraag."])
def test_what_is_no_report_and_no_denial_takes_nothing_up(parsed: Parsed, dutch: Language, sentence: str) -> None:
    assert claims(parsed("De brug is dicht.", sentence), dutch) == []


def test_without_a_sentence_before_there_is_nothing_to_deny(parsed: Parsed, dutch: Language) -> None:
    assert claims(parsed("Smit sprak dat tegen."), dutch) == []
