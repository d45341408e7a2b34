"""What noun phrases take up."""

from collections.abc import Callable

from kg.model import Extraction, RelationKind
from tests.resolve.marked import article, related

Together = Callable[[Extraction], list[list[str]]]


def test_zijn_bedrijf_is_where_its_owner_has_a_function(together: Together) -> None:
    text = article(
        "[Jan Maes|name person masculine subject], topman van [Acme|name organisation modifier], lachte.",
        "[[Zijn|pronoun possessive modifier] bedrijf|nominal organisation definite singular subject] groeit.",
    )
    text = related(text, RelationKind.FUNCTION, "Jan Maes", "Acme", value="topman")

    assert together(text) == [["Jan Maes", "Zijn"], ["Acme", "Zijn bedrijf"]]


def test_a_noun_takes_up_the_name_that_has_it(together: Together) -> None:
    text = article(
        "[De Europese Commissie|name organisation subject] sprak met [Airbus|name organisation oblique].",
        "[De commissie|nominal organisation singular definite subject] zweeg.",
    )

    assert together(text) == [["De Europese Commissie", "De commissie"]]


def test_this_paper_is_nothing_that_the_article_tells_of(together: Together) -> None:
    text = article(
        "[Acme|name organisation subject] groeit.",
        "Dat meldde het aan [deze krant|nominal organisation singular demonstrative oblique].",
    )

    assert together(text) == []


def test_this_firm_is_what_the_article_tells_of(together: Together) -> None:
    text = article(
        "[Acme|name organisation subject] groeit.",
        "Niemand kent [dit bedrijf|nominal organisation singular demonstrative object].",
    )

    assert together(text) == [["Acme", "dit bedrijf"]]


def test_her_husband_comes_before_a_name(together: Together) -> None:
    text = article(
        "[Jan Maes|name person masculine subject] zag "
        "[[haar|pronoun possessive modifier] man|nominal person singular definite object masculine].",
        "[De man|nominal person singular definite subject masculine] lachte.",
    )

    assert together(text) == [["haar man", "De man"]]


def test_the_boy_of_before_comes_before_a_name(together: Together) -> None:
    text = article(
        "[Een jongen|nominal person singular indefinite subject] riep [Jan Maes|name person masculine object].",
        "[Jan Maes|name person masculine subject] zag [de jongen|nominal person singular definite object].",
        "[De jongen|nominal person singular definite subject] lachte.",
    )

    assert together(text) == [["Een jongen", "de jongen", "De jongen"], ["Jan Maes", "Jan Maes"]]


def test_which_of_two_countries_the_land_is_nobody_knows(together: Together) -> None:
    text = article(
        "[Peru|name place subject] ligt ver van [China|name place oblique].",
        "[Het land|nominal place singular definite subject] is groot.",
    )

    assert together(text) == []


def test_the_land_is_a_country_and_no_town(together: Together) -> None:
    text = article(
        "[Rome|name place subject] ligt ver van [China|name place oblique].",
        "[Het land|nominal place singular definite subject] is groot.",
    )

    assert together(text) == [["China", "Het land"]]


def test_griekenland_is_not_called_for_a_land(together: Together) -> None:
    text = article(
        "[Griekenland|name place subject] ligt ver van [Peru|name place oblique].",
        "[Het land|nominal place singular definite subject] is groot.",
    )

    assert together(text) == []


def test_his_wife_is_not_the_woman_with_a_function(together: Together) -> None:
    text = article(
        "[An Bos|name person feminine subject] belde [Jan Maes|name person masculine object].",
        "[[Zijn|pronoun possessive modifier] vrouw|nominal person singular definite feminine subject] lachte.",
    )

    found = together(related(text, RelationKind.FUNCTION, "An Bos", value="moedige vrouw"))

    assert found == [["Jan Maes", "Zijn"]]


def test_a_definite_noun_takes_up_the_same_noun(together: Together) -> None:
    text = article(
        "[drie grote banken|nominal group plural indefinite lemma=bank modifiers=drie,groot] groeien.",
        "[Kleine banken|nominal group plural indefinite lemma=bank modifiers=klein] niet.",
        "[De grote banken|nominal group plural definite lemma=bank modifiers=groot] lachen.",
    )

    assert together(text) == [["drie grote banken", "De grote banken"]]


