"""Words for dates, periods and durations."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TimeRules:
    """Words for dates, periods and durations."""
