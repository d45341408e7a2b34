"""In what two names of different articles may differ."""

import pytest

from kg.lang import Language
from kg.resolve.identity.signs import WEIGHTS, Sign
from kg.resolve.identity.variants import Variants, variants_of
from kg.resolve.names import fold


@pytest.fixture
def variants(dutch: Language) -> Variants:
    """Return what Dutch says of how names vary."""
    return variants_of([dutch.identity], dutch.given_names)


def persons(variants: Variants, one: str, other: str) -> set[str] | None:
    signs = variants.person_signs(variants.person(fold(one)), variants.person(fold(other)))
    return None if signs is None else {sign.name for sign in signs}


def things(variants: Variants, one: str, other: str) -> set[str] | None:
    signs = variants.thing_signs(fold(one), fold(other))
    return None if signs is None else {sign.name for sign in signs}


@pytest.mark.parametrize(
    ("one", "other", "sign"),
    [
        ("J. de Vries", "Jan de Vries", "INITIALS"),
        ("J.P. Vermeer", "Jan Peter Vermeer", "INITIALS"),
        ("Kees Mol", "Cornelis Mol", "NICKNAME"),
        ("Jan Peter Mol", "Jan Mol", "MIDDLE_NAME"),
        ("Ans v.d. Berg", "Ans van der Berg", "SPACING"),
        ("Ans Vander Berg", "Ans van der Berg", "SPACING"),
        ("Ans van den Berg", "Ans van der Berg", "PARTICLE"),
        ("Ans Berg", "Ans van der Berg", "PARTICLE"),
        ("Oleg Poetsjin", "Oleg Puchin", "SPELLING"),
        ("Ans Dijkstra", "Ans Dykstra", "SPELLING"),
        ("Søren Holm", "Soren Holm", "SPACING"),
        ("Ans Zandbergen", "Ans Zandbergem", "TYPING"),
        ("Vermeer", "Ans Vermeer", "SURNAME"),
    ],
)
def test_a_variant_of_a_persons_name_tells_in_what_it_differs(
    variants: Variants, one: str, other: str, sign: str
) -> None:
    assert persons(variants, one, other) == {sign}
    assert persons(variants, other, one) == {sign}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jan de Vries", "Piet de Vries"),
        ("J. de Vries", "P. de Vries"),
        ("Jan Mol", "Jan Bol"),
        ("Ans van Berg", "Ans de Berg"),
        ("Jan Peter Mol", "Jan Willem Mol"),
    ],
)
def test_names_of_two_persons_are_no_variants(variants: Variants, one: str, other: str) -> None:
    assert persons(variants, one, other) is None


@pytest.mark.parametrize(
    ("one", "other", "sign"),
    [
        ("Coca-Cola", "Cocacola", "SPACING"),
        ("FNB", "Federatie Noordelijke Bakkers", "ACRONYM"),
        ("BvdT", "Bond van de Timmerlieden", "ACRONYM"),
        ("Stichting Zonnebloem", "Zonnebloem", "LEGAL_FORM"),
        ("Zjoekovka", "Zhukovka", "SPELLING"),
        ("Noorderwind Energie", "Noorderwint Energie", "TYPING"),
    ],
)
def test_a_variant_of_another_name_tells_in_what_it_differs(
    variants: Variants, one: str, other: str, sign: str
) -> None:
    assert things(variants, one, other) == {sign}


@pytest.mark.parametrize(("one", "other"), [("Schalke 04", "Schalke 05"), ("Wet A1", "Wet B2"), ("Gent", "Genk")])
def test_names_of_two_things_are_no_variants(variants: Variants, one: str, other: str) -> None:
    assert things(variants, one, other) is None


def test_a_short_given_name_is_no_initials(variants: Variants) -> None:
    assert variants.person("jan vos").given == ("jan",)
    assert variants.person("jp vos").given == ("j", "p")


def test_every_sign_has_a_weight() -> None:
    assert set(WEIGHTS) == set(Sign)
