"""How much each ground for doubt counts against an action."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ConfidenceRules:
    """Weights of a logistic model, fitted to annotated text by `python -m tests.quality.calibration`."""

    intercept: float
    """Log-odds of an action that nothing speaks against."""
    weights: Mapping[str, float]
    """Field of `kg.extract.actions.confidence.Grounds` to what each unit of it adds to the log-odds."""
