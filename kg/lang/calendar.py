"""Names of months and days of the week in all languages: a file says its date before its language is known."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.lang.section import read_section
from kg.lang.time import TimeRules


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """Words in lower case to numbers."""

    months: Mapping[str, int]
    """Also short ones, without a full stop."""
    weekdays: Mapping[str, int]
    """Monday is 1."""


@cache
def calendar_words() -> CalendarWords:
    """Return the words, which are read once.

    >>> calendar_words().months["maart"], calendar_words().months["märz"], calendar_words().weekdays["friday"]
    (3, 3, 5)
    """
    rules = [read_section(TimeRules, path) for path in sorted(Path(__file__).parent.glob("*/time.toml"))]
    classes = {
        name: {word: number for rule in rules for word, number in rule.words.get(name, {}).items()}
        for name in ("month", "month_short", "weekday")
    }
    return CalendarWords({**classes["month_short"], **classes["month"]}, classes["weekday"])
