"""The fit of confidence, and the figures that say how far it can be trusted."""

from dataclasses import replace

import pytest

from kg.extract.actions.confidence import Grounds, confidence
from kg.lang import load
from tests.quality.calibration import (
    Forecast,
    brier,
    calibration_error,
    checked,
    fit,
    reliability,
    report,
    to_toml,
)
from tests.quality.examples import Example, of_articles
from tests.quality.notation import GOLD, SEEDS

SURE, UNSURE = Grounds(0.0, 0.0, 0.0, 0.0, 0.0), Grounds(0.0, 1.0, 0.0, 0.0, 0.0)


def examples(grounds: Grounds, *, right: int, wrong: int, text: str = "a") -> list[Example]:
    """Return so many right and wrong examples."""
    return [Example(text, grounds, number < right) for number in range(right + wrong)]


KNOWN = [*examples(SURE, right=450, wrong=50), *examples(UNSURE, right=250, wrong=250, text="b")]


def test_the_fit_gives_the_shares_that_were_seen() -> None:
    rules = fit(KNOWN)

    assert confidence(SURE, rules) == pytest.approx(0.9, abs=0.02)
    assert confidence(UNSURE, rules) == pytest.approx(0.5, abs=0.02)


def test_a_ground_that_was_never_seen_weighs_nothing() -> None:
    assert fit(KNOWN).weights["understood"] == 0


def test_a_treebank_sets_no_level_of_its_own() -> None:
    treebank = [replace(one, is_of_treebank=True) for one in examples(SURE, right=100, wrong=400, text="treebank")]

    assert confidence(SURE, fit([*KNOWN, *treebank])) == pytest.approx(0.9, abs=0.02)


def test_an_article_is_checked_without_itself() -> None:
    odd_one = examples(SURE, right=0, wrong=1, text="c")

    forecasts = list(checked([*examples(SURE, right=30, wrong=0), *odd_one]))

    assert forecasts[-1].probability > 0.9
    assert not forecasts[-1].is_right


def test_a_treebank_is_fitted_to_and_not_checked() -> None:
    treebank = [replace(one, text="treebank", is_of_treebank=True) for one in KNOWN]

    assert len(list(checked([*KNOWN, *treebank]))) == len(KNOWN)


def test_the_brier_score_is_the_mean_squared_error() -> None:
    assert brier([Forecast(0.5, True), Forecast(1.0, True)]) == 0.125


def test_the_calibration_error_is_how_far_a_line_of_the_table_is_off() -> None:
    line = [Forecast(0.75, number < 5) for number in range(10)]

    assert calibration_error(line) == pytest.approx(0.25)


def test_the_table_says_how_many_of_each_line_are_right() -> None:
    forecasts = [Forecast(0.75, number < 5) for number in range(10)] + [Forecast(0.95, True)]

    assert list(reliability(forecasts))[2:] == ["| 0.75-0.75 | 10 | 0.75 | 0.50 |", "| 0.95-0.95 | 1 | 0.95 | 1.00 |"]


def test_the_report_sets_the_score_beside_that_of_one_confidence_for_all() -> None:
    assert any("one confidence for all: 0.210" in line for line in report(KNOWN))


def test_the_weights_are_written_as_the_language_reads_them() -> None:
    lines = list(to_toml(fit(KNOWN), KNOWN))

    assert lines[0].startswith("# Fitted by")
    assert {line.partition(" = ")[0] for line in lines if " = " in line} == {"intercept", *Grounds._fields}


@pytest.mark.quality
def test_the_confidence_of_kg_holds_on_our_articles() -> None:
    rules = load("nl").confidence

    forecasts = [Forecast(confidence(one.grounds, rules), one.is_right) for one in of_articles(GOLD, SEEDS)]

    assert calibration_error(forecasts) < 0.1
    assert brier(forecasts) < brier([Forecast(0.85, one.is_right) for one in forecasts])
