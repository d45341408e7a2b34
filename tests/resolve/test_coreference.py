import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import kg.resolve
from kg.lang import Language
from kg.model import Extraction, PronounClass, QuoteKind, RelationKind, Resolution, Role
from tests.resolve.marked import acted, article, claimed, find, related

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


def test_zich_is_the_subject_of_its_clause(together: Together) -> None:
    text = article("[Els Claes|name person feminine subject] wast [zich|pronoun reflexive object].")

    assert together(text) == [["Els Claes", "zich"]]


def test_hij_is_the_subject_before_the_object(together: Together) -> None:
    text = article(
        "[Jan Maes|name person masculine subject] zag [Piet Bos|name person masculine object].",
        "[Hij|pronoun personal subject] lachte.",
    )

    assert together(text) == [["Jan Maes", "Hij"]]


def test_hem_is_not_the_subject_of_its_own_clause(together: Together) -> None:
    text = article(
        "[Jan Maes|name person masculine subject] kwam.",
        "[Piet Bos|name person masculine subject] zag [hem|pronoun personal object singular].",
    )

    assert together(text) == [["Jan Maes", "hem"]]


def test_ze_with_a_singular_verb_is_a_woman(together: Together) -> None:
    text = article(
        "[Els Claes|name person feminine object] hielp [Jan Maes|name person masculine subject].",
        "[Ze|pronoun personal singular subject] lachte.",
    )

    assert together(text) == [["Els Claes", "Ze"]]


def test_a_title_word_tells_the_sex_of_its_holder(together: Together) -> None:
    text = article(
        "[Jan Peeters|name person masculine subject] zag [Robin Maes|name person object], "
        "[de zangeres|nominal person definite singular feminine].",
        "[Ze|pronoun personal singular subject] lachte.",
    )

    found = together(related(text, RelationKind.SAME_AS, "de zangeres", "Robin Maes"))

    assert found == [["Robin Maes", "de zangeres", "Ze"]]


def test_ze_with_a_plural_verb_is_a_group(together: Together) -> None:
    text = article(
        "[Els Claes|name person feminine object] sprak met [dertig artsen|nominal group plural indefinite subject].",
        "[Ze|pronoun personal plural subject] lachten.",
    )

    assert together(text) == [["dertig artsen", "Ze"]]


def test_ze_is_all_that_were_named_together(together: Together) -> None:
    text = article(
        "[Els Claes|name person feminine subject] en [Jan Maes|name person masculine subject] kwamen.",
        "[Ze|pronoun personal plural subject] lachten.",
    )

    assert together(text) == [["Els Claes en Jan Maes", "Ze"]]


def test_ze_is_the_group_that_those_named_together_belong_to(together: Together) -> None:
    text = article(
        "[Tien sterren|nominal group plural indefinite subject], onder wie [Els Claes|name person] en "
        "[Jan Maes|name person], zwijgen.",
        "[Ze|pronoun personal plural subject] protesteren.",
    )
    text = related(text, RelationKind.MEMBER_OF, "Els Claes", "Tien sterren")

    assert together(related(text, RelationKind.MEMBER_OF, "Jan Maes", "Tien sterren")) == [["Tien sterren", "Ze"]]


def test_a_possessive_before_the_subject_of_its_clause_is_that_subject(together: Together) -> None:
    text = article(
        "[An Bos|name person feminine subject] zong.",
        "Op [haar|pronoun possessive modifier] website dankte [Els Claes|name person feminine subject] iedereen.",
    )

    assert together(text) == [["haar", "Els Claes"]]


def test_het_and_zijn_may_be_an_organisation(together: Together) -> None:
    text = article(
        "[Philips|name organisation subject] groeit.",
        "[Het|pronoun personal singular neuter subject] verhuist [zijn|pronoun possessive modifier] fabriek.",
    )

    assert together(text) == [["Philips", "Het", "zijn"]]


def test_a_pronoun_that_nothing_agrees_with_is_no_entity(together: Together) -> None:
    text = article("[Philips|name organisation subject] groeit.", "[Zij|pronoun personal singular subject] lachte.")

    assert together(text) == []


