"""The naive reader does what most people write first, no more and no less."""

from collections.abc import Callable

from spacy.tokens import Doc

from tests.extract.trees import tree_of
from tests.quality.naive import read_naively
from tests.quality.output import FoundAction


def told(doc: Doc, action: FoundAction) -> list[tuple[str, str]]:
    """Return the roles of an action with their words."""
    return [(one.role, one.span.of(doc.text)) for one in action.participants]


def test_subject_and_object_of_a_verb_are_agent_and_patient(parsed: Callable[..., Doc]) -> None:
    doc = parsed("De gemeente koopt een oud schip.")

    [action] = read_naively(tree_of(doc)).actions

    assert action.predicate == "kopen"
    assert told(doc, action) == [("agent", "gemeente"), ("patient", "schip")]


def test_nobody_is_read_off_door(parsed: Callable[..., Doc]) -> None:
    doc = parsed("Het oude schip werd door de gemeente gekocht.")

    [action] = read_naively(tree_of(doc)).actions

    assert told(doc, action) == [("patient", "schip")]


def test_only_the_first_of_several_subjects_is_read(parsed: Callable[..., Doc]) -> None:
    doc = parsed("Ford, Opel en Fiat bouwen een fabriek in Gent.")

    [action] = read_naively(tree_of(doc)).actions

    assert told(doc, action) == [("agent", "Ford"), ("patient", "fabriek")]


def test_nodes_are_exact_strings(parsed: Callable[..., Doc]) -> None:
    doc = parsed("Ford, Opel en Fiat bouwen een fabriek in Gent.")

    assert list(read_naively(tree_of(doc)).entities) == [name.text for name in doc.ents]
