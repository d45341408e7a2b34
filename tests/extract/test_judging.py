"""What somebody finds or calls a thing is a claim of theirs."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.lang import Language
from kg.model import Claim, Role
from tests.extract.trees import extraction_of

Parsed = Callable[..., Doc]


def _claims(doc: Doc, language: Language) -> tuple[Claim, ...]:
    return extraction_of(doc, language).claims


@pytest.mark.parametrize(
    ("sentence", "claimant", "judgement"),
    [
        ("De minister noemt het besluit onverantwoord.", "De minister", "onverantwoord"),
        ("De wethouder vindt de brug veel te duur.", "De wethouder", "veel te duur"),
        ("De burgemeester vindt het plan een goed idee.", "De burgemeester", "een goed idee"),
    ],
)
def test_a_judgement_is_a_claim_of_the_one_who_judges(
    sentence: str, claimant: str, judgement: str, parsed: Parsed, dutch: Language
) -> None:
    doc = parsed(sentence)

    [claim] = _claims(doc, dutch)

    assert (claim.claimant.text, claim.content.of(doc.text), claim.denied) == (claimant, judgement, False)


def test_who_finds_something_not_so_denies_it(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De vereniging acht een verbod niet nodig.")

    [claim] = _claims(doc, dutch)

    assert (claim.content.of(doc.text), claim.denied) == ("nodig", True)


def test_a_participle_that_is_said_of_a_thing_judges_it(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De minister noemt het besluit onverantwoord.")
    doc[5].pos_, doc[5].lemma_ = "VERB", "onverantwoorden"
    doc[5].set_morph("VerbForm=Part")  # type: ignore[attr-defined]  # the stubs of spaCy lack it

    extraction = extraction_of(doc, dutch)

    assert [action.predicate for action in extraction.actions] == ["noemen"]
    assert [claim.content.of(doc.text) for claim in extraction.claims] == ["onverantwoord"]


@pytest.mark.parametrize(
    "sentence",
    ["De agenten vonden de visser dood.", "Wat vindt de partij belangrijk?", "De artsen noemen de ziekte malaria."],
)
def test_a_state_a_question_and_a_name_are_no_judgement(sentence: str, parsed: Parsed, dutch: Language) -> None:
    assert _claims(parsed(sentence), dutch) == ()


def test_the_judgement_is_no_second_thing_that_is_judged(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De burgemeester vindt het plan een goed idee.")
    doc[7].dep_ = "obj"

    [action] = extraction_of(doc, dutch).actions

    assert [one.mention.text for one in action.arguments if one.role is Role.PATIENT] == ["het plan"]