def test_a_pronoun_at_the_beginning_may_be_the_subject_that_follows(together: Together) -> None:
    text = article(
        "Toen [ze|pronoun personal singular subject clause=aankwam] aankwam, lachte "
        "[Els Claes|name person subject clause=lachte]."
    )

    assert together(text) == [["ze", "Els Claes"]]


def test_hij_in_the_main_clause_is_not_the_subject_of_what_he_says(together: Together) -> None:
    text = article(
        "[Hij|pronoun personal singular subject clause=zei] zei dat [Jan Maes|name person subject clause=kwam] kwam."
    )

    assert together(text) == []


def test_two_that_take_part_in_one_action_are_two(together: Together) -> None:
    text = article(
        "[Jan Maes|name person masculine subject] zag [Piet Bos|name person masculine object].",
        "[Jan Maes|name person masculine subject clause=peddelde] peddelde om "
        "[hem|pronoun personal object clause=trekken] te trekken.",
    )
    text = acted(text, "trekken", "trekken", (Role.AGENT, "Jan Maes"), (Role.PATIENT, "hem"))

    assert together(text) == [["Jan Maes", "Jan Maes"], ["Piet Bos", "hem"]]


def test_zijn_of_nobody_in_particular_is_nobody(together: Together) -> None:
    text = article(
        "[Jan Maes|name person masculine subject] kwam.",
        "[Niemand|pronoun indefinite subject] geloofde [zijn|pronoun possessive modifier] oren.",
    )

    assert together(text) == []


def test_hun_is_no_plural_of_things(together: Together) -> None:
    text = article(
        "[De contracten|nominal law plural definite subject] lopen af.", "[Hun|pronoun possessive modifier] tijd is om."
    )

    assert together(text) == []


def test_who_speaks_is_not_the_third_person_of_the_quote(together: Together) -> None:
    text = article(
        "[Jan Maes|name person masculine object] belde.",
        '"[Hij|pronoun personal singular subject clause=komt] komt", zegt [Piet Bos|name person subject clause=zegt].',
        '"[Hij|pronoun personal singular subject clause=blijft] blijft", zegt hij.',
    )

    assert together(claimed(text, "Piet Bos", "Hij blijft")) == [["Jan Maes", "Hij", "Hij"]]


def test_the_one_reported_is_the_first_choice_in_reported_speech(together: Together) -> None:
    text = article(
        "[Jan Maes|name person masculine subject] belde vaak.",
        "[Jan Maes|name person masculine subject] hoorde het.",
        "Van [Piet Bos|name person oblique] is bekend dat [hij|pronoun personal singular subject clause=komt] komt.",
    )

    found = together(claimed(text, "Piet Bos", "hij komt", QuoteKind.INDIRECT))

    assert found == [["Jan Maes", "Jan Maes"], ["Piet Bos", "hij"]]


def test_ik_in_a_quote_is_the_speaker(together: Together) -> None:
    text = article('"[Ik|pronoun personal subject] kom", zegt [Els Claes|name person feminine subject].')

    assert together(claimed(text, "Els Claes", "Ik kom")) == [["Ik", "Els Claes"]]


def test_wij_in_a_quote_is_the_organisation_of_the_speaker(together: Together) -> None:
    text = article(
        '"[Wij|pronoun personal subject] groeien", zegt [Els Claes|name person], topvrouw van [Acme|name organisation].'
    )
    text = related(text, RelationKind.FUNCTION, "Els Claes", "Acme", value="topvrouw")

    assert together(claimed(text, "Els Claes", "Wij groeien")) == [["Wij", "Acme"]]


def test_wij_of_a_person_without_organisation_is_nobody_we_know(together: Together) -> None:
    text = article('"[Wij|pronoun personal subject] komen", zegt [Els Claes|name person feminine subject].')

    assert together(claimed(text, "Els Claes", "Wij komen")) == []


def test_wij_of_somebody_with_a_function_is_what_the_article_is_about(together: Together) -> None:
    text = article(
        "[Acme|name organisation subject] groeit.",
        "[Acme|name organisation subject] lacht.",
        '"[Wij|pronoun personal subject] groeien", zegt topvrouw [Els Claes|name person].',
    )
    text = related(text, RelationKind.FUNCTION, "Els Claes", value="topvrouw")

    assert together(claimed(text, "Els Claes", "Wij groeien")) == [["Acme", "Acme", "Wij"]]


