"""What is proven, suspected, rumoured or asked, and what is not."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.lang import Language
from kg.model import ActionMention, Certainty, Modality, Polarity
from tests.extract.acting import actions_of

Parsed = Callable[..., Doc]


def _told(sentence: str, parsed: Parsed, dutch: Language) -> ActionMention:
    """Return the action of lying, leaving or stealing that a test sentence says something of."""
    actions = actions_of(parsed(sentence), dutch)
    return next(one for one in actions if one.predicate in ("liegen", "vertrekken", "stelen"))


@pytest.mark.parametrize(
    "sentence",
    [
        "De rechter acht niet bewezen dat de schipper loog.",
        "Het is niet bewezen dat de schipper loog.",
        "De rederij heeft geen bewijs dat de schipper loog.",
        "Er is geen aanwijzing dat de schipper loog.",
        "De minister trekt in twijfel dat de schipper loog.",
        "De politie heeft geen reden om aan te nemen dat de schipper loog.",
    ],
)
def test_what_is_not_proven_may_be_so(sentence: str, parsed: Parsed, dutch: Language) -> None:
    told = _told(sentence, parsed, dutch)

    assert (told.polarity, told.certainty) == (Polarity.POSITIVE, Certainty.POSSIBLE)


def test_a_sign_makes_something_likely(parsed: Parsed, dutch: Language) -> None:
    assert _told("Er zijn aanwijzingen dat de schipper loog.", parsed, dutch).certainty is Certainty.PROBABLE


@pytest.mark.parametrize(
    "sentence",
    [
        "Bewezen is dat de schipper loog.",
        "De rechter acht bewezen dat de schipper loog.",
        "Het klopt dat de schipper loog.",
        "De politie wist niet dat de schipper loog.",
        "De schipper werd veroordeeld voor diefstal van een fiets.",
    ],
)
def test_what_is_proven_or_known_is_told_as_a_fact(sentence: str, parsed: Parsed, dutch: Language) -> None:
    assert _told(sentence, parsed, dutch).is_fact


@pytest.mark.parametrize(
    "sentence",
    [
        "Het klopt niet dat de schipper loog.",
        "Het is niet waar dat de schipper loog.",
        "Er is geen sprake van dat de schipper vertrekt.",
        "De geruchten dat de schipper vertrekt, zijn onjuist.",
    ],
)
def test_what_is_not_true_is_denied(sentence: str, parsed: Parsed, dutch: Language) -> None:
    assert _told(sentence, parsed, dutch).polarity is Polarity.NEGATIVE


@pytest.mark.parametrize(
    "sentence",
    [
        "Het gerucht gaat dat de schipper vertrekt.",
        "Er wordt beweerd dat de schipper loog.",
        "Men zegt dat de schipper vertrekt.",
    ],
)
def test_what_nobody_in_particular_says_may_be_so(sentence: str, parsed: Parsed, dutch: Language) -> None:
    assert _told(sentence, parsed, dutch).certainty is Certainty.POSSIBLE


@pytest.mark.parametrize(
    "sentence",
    [
        "De schipper wordt verdacht van diefstal van een fiets.",
        "De schipper wordt ervan beschuldigd de fiets te hebben gestolen.",
        "De politie verdenkt de schipper ervan dat hij loog.",
    ],
)
def test_what_somebody_is_suspected_of_may_be_so(sentence: str, parsed: Parsed, dutch: Language) -> None:
    assert _told(sentence, parsed, dutch).certainty is Certainty.POSSIBLE


@pytest.mark.parametrize(
    "sentence",
    [
        "De politie onderzoekt of de schipper loog.",
        "De vraag is of de schipper vertrekt.",
        "Het is de vraag of de schipper vertrekt.",
        "Het is onduidelijk of de schipper vertrekt.",
        "De burgemeester weet niet of de schipper vertrekt.",
    ],
)
def test_what_is_not_known_is_a_question(sentence: str, parsed: Parsed, dutch: Language) -> None:
    assert _told(sentence, parsed, dutch).modality is Modality.QUESTION
