"""Words for dates, periods and durations, and the patterns that they stand in."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """Units that time is counted in; those of ISO 8601 durations by their letter."""

    SECOND = "S"
    MINUTE = "MIN"
    HOUR = "H"
    DAY = "D"
    WEEKEND = "WE"
    WEEK = "W"
    MONTH = "M"
    SEASON = "SEASON"
    QUARTER = "Q"
    HALF_YEAR = "HY"
    YEAR = "Y"
    DECADE = "DECADE"
    CENTURY = "CENTURY"


@dataclass(frozen=True, slots=True, eq=False)
class TimeRules:
    """How a language says when; itself alone is equal to it, so that what is made of it is made once.

    A pattern is a row of words: a plain word stands for itself, `a|b` for either, `{class}` for any word of a class,
    and `?` behind one of these says that it may be missing. Capitals and the shape of the apostrophe do not count.
    The key of a pattern is its meaning, a function in `kg.extract.timex`; `none` is for what only looks like a time.
    Of two patterns that match at one place, the longer counts; of two equally long ones, the one that stands first.
    """

    words: Mapping[str, Mapping[str, int]]
    """Class -> word -> number: `month`, `weekday` (Monday is 1), `number`, `ordinal`, `season`, `decade`,
    `direction` (-1 past, 0 this, 1 next), `day_offset` (days from today) ..."""
    units: Mapping[str, Mapping[str, Unit]]
    """Class -> word -> unit: `unit` (one), `units` (several), `year_part`, `frequency` (`jaarlijks`)."""
    holidays: Mapping[str, str]
    """Name -> `MM-DD`; `easter-2`, days from Easter Sunday; or `MM-weekday-nth`, the third Tuesday as `09-2-3`."""
    thousands: str
    """Sign between thousands in figures; the other of `.` and `,` stands before decimals."""
    ordinal_endings: frozenset[str]
    """What makes an ordinal of digits: `3e`, `8ste`; no letter in German, whose full stop patterns have."""
    day_parts: frozenset[str]
    """Parts of a day; they also end compounds: `woensdagavond`."""
    points: Mapping[str, tuple[str, ...]]
    """Meaning -> patterns of times that stand by themselves: `16 september`, `vorig jaar`."""
    parts: Mapping[str, tuple[str, ...]]
    """Patterns around one point, the class `{time}`: `begin {time}`."""
    frames: Mapping[str, tuple[str, ...]]
    """Patterns around points and parts: `sinds {time}`, `van {time} tot {time}`."""
    number_heads: frozenset[str]
    """Words after which four digits are a year though no parse says so: `in`, `sinds`, `jaar`."""
    comparisons: frozenset[str]
    """Words before a time that something is compared with: `meer dan in 2019`, `ten opzichte van vorig jaar`."""
    occasions: frozenset[str]
    """Prepositions before what happens at the time of the verb: `bij de opening op dinsdag`."""
    joints: frozenset[str]
    """Words and signs between two times of one clause: `donderdag en vrijdag`."""
    currencies: frozenset[str]
    """Words and signs beside which four digits are an amount."""
    perfect_auxiliaries: frozenset[str]
    """Lemmas of verbs that put a participle in the past."""
    future_auxiliaries: frozenset[str]
    """Lemmas of verbs that put an infinitive in the future."""
