"""What the patterns of a language mean: one function a meaning, from the words matched to a period.

Relative times keep the unit that they are told in, as TIMEX3 does (`drie jaar geleden` is a year, `twee weken geleden`
a week): https://timeml.github.io/site/publications/timeMLdocs/timeml_1.2.1.html#timex3
"""

from collections.abc import Callable
from dataclasses import replace

from kg.extract.timex import points, stretches
from kg.extract.timex.patterns import Match
from kg.extract.timex.periods import (
    VAGUE,
    Period,
    between,
    calendar_duration,
    part_of_year,
    shifted,
    since,
    third_of,
    until,
)
from kg.extract.timex.points import Context
from kg.lang.time import Unit

Meaning = Callable[[Match, Context], Period | None]
"""None: no time at all, though the words look like one."""

_SMALLER = {
    Unit.CENTURY: (50, Unit.YEAR),
    Unit.DECADE: (5, Unit.YEAR),
    Unit.YEAR: (6, Unit.MONTH),
    Unit.DAY: (12, Unit.HOUR),
    Unit.HOUR: (30, Unit.MINUTE),
    Unit.MINUTE: (30, Unit.SECOND),
}
"""Half of a unit."""
_ISO_DURATIONS = {
    Unit.SECOND: "PT{}S",
    Unit.MINUTE: "PT{}M",
    Unit.HOUR: "PT{}H",
    Unit.DAY: "P{}D",
    Unit.WEEK: "P{}W",
    Unit.MONTH: "P{}M",
    Unit.YEAR: "P{}Y",
}
_NIGHT = 1
"""Number of the parts of a day that belong to two days."""
_LONGER = {Unit.QUARTER: (3, Unit.MONTH), Unit.HALF_YEAR: (6, Unit.MONTH)} | {
    Unit.DECADE: (10, Unit.YEAR),
    Unit.CENTURY: (100, Unit.YEAR),
}


def _rolling(match: Match, context: Context) -> Period | None:
    count, unit = match.number("number") or 1, match.unit or Unit.DAY
    here, there = (shifted(context.published, number * (match.number("rolling") or 0), unit) for number in (0, count))
    if here is None or there is None:
        return VAGUE
    return between(there, here) or between(here, there)


def _this(match: Match, context: Context) -> Period | None:
    return shifted(context.published, match.number("direction") or 0, match.unit or Unit.DAY) or VAGUE


def _amount(match: Match) -> tuple[int, Unit] | None:
    """Return how many of which unit the words name, `een half jaar` as six months; None if that has no whole number."""
    count, unit = match.number("number"), match.unit or Unit.DAY
    if (halves := match.number("half")) is None:
        return 1 if count is None else count, unit
    if unit not in _SMALLER:
        return None
    number, smaller = _SMALLER[unit]
    return (halves + 2 * (count or 0)) * number, smaller


def _shift(match: Match, origin: Period, sign: int) -> Period:
    amount = _amount(match)
    return (shifted(origin, sign * amount[0], amount[1]) if amount else None) or VAGUE


def _told(match: Match, context: Context) -> Period | None:
    """Return the day, month ... told before; `die nacht` may have been told as two days."""
    if match.number("day_part") == _NIGHT and context.told.unit is None and context.told.value:
        return replace(context.told, anchor=context.told.value)
    return shifted(context.told, 0, match.unit or Unit.DAY) or VAGUE


def _duration(match: Match, _: Context) -> Period | None:
    if (amount := _amount(match)) is None:
        return VAGUE
    return Period(_iso_duration(*amount))


def _iso_duration(count: int, unit: Unit) -> str | None:
    times, smaller = _LONGER.get(unit, (1, unit))
    return _ISO_DURATIONS[smaller].format(count * times) if smaller in _ISO_DURATIONS else None


def _set(match: Match, _: Context) -> Period | None:
    duration = _iso_duration(match.number("number") or 1, match.unit or Unit.WEEK)
    return Period(f"R/{duration}") if duration else VAGUE


def _clock(match: Match, _: Context) -> Period | None:
    hour, minute = match.number("hour"), match.number("minute") or 0
    shift = match.number("clock_shift") or 0
    if hour is None:
        hour = next((number for name in ("number", "named_hour") if (number := match.number(name)) is not None), 0)
    return Period(f"T{_hour(hour, shift):02}:{minute:02}") if 0 <= hour <= 24 else None


