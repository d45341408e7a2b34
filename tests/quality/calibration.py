"""`python -m tests.quality.calibration`: fits the confidence of actions, and says how far it can be trusted.

The weights of all grounds come from the annotated articles together with a treebank, where there is far more; how often
kg is right at all comes from the articles alone. Each article is checked with weights that were fitted without it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Annotated

import numpy as np
import numpy.typing as npt
import typer

from kg.extract.actions.confidence import Grounds, confidence
from kg.lang import load
from kg.lang.confidence import ConfidenceRules
from tests.quality.examples import Example, read_examples
from tests.quality.notation import GOLD, SEEDS

BINS = (0.0, 0.6, 0.7, 0.8, 0.85, 0.9, 1.01)
"""Bounds of the lines of the table of reliability."""
_RIDGE = 1.0
"""How much a weight is drawn to nothing, in examples."""
_STEPS = 25
_PLACES = 2

Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Forecast:
    """A probability, and what came true."""

    probability: float
    is_right: bool


def fit(examples: Sequence[Example]) -> ConfidenceRules:
    """Return the weights under which the examples are likeliest, by Newton's method on the ridge-penalised likelihood.

    A treebank has an intercept of its own, which is thrown away.
    """
    inputs = np.array([[1.0, float(one.is_of_treebank), *one.grounds] for one in examples])
    right = np.array([float(one.is_right) for one in examples])
    penalty = _RIDGE * np.diag([0.0, *[1.0] * (inputs.shape[1] - 1)])
    weights = np.zeros(inputs.shape[1])
    for _ in range(_STEPS):
        found = _logistic(inputs @ weights)
        slope = inputs.T @ (right - found) - penalty @ weights
        bend = (inputs.T * (found * (1 - found))) @ inputs + penalty
        weights = weights + np.linalg.solve(bend, slope)
    intercept, _, *others = (round(float(weight), _PLACES) for weight in weights)
    return ConfidenceRules(intercept, dict(zip(Grounds._fields, others, strict=True)))


def _logistic(odds: Matrix) -> Matrix:
    shares: Matrix = 1 / (1 + np.exp(-odds))
    return shares


def checked(examples: Sequence[Example]) -> Iterator[Forecast]:
    """Yield a forecast for each action of an annotated article, from weights that were fitted without that article."""
    for text in sorted({one.text for one in examples if not one.is_of_treebank}):
        own = [one for one in examples if one.text == text and not one.is_of_treebank]
        rules = fit([one for one in examples if one.text != text])
        yield from (Forecast(confidence(one.grounds, rules), one.is_right) for one in own)


def brier(forecasts: Sequence[Forecast]) -> float:
    """Return the mean squared error (Brier 1950), 0 at best."""
    return sum((one.probability - one.is_right) ** 2 for one in forecasts) / len(forecasts)


def calibration_error(forecasts: Sequence[Forecast]) -> float:
    """Return by how much forecast and outcome differ in a line of the table, weighed by its actions (Naeini 2015)."""
    return sum(abs(_forecast(line) - _outcome(line)) * len(line) for line in _lines(forecasts)) / len(forecasts)


def reliability(forecasts: Sequence[Forecast]) -> Iterator[str]:
    """Yield the lines of a Markdown table: of the actions with a confidence, how many are right."""
    yield "| confidence | actions | mean | right |"
    yield "|---|---:|---:|---:|"
    for line in _lines(forecasts):
        low, high = (bound([one.probability for one in line]) for bound in (min, max))
        yield f"| {low:.2f}-{high:.2f} | {len(line)} | {_forecast(line):.2f} | {_outcome(line):.2f} |"


def _lines(forecasts: Sequence[Forecast]) -> Iterator[Sequence[Forecast]]:
    for low, high in pairwise(BINS):
        if line := [one for one in forecasts if low <= one.probability < high]:
            yield line


def _forecast(line: Sequence[Forecast]) -> float:
    return sum(one.probability for one in line) / len(line)


def _outcome(line: Sequence[Forecast]) -> float:
    return sum(one.is_right for one in line) / len(line)


def to_toml(rules: ConfidenceRules, examples: Sequence[Example]) -> Iterator[str]:
    """Yield the lines of confidence.toml."""
    of_articles = sum(not one.is_of_treebank for one in examples)
    yield f"# Fitted by `python -m tests.quality.calibration` to {of_articles} actions of annotated articles and"
    yield f"# {len(examples) - of_articles} of a treebank. Fields: kg/lang/confidence.py."
    yield ""
    yield f"intercept = {rules.intercept}"
    yield ""
    yield "[weights]"
    yield from (f"{ground} = {weight}" for ground, weight in rules.weights.items())


def report(examples: Sequence[Example]) -> Iterator[str]:
    """Yield how well the confidence holds on articles that it was not fitted to, beside one confidence for all."""
    forecasts = list(checked(examples))
    base = [Forecast(_outcome(forecasts), one.is_right) for one in forecasts]
    yield from reliability(forecasts)
    yield ""
    yield f"{len(forecasts)} actions, {_outcome(forecasts):.2f} right; Brier {brier(forecasts):.3f}"
    yield f"(one confidence for all: {brier(base):.3f}), calibration error {calibration_error(forecasts):.3f}"


def main(
    gold: Annotated[list[Path] | None, typer.Argument(help="More folders of gold, with articles/ inside.")] = None,
    treebank: Annotated[Path | None, typer.Option(help="CoNLL-U that the pipeline was not trained on.")] = None,
    write: Annotated[bool, typer.Option(help="Write the weights to kg/lang/nl/confidence.toml.")] = False,
) -> None:
    """Print how far the confidence of actions can be trusted."""
    folders: Iterable[tuple[Path, Path]] = [(GOLD, SEEDS), *((folder, folder / "articles") for folder in gold or ())]
    examples = read_examples(folders, treebank)
    weights = list(to_toml(fit(examples), examples))
    if write:
        (load("nl").folder / "confidence.toml").write_text("\n".join([*weights, ""]), encoding="utf-8")
    typer.echo("\n".join([*report(examples), "", *weights]))


if __name__ == "__main__":
    typer.run(main)
