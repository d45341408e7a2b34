"""Times whose value hangs on what stands beside them: another time, the tense, the date of the article."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.times import extract_times
from kg.lang import Language
from kg.model import Document
from tests.extract.timing import PUBLISHED, Reader, values
from tests.extract.trees import tree_of


@pytest.mark.parametrize("text", ["woensdag", "in juni", "vandaag", "vorig jaar", "twee weken geleden", "met Pasen"])
def test_without_a_publication_date_no_value_is_guessed(times: Reader, text: str) -> None:
    [time] = times(f"Dat was {text} zo.", published="")

    assert time.value is None


@pytest.mark.parametrize("text", ["woensdag", "vandaag", "vorige week", "gisteren"])
def test_a_month_of_publication_does_not_tell_the_day(times: Reader, text: str) -> None:
    [time] = times(f"Dat was {text} zo.", published="2020-09")

    assert time.value is None


@pytest.mark.parametrize(
    ("text", "value"), [("begin juli", "2020-07"), ("vorig jaar", "2019"), ("deze maand", "2020-09")]
)
def test_a_month_of_publication_tells_months_and_years(times: Reader, text: str, value: str) -> None:
    [time] = times(f"Dat was {text} zo.", published="2020-09")

    assert (time.value, time.anchor) == (value, "2020-09")


def test_later_counts_from_the_time_told_before(times: Reader) -> None:
    found = times(
        "Op 3 mei 2018 brandde het huis af. Drie dagen later stond er een tent, een jaar later een nieuw huis."
    )

    assert values(found) == {"3 mei 2018": "2018-05-03", "Drie dagen later": "2018-05-06", "een jaar later": "2019"}


def test_nothing_is_counted_from_a_time_told_long_before(times: Reader) -> None:
    found = times(
        "Op 3 mei 2018 brandde het huis af. Dat was erg.\n\nEr kwam steun. Drie dagen later stond er een tent."
    )

    assert values(found) == {"3 mei 2018": "2018-05-03", "Drie dagen later": None}


def test_die_nacht_is_the_two_days_told_before(times: Reader) -> None:
    found = times("In de nacht van 2 op 3 mei 2019 brandde het huis af. Die nacht stond er veel wind.")

    assert values(found)["Die nacht"] == "2019-05-02/2019-05-03"


def test_dat_jaar_is_the_year_told_before(times: Reader) -> None:
    found = times("In mei 2018 begon het. Dat jaar was droog.")

    assert values(found)["Dat jaar"] == "2018"


def test_days_are_counted_from_a_date_that_is_named(times: Reader) -> None:
    found = times("Twee dagen na 3 mei 2018 en de dag voor Pasen 2021 regende het.")

    assert values(found) == {"Twee dagen na 3 mei 2018": "2018-05-05", "de dag voor Pasen 2021": "2021-04-03"}


PARSED = {
    "Donderdag verloor de ploeg de finale.": "2020-09-10",
    "Donderdag stemt de Kamer over de begroting.": "2020-09-17",
    "De raad zal maandag beslissen.": "2020-09-21",
    "De brug is in november gesloten.": "2019-11",
    "De winkel opende in 1998.": "1998",
    "Dat meldt de politie vrijdag.": "2020-09-11",
    "De bouw moet vrijdag zijn afgerond.": "2020-09-18",
    "Zij zou vrijdag een raam hebben geforceerd.": "2020-09-11",
    "Bewoners hebben vrijdag hun huis verlaten.": "2020-09-11",
    "De provincie wil voorkomen dat de school in augustus dichtgaat.": "2021-08",
    "De provincie weet dat de school in augustus sluit.": "2020-08",
    "De provincie heeft voorkomen dat de school in augustus sloot.": "2020-08",
}


@pytest.mark.parametrize(("sentence", "value"), PARSED.items())
def test_the_tense_of_the_clause_says_on_which_side_of_the_publication_date_a_day_lies(
    parsed: Callable[..., Doc], dutch: Language, sentence: str, value: str
) -> None:
    doc = parsed(sentence)

    [time] = extract_times(tree_of(doc), Document("krant/1", doc.text, published=PUBLISHED), dutch)

    assert time.value == value


def test_a_participle_that_looks_like_an_infinitive_is_past_beside_hebben(
    parsed: Callable[..., Doc], dutch: Language
) -> None:
    doc = parsed("Bewoners hebben vrijdag hun huis verlaten.")
    doc[5].set_morph("VerbForm=Inf")  # type: ignore[attr-defined]  # missing in the stubs of spaCy 3.8

    [time] = extract_times(tree_of(doc), Document("krant/1", doc.text, published=PUBLISHED), dutch)

    assert time.value == "2020-09-11"


def test_days_that_are_named_together_lie_on_one_side(parsed: Callable[..., Doc], dutch: Language) -> None:
    doc = parsed("Donderdag en vrijdag hebben bewoners hun huis verlaten.")

    found = extract_times(tree_of(doc), Document("krant/1", doc.text, published=PUBLISHED), dutch)

    assert [time.value for time in found] == ["2020-09-10", "2020-09-11"]