def test_the_last_part_of_a_compound_takes_it_up(together: Together) -> None:
    text = article(
        "[De autosector|nominal group singular definite] krimpt.",
        "[Deze sector|nominal group singular demonstrative] is groot.",
    )

    assert together(text) == [["De autosector", "Deze sector"]]


def test_an_indefinite_noun_takes_up_nothing(together: Together) -> None:
    text = article(
        "[Een bank|nominal organisation singular indefinite] groeit.",
        "[Een bank|nominal organisation singular indefinite] krimpt.",
    )

    assert together(text) == []


def test_a_function_stands_for_who_has_it(together: Together) -> None:
    text = article(
        "[Els Claes|name person feminine subject] en [Jan Maes|name person masculine subject] spraken.",
        "[De premier|nominal person definite singular subject] lachte.",
    )

    found = together(related(text, RelationKind.FUNCTION, "Els Claes", value="premier"))

    assert found == [["Els Claes", "De premier"]]


def test_a_function_between_commas_stands_for_the_name_beside_it(together: Together) -> None:
    text = article(
        "[De rechter|nominal person definite singular subject], [Jan Maes|name person subject], sprak.",
    )

    assert together(related(text, RelationKind.FUNCTION, "Jan Maes", value="rechter")) == [["De rechter", "Jan Maes"]]


def test_a_general_noun_between_commas_is_the_name_beside_it(together: Together) -> None:
    text = article(
        "[Airbus|name organisation subject] won van [Boeing|name organisation oblique], "
        "[de vliegtuigbouwer|nominal organisation definite singular oblique].",
    )

    assert together(text) == [["Boeing", "de vliegtuigbouwer"]]


def test_a_compound_that_only_ends_like_a_general_noun_stands_for_no_name(together: Together) -> None:
    text = article(
        "[Airbus|name organisation subject] groeit.",
        "[De reactie|nominal namedevent definite singular subject] kwam snel.",
    )

    assert together(text) == []


def test_a_general_noun_stands_for_the_name_before(together: Together) -> None:
    text = article(
        "[Airbus|name organisation subject] groeit in [Toulouse|name place oblique].",
        "[De vliegtuigbouwer|nominal organisation definite singular subject] lacht.",
    )

    assert together(text) == [["Airbus", "De vliegtuigbouwer"]]


def test_het_bedrijf_van_somebody_is_another_than_the_last(together: Together) -> None:
    text = article(
        "[Airbus|name organisation subject] groeit.",
        "[Het bedrijf van [Els Claes|name person modifier]|nominal organisation definite singular head=bedrijf] niet.",
    )

    assert together(text) == []


def test_het_andere_bedrijf_is_another_than_the_last(together: Together) -> None:
    text = article(
        "[Airbus|name organisation subject] groeit.",
        "[Het andere bedrijf|nominal organisation definite singular modifiers=ander subject] niet.",
    )

    assert together(text) == []


def test_the_union_is_what_the_article_called_a_union(together: Together) -> None:
    text = article(
        "[Samen|name organisation subject] staakt.",
        "[Acme|name organisation subject] bood drie procent.",
        "[De bond|nominal organisation definite singular subject] weigert.",
    )

    assert together(related(text, RelationKind.FUNCTION, "Samen", value="vakbond")) == [["Samen", "De bond"]]


def test_what_the_article_called_a_museum_is_no_insurer(together: Together) -> None:
    text = article(
        "[De Zaal|name organisation subject] hoopt.",
        "[De verzekeraar|nominal organisation definite singular subject] betaalt.",
    )

    assert together(related(text, RelationKind.FUNCTION, "De Zaal", value="museum")) == []


def test_a_general_noun_stands_for_whatever_was_told(together: Together) -> None:
    text = article(
        "[Acme|name organisation subject] hoopt.",
        "[Het softwarebedrijf|nominal organisation definite singular subject] betaalt.",
    )

    assert together(related(text, RelationKind.FUNCTION, "Acme", value="gigant")) == [["Acme", "Het softwarebedrijf"]]


def test_a_new_noun_between_commas_is_the_known_one_before_it(together: Together) -> None:
    text = article(
        "[De overheid|nominal organisation definite singular], "
        "[een mede-eigenaar|nominal person indefinite singular], zweeg.",
    )

    assert together(text) == [["De overheid", "een mede-eigenaar"]]


