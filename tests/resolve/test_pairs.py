"""Members of what takes up two, or all of a list."""

from collections.abc import Callable

import pytest

from kg.model import Resolution
from tests.resolve.marked import article

Resolved = Callable[..., Resolution]

BOTH = "[Beide banken|nominal group plural indefinite lemma=bank subject]"
SIDES = "[de partijen|nominal group plural definite lemma=partij object clause=zwijgt]"
TAKEOVER = "[Acme|name organisation subject] koopt [Zonnebank|name organisation object]."


def members(corpus: Resolution, label: str) -> list[str]:
    """Return the labels of the members of the group with this label, sorted."""
    [group] = [entity for entity in corpus.entities if entity.label == label]
    return sorted(entity.label for entity in corpus.entities if group.id in entity.member_of)


@pytest.mark.parametrize(
    ("words", "label"), [(f"{BOTH} zwijgen.", "Beide banken"), (f"Over {SIDES} zwijgt iedereen.", "de partijen")]
)
def test_both_are_the_two_that_a_sentence_tells_of(resolved: Resolved, words: str, label: str) -> None:
    corpus = resolved(article(TAKEOVER, words))

    assert members(corpus, label) == ["Acme", "Zonnebank"]
    assert [entity.members_complete for entity in corpus.entities if entity.label == label] == [True]


def test_of_more_than_two_both_are_those_of_the_headline(resolved: Resolved) -> None:
    lead = f"{TAKEOVER[:-1]}, meldt [ANP|name organisation subject]."

    corpus = resolved(article(TAKEOVER, lead, f"{BOTH} zwijgen."))

    assert members(corpus, "Beide banken") == ["Acme", "Zonnebank"]


def test_two_of_three_are_not_guessed(resolved: Resolved) -> None:
    three = f"{TAKEOVER[:-1]} van [Windfonds|name organisation oblique]."

    corpus = resolved(article(three, f"{BOTH} zwijgen."))

    assert members(corpus, "Beide banken") == []


def test_the_credit_of_an_agency_is_neither_of_both(resolved: Resolved) -> None:
    corpus = resolved(article(TAKEOVER, "([ANP|name organisation])", f"{BOTH} zwijgen."))

    assert members(corpus, "Beide banken") == ["Acme", "Zonnebank"]


def test_a_pronoun_takes_up_a_list_with_those_not_named(resolved: Resolved) -> None:
    corpus = resolved(
        article(
            "[Kim Claes|name person subject], [Bram Vos|name person subject] en"
            " [andere zangers|nominal group plural indefinite lemma=zanger modifiers=ander subject] staken.",
            "[Ze|pronoun personal plural subject] zwijgen.",
        )
    )

    label = "Kim Claes, Bram Vos en andere zangers"
    assert members(corpus, label) == ["Bram Vos", "Kim Claes", "andere zangers"]
    assert [mention.text for entity in corpus.entities if entity.label == label for mention in entity.mentions] == [
        label,
        "Ze",
    ]
