"""Which words and relations make actions and their roles."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActionRules:
    """Which words and relations make actions and their roles."""
