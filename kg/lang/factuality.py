"""Words that negate, hedge, plan or question."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FactualityRules:
    """Words that negate, hedge, plan or question."""
