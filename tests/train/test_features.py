import pytest

from kg.neural.features import normalize, piece_rows, pieces, shape
from kg.neural.gazetteer import FLAGS, KINDS, flag_words, parse_gazetteer

LISTS = parse_gazetteer(["Den Haag\tcity", "Jan\tfirst", "Haag\tlast", "partij\tbody", "Arbeid\torg"])


def kinds(words: str) -> list[set[str]]:
    places = ("alone", "first of", "later of")
    rows = flag_words(words.split(), LISTS)
    return [{f"{places[i % 3]} {KINDS[i // 3]}" for i in row.nonzero()[0]} for row in rows]


def test_a_name_of_two_words_is_found_and_each_word_knows_its_place() -> None:
    assert kinds("in Den Haag") == [set(), {"first of city"}, {"later of city", "alone last"}]


def test_common_nouns_are_found_in_any_case_but_names_are_not() -> None:
    assert kinds("Partij jan") == [{"alone body"}, set()]


def test_a_name_cut_off_by_the_end_of_the_sentence_is_no_name() -> None:
    assert kinds("de Den") == [set(), set()]


def test_each_word_gets_three_places_a_kind() -> None:
    assert flag_words(["Jan"], LISTS).shape == (1, FLAGS)


@pytest.mark.parametrize(
    ("form", "expected"), [("Kabinet-II", "Xxx-XX"), ("12,5", "00,0"), ("NAVO", "XX"), ("CD&V", "XX&X"), ("“", '"')]
)
def test_the_shape_of_a_word_keeps_case_digits_and_marks(form: str, expected: str) -> None:
    assert shape(form) == expected


def test_typographic_quotes_and_digits_do_not_make_a_new_word() -> None:
    assert normalize("’s-Gravenhage") == normalize("'s-Gravenhage")
    assert normalize("1999") == normalize("2024")


def test_a_long_word_has_few_pieces() -> None:
    assert len(list(pieces("a" * 10_000))) < 100


def test_pieces_fall_in_the_table() -> None:
    assert all(0 <= row < 50 for row in piece_rows("Verzekeringsmaatschappij", 50))


def test_two_components_with_the_same_lists_share_them() -> None:
    assert parse_gazetteer(["Jan\tfirst"]) is parse_gazetteer(iter(["Jan\tfirst"]))


def test_a_component_with_other_lists_has_its_own() -> None:
    first = parse_gazetteer(["Jan\tfirst"])

    assert parse_gazetteer(["Haag\tlast"]) != first