def _half_clock(match: Match, _: Context) -> Period | None:
    hour = (match.number("number") or 0) - 1
    return Period(f"T{_hour(hour, match.number('clock_shift') or 0):02}:30") if 0 <= hour < 12 else None


def _clock_beside(match: Match, _: Context) -> Period | None:
    """Return the clock so many minutes past or to an hour or half an hour: `kwart voor acht 's avonds`."""
    minutes, hour = (*match.numbers("quarter"), *match.numbers("number"))[:2]
    sign, half = match.number("past_or_to") or 1, 30 if match.number("half") else 0
    total = _hour(hour, match.number("clock_shift") or 0) * 60 - half + sign * minutes
    return Period(f"T{total // 60 % 24:02}:{total % 60:02}") if 0 < hour <= 12 and minutes < 60 else None


def _quarters(match: Match, _: Context) -> Period | None:
    return Period(f"PT{15 * (match.number('number') or 1)}M")


def _hour(hour: int, shift: int) -> int:
    return hour + shift if hour < 12 else hour


def _third(match: Match, _: Context) -> Period | None:
    return third_of(match.periods[0], match.number("third") or 1)


def _half_of(match: Match, _: Context) -> Period | None:
    period, number = match.periods[0], match.number("ordinal") or 0
    if period.unit is Unit.YEAR and period.start and number in (1, 2):
        half = part_of_year(period.start.year, number, Unit.HALF_YEAR)
        return replace(half, anchor=period.anchor) if half else None
    return period


def _beyond(match: Match, sign: int) -> Period | None:
    """Return the time that lies a duration after (or before) a point: `twee dagen na Kerstmis`."""
    duration = calendar_duration(match.periods[0])
    if duration is None:
        return VAGUE
    count, unit = duration
    return shifted(match.periods[-1], sign * count, unit) or VAGUE


def _weekend_of(match: Match, _: Context) -> Period | None:
    return shifted(match.periods[0], 0, Unit.WEEKEND) or VAGUE


MEANINGS: dict[str, Meaning] = {
    "none": lambda match, context: None,
    "vague": lambda match, context: VAGUE,
    "same": lambda match, context: match.periods[0],
    "date": points.read_date,
    "date_in": points.read_date_in_year,
    "slashed_date": points.read_date,
    "days": stretches.read_days,
    "dates": stretches.read_dates,
    "night": stretches.read_night,
    "month": points.read_month,
    "years": points.read_years_between,
    "year": points.read_year,
    "decade": points.read_decade,
    "century": points.read_century,
    "day": points.read_day,
    "weekday": points.read_weekday,
    "weekday_of_week": points.read_weekday_of_week,
    "weekday_ahead": points.read_weekday_ahead,
    "weekend": points.read_weekend,
    "part_of_year": points.read_part_of_year,
    "season": points.read_season,
    "holiday": points.read_holiday,
    "rolling": _rolling,
    "this": _this,
    "ago": lambda match, context: _shift(match, context.published, -1),
    "ahead": lambda match, context: _shift(match, context.published, 1),
    "earlier": lambda match, context: _shift(match, context.told, -1),
    "later": lambda match, context: _shift(match, context.told, 1),
    "next_day": lambda match, context: shifted(context.told, 1, Unit.DAY) or VAGUE,
    "previous_day": lambda match, context: shifted(context.told, -1, Unit.DAY) or VAGUE,
    "told": _told,
    "duration": _duration,
    "set": _set,
    "weekly": _set,
    "clock": _clock,
    "half_clock": _half_clock,
    "clock_beside": _clock_beside,
    "quarters": _quarters,
    "edge_of_this": stretches.read_edge_of_this,
    "first_of": stretches.read_first_of,
    "third": _third,
    "half_of": _half_of,
    "after": lambda match, context: _beyond(match, 1),
    "before": lambda match, context: _beyond(match, -1),
    "first_after": lambda match, context: _shift(match, match.periods[0], 1),
    "first_before": lambda match, context: _shift(match, match.periods[0], -1),
    "weekend_of": _weekend_of,
    "between": lambda match, context: between(match.periods[0], match.periods[-1]) or VAGUE,
    "since": lambda match, context: since(match.periods[0]),
    "until": lambda match, context: until(match.periods[0]),
    "till_before": stretches.read_before,
    "from_behind": stretches.read_after,
}
"""Every meaning that a language's patterns may have."""
