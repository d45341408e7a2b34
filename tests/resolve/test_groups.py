"""What means several things that were named together, and nouns for what somebody is."""

from collections.abc import Callable

from kg.model import Extraction, RelationKind
from tests.resolve.marked import article, related

Together = Callable[[Extraction], list[list[str]]]

TWO_CLUBS = "[Vliet|name organisation subject] en [Zande|name organisation subject] winnen."
TWO_MEN = "[Jan Maes|name person subject] en [Piet Bos|name person subject] winnen."


def test_beide_alone_is_the_two_named_together(together: Together) -> None:
    text = article(TWO_CLUBS, "[Beide|pronoun indefinite plural subject] juichen.")

    assert together(text) == [["Vliet en Zande", "Beide"]]


def test_het_duo_is_the_two_persons_named_together(together: Together) -> None:
    text = article(TWO_MEN, "[Het duo|nominal group definite singular neuter subject] juicht.")

    assert together(text) == [["Jan Maes en Piet Bos", "Het duo"]]


def test_het_duo_is_no_pair_of_clubs(together: Together) -> None:
    text = article(TWO_CLUBS, "[Het duo|nominal group definite singular neuter subject] juicht.")

    assert together(text) == []


def test_de_clubs_are_those_just_named_together(together: Together) -> None:
    text = article(TWO_CLUBS, "[De clubs|nominal group definite plural lemma=club subject] juichen.")

    assert together(text) == [["Vliet en Zande", "De clubs"]]


def test_de_clubs_are_not_those_named_long_ago(together: Together) -> None:
    text = article(
        TWO_CLUBS, "Het regent.", "[De clubs|nominal group definite plural lemma=club subject] krijgen minder geld."
    )

    assert together(text) == []


def test_the_rich_clubs_are_not_those_just_named(together: Together) -> None:
    text = article(
        TWO_CLUBS, "[De rijke clubs|nominal group definite plural lemma=club modifiers=rijk subject] klagen."
    )

    assert together(text) == []


def test_de_twee_clubs_are_the_only_two_named_together_however_far(together: Together) -> None:
    text = article(
        TWO_CLUBS,
        *["Het regent."] * 6,
        "[De twee clubs|nominal group definite plural lemma=club modifiers=twee subject] juichen.",
    )

    assert together(text) == [["Vliet en Zande", "De twee clubs"]]


def test_of_several_pairs_far_away_none_is_de_twee_clubs(together: Together) -> None:
    text = article(
        TWO_CLUBS,
        "[Berg|name organisation subject] en [Dal|name organisation subject] verliezen.",
        *["Het regent."] * 6,
        "[De twee clubs|nominal group definite plural lemma=club modifiers=twee subject] juichen.",
    )

    assert together(text) == []


def test_a_synonym_of_a_function_stands_for_who_has_it(together: Together) -> None:
    text = article(
        "Advocaat [Els Claes|name person subject] kwam met [Jan Maes|name person oblique].",
        "[De raadsvrouw|nominal person definite singular feminine subject] zweeg.",
    )

    assert together(related(text, RelationKind.FUNCTION, "Els Claes", value="advocaat")) == [
        ["Els Claes", "De raadsvrouw"]
    ]


def test_a_function_of_two_words_stands_for_its_synonym(together: Together) -> None:
    text = article(
        "Minister-president [Els Claes|name person subject] kwam.",
        "[De premier|nominal person definite singular common subject] zweeg.",
    )

    assert together(related(text, RelationKind.FUNCTION, "Els Claes", value="Minister-president")) == [
        ["Els Claes", "De premier"]
    ]


def test_who_was_called_otherwise_is_not_the_coach(together: Together) -> None:
    text = article(
        "Wethouder [Els Claes|name person subject] kwam.",
        "[De coach|nominal person definite singular common subject] zweeg.",
    )

    assert together(related(text, RelationKind.FUNCTION, "Els Claes", value="wethouder")) == []


def test_a_ministry_is_no_company(together: Together) -> None:
    text = article(
        "Minister [Els Claes|name person subject] van [Visserij|name organisation modifier] kwam.",
        "[Het bedrijf|nominal organisation definite singular neuter subject] groeit.",
    )

    assert together(related(text, RelationKind.FUNCTION, "Els Claes", "Visserij", value="minister")) == []


def test_a_university_is_no_company_but_an_institution(together: Together) -> None:
    text = article(
        "[Universiteit Damme|name organisation subject] groeit.",
        "[Het bedrijf|nominal organisation definite singular neuter subject] krimpt.",
        "[De instelling|nominal organisation definite singular common subject] bloeit.",
    )

    assert together(text) == [["Universiteit Damme", "De instelling"]]


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


def test_a_group_whose_members_are_told_is_many(together: Together) -> None:
    text = article(
        "[Els Claes|name person feminine subject] spreekt namens "
        "[een koor|nominal group indefinite singular oblique], waaronder [Jan Maes|name person modifier].",
        "[Zij|pronoun personal plural subject] zingen.",
    )

    assert together(related(text, RelationKind.MEMBER_OF, "Jan Maes", "een koor")) == [["een koor", "Zij"]]


def test_a_short_name_in_brackets_does_not_part_those_named_together(together: Together) -> None:
    text = article(
        "[Groene Mars|name organisation subject] ([GM|name organisation]) en [Acme|name organisation] groeien.",
        "[Ze|pronoun personal plural subject] lachen.",
    )

    assert together(text) == [["Groene Mars", "GM"], ["Groene Mars (GM) en Acme", "Ze"]]
