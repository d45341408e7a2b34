"""What pronouns stand for, beyond the first rules in `test_coreference`."""

from collections.abc import Callable

from kg.model import Extraction, QuoteKind
from tests.resolve.marked import article, claimed

Together = Callable[[Extraction], list[list[str]]]


def test_a_person_with_a_neuter_noun_is_hij(together: Together) -> None:
    text = article(
        "[De agent|nominal person definite singular common subject] zweeg.",
        "[Het slachtoffer|nominal person definite singular neuter subject] viel.",
        "[Hij|pronoun personal singular subject] bloedde.",
    )

    assert together(text) == [["Het slachtoffer", "Hij"]]


def test_a_thing_with_a_neuter_noun_is_not_hij(together: Together) -> None:
    text = article(
        "[Het toestel|nominal product definite singular neuter subject] viel.",
        "[Hij|pronoun personal singular subject] schrok.",
    )

    assert together(text) == []


def test_a_municipality_that_promises_something_is_ze(together: Together) -> None:
    text = article(
        "[Els Claes|name person feminine subject] kwam.",
        "Daarna regende het.",
        "[De gemeente|nominal place definite singular common subject clause=belooft] belooft dat "
        "[ze|pronoun personal singular subject clause=helpt] helpt.",
    )

    found = together(claimed(text, "De gemeente", "dat ze helpt", QuoteKind.INDIRECT))

    assert found == [["De gemeente", "ze"]]


def test_a_pronoun_in_a_quote_takes_up_what_the_quote_tells_of(together: Together) -> None:
    text = article(
        "[Jan Maes|name person masculine subject clause=belde] belde vaak.",
        "[Jan Maes|name person masculine subject clause=kwam] kwam.",
        '"Uit respect voor [de rechter|nominal person definite singular common modifier clause=zwijg] zwijg ik; '
        '[hij|pronoun personal singular subject clause=dwaalt] dwaalt", zegt [Els Bos|name person feminine subject].',
    )

    found = together(claimed(text, "Els Bos", "Uit respect voor de rechter zwijg ik; hij dwaalt"))

    assert found == [["Jan Maes", "Jan Maes"], ["de rechter", "hij"]]


def test_ik_in_a_sentence_of_the_speaker_without_quote_marks_is_the_speaker(together: Together) -> None:
    text = article("[Ik|pronoun personal subject] kom, zegt [Els Claes|name person feminine subject].")

    assert together(claimed(text, "Els Claes", "Ik kom", QuoteKind.INDIRECT)) == [["Ik", "Els Claes"]]


def test_wij_in_what_is_only_reported_is_nobody_we_know(together: Together) -> None:
    text = article("[Acme|name organisation subject] zegt dat [we|pronoun personal subject clause=eten] meer eten.")

    assert together(claimed(text, "Acme", "dat we meer eten", QuoteKind.INDIRECT)) == []


def test_diens_is_not_the_subject(together: Together) -> None:
    text = article(
        "[Jan Maes|name person masculine subject] belde [Piet Bos|name person masculine object] "
        "over [diens|pronoun possessive singular modifier] huis."
    )

    assert together(text) == [["Piet Bos", "diens"]]


def test_diens_may_be_the_subject_that_it_is_joined_to(together: Together) -> None:
    text = article("[Jan Maes|name person masculine subject] en [diens|pronoun possessive modifier] zoon vertrekken.")

    assert together(text) == [["Jan Maes", "diens"]]


def test_die_is_rather_not_the_subject_before(together: Together) -> None:
    text = article(
        "[Jan Maes|name person masculine subject] belde [Piet Bos|name person masculine object].",
        "[Die|pronoun demonstrative singular subject] zweeg.",
    )

    assert together(text) == [["Piet Bos", "Die"]]


def test_die_is_the_subject_where_there_is_nobody_else(together: Together) -> None:
    text = article(
        "[Jan Maes|name person masculine subject] belde.", "[Die|pronoun demonstrative singular subject] zweeg."
    )

    assert together(text) == [["Jan Maes", "Die"]]
