"""Every link says why it is made, and how sure that is."""

import re
from collections.abc import Callable
from pathlib import Path

import kg.resolve
from kg.lang import Language
from kg.model import PronounClass, Resolution
from tests.resolve.marked import article, find


def test_every_link_says_why(resolved: Callable[..., object]) -> None:
    text = article("[Els Claes|name person feminine subject] kwam.", "[Claes|name person subject] lachte.")

    [link] = resolved(text).coreferences  # type: ignore[attr-defined]

    assert (link.mention, link.antecedent, link.reason) == (find(text, "Claes"), find(text, "Els Claes"), "surname")


def test_every_link_says_how_reliable_its_rule_is(resolved: Callable[..., Resolution], dutch: Language) -> None:
    text = article(
        "[Els Claes|name person feminine subject] kwam.",
        "[Haar|pronoun possessive modifier] vriend [Jan Maes|name person] ook.",
    )

    [link] = resolved(text).coreferences

    assert link.confidence == dutch.coreference.reliability["possessive pronoun"] < 1


def test_a_link_of_every_reason_has_a_reliability(dutch: Language) -> None:
    written = "".join(path.read_text(encoding="utf-8") for path in Path(kg.resolve.__file__).parent.glob("*.py"))
    pronouns = {f"{kind} pronoun" for kind in PronounClass} - {"indefinite pronoun"}
    reasons = set(re.findall(r'Link\([^()]*, "([a-z ]+)"\)', written)) | pronouns

    assert reasons <= dutch.coreference.reliability.keys()