def test_the_speaker_of_the_outer_quote_is_no_third_person_in_the_inner_claim(together: Together) -> None:
    text = article(
        '"Met respect voor [de rechter|nominal person definite singular modifier]: '
        '[hij|pronoun personal singular subject] dwaalt", zegt [Jan Maes|name person masculine subject clause=zegt].',
    )
    text = claimed(text, "Jan Maes", "Met respect voor de rechter: hij dwaalt")

    assert together(claimed(text, "de rechter", "hij dwaalt", QuoteKind.INDIRECT)) == [["de rechter", "hij"]]


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


def test_her_husband_comes_before_a_name(together: Together) -> None:
    text = article(
        "[Jan Maes|name person masculine subject] zag "
        "[[haar|pronoun possessive modifier] man|nominal person singular definite object masculine].",
        "[De man|nominal person singular definite subject masculine] lachte.",
    )

    assert together(text) == [["haar man", "De man"]]


def test_ze_does_not_take_up_hem(together: Together) -> None:
    text = article(
        "[Een kandidaat|nominal person singular indefinite subject] kwam.",
        "[An Bos|name person feminine subject] vertrouwde [hem|pronoun personal object].",
        "[De zaal|nominal place singular definite subject] hoorde dat "
        "[ze|pronoun personal singular subject clause=lachte] lachte.",
    )

    assert together(text) == [["Een kandidaat", "hem"], ["An Bos", "ze"]]


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


def test_beide_bedrijven_are_the_two_named_together(together: Together) -> None:
    text = article(
        "[Airbus|name organisation subject] en [Boeing|name organisation subject] groeien.",
        "[Beide bedrijven|nominal organisation definite plural lemma=bedrijf modifiers=beide subject] lachen.",
    )

    assert together(text) == [["Airbus en Boeing", "Beide bedrijven"]]


def test_deze_banken_are_those_named_together(together: Together) -> None:
    text = article(
        "[ING|name organisation subject] en [KBC|name organisation subject] groeien.",
        "[Deze banken|nominal group demonstrative plural lemma=bank subject] lachen.",
    )

    assert together(text) == [["ING en KBC", "Deze banken"]]


def test_de_drie_banken_are_not_the_two_named_together(together: Together) -> None:
    text = article(
        "[ING|name organisation subject] en [KBC|name organisation subject] groeien.",
        "[De drie banken|nominal group definite plural lemma=bank modifiers=drie subject] lachen.",
    )

    assert together(text) == []


def test_the_same_things_named_together_twice_are_one_group(together: Together) -> None:
    text = article(
        "[ING|name organisation subject] en [KBC|name organisation subject] groeien.",
        "[KBC|name organisation subject] en [ING|name organisation subject] krimpen.",
        "[Ze|pronoun personal plural subject] lachen.",
    )

    assert together(text) == [["ING", "ING"], ["ING en KBC", "KBC en ING", "Ze"], ["KBC", "KBC"]]


def test_hij_is_no_company(together: Together) -> None:
    text = article("[Acme|name organisation subject] groeit.", "[Hij|pronoun personal singular subject] lacht.")

    assert together(text) == []


def test_het_is_takes_up_what_was_told_and_no_company(together: Together) -> None:
    text = article("[Acme|name organisation subject] groeit.", "[Het|pronoun personal singular subject] is jammer.")

    assert together(text) == []


def test_het_before_zijn_with_a_noun_may_be_a_company(together: Together) -> None:
    text = article(
        "[Acme|name organisation subject] zegt dat [het|pronoun personal singular subject clause=opent] "
        "[zijn|pronoun possessive modifier clause=opent] fabriek opent."
    )

    assert together(text) == [["Acme", "het", "zijn"]]


def test_who_is_first_told_of_in_a_quote_does_not_speak_it(together: Together) -> None:
    text = article(
        "[Jan Maes|name person masculine subject] kwam.",
        '"[Piet Bos|name person masculine subject clause=slaapt] slaapt", zei '
        "[hij|pronoun personal singular subject clause=zei].",
    )

    assert together(claimed(text, "hij", "Piet Bos slaapt")) == [["Jan Maes", "hij"]]


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


