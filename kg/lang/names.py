"""Words that tell what a name or noun refers to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NameRules:
    """Words that tell what a name or noun refers to."""