def test_a_phrase_may_end_in_the_name_of_what_it_calls(together: Together) -> None:
    text = article(
        "[De grootste bank in [Gent|name place], [Acme|name organisation]|nominal organisation definite singular "
        "head=bank], groeit.",
    )

    assert together(text) == [["De grootste bank in Gent, Acme", "Acme"]]


def test_a_list_is_no_apposition(together: Together) -> None:
    text = article(
        "[De rechter|nominal person definite singular], [een arts|nominal person indefinite singular], en "
        "[een kok|nominal person indefinite singular] zwegen.",
    )

    assert together(text) == []


def test_a_noun_between_commas_describes_the_one_of_its_own_type(together: Together) -> None:
    text = article(
        "[De topman van [Acme|name organisation]|nominal person definite singular head=topman], "
        "[een bedrijf|nominal organisation indefinite singular], zweeg.",
    )

    assert together(text) == [["Acme", "een bedrijf"]]


def test_the_premier_of_another_country_is_another(together: Together) -> None:
    text = article(
        "[Els Claes|name person feminine subject] uit [Peru|name place] sprak.",
        "[De premier van [China|name place]|nominal person definite singular head=premier subject] zweeg.",
    )

    assert together(related(text, RelationKind.FUNCTION, "Els Claes", "Peru", value="premier")) == []


def test_a_noun_right_before_a_name_is_what_it_names(together: Together) -> None:
    text = article(
        "Deens [brouwer|nominal organisation indefinite singular] [Acme|name organisation subject] groeit.",
        "[Het|pronoun personal singular subject] lacht.",
    )

    assert together(text) == [["brouwer", "Acme", "Het"]]


def test_a_new_noun_before_a_name_between_commas_is_what_it_names(together: Together) -> None:
    text = article("[Een derde bank|nominal organisation indefinite singular], [Acme|name organisation], groeit.")

    assert together(text) == [["Een derde bank", "Acme"]]


def test_a_known_noun_at_the_end_of_a_clause_is_not_the_name_that_begins_the_next(together: Together) -> None:
    text = article("Volgens [de bank|nominal organisation definite singular], [Acme|name organisation], groeit ze.")

    assert together(text) == []


def test_the_minister_of_another_department_is_another(together: Together) -> None:
    text = article(
        "[De minister van Defensie|nominal person singular definite subject lemma=minister head=minister] zweeg.",
        "[Lies Pol|name person subject], minister van Financiën, lachte.",
        "[De minister|nominal person singular definite subject lemma=minister head=minister] vertrok.",
    )
    text = related(text, RelationKind.FUNCTION, "Lies Pol", value="minister van Financiën")

    assert together(text) == [["Lies Pol", "De minister"]]


def test_whose_grandson_somebody_is_he_is_not_himself(together: Together) -> None:
    text = article(
        "[Piet Pol|name person subject] is kleinzoon van de oprichter.",
        "[De oprichter|nominal person singular definite subject lemma=oprichter] lachte.",
    )
    text = related(text, RelationKind.FUNCTION, "Piet Pol", value="kleinzoon van de oprichter")

    assert together(text) == []


def test_what_was_called_a_union_is_no_company(together: Together) -> None:
    text = article(
        "[ABC|name organisation subject] staakt.",
        "[De bond|nominal organisation singular definite subject lemma=bond] eist geld.",
        "[Het bedrijf|nominal organisation singular definite subject lemma=bedrijf] zwijgt.",
    )

    assert together(text) == [["ABC", "De bond"]]


def test_an_inner_city_is_not_the_city_itself(together: Together) -> None:
    text = article(
        "[Hoorn|name place subject] groeit.",
        "[De binnenstad|nominal place singular definite subject lemma=binnenstad] niet.",
    )

    assert together(text) == []


def test_hen_are_people_and_no_company(together: Together) -> None:
    text = article(
        "Er werken [120 mensen|nominal group plural indefinite subject lemma=mens].",
        "[Acme|name organisation subject] ontsloeg een deel van [hen|pronoun personal plural modifier].",
    )

    assert together(text) == [["120 mensen", "hen"]]
