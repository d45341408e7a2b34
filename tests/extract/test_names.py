"""Where names begin and end, and what they name."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc, Span

from kg.lang import Language
from kg.model import EntityType, Gender
from tests.extract.mentioning import mentions_of, names, nominals
from tests.extract.trees import tree_of

Parsed = Callable[..., Doc]


def test_a_function_is_no_part_of_a_name(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De Franse president Roux bezocht gisteren België.")

    assert names(doc, dutch) == {"Roux": EntityType.PERSON, "België": EntityType.PLACE}


def test_a_function_that_the_recogniser_took_along_is_cut_off(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Topman Jan Peeters van Windkracht nv sprak met de burgemeester.")
    doc.set_ents([Span(doc, 0, 3, label="PERSON")])

    assert "Jan Peeters" in names(doc, dutch)


def test_a_function_and_its_organisation_in_one_name_are_taken_apart(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Topman Jan Peeters van Windkracht nv sprak met de burgemeester.")
    doc.set_ents([Span(doc, 0, 5, label="ORG")])

    assert list(names(doc, dutch)) == ["Jan Peeters", "Windkracht nv"]


def test_a_legal_form_belongs_to_the_name(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Topman Jan Peeters van Windkracht nv sprak met de burgemeester.")

    assert names(doc, dutch) == {"Jan Peeters": EntityType.PERSON, "Windkracht nv": EntityType.ORGANISATION}


def test_a_hashtag_is_a_campaign(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Onder de hashtag #SchoneLucht riepen de initiatiefnemers op tot actie.")

    assert names(doc, dutch) == {"#SchoneLucht": EntityType.CAMPAIGN}


def test_an_agency_between_brackets_is_the_source_and_no_name(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Maes ging weg. (Belga)")

    assert names(doc, dutch) == {"Maes": EntityType.PERSON}


def test_a_name_loses_its_possessive_ending(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Klankwerks oprichter reageerde niet.")

    assert names(doc, dutch) == {"Klankwerk": EntityType.ORGANISATION}


def test_the_s_of_motors_is_no_possessive_because_another_name_has_motor(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Noord Motors groeit en Zuid Motor Company krimpt.")

    assert list(names(doc, dutch)) == ["Noord Motors", "Zuid Motor Company"]


def test_a_people_is_no_name(parsed: Parsed, dutch: Language) -> None:
    assert names(parsed("De Belgen verloren van een Fransman."), dutch) == {}


def test_the_organisation_that_opens_a_function_is_a_name(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Windkracht-directeur Els Maes vertrekt.")

    assert names(doc, dutch) == {"Windkracht": EntityType.ORGANISATION, "Els Maes": EntityType.PERSON}


def test_a_name_that_the_recogniser_missed_once_is_found_by_its_other_place(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Koen Wouters is directeur van Zonnedak.", "De bedrijven Zonnedak en Windkracht fuseren.")
    doc.set_ents([entity for entity in doc.ents if entity.sent.start > 0])

    assert names(doc, dutch)["Zonnedak"] is EntityType.ORGANISATION


def test_a_country_is_a_name_even_if_the_recogniser_missed_it(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De Franse president Roux bezocht gisteren België.")
    doc.set_ents([])

    assert names(doc, dutch)["België"] is EntityType.PLACE


def test_the_word_that_says_what_it_is_outweighs_the_recogniser(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Tal van bekende zangers boycotten het platform Klankwerk.")
    doc.set_ents([Span(doc, 7, 8, label="PERSON")])

    assert names(doc, dutch) == {"Klankwerk": EntityType.ORGANISATION}


def test_one_name_is_one_type_throughout_an_article(parsed: Parsed, dutch: Language) -> None:
    doc = parsed(
        "Koen Wouters is directeur van Zonnedak.",
        "Zonnedak, de fabrikant van zonnepanelen, groeit.",
        "De bedrijven Zonnedak en Windkracht fuseren.",
    )
    first = next(entity for entity in doc.ents if entity.text == "Zonnedak")
    others = [entity for entity in doc.ents if entity.text != "Zonnedak" or entity.start > first.start]
    doc.set_ents([*others, Span(doc, first.start, first.end, label="PERSON")])

    assert names(doc, dutch)["Zonnedak"] is EntityType.ORGANISATION


def test_a_surname_is_what_the_full_name_is(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Nadia Amrani werd minister van Energie.", "Amrani werd tot voorzitter van de partij verkozen.")
    doc.set_ents([Span(doc, 0, 2, label="PERSON")])

    assert names(doc, dutch)["Amrani"] is EntityType.PERSON


def test_a_word_with_a_capital_inside_is_a_product(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De winkel verkoopt de ePaard nu.")

    assert names(doc, dutch) == {"ePaard": EntityType.PRODUCT}


def test_two_names_that_are_one_elsewhere_are_one(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Koen Wouters is directeur van Zonnedak.", "Koen Wouters is geen directeur van Zonnedak.")
    doc.set_ents([Span(doc, 0, 2, label="PERSON"), Span(doc, 7, 8, label="PERSON"), Span(doc, 8, 9, label="PERSON")])

    assert list(names(doc, dutch)) == ["Koen Wouters", "Zonnedak"]


def test_the_name_that_opens_a_compound_is_found_where_the_text_has_it_alone(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Windkracht verkoopt minder en Windkracht-aandelen dalen.")

    found = mentions_of(doc, dutch)

    assert [mention.text for mention in found.all] == ["Windkracht", "Windkracht"]
    assert found.at(tree_of(doc)[4]) is None


def test_a_function_of_two_words_opens_with_no_name(parsed: Parsed, dutch: Language) -> None:
    assert names(parsed("President-directeur Els Maes stapt op."), dutch) == {"Els Maes": EntityType.PERSON}


def test_the_country_of_a_currency_is_no_name(parsed: Parsed, dutch: Language) -> None:
    assert names(parsed("Het bedrijf verloor US $30 miljoen."), dutch) == {}


def test_what_a_minister_is_responsible_for_is_no_part_of_the_name(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Minister Hugo de Wit van Volkshuisvesting kwam langs.")
    doc.set_ents([Span(doc, 1, 6, label="PERSON")])

    assert names(doc, dutch)["Hugo de Wit"] is EntityType.PERSON


def test_a_name_with_an_article_that_opens_with_its_maker_is_a_product(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Windkracht toont de Windkracht Zefier.", "De Zefier rijdt op stroom.")

    assert names(doc, dutch) == {
        "Windkracht": EntityType.ORGANISATION,
        "Windkracht Zefier": EntityType.PRODUCT,
        "Zefier": EntityType.PRODUCT,
    }


def test_nobody_has_an_article_before_the_name(parsed: Parsed, dutch: Language) -> None:
    assert names(parsed("De actrice kreeg een Oscar."), dutch) == {"Oscar": EntityType.OTHER}


def test_a_court_is_called_by_its_town(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De rechtbank Breda sprak hem vrij.")

    assert names(doc, dutch) == {"Breda": EntityType.PLACE}
    assert nominals(doc, dutch) == {"De rechtbank Breda": EntityType.ORGANISATION}


def test_a_thing_that_is_said_to_have_a_name_tells_what_the_name_names(parsed: Parsed, dutch: Language) -> None:
    assert names(parsed("Ze kochten een toestel dat Valk heet."), dutch) == {"Valk": EntityType.PRODUCT}


def test_what_stands_before_the_agency_is_a_place(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("LOKEREN (ANP) - Maes vertrekt.")

    assert names(doc, dutch) == {"LOKEREN": EntityType.PLACE, "Maes": EntityType.PERSON}


def headed(news: Doc, opening: str, gap: str = " - ", *, headlines: int = 0) -> Doc:
    """Return news behind a name that is read apart from it, below some words of headlines."""
    above = Doc(news.vocab, words=["nieuws"] * headlines)
    name = Doc(news.vocab, words=[opening], spaces=[False], pos=["PROPN"], ents=["B-ORG"])
    dash = Doc(news.vocab, words=[gap], spaces=[False], pos=["SPACE"])
    return Doc.from_docs([*([above] if headlines else []), name, dash, news], ensure_whitespace=False)


@pytest.mark.parametrize(
    ("opening", "gap", "kind"),
    [
        ("LOKEREN", " - ", EntityType.PLACE),
        ("Lokeren", " - ", EntityType.ORGANISATION),
        ("LOKEREN", "\n", EntityType.ORGANISATION),
        ("GREENPEACE", " – ", EntityType.ORGANISATION),
        ("FC LOKEREN", " - ", EntityType.ORGANISATION),
    ],
)
def test_what_stands_in_capitals_before_the_dash_of_a_dateline_is_a_place_rather_than_what_the_recogniser_says(
    parsed: Parsed, dutch: Language, opening: str, gap: str, kind: EntityType
) -> None:
    news = parsed("Een medewerker vrijdag sprak met een groep artsen, onder leiding van Maes.")

    assert names(headed(news, opening, gap), dutch)[opening] == kind


@pytest.mark.parametrize(
    ("words", "verb", "kind"),
    [
        (["Beveren", "wint"], "VerbForm=Fin", EntityType.PLACE),
        (["PVC", "wint"], "VerbForm=Fin", EntityType.PLACE),
        (["BEVEREN", "wint"], "VerbForm=Fin", EntityType.ORGANISATION),
        (["Beveren", "verslagen"], "VerbForm=Part", EntityType.ORGANISATION),
    ],
)
def test_a_dateline_stands_before_a_sentence_that_opens_with_no_other_name_in_capitals(
    parsed: Parsed, dutch: Language, words: list[str], verb: str, kind: EntityType
) -> None:
    vocab = parsed("Peeters Staal groeit.").vocab
    news = Doc(vocab, words=words, pos=["PROPN", "VERB"], morphs=["", verb], heads=[1, 1], deps=["nsubj", "ROOT"])

    assert names(headed(news, "LOKEREN"), dutch)["LOKEREN"] == kind


@pytest.mark.parametrize(("headlines", "kind"), [(40, EntityType.PLACE), (41, EntityType.ORGANISATION)])
def test_a_dateline_stands_at_the_head_of_the_article(
    parsed: Parsed, dutch: Language, headlines: int, kind: EntityType
) -> None:
    news = parsed("Een medewerker vrijdag sprak met een groep artsen, onder leiding van Maes.")

    assert names(headed(news, "LOKEREN", headlines=headlines), dutch)["LOKEREN"] == kind


def test_a_noun_in_capitals_is_no_name(parsed: Parsed, dutch: Language) -> None:
    assert names(parsed("KABINET VALT"), dutch) == {}


def test_a_noun_for_firms_and_persons_makes_no_person_of_a_single_word(parsed: Parsed, dutch: Language) -> None:
    assert names(parsed("Stroomop, de netbeheerder, zwijgt."), dutch) == {"Stroomop": EntityType.ORGANISATION}


def test_a_pronoun_is_no_name_though_it_was_tagged_as_one(parsed: Parsed, dutch: Language) -> None:
    assert names(parsed("“Het regent.” Hij bleef binnen."), dutch) == {}


def test_a_plural_noun_calls_all_names_that_it_introduces(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De wijken Zuidwijk en Bergum krijgen geen bus.")

    assert names(doc, dutch) == {"Zuidwijk": EntityType.PLACE, "Bergum": EntityType.PLACE}


def test_a_plural_noun_calls_no_single_name(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Onderzoekers Westumc vinden een eiwit.")

    assert names(doc, dutch) == {"Westumc": EntityType.ORGANISATION}


def test_who_an_illness_is_called_after_has_no_part_in_the_news(parsed: Parsed, dutch: Language) -> None:
    assert names(parsed("Zijn vader heeft de ziekte van Alzheimer."), dutch) == {}


def test_a_portfolio_and_its_minister_in_one_name_are_taken_apart(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Minister van Financiën Jan Peeters zwijgt.")
    doc.set_ents([Span(doc, 2, 5, label="ORG")])

    assert names(doc, dutch)["Jan Peeters"] is EntityType.PERSON


def test_a_capital_within_a_sentence_belongs_to_the_name(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De bewonersvereniging Achter de Dijk klaagt.")
    doc.set_ents([Span(doc, 4, 5, label="ORG")])

    assert names(doc, dutch) == {"Achter de Dijk": EntityType.ORGANISATION}


def test_a_noun_with_a_capital_within_a_sentence_belongs_to_the_name(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De Rekenkamer Arnhem begint een onderzoek.")

    assert names(doc, dutch) == {"Rekenkamer Arnhem": EntityType.ORGANISATION}


def test_names_with_an_ampersand_between_them_are_one_organisation(parsed: Parsed, dutch: Language) -> None:
    assert names(parsed("De ijsmaker Ben & Jan's groeit."), dutch) == {"Ben & Jan's": EntityType.ORGANISATION}


def test_the_noun_nearest_to_a_name_says_what_it_is(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De moord op ondernemer Jan Peeters is opgelost.")

    assert names(doc, dutch) == {"Jan Peeters": EntityType.PERSON}


def test_a_verb_calls_nobody_anything(parsed: Parsed, dutch: Language) -> None:
    assert names(parsed("De atlete versloeg Kira Vos."), dutch) == {"Kira Vos": EntityType.PERSON}


def test_what_somebody_is_of_is_an_organisation(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Zij klopte Jan Maes van Fixit.")

    assert names(doc, dutch)["Fixit"] is EntityType.ORGANISATION


def test_several_agencies_of_a_dateline_are_the_source_and_no_name(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("GENT (ANP/AFP) - Maes vertrekt.")

    assert names(doc, dutch) == {"GENT": EntityType.PLACE, "Maes": EntityType.PERSON}


def test_the_first_part_of_two_compounds_is_no_name(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De brand was te zien in Midden- en West-Limburg.")

    assert names(doc, dutch) == {"West-Limburg": EntityType.PLACE}


def test_an_acronym_and_the_name_listed_with_it_are_taken_apart(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("WNF en Groen Nu klagen.")
    doc.set_ents([Span(doc, 0, 4, label="ORG")])

    assert list(names(doc, dutch)) == ["WNF", "Groen Nu"]


def test_a_surname_that_was_cut_off_is_part_of_the_name(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Econoom Piet Jan van Dalen van Windkracht verwacht groei.")

    assert names(doc, dutch) == {"Piet Jan van Dalen": EntityType.PERSON, "Windkracht": EntityType.ORGANISATION}


def test_a_given_name_is_known_with_its_accents(dutch: Language) -> None:
    assert dutch.given_names.sex("andré") is Gender.MASCULINE


def test_a_given_name_with_a_dash_is_known_by_its_first_part(dutch: Language) -> None:
    assert dutch.given_names.sex("henk-jan") is Gender.MASCULINE


def test_a_prize_is_a_thing_of_another_kind(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Ze kreeg de Gouden Veer Prijs.")

    assert names(doc, dutch) == {"Gouden Veer Prijs": EntityType.OTHER}


def test_a_single_word_with_a_capital_within_is_no_person(parsed: Parsed, dutch: Language) -> None:
    assert names(parsed("Het geld komt van ZorgNet."), dutch) == {"ZorgNet": EntityType.ORGANISATION}


def test_the_end_of_a_function_before_a_name_is_nobody_by_itself(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De officier van justitie Marleen Vos eiste een celstraf.")

    assert nominals(doc, dutch) == {}


def test_a_function_and_a_form_of_address_only_introduce_a_name(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Rechter mr. Jan Peeters sprak hem vrij.")

    assert nominals(doc, dutch) == {}


def test_a_function_with_its_portfolio_only_introduces_a_name(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Minister van Financiën Jan Peeters zwijgt.")

    assert nominals(doc, dutch) == {}


def test_two_surnames_with_a_particle_between_them_are_one_name(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Bestuurder Petra Smit-van Dalen wil opheldering.")

    assert names(doc, dutch) == {"Petra Smit-van Dalen": EntityType.PERSON}


def test_who_has_a_director_is_an_organisation_whatever_its_first_word(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Albert Bouw-directeur Els Maes vertrekt.")

    assert names(doc, dutch) == {"Albert Bouw": EntityType.ORGANISATION, "Els Maes": EntityType.PERSON}


def test_the_full_name_of_an_owner_loses_its_s(parsed: Parsed, dutch: Language) -> None:
    assert names(parsed("Els de Wits bedrijf groeit."), dutch) == {"Els de Wit": EntityType.PERSON}


def test_a_person_behind_another_with_a_given_name_stays_a_person(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Ze sprak met Jan Maes van Piet de Boer.")

    assert names(doc, dutch) == {"Jan Maes": EntityType.PERSON, "Piet de Boer": EntityType.PERSON}


def test_whoever_has_a_spokesman_is_a_person_where_the_text_names_one_in_full(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Topambtenaar Gijs Timmer schreef een brief.", "Een woordvoerder van Timmer zweeg.")

    assert names(doc, dutch) == {"Gijs Timmer": EntityType.PERSON, "Timmer": EntityType.PERSON}


def test_the_first_word_of_a_firm_is_short_for_it_rather_than_a_surname(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Peeters Staal groeit.", "Peeters sprak met Maes en diens adviseur.")

    assert names(doc, dutch)["Peeters"] == EntityType.ORGANISATION


def test_the_first_word_of_a_firm_is_a_surname_where_it_stands_before_the_firm(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Peeters sprak met Maes en diens adviseur.", "Peeters Staal groeit.")

    assert names(doc, dutch)["Peeters"] == EntityType.PERSON


def test_the_first_word_of_a_firm_is_a_surname_where_somebody_has_it(parsed: Parsed, dutch: Language) -> None:
    doc = parsed(
        "Peeters Staal groeit.",
        "Topman Jan Peeters van Windkracht nv sprak met de burgemeester.",
        "Peeters sprak met Maes en diens adviseur.",
    )

    assert names(doc, dutch)["Peeters"] == EntityType.PERSON


def test_the_first_word_of_an_institution_may_be_its_town(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Gent Museum groeit.", "De Zwitserse bank Alpina opent een kantoor in Gent.")

    assert names(doc, dutch)["Gent"] == EntityType.PLACE
