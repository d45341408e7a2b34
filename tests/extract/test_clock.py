"""Which time belongs to which action."""

from collections.abc import Callable

from spacy.tokens import Doc

from kg.lang import Language
from tests.extract.acting import actions_of

Parsed = Callable[..., Doc]


def test_a_verb_shares_the_time_of_its_occasion(parsed: Parsed, dutch: Language) -> None:
    sentence = "Bij de opening van de brug op vrijdag sprak de burgemeester."

    actions = actions_of(parsed(sentence), dutch, published="2021-05-06")

    assert [[time.value for time in action.times] for action in actions] == [["2021-04-30"], ["2021-04-30"]]


def test_a_time_that_is_only_compared_with_is_not_that_of_the_action(parsed: Parsed, dutch: Language) -> None:
    [action] = actions_of(parsed("De winst steeg ten opzichte van 2019."), dutch, published="2021-05-06")

    assert action.times == ()
