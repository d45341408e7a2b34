"""Who is meant by the words of somebody, and around them."""

from collections.abc import Callable

from kg.model import Extraction, QuoteKind, RelationKind
from tests.resolve.marked import article, claimed, related

Together = Callable[[Extraction], list[list[str]]]


def test_hij_in_the_main_clause_is_not_the_subject_of_what_he_says(together: Together) -> None:
    text = article(
        "[Hij|pronoun personal singular subject clause=zei] zei dat [Jan Maes|name person subject clause=kwam] kwam."
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


def test_who_is_first_told_of_in_a_quote_does_not_speak_it(together: Together) -> None:
    text = article(
        "[Jan Maes|name person masculine subject] kwam.",
        '"[Piet Bos|name person masculine subject clause=slaapt] slaapt", zei '
        "[hij|pronoun personal singular subject clause=zei].",
    )

    assert together(claimed(text, "hij", "Piet Bos slaapt")) == [["Jan Maes", "hij"]]


def test_what_the_coach_tells_of_is_not_the_coach(together: Together) -> None:
    text = article(
        '"[Jan Maes|name person masculine subject clause=speelt] speelt", zei '
        "[de coach|nominal person definite singular subject clause=zei]."
    )

    assert together(claimed(text, "de coach", "Jan Maes speelt")) == []


def test_who_asks_is_not_the_one_he_asks_about(together: Together) -> None:
    text = article(
        '"Hoe kan [hij|pronoun personal singular subject clause=verdwijnen] verdwijnen?", vroeg '
        "[Jan Maes|name person masculine subject clause=vroeg]."
    )

    assert together(claimed(text, "Jan Maes", "Hoe kan hij verdwijnen?")) == []
