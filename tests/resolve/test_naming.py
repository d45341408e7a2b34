"""Which names stand for one thing."""

from collections.abc import Callable

from kg.model import Extraction, RelationKind, Resolution
from tests.resolve.marked import article, related

Together = Callable[[Extraction], list[list[str]]]


def test_a_surname_stands_for_the_person_named_in_full(together: Together) -> None:
    text = article("[Els Claes|name person feminine] vertrekt.", "[Claes|name person] is moe.")

    assert together(text) == [["Els Claes", "Claes"]]


def test_a_surname_in_the_title_stands_for_the_person_named_below(together: Together) -> None:
    text = article("[Claes|name person] vertrekt", "[Els Claes|name person feminine] vertrekt morgen.")

    assert together(text) == [["Claes", "Els Claes"]]


def test_a_surname_of_two_persons_stands_for_neither(together: Together) -> None:
    text = article(
        "[Els Claes|name person feminine] en [Jan Claes|name person] vertrekken.", "[Claes|name person] is moe."
    )

    assert together(text) == []


def test_a_given_name_does_not_stand_for_somebody_named_later(together: Together) -> None:
    text = article("[Els|name person] vertrekt.", "Ook [Els Claes|name person feminine] is moe.")

    assert together(text) == []


def test_a_title_is_no_part_of_a_name(together: Together) -> None:
    text = article("[Koning Albert II|name person] spreekt.", "[Albert II|name person] zwijgt.")

    assert together(text) == [["Koning Albert II", "Albert II"]]


def test_a_name_is_the_same_thing_whatever_type_it_was_given(together: Together) -> None:
    text = article("[Zalando|name organisation] groeit.", "[Zalando|name product] groeit.")

    assert together(text) == [["Zalando", "Zalando"]]


def test_a_company_named_after_a_person_is_not_that_person(together: Together) -> None:
    text = article(
        "[Henry Ford|name person] bouwde auto's.", "[Ford|name person] stierf.", "[Ford|name organisation] bestaat nog."
    )

    assert together(text) == [["Henry Ford", "Ford"]]


def test_a_firm_that_a_noun_calls_one_is_not_its_namesake(together: Together) -> None:
    text = article("Bouwbedrijf [Van Elst|name organisation] groeit.", "Directeur [Piet van Elst|name person] zwijgt.")

    assert together(related(text, RelationKind.FUNCTION, "Van Elst", value="Bouwbedrijf")) == []


def test_a_surname_taken_for_an_organisation_is_the_person_where_no_noun_calls_it_a_firm(together: Together) -> None:
    text = article("[Piet van Elst|name person] zwijgt.", "[Van Elst|name organisation] is moe.")

    assert together(text) == [["Piet van Elst", "Van Elst"]]


def test_the_bare_name_of_a_firm_and_its_namesake_is_of_the_one_named_last(together: Together) -> None:
    text = article(
        "Bouwbedrijf [Van Elst|name organisation] groeit.",
        "Daar is [Van Elst|name organisation] trots op.",
        "Directeur [Piet van Elst|name person] zwijgt.",
        "Eerder was [Van Elst|name organisation] moe.",
    )

    chains = together(related(text, RelationKind.FUNCTION, "Van Elst", value="Bouwbedrijf"))

    assert chains == [["Van Elst", "Van Elst"], ["Piet van Elst", "Van Elst"]]


def test_a_company_is_known_without_its_company_words(together: Together) -> None:
    text = article("[Ford Motor Company|name organisation] groeit.", "[Ford|name organisation] krimpt.")

    assert together(text) == [["Ford Motor Company", "Ford"]]


def test_a_surely_short_name_comes_before_one_that_may_be(together: Together) -> None:
    text = article(
        "[Acme Motor Company|name organisation] groeit.",
        "[Acme Credit|name organisation] krimpt.",
        "[Acme|name organisation] staakt.",
    )

    assert together(text) == [["Acme Motor Company", "Acme"]]


def test_a_product_is_known_without_its_maker(together: Together) -> None:
    text = article(
        "[Acme|name organisation] brengt de [Acme Falcon|name product].", "De [Falcon|name product] is snel."
    )

    assert together(text) == [["Acme Falcon", "Falcon"]]


def test_a_company_and_another_whose_name_begins_alike_stay_apart(together: Together) -> None:
    text = article(
        "[Apple|name organisation] sprak.", "[Apple|name organisation] klaagt [Apple Records|name organisation] aan."
    )

    assert together(text) == [["Apple", "Apple"]]


def test_initials_stand_for_the_name(together: Together) -> None:
    text = article("De [Anti-Defamation League|name organisation] klaagt.", "De [ADL|name organisation] wint.")

    assert together(text) == [["Anti-Defamation League", "ADL"]]


def test_what_the_text_says_to_be_one_is_one(together: Together) -> None:
    text = article("[Tesla|name organisation], [een autobouwer|nominal organisation indefinite], groeit.")

    assert together(related(text, RelationKind.SAME_AS, "een autobouwer", "Tesla")) == [["Tesla", "een autobouwer"]]


def test_a_surname_with_its_particle_is_the_person_whatever_its_type(together: Together) -> None:
    text = article("[Irene de Wit|name person] kwam.", "[De Wit|name organisation] lachte.")

    assert together(text) == [["Irene de Wit", "De Wit"]]


def test_an_adjective_belongs_to_the_country_it_is_made_from(together: Together) -> None:
    text = article("Een [Zwitserse|adjective place lemma=Zwitserland] bank groeit in [Zwitserland|name place].")

    assert together(text) == [["Zwitserse", "Zwitserland"]]


def test_a_thing_known_by_an_adjective_only_is_called_by_its_name(resolved: Callable[..., Resolution]) -> None:
    [place] = resolved(article("Een [Zwitserse|adjective place lemma=Zwitserland] bank groeit.")).entities

    assert (place.label, place.aliases) == ("Zwitserland", ())


def test_no_noun_takes_up_an_adjective(together: Together) -> None:
    text = article(
        "Een [Zwitserse|adjective place lemma=Zwitserland] bank groeit.",
        "[Het land|nominal place singular definite subject] niet.",
    )

    assert together(text) == []


def test_a_noun_with_an_adjective_of_a_country_takes_up_a_name(together: Together) -> None:
    text = article(
        "[Airbus|name organisation subject] groeit.",
        "[De [Franse|adjective place lemma=Frankrijk] vliegtuigbouwer|nominal organisation definite singular] lacht.",
    )

    assert together(text) == [["Airbus", "De Franse vliegtuigbouwer"]]