def test_a_group_whose_members_are_told_is_many(together: Together) -> None:
    text = article(
        "[Els Claes|name person feminine subject] spreekt namens "
        "[een koor|nominal group indefinite singular oblique], waaronder [Jan Maes|name person modifier].",
        "[Zij|pronoun personal plural subject] zingen.",
    )

    assert together(related(text, RelationKind.MEMBER_OF, "Jan Maes", "een koor")) == [["een koor", "Zij"]]


def test_a_possessive_before_the_verb_is_the_subject_behind_it(together: Together) -> None:
    text = article(
        "[An Bos|name person feminine subject] zong.",
        "Op [haar|pronoun possessive modifier clause=bleef] website zei [Els Claes|name person feminine subject "
        "clause=zei] dat [ze|pronoun personal singular subject clause=bleef] bleef.",
    )

    assert together(text) == [["haar", "Els Claes", "ze"]]


def test_a_pronoun_keeps_to_its_paragraph(together: Together) -> None:
    parted = article(
        "[Jan Maes|name person masculine subject] viel.",
        "Er was hulp van [een jongen|nominal person indefinite singular oblique].",
        "[Hij|pronoun personal singular subject] lachte.",
    )
    first, second, third = parted.document.text.splitlines()
    below = replace(parted, document=replace(parted.document, text=f"{first}\n{second} {third}\n"))
    joined = replace(parted, document=replace(parted.document, text=f"{first} {second} {third}\n"))

    assert together(below) == [["een jongen", "Hij"]]
    assert together(joined) == [["Jan Maes", "Hij"]]


def test_a_surname_that_is_also_a_mans_name_makes_no_man(together: Together) -> None:
    text = article(
        "[Robin Hassan|name person subject] won.",
        "[Hassan|name person masculine subject] lachte.",
        "[Zij|pronoun personal singular subject] danste.",
    )

    assert together(text) == [["Robin Hassan", "Hassan", "Zij"]]


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


def test_a_possessive_follows_the_sex_that_a_pronoun_told(together: Together) -> None:
    text = article(
        "[Robin Maes|name person subject] lachte.",
        "[Zij|pronoun personal singular subject] danste.",
        "[Jan Bos|name person masculine object] zag [Robin Maes|name person subject] in "
        "[zijn|pronoun possessive modifier] kamer.",
    )

    assert together(text) == [["Robin Maes", "Zij", "Robin Maes"], ["Jan Bos", "zijn"]]


def test_de_stad_may_be_called_haar(together: Together) -> None:
    text = article(
        "[Els Claes|name person feminine subject] sprak.",
        "Toen regende het.",
        "[De stad|nominal place definite singular common subject] groet [haar|pronoun possessive modifier] gasten.",
    )

    assert together(text) == [["De stad", "haar"]]


def test_what_the_coach_tells_of_is_not_the_coach(together: Together) -> None:
    text = article(
        '"[Jan Maes|name person masculine subject clause=speelt] speelt", zei '
        "[de coach|nominal person definite singular subject clause=zei]."
    )

    assert together(claimed(text, "de coach", "Jan Maes speelt")) == []


def test_a_surname_with_its_particle_is_the_person_whatever_its_type(together: Together) -> None:
    text = article("[Irene de Wit|name person] kwam.", "[De Wit|name organisation] lachte.")

    assert together(text) == [["Irene de Wit", "De Wit"]]


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


def test_who_asks_is_not_the_one_he_asks_about(together: Together) -> None:
    text = article(
        '"Hoe kan [hij|pronoun personal singular subject clause=verdwijnen] verdwijnen?", vroeg '
        "[Jan Maes|name person masculine subject clause=vroeg]."
    )

    assert together(claimed(text, "Jan Maes", "Hoe kan hij verdwijnen?")) == []


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


def test_a_short_name_in_brackets_does_not_part_those_named_together(together: Together) -> None:
    text = article(
        "[Groene Mars|name organisation subject] ([GM|name organisation]) en [Acme|name organisation] groeien.",
        "[Ze|pronoun personal plural subject] lachen.",
    )

    assert together(text) == [["Groene Mars", "GM"], ["Groene Mars (GM) en Acme", "Ze"]]


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
