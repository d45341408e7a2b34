"""Times: what a text names and what day, month or year it means."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from kg.extract.times import extract_times
from kg.extract.timex.meanings import MEANINGS
from kg.lang import Language, load
from kg.model import Document, Span
from tests.extract.timing import PUBLISHED, Reader, days, values
from tests.extract.trees import tree_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("16 september 2020", "2020-09-16"),
        ("16-09-2020", "2020-09-16"),
        ("16/9/2020", "2020-09-16"),
        ("3 okt. 2019", "2019-10-03"),
        ("maandag 3 februari 2020", "2020-02-03"),
        ("september 2020", "2020-09"),
        ("het jaar 2007", "2007"),
        ("jaren negentig", "199X"),
        ("jaren '80", "198X"),
        ("19e eeuw", "18XX"),
        ("negentiende eeuw", "18XX"),
        ("het derde kwartaal van 2019", "2019-35"),
        ("de zomer van 2003", "2003-22"),
        ("12 en 13 mei 2019", "2019-05-12/2019-05-13"),
        ("2003-2007", "2003/2007"),
        ("van 2003 tot 2007", "2003/2007"),
        ("tussen mei 2003 en juni 2004", "2003-05/2004-06"),
        ("sinds 2003", "2003/.."),
        ("tot 1 juli 2021", "../2021-07-01"),
        ("Pasen 2021", "2021-04-04"),
        ("Prinsjesdag 2021", "2021-09-21"),
        ("Koningsdag 2025", "2025-04-26"),
        ("van 28 april tot 3 mei 2021", "2021-04-28/2021-05-03"),
        ("van 30 december tot 2 januari 2021", "2020-12-30/2021-01-02"),
        ("de nacht van 2 op 3 februari 2019", "2019-02-02/2019-02-03"),
        ("de nacht van zondag 31 maart op maandag 1 april 2019", "2019-03-31/2019-04-01"),
        ("het najaar van 2018", "2018-23"),
        ("het boekjaar 2019", "2019"),
        ("het schooljaar 2019-2020", "2019/2020"),
        ("de eerste zes maanden van 2020", "2020-01/2020-06"),
        ("de laatste drie maanden van 2019", "2019-10/2019-12"),
        ("de eerste drie weken van juni 2019", "2019-W22/2019-W24"),
        ("na 1 juli 2019", "2019-07-02/.."),
        ("na juni 2019", "2019-07/.."),
        ("na de zomer van 2019", "2019-09/.."),
        ("al voor 2019", "../2018"),
        ("vóór 1 juli 2019", "../2019-06-30"),
        ("voor eind juni 2019", "../2019-06"),
    ],
)
def test_an_absolute_date_needs_no_publication_date(times: Reader, text: str, value: str) -> None:
    [time] = times(f"Het is {text} geworden.", published="")

    assert (time.text, time.value, time.anchor) == (text, value, "")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("vandaag", "2020-09-16"),
        ("gisteravond", "2020-09-15"),
        ("eergisteren", "2020-09-14"),
        ("overmorgen", "2020-09-18"),
        ("dit jaar", "2020"),
        ("vorig jaar", "2019"),
        ("volgende maand", "2020-10"),
        ("deze week", "2020-W38"),
        ("vorige week", "2020-W37"),
        ("dit weekend", "2020-09-19/2020-09-20"),
        ("vorig kwartaal", "2020-34"),
        ("vorige woensdag", "2020-09-09"),
        ("komende woensdag", "2020-09-23"),
        ("komende vrijdagavond", "2020-09-18"),
        ("twee weken geleden", "2020-W36"),
        ("drie jaar geleden", "2017"),
        ("anderhalf jaar geleden", "2019-03"),
        ("over twee maanden", "2020-11"),
        ("deze zomer", "2020-22"),
        ("afgelopen winter", "2019-24"),
        ("juni vorig jaar", "2019-06"),
        ("12 mei vorig jaar", "2019-05-12"),
        ("Tweede Kerstdag vorig jaar", "2019-12-26"),
        ("eerder deze week", "2020-W38"),
        ("vanaf volgend jaar", "2021/.."),
        ("de afgelopen drie jaar", "2017/2020"),
        ("komende drie weken", "2020-W38/2020-W41"),
        ("volgende week dinsdag", "2020-09-22"),
        ("donderdag vorige week", "2020-09-10"),
        ("maandag over een week", "2020-09-28"),
        ("vorig najaar", "2019-23"),
        ("al voor de zomer", "../2020-05"),
        ("na komend weekend", "2020-09-21/.."),
        ("voor het einde van het jaar", "../2020"),
        ("eind van de maand", "2020-09"),
        ("twee en een half jaar geleden", "2018-03"),
    ],
)
def test_a_relative_time_is_worked_out_from_the_publication_date(times: Reader, text: str, value: str) -> None:
    [time] = times(f"Dat is {text} zo.")

    assert (time.text, time.value, time.anchor) == (text, value, PUBLISHED)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("24 uur lang", "PT24H"),
        ("twee weken", "P2W"),
        ("een half uur", "PT30M"),
        ("anderhalf jaar", "P18M"),
        ("twee decennia", "P20Y"),
        ("elke maand", "R/P1M"),
        ("om de twee weken", "R/P2W"),
        ("per jaar", "R/P1Y"),
        ("om 20.30 uur", "T20:30"),
        ("14u30", "T14:30"),
        ("om acht uur 's avonds", "T20:00"),
        ("om half acht 's avonds", "T19:30"),
        ("om kwart voor acht 's avonds", "T19:45"),
        ("om tien over half acht 's ochtends", "T07:40"),
        ("rond het middaguur", "T12:00"),
        ("drie kwartier", "PT45M"),
        ("twee en een half jaar", "P30M"),
    ],
)
def test_durations_sets_and_clock_times_have_a_value_but_no_days(times: Reader, text: str, value: str) -> None:
    [time] = times(f"Het duurt {text}.")

    assert (time.text, time.value, days(time)) == (text, value, (None, None))


@pytest.mark.parametrize(
    "text",
    [
        "De voorbije maanden",
        "binnenkort",
        "enkele weken geleden",
        "De komende dagen",
        "een paar jaar",
        "Om kwart over acht",
        "Tussen 9.00 en 17.00 uur",
        "Vorig seizoen",
        "Een dag later",
        "De vorige dag",
    ],
)
def test_a_vague_time_is_kept_without_a_value(times: Reader, text: str) -> None:
    [time] = times(f"{text} was dat zo.")

    assert (time.text, time.value) == (text, None)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("begin juli 2020", "2020-07-01", "2020-07-10"),
        ("half juni 2020", "2020-06-11", "2020-06-20"),
        ("eind december 2020", "2020-12-21", "2020-12-31"),
        ("februari 2020", "2020-02-01", "2020-02-29"),
        ("week", None, None),
    ],
)
def test_begin_half_and_eind_narrow_the_days(times: Reader, text: str, first: str | None, last: str | None) -> None:
    found = times(f"Het was {text}.")

    assert [days(time) for time in found] == ([(first, last)] if first else [])


@pytest.mark.parametrize(
    "text",
    [
        "32 juli",
        "0 mei",
        "31 juni",
        "29 februari 2019",
        f"{'9' * 40} mei",
        "de 20-jarige",
        "20 jaar oud",
        "vijf jaar cel",
        "de 12e minuut",
        "vijf minuten voor tijd",
        "de juli-editie",
        "#2020",
        "13-14-2020",
        "tot 3605",
        "goede morgen",
        "https://voorbeeld.nl/2020/09/16/nieuws",
    ],
)
def test_what_only_looks_like_a_time_is_none(times: Reader, text: str) -> None:
    assert times(f"Hier staat {text} dus.") == ()


@pytest.mark.parametrize("text", ["999999 jaar geleden", "over 999999 weken", "99999 eeuwen later"])
def test_a_time_beyond_the_calendar_has_no_value(times: Reader, text: str) -> None:
    assert [time.value for time in times(f"Dat was {text}.")] == [None]


def test_header_lines_are_not_read(times: Reader) -> None:
    text = "date 2019-05-05\n\nOp 3 mei 2018 was er feest."

    found = times(text, body=Span(17, len(text)))

    assert values(found) == {"3 mei 2018": "2018-05-03"}


def test_no_time_runs_over_a_blank_line(times: Reader) -> None:
    found = times("Het begon in juni\n\n2007 gasten kwamen.")

    assert list(values(found)) == ["juni"]


@pytest.mark.parametrize("sentence", ["In 2000 huizen viel de stroom uit.", "Zij werkt nog met Windows 2000."])
def test_a_number_that_counts_or_names_is_no_year(parsed: Callable[..., Doc], dutch: Language, sentence: str) -> None:
    doc = parsed(sentence)

    assert extract_times(tree_of(doc), Document("krant/1", doc.text, published=PUBLISHED), dutch) == ()


def test_every_pattern_has_a_meaning(dutch: Language) -> None:
    named = {*dutch.time.points, *dutch.time.parts, *dutch.time.frames}

    assert named <= MEANINGS.keys()


def words() -> Iterator[str]:
    dutch = load("nl")
    for tables in (dutch.time.words, dutch.time.units):
        for table in tables.values():
            yield from table


SIGNS = ["-", "/", ".", ",", "'", "van", "tot", "en", "na", "voor", "sinds", "de", "het", "\n\n"]


PARTS = st.one_of(st.integers(0, 10**7).map(str), st.sampled_from(SIGNS), st.sampled_from(sorted(set(words()))))


DATES = st.sampled_from(["", "2020", "0001-01-01", "9999-12-31", "2020-02-29"])


@given(parts=st.lists(PARTS, max_size=12), published=DATES)
@settings(max_examples=150, deadline=None)
def test_any_row_of_time_words_is_read_without_an_error(times: Reader, parts: list[str], published: str) -> None:
    text = " ".join(parts)

    found = times(text, published=published)

    assert all(time.text == time.span.of(text) for time in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
