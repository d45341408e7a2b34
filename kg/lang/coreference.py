"""What pronouns and definite nominals may refer to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CoreferenceRules:
    """What pronouns and definite nominals may refer to."""
