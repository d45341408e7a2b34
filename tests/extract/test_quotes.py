"""Quotes: which quote marks belong together."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.attribution.quotes import Quote, find_quotes
from kg.lang import Language
from kg.model import Span


def quotes(text: str, language: Language) -> tuple[Quote, ...]:
    rules = language.attribution
    return find_quotes(text, Span(0, len(text)), marks=rules.quote_marks, apostrophe_words=rules.apostrophe_words)


def contents(text: str, language: Language) -> list[str]:
    return [quote.content.of(text) for quote in quotes(text, language)]


@pytest.mark.parametrize(
    "text",
    [
        'Hij zei "Ik kom" en ging.',
        "Hij zei „Ik kom” en ging.",
        "Hij zei „Ik kom“ en ging.",
        "Hij zei “Ik kom” en ging.",
        "Hij zei ”Ik kom” en ging.",
        "Hij zei 'Ik kom' en ging.",
        "Hij zei ‘Ik kom’ en ging.",
        "Hij zei «Ik kom» en ging.",
        "Hij zei »Ik kom« en ging.",
        "Hij zei ' Ik kom ' en ging.",
        'Hij zei " Ik kom " en ging.',
    ],
)
def test_marks_of_any_kind_pair(dutch: Language, text: str) -> None:
    assert contents(text, dutch) == ["Ik kom"]


@pytest.mark.parametrize(
    "text",
    [
        "De auto's stonden 's avonds stil in Den Haag.",
        "Zo ' n film en die foto ’ s van studio ‘ s.",
        "De serie Tuin ' 11 en het pakket Huis '12 zijn op.",
        "In de jaren '90 en '80 was Frans' huis klein.",
        "'t Is koud, zei ze, en 'k ga naar huis.",
    ],
)
def test_an_apostrophe_is_no_quote_mark(dutch: Language, text: str) -> None:
    assert contents(text, dutch) == []


def test_an_inner_quote_follows_the_one_it_stands_in(dutch: Language) -> None:
    text = "Hij zei: \"Zij riep 'Kom!' en liep weg.\""

    assert contents(text, dutch) == ["Zij riep 'Kom!' en liep weg.", "Kom!"]


def test_a_quote_ends_with_its_paragraph_if_the_mark_was_forgotten(dutch: Language) -> None:
    text = 'Hij zei: "Ik kom. En ik blijf.\n\nDe zaal liep leeg.'

    assert contents(text, dutch) == ["Ik kom. En ik blijf."]


def test_a_quote_goes_on_in_a_paragraph_that_opens_with_a_mark(dutch: Language) -> None:
    text = 'Hij zei: "Ik kom.\n\n"En ik blijf." De zaal liep leeg.'

    first, second = quotes(text, dutch)

    assert (first.continues, second.continues) == (False, True)
    assert second.content.of(text) == "En ik blijf."


def test_words_between_marks_that_only_lead_up_to_a_quote_are_told_apart(dutch: Language) -> None:
    text = '"De voorzitter zei het volgende:" "Wij gaan door." ""'

    introduction, quote = quotes(text, dutch)

    assert (introduction.is_introduction, quote.is_introduction) == (True, False)


@given(st.text(alphabet="ab s.\n'\"„“”‘’«»`:", max_size=60))
@settings(max_examples=300, deadline=None)
def test_quotes_of_any_text_nest_and_lie_within_one_paragraph(dutch: Language, text: str) -> None:
    found = quotes(text, dutch)

    assert all("\n\n" not in quote.content.of(text) for quote in found)
    assert all(
        not one.marks.overlaps(other.marks) or one.marks.contains(other.marks)
        for number, one in enumerate(found)
        for other in found[number + 1 :]
    )
