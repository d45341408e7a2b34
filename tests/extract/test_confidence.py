"""How sure the extraction is of an action."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.actions.confidence import Grounds, confidence, grounds
from kg.extract.syntax import ud
from kg.lang import Language
from kg.lang.confidence import ConfidenceRules
from kg.model import ActionMention
from kg.neural.certainty import ARC, write_scores
from kg.nlp import words_of
from tests.extract.trees import extraction_of

Parsed = Callable[..., Doc]

PROMISE = "De molenaar belooft het dak te herstellen."
SURE = Grounds(verb_doubt=0.0, participant_doubt=0.0, action_noun=0.0, understood=0.0, more_patients=0.0)


def actions_of(doc: Doc, dutch: Language, **unsure: float) -> tuple[ActionMention, ...]:
    """Return the actions of a parse in which the arcs of some words have a low probability."""
    write_scores(doc, ARC, (unsure.get(token.text, 1.0) for token in doc))
    return extraction_of(doc, dutch).actions


def test_an_understood_participant_makes_an_action_less_sure(parsed: Parsed, dutch: Language) -> None:
    promise, repair = actions_of(parsed(PROMISE), dutch)

    assert 0 < repair.confidence < promise.confidence < 1


@pytest.mark.parametrize("word", ["belooft", "molenaar"])
def test_an_unsure_arc_of_verb_or_participant_makes_an_action_less_sure(
    word: str, parsed: Parsed, dutch: Language
) -> None:
    sure, _ = actions_of(parsed(PROMISE), dutch)

    unsure, _ = actions_of(parsed(PROMISE), dutch, **{word: 0.4})

    assert unsure.confidence < sure.confidence


def test_an_unsure_arc_elsewhere_changes_nothing(parsed: Parsed, dutch: Language) -> None:
    assert actions_of(parsed(PROMISE), dutch, De=0.4) == actions_of(parsed(PROMISE), dutch)


def test_a_pipeline_without_probabilities_is_taken_at_its_word(parsed: Parsed, dutch: Language) -> None:
    doc = parsed(PROMISE)

    assert extraction_of(doc, dutch).actions == actions_of(parsed(PROMISE), dutch)


def test_a_second_patient_is_doubted_unless_it_is_coordinated_with_the_first(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De trainer verloor zijn baan en zijn huis.")
    actions = extraction_of(doc, dutch).actions
    [coordinated] = grounds(actions, words_of(doc))

    doc[-2].dep_ = ud.OBLIQUE
    [apart] = grounds(actions, words_of(doc))

    assert (coordinated.more_patients, apart.more_patients) == (0, 1)


@pytest.mark.parametrize("ground", ["verb_doubt", "participant_doubt", "understood", "more_patients"])
def test_more_doubt_never_makes_an_action_surer(ground: str, dutch: Language) -> None:
    rising = [confidence(SURE._replace(**{ground: float(doubt)}), dutch.confidence) for doubt in range(5)]

    assert rising == sorted(rising, reverse=True)
    assert rising[0] > rising[-1]


def test_a_confidence_has_two_decimals() -> None:
    rules = ConfidenceRules(intercept=0.7, weights=dict.fromkeys(Grounds._fields, -1.0))

    assert confidence(SURE, rules) == 0.67
    assert confidence(SURE._replace(verb_doubt=0.7), rules) == 0.5


def test_the_language_weighs_every_ground(dutch: Language) -> None:
    assert set(dutch.confidence.weights) == set(Grounds._fields)
