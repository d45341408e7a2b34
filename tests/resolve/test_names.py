import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lang import Language
from kg.model import EntityType
from kg.resolve.names import fold, fold_name, short_forms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("V. S.", "VS"),
        ("Verenigde Staten", "V.S."),
        ("Coca-Cola", "Coca Cola"),
        ("De Standaard", "Standaard"),
        ("Apple Inc.", "Apple"),
        ("Philips N.V.", "Philips"),
        ("Curaçao", "Curacao"),
        ("Rutte's", "Rutte"),
        ("Rutte’s", "Rutte"),
        ("ING GROEP", "ING Groep"),
    ],
)
def test_two_spellings_of_a_name_fold_to_the_same(one: str, other: str, dutch: Language) -> None:
    assert fold_name(one, dutch.coreference) == fold_name(other, dutch.coreference)


@pytest.mark.parametrize(("one", "other"), [("Apple", "Apple Records"), ("Jan Smit", "Jan Smits"), ("A4", "A2")])
def test_other_names_stay_other_names(one: str, other: str, dutch: Language) -> None:
    assert fold_name(one, dutch.coreference) != fold_name(other, dutch.coreference)


def test_a_name_that_is_only_an_article_or_legal_form_keeps_it(dutch: Language) -> None:
    assert fold_name("De NV", dutch.coreference) == "nv"


@given(st.text())
def test_folding_a_folded_text_changes_nothing_in_its_words(text: str) -> None:
    assert fold(fold(text)).replace(" ", "") == fold(text).replace(" ", "")


def test_a_person_is_known_by_surname_with_its_particle(dutch: Language) -> None:
    forms = dict(short_forms("Ursula von der Leyen", EntityType.PERSON, dutch.coreference))

    assert forms["von der leyen"] == "surname"
    assert forms["leyen"] == "surname"
    assert forms["u von der leyen"] == "initial and surname"


def test_a_number_after_a_name_is_no_surname(dutch: Language) -> None:
    forms = dict(short_forms("Albert II", EntityType.PERSON, dutch.coreference))

    assert forms["albert"] == "given name"
    assert "ii" not in forms


def test_an_organisation_is_known_by_its_initials_and_without_company_words(dutch: Language) -> None:
    forms = dict(short_forms("Ford Motor Company", EntityType.ORGANISATION, dutch.coreference))

    assert forms["fmc"] == "acronym"
    assert forms["fm"] == "acronym"
    assert forms["ford"] == "without company words"
