"""Words and marks that say who says so."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AttributionRules:
    """Words and marks that say who says so."""
