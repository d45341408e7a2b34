"""Whether, how surely and in which way an action is told."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.lang import Language
from kg.model import ActionMention, Certainty, Modality, Polarity
from tests.extract.acting import actions_of

Parsed = Callable[..., Doc]


def _last(sentence: str, parsed: Parsed, dutch: Language, *, published: str = "") -> ActionMention:
    return actions_of(parsed(sentence), dutch, published=published)[-1]


@pytest.mark.parametrize("sentence", ["De bakker kwam binnen en sloot de deur.", "De molenaar en de bakker betaalden."])
def test_what_is_told_plainly_is_a_fact(sentence: str, parsed: Parsed, dutch: Language) -> None:
    assert _last(sentence, parsed, dutch).is_fact


@pytest.mark.parametrize(
    "sentence",
    [
        "De schipper betaalde de boete niet.",
        "De schipper betaalde geen boete.",
        "Niemand betaalde de boete.",
        "De schipper heeft nooit betaald.",
        "De schipper vertrok zonder te betalen.",
        "De schipper weigerde de boete te betalen.",
        "De schipper denkt niet dat de boot zinkt.",
        "De schipper hoeft de boete niet te betalen.",
        "De rederij voorkwam dat de boot zonk.",
        "De rederij begon de verkoop van de schepen niet.",
        "Noch de molenaar noch de bakker betaalde.",
        "De minister noch de burgemeester betaalde.",
        "De schipper sprak niet met de loods noch met de stuurman.",
        "De schipper wil niet langer betalen.",
        "Niemand wilde betalen.",
        "De schipper ontkent dat hij in de haven was.",
        "De schipper ontkent dat hij ziek is.",
    ],
)
def test_a_denial_reaches_the_action(sentence: str, parsed: Parsed, dutch: Language) -> None:
    assert _last(sentence, parsed, dutch).polarity is Polarity.NEGATIVE


@pytest.mark.parametrize(
    "sentence",
    [
        "De schipper vertrok zonder te betalen.",
        "De schipper weigerde de boete te betalen.",
        "De schipper betaalde en vertrok niet.",
        "De rederij voorkwam dat de boot zonk.",
        "De rechter heeft de visser verboden een boot te kopen.",
    ],
)
def test_a_denial_stays_with_its_own_verb(sentence: str, parsed: Parsed, dutch: Language) -> None:
    first, second = actions_of(parsed(sentence), dutch)

    assert (first.polarity, second.polarity) == (Polarity.POSITIVE, Polarity.NEGATIVE)


def test_not_saying_denies_the_saying_only(parsed: Parsed, dutch: Language) -> None:
    saying, paying = actions_of(parsed("De schipper zegt niet dat hij betaald heeft."), dutch)

    assert (saying.polarity, paying.polarity) == (Polarity.NEGATIVE, Polarity.POSITIVE)


def test_not_only_is_no_denial(parsed: Parsed, dutch: Language) -> None:
    assert _last("Niet alleen de schipper betaalde de boete.", parsed, dutch).polarity is Polarity.POSITIVE


@pytest.mark.parametrize(
    ("sentence", "certainty"),
    [
        ("De schipper betaalt de boete misschien.", Certainty.POSSIBLE),
        ("Waarschijnlijk betaalt de schipper de boete.", Certainty.PROBABLE),
        ("De schipper lijkt de boete te betalen.", Certainty.PROBABLE),
        ("De schipper kon nauwelijks ademen.", Certainty.POSSIBLE),
        ("De rederij dreigt te bezwijken.", Certainty.POSSIBLE),
        ("De gesprekken liepen vast.", Certainty.CERTAIN),
        ("Naar verluidt zonk de boot.", Certainty.POSSIBLE),
        ("De schipper zou de boete betaald hebben.", Certainty.POSSIBLE),
        ("Er waren geruchten dat de haven zou sluiten.", Certainty.POSSIBLE),
    ],
)
def test_a_word_of_doubt_lowers_the_certainty(
    sentence: str, certainty: Certainty, parsed: Parsed, dutch: Language
) -> None:
    assert _last(sentence, parsed, dutch).certainty is certainty


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("De schipper zal de boete betalen.", Modality.FUTURE),
        ("De schipper gaat de boete betalen.", Modality.FUTURE),
        ("De schipper zei dat hij de boete zou betalen.", Modality.FUTURE),
        ("De schipper heeft besloten de boete te betalen.", Modality.FUTURE),
        ("Het bedrijf is van plan de haven te kopen.", Modality.FUTURE),
        ("De schipper wil de boete betalen.", Modality.INTENTION),
        ("De schipper wil proberen de boete te betalen.", Modality.INTENTION),
        ("De schipper probeerde de boete te betalen.", Modality.INTENTION),
        ("De schipper werkte hard om de boete te betalen.", Modality.INTENTION),
        ("De schipper moet de boete betalen.", Modality.OBLIGATION),
        ("De rechter eist dat de schipper betaalt.", Modality.OBLIGATION),
        ("De rederij eist de sluiting van de haven.", Modality.OBLIGATION),
        ("De schipper mag de boete betalen.", Modality.PERMISSION),
        ("De schipper kan de boete betalen.", Modality.ABILITY),
        ("De rechter beslist of de schipper betaalt.", Modality.QUESTION),
        ("Betaalt de schipper de boete?", Modality.QUESTION),
        ("Bel de politie.", Modality.OBLIGATION),
        ("De kaarten zijn te krijgen.", Modality.ABILITY),
        ("De schade is te wijten aan de storm.", Modality.ACTUAL),
        ("De vissers speculeren over de sluiting van de haven.", Modality.ABILITY),
        ("De regering gaf de jagers toestemming om herten te schieten.", Modality.PERMISSION),
        ("De schipper begon de boete te betalen.", Modality.ACTUAL),
        ("De schipper kondigde aan dat hij betaald had.", Modality.ACTUAL),
    ],
)
def test_the_modality_is_that_of_the_verb_and_of_what_governs_it(
    sentence: str, modality: Modality, parsed: Parsed, dutch: Language
) -> None:
    assert _last(sentence, parsed, dutch).modality is modality


def test_a_condition_makes_both_its_clauses_conditional(parsed: Parsed, dutch: Language) -> None:
    actions = actions_of(parsed("Als de schipper betaalt, vertrekt hij morgen."), dutch)

    assert [action.modality for action in actions] == [Modality.CONDITIONAL, Modality.CONDITIONAL]


def test_a_condition_may_begin_with_its_verb(parsed: Parsed, dutch: Language) -> None:
    actions = actions_of(parsed("Wint de club, dan krijgt de trainer een prijs."), dutch)

    assert [action.modality for action in actions] == [Modality.CONDITIONAL, Modality.CONDITIONAL]


def test_a_wish_does_not_reach_a_finite_conjunct(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De schipper wilde de sloep kopen, maar de rederij weigerde.")
    doc[10].head = doc[5]

    buying, refusing = actions_of(doc, dutch)

    assert (buying.modality, refusing.modality) == (Modality.INTENTION, Modality.ACTUAL)


def test_a_plan_for_an_action_is_no_action_yet(parsed: Parsed, dutch: Language) -> None:
    sale, surprise = actions_of(parsed("De plannen voor de verkoop van de haven verrasten de vissers."), dutch)

    assert (sale.modality, surprise.modality) == (Modality.FUTURE, Modality.ACTUAL)


def test_a_present_tense_with_a_later_day_is_future(parsed: Parsed, dutch: Language) -> None:
    action = _last("De haven sluit op 17 juni 2031.", parsed, dutch, published="2031-05-02")

    assert action.modality is Modality.FUTURE


def test_a_present_tense_with_an_earlier_day_is_not(parsed: Parsed, dutch: Language) -> None:
    action = _last("De haven sluit op 17 juni 2031.", parsed, dutch, published="2031-07-02")

    assert action.modality is Modality.ACTUAL


def test_a_past_tense_is_not_future_whatever_the_date(parsed: Parsed, dutch: Language) -> None:
    action = _last("De haven sloot op 17 juni 2021.", parsed, dutch, published="2020")

    assert action.modality is Modality.ACTUAL


def test_what_is_not_excluded_may_be_so(parsed: Parsed, dutch: Language) -> None:
    told = _last("De rederij sluit niet uit dat stuurman Teun Pol wordt ontslagen.", parsed, dutch)

    assert (told.polarity, told.certainty) == (Polarity.POSITIVE, Certainty.POSSIBLE)


def test_what_is_excluded_is_denied(parsed: Parsed, dutch: Language) -> None:
    told = _last("De rederij sluit uit dat stuurman Teun Pol wordt ontslagen.", parsed, dutch)

    assert told.polarity is Polarity.NEGATIVE


@pytest.mark.parametrize(
    "sentence",
    [
        "De man werd aangehouden op verdenking van mishandeling van zijn buurman.",
        "De man stond terecht voor diefstal en mishandeling van een gids.",
    ],
)
def test_what_somebody_is_tried_or_held_for_may_be_so(sentence: str, parsed: Parsed, dutch: Language) -> None:
    told = _last(sentence, parsed, dutch)

    assert (told.predicate, told.certainty) == ("mishandelen", Certainty.POSSIBLE)


def test_what_one_would_rather_see_is_a_wish(parsed: Parsed, dutch: Language) -> None:
    told = _last("De bond zou het liefst zien dat de brug dichtgaat.", parsed, dutch)

    assert told.modality is Modality.INTENTION


def test_noch_denies_both_that_it_joins(parsed: Parsed, dutch: Language) -> None:
    told = actions_of(parsed("De minister wil dat bevestigen noch ontkennen."), dutch)

    assert [action.polarity for action in told] == [Polarity.NEGATIVE, Polarity.NEGATIVE]


def test_an_action_that_begins_on_a_condition_is_conditional_itself(parsed: Parsed, dutch: Language) -> None:
    told = _last("Als de raad instemt, begint de bouw van de brug.", parsed, dutch)

    assert (told.predicate, told.modality) == ("bouwen", Modality.CONDITIONAL)


def test_an_exception_is_a_condition_wherever_the_parse_hangs_it(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De club blijft, tenzij de raad haar verbiedt.")
    next(token for token in doc if token.text == "verbiedt").dep_ = "ccomp"

    assert actions_of(doc, dutch)[-1].modality is Modality.CONDITIONAL


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("De politie meldde graag dat de dief vastzit.", Modality.ACTUAL),
        ("De rederij ziet liever dat de haven sluit.", Modality.INTENTION),
        ("De schipper had liever gewonnen.", Modality.INTENTION),
        ("De schipper heeft graag geholpen.", Modality.ACTUAL),
        ("De schipper had eindelijk gewonnen.", Modality.ACTUAL),
    ],
)
def test_who_tells_something_gladly_does_not_wish_it(
    sentence: str, modality: Modality, parsed: Parsed, dutch: Language
) -> None:
    assert _last(sentence, parsed, dutch).modality is modality


def test_when_it_was_is_no_condition_of_it(parsed: Parsed, dutch: Language) -> None:
    assert _last("Niemand weet wanneer Jansen Pieters vermoordde.", parsed, dutch).is_fact


def test_when_something_else_happens_is_a_condition(parsed: Parsed, dutch: Language) -> None:
    leaving, _ = actions_of(parsed("Jansen vertrekt wanneer Pieters komt."), dutch)

    assert leaving.modality is Modality.CONDITIONAL


@pytest.mark.parametrize(
    ("sentence", "is_fact"),
    [
        ("De aanval op de school begon niet om drie uur maar om vier uur.", True),
        ("De aanval op de school begon niet.", False),
        ("De sloop van de brug volgde mogelijk op een ruzie.", True),
        ("De sloop van de brug volgt mogelijk.", False),
    ],
)
def test_a_denial_of_when_or_a_doubt_why_leaves_what_happened(
    sentence: str, is_fact: bool, parsed: Parsed, dutch: Language
) -> None:
    assert actions_of(parsed(sentence), dutch)[0].is_fact is is_fact
