"""Adjectives made from the names of places, and of which country they say that something is."""

from collections.abc import Callable

from spacy.tokens import Doc, Span

from kg.lang import Language
from kg.model import EntityType, Mention, MentionKind, RelationKind
from tests.extract.mentioning import mentions_of, names, pairs, relations

Parsed = Callable[..., Doc]


def adjectives(doc: Doc, language: Language) -> list[Mention]:
    return [mention for mention in mentions_of(doc, language).all if mention.kind is MentionKind.ADJECTIVE]


def places(doc: Doc, language: Language) -> dict[str, str]:
    return {mention.text: mention.head_lemma for mention in adjectives(doc, language)}


def countries(doc: Doc, language: Language) -> list[tuple[str, str]]:
    return pairs(relations(doc, language, RelationKind.COUNTRY))


def test_an_adjective_of_a_place_speaks_of_the_place(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De Zwitserse bank Alpina opent een kantoor in Gent.")

    [adjective] = adjectives(doc, dutch)

    assert (adjective.text, adjective.head_lemma) == ("Zwitserse", "Zwitserland")
    assert (adjective.type, adjective.label) == (EntityType.PLACE, "GPE")


def test_an_adjective_of_a_name_of_two_words_is_one_mention_and_no_name(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De New Yorkse beurs daalde.")

    assert places(doc, dutch) == {"New Yorkse": "New York"}
    assert names(doc, dutch) == {}


def test_an_adjective_of_two_places_speaks_of_both(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De Frans-Duitse groep sluit een Amerikaanse en Canadese fabriek.")

    found = places(doc, dutch)

    assert found == {
        "Frans": "Frankrijk",
        "Duitse": "Duitsland",
        "Amerikaanse": "Verenigde Staten",
        "Canadese": "Canada",
    }


def test_a_language_speaks_of_no_place(parsed: Parsed, dutch: Language) -> None:
    assert places(parsed("Het boek is in het Duits vertaald."), dutch) == {}


def test_an_adjective_within_a_name_is_no_mention_of_its_own(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De New Yorkse beurs daalde.", "De Zwitserse bank Alpina opent een kantoor in Gent.")
    doc.set_ents([Span(doc, 7, 10, label="ORG")])

    assert places(doc, dutch) == {"New Yorkse": "New York"}
    assert "Zwitserse bank Alpina" in names(doc, dutch)


def test_a_bank_is_of_the_country_that_its_adjective_names(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De Zwitserse bank Alpina opent een kantoor in Gent.")

    assert countries(doc, dutch) == [("Alpina", "Zwitserse")]


def test_the_subject_of_a_copula_is_of_the_country_of_the_predicate(parsed: Parsed, dutch: Language) -> None:
    assert countries(parsed("Het bedrijf is Belgisch."), dutch) == [("Het bedrijf", "Belgisch")]


def test_a_continent_is_no_country_and_a_stance_is_no_origin(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De Europese minister sprak met pro-Russische strijders.")

    assert places(doc, dutch) == {"Europese": "Europa", "Russische": "Rusland"}
    assert countries(doc, dutch) == []


def test_a_place_is_not_of_the_country_that_it_was_of(parsed: Parsed, dutch: Language) -> None:
    assert countries(parsed("De voormalige Belgische kolonie Congo viert feest."), dutch) == []
