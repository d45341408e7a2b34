"""What the word above a clause, or a condition beside it, leaves of what it tells: denied, intended, only thought."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.lang import Language
from kg.model import Certainty, Modality, Polarity
from tests.extract.acting import actions_of, roles

Parsed = Callable[..., Doc]


@pytest.mark.parametrize(
    ("sentence", "agent", "modality"),
    [
        ("De raad is niet van plan de haven te sluiten.", "De raad", Modality.FUTURE),
        ("De wethouder is niet van plan af te treden.", "De wethouder", Modality.FUTURE),
        ("De visser is niet bereid om te getuigen.", "De visser", Modality.INTENTION),
        ("Het kabinet was niet voornemens de wet in te trekken.", "Het kabinet", Modality.FUTURE),
        ("De gemeente heeft geen plannen om de weg te verbreden.", "De gemeente", Modality.FUTURE),
        ("De molenaar heeft niet de bedoeling om de molen te verkopen.", "De molenaar", Modality.INTENTION),
        ("De schipper piekert er niet over om de boot te verkopen.", "De schipper", Modality.INTENTION),
        ("De visser voelt er niets voor om te verhuizen.", "De visser", Modality.INTENTION),
        ("De brandweer was niet in staat de man te redden.", "De brandweer", Modality.ABILITY),
        ("Het lukte de politie niet de dader te pakken.", "de politie", Modality.ACTUAL),
        ("Het is de brandweer niet gelukt het vuur te doven.", "de brandweer", Modality.ACTUAL),
    ],
)
def test_who_does_not_mean_to_or_manage_to_does_not_do_it(
    sentence: str, agent: str, modality: Modality, parsed: Parsed, dutch: Language
) -> None:
    action = actions_of(parsed(sentence), dutch)[-1]

    assert (roles(action)["agent"], action.polarity, action.modality) == (agent, Polarity.NEGATIVE, modality)


def test_what_is_not_felt_is_so_all_the_same(parsed: Parsed, dutch: Language) -> None:
    feeling, sinking = actions_of(parsed("De visser voelde niet dat de boot zonk."), dutch)

    assert (feeling.polarity, sinking.is_fact) == (Polarity.NEGATIVE, True)


def test_what_one_manages_to_do_is_done(parsed: Parsed, dutch: Language) -> None:
    *_, selling = actions_of(parsed("Het is de visser gelukt om de boot te verkopen."), dutch)

    assert (selling.is_fact, roles(selling)) == (True, {"agent": "de visser", "patient": "de boot"})


def test_what_one_must_manage_to_do_is_not_done_yet(parsed: Parsed, dutch: Language) -> None:
    *_, selling = actions_of(parsed("Het moet de visser lukken om de boot te verkopen."), dutch)

    assert selling.modality is Modality.OBLIGATION


@pytest.mark.parametrize(
    "sentence",
    [
        "Als de politie eerder was gekomen, had de dief de fiets niet gestolen.",
        "Was de brandweer eerder gekomen, had de eigenaar de schuur niet verloren.",
        "Zonder de keeper had de ploeg de finale verloren.",
        "Zonder hulp was de zwemmer verdronken.",
        "Zonder tussenkomst van de buren had de bakker zijn vrouw gedood.",
        "Hij had zonder ingrijpen van de politie zijn buurman vermoord.",
        "Anders had de bakker zijn vrouw gedood.",
    ],
)
def test_what_would_have_been_is_conditional(sentence: str, parsed: Parsed, dutch: Language) -> None:
    assert actions_of(parsed(sentence), dutch)[-1].modality is Modality.CONDITIONAL


def test_a_condition_may_open_what_is_quoted(parsed: Parsed, dutch: Language) -> None:
    sinking = actions_of(parsed("'Zonder deze steun was de boot gezonken', zegt de schipper."), dutch)[0]

    assert (sinking.predicate, sinking.modality) == ("zinken", Modality.CONDITIONAL)


@pytest.mark.parametrize(
    "sentence",
    [
        "Zonder vergunning had de boer de schuur gebouwd.",
        "De klimmer had zonder hulp de top bereikt.",
        "De jongen had zonder rijbewijs gereden.",
        "De wandelaars waren zonder jas vertrokken.",
        "De trein was zonder problemen vertrokken.",
        "De bakker had anders gestemd.",
    ],
)
def test_the_way_in_which_it_was_done_is_no_condition(sentence: str, parsed: Parsed, dutch: Language) -> None:
    assert actions_of(parsed(sentence), dutch)[-1].is_fact


@pytest.mark.parametrize(
    "sentence",
    [
        "Bijna had de schipper de boot verloren.",
        "De rechter sprak de visser vrij van moord op de bakker.",
    ],
)
def test_what_nearly_was_or_nobody_is_guilty_of_is_no_fact(sentence: str, parsed: Parsed, dutch: Language) -> None:
    assert actions_of(parsed(sentence), dutch)[-1].certainty is Certainty.POSSIBLE


def test_who_is_not_suspected_is_told_not_to_have_done_it(parsed: Parsed, dutch: Language) -> None:
    sentence = "De politie verdenkt de visser er niet van dat hij de bakker heeft bedreigd."

    threatening = actions_of(parsed(sentence), dutch)[-1]

    assert (threatening.polarity, threatening.certainty) == (Polarity.NEGATIVE, Certainty.POSSIBLE)
