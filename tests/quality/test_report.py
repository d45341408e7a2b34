"""Figures are told so that a reader sees what is measured, what is below its floor, and where an error stands."""

from dataclasses import replace

from tests.quality.figures import MEASURES, Figure
from tests.quality.report import against_floors, errors, raised, table
from tests.quality.test_scoring import GOLD, PERFECT

GOOD = dict.fromkeys(MEASURES, Figure(0.9, 0.6, 10))
POOR = dict.fromkeys(MEASURES, Figure(0.0, 0.0, 10))


def test_the_table_sets_kg_beside_the_naive_reader() -> None:
    line = next(line for line in table(GOOD, POOR) if line.startswith("| names "))

    assert line == "| names | persons, organisations and places | 10 | 0.90 | 0.60 | **0.72** | 0.00 |"


def test_a_figure_below_its_floor_is_marked() -> None:
    lines = list(against_floors(GOOD, {"names": 0.73, "time": 0.70}))

    assert [line.endswith("BELOW") for line in lines] == [True, False]


def test_floors_are_set_below_the_figures_and_never_lower_than_they_were() -> None:
    floors = raised(GOOD, {"names": 0.80})

    assert (floors["names"], floors["roles"]) == (0.80, 0.71)


def test_an_error_is_told_with_its_words_in_their_sentence() -> None:
    saying, giving, calling = PERFECT.actions
    found = replace(PERFECT, actions=(saying, giving, replace(calling, predicate="roepen")))

    assert list(errors([GOLD], {"bakkers": found}, "lemma")) == [
        "missed bellen: roepen\n       [bakkers] Hij wil Kok «bellen»."
    ]
