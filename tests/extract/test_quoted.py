"""Whose words stand between quote marks."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.lang import Language
from kg.model import QuoteKind
from tests.extract.attributing import claims, sources, told

Parsed = Callable[..., Doc]


@pytest.mark.parametrize(
    ("sentence", "claimant", "content"),
    [
        ('"De weg is dicht", zegt burgemeester Anna Smit.', "Anna Smit", "De weg is dicht"),
        ('"Dit is een schande", klinkt het bij de vakbond.', "de vakbond", "Dit is een schande"),
        ('Smit: "Wij stoppen ermee."', "Smit", "Wij stoppen ermee."),
    ],
)
def test_a_quote_is_said_by_the_one_named_beside_it(
    parsed: Parsed, dutch: Language, sentence: str, claimant: str, content: str
) -> None:
    [claim] = told(parsed(sentence), dutch).claims

    assert (claim.claimant.text, claim.content.of(sentence), claim.kind) == (claimant, content, QuoteKind.DIRECT)


def test_a_few_quoted_words_are_those_of_the_subject(parsed: Parsed, dutch: Language) -> None:
    sentence = "De vakbond noemt het plan 'een schande'."

    [claim] = told(parsed(sentence), dutch).claims

    assert (claim.claimant.text, claim.content.of(sentence)) == ("De vakbond", "een schande")
    assert claim.kind is QuoteKind.PARTIAL


def test_a_quoted_sentence_behind_a_quote_goes_on_from_it(parsed: Parsed, dutch: Language) -> None:
    doc = parsed('"De weg is dicht", zegt burgemeester Anna Smit.', '"We sturen iedereen naar huis."')

    assert claims(doc, dutch) == [("Anna Smit", "De weg is dicht"), ("Anna Smit", "We sturen iedereen naar huis.")]


def test_a_quote_of_ik_without_a_speaker_is_of_the_subject_before_it(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Smit kwam naar buiten.", '"Ik weet van niets."')

    assert claims(doc, dutch) == [("Smit", "Ik weet van niets.")]


def test_a_quote_that_nobody_is_named_for_is_no_claim(parsed: Parsed, dutch: Language) -> None:
    assert claims(parsed('"We sturen iedereen naar huis."'), dutch) == []


def test_ik_in_a_quote_is_its_speaker(parsed: Parsed, dutch: Language) -> None:
    assert sources(parsed('"Ik denk dat de dijk breekt", zei Smit.'), dutch) == {
        "denken": "Smit",
        "breken": "Smit",
        "zeggen": "",
    }


def test_a_quote_behind_a_colon_is_one_claim(parsed: Parsed, dutch: Language) -> None:
    assert claims(parsed('Smit zei: "De dijk brak."'), dutch) == [("Smit", "De dijk brak.")]


def test_volgens_behind_a_full_stop_says_nothing_of_the_quote_before(parsed: Parsed, dutch: Language) -> None:
    doc = parsed('"De raad zei niets", zegt Smit.', '"De boot zonk."', "Volgens de gemeente brak de dijk.")

    assert [claimant for claimant, _ in claims(doc, dutch)] == ["Smit", "Smit", "de gemeente"]


def test_a_verb_within_a_quote_reports_nothing_outside_it(parsed: Parsed, dutch: Language) -> None:
    assert claims(parsed('"De raad zei niets", zegt Smit.'), dutch) == [("Smit", "De raad zei niets")]


def test_a_quote_without_a_verb_that_ends_as_a_sentence_goes_on_from_the_one_before(
    parsed: Parsed, dutch: Language
) -> None:
    doc = parsed('"De raad zei niets", zegt Smit.', '"Geen woord."')

    assert claims(doc, dutch)[1] == ("Smit", "Geen woord.")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ('De directeur gaf "een kleine fout" toe.', [("De directeur", "een kleine fout")]),
        (
            'De directeur gaf toe dat "een klein deel" is verkocht.',
            [("De directeur", 'dat "een klein deel" is verkocht')],
        ),
        ('De dichter schreef "De avonden".', []),
    ],
)
def test_quoted_words_that_somebody_says_are_one_claim_and_a_title_is_none(
    sentence: str, expected: list[tuple[str, str]], parsed: Parsed, dutch: Language
) -> None:
    assert claims(parsed(sentence), dutch) == expected
