"""Stretches of days that a text names by their edges: `12 en 13 mei`, `de nacht van zaterdag op zondag`."""

from dataclasses import replace

from kg.extract.timex.patterns import Match
from kg.extract.timex.periods import (
    VAGUE,
    Period,
    before,
    between,
    calendar_duration,
    containing,
    date_of,
    shifted,
    since,
    until,
)
from kg.extract.timex.points import Context, fitting_one, read_weekday, years_around
from kg.lang.time import Unit

_LEAP_YEAR = 2000


def read_days(match: Match, context: Context) -> Period | None:
    """Return the days from the first to the last of one month: `12 en 13 mei`."""
    month, days = match.number("month") or 0, match.numbers("day")
    if any(date_of(_LEAP_YEAR, month, day) is None for day in days) or list(days) != sorted(set(days)):
        return None
    pairs = [
        (date_of(year, month, days[0]), date_of(year, month, days[-1]))
        for year in years_around(match.number("year"), context)
    ]
    return fitting_one([between(first, last) if first and last else None for first, last in pairs], match, context)


def read_dates(match: Match, context: Context) -> Period | None:
    """Return the days from one date to another, in one year or over its end: `van 28 april tot 3 mei 2021`."""
    (first_day, last_day), (first_month, last_month) = match.numbers("day")[-2:], match.numbers("month")[-2:]
    if any(
        date_of(_LEAP_YEAR, month, day) is None for month, day in ((first_month, first_day), (last_month, last_day))
    ):
        return None
    is_over_the_end = (first_month, first_day) > (last_month, last_day)
    pairs = [
        (date_of(year - is_over_the_end, first_month, first_day), date_of(year, last_month, last_day))
        for year in years_around(match.number("year"), context)
    ]
    return fitting_one([between(first, last) if first and last else None for first, last in pairs], match, context)


def read_night(match: Match, context: Context) -> Period | None:
    """Return the two days of a night: `de nacht van zaterdag op zondag`."""
    first, last = match.numbers("weekday")
    day = read_weekday(match, context)
    if day is None or day.start is None or last != first % 7 + 1:
        return VAGUE
    return between(day, shifted(day, 1, Unit.DAY) or VAGUE) or VAGUE


def read_first_of(match: Match, _: Context) -> Period | None:
    """Return the first or last days, months ... of a period: `de eerste zes maanden van 2020`."""
    if match.periods:
        whole, length = match.periods[-1], calendar_duration(match.periods[0])
    else:
        whole, length = (
            date_of(match.number("year") or 0) or VAGUE,
            (match.number("number") or 1, match.unit or Unit.DAY),
        )
    if length is None or whole.start is None or whole.end is None:
        return VAGUE
    count, unit = length
    edge, sign = (whole.end, -1) if match.number("end") else (whole.start, 1)
    day = containing(edge, Unit.DAY)
    here, there = shifted(day, 0, unit), shifted(day, sign * (count - 1), unit)
    if here is None or there is None:
        return VAGUE
    found = between(*sorted((here, there), key=lambda period: period.start or edge)) if count > 1 else here
    return replace(found, anchor=whole.anchor) if found else VAGUE


def read_edge_of_this(match: Match, context: Context) -> Period | None:
    """Return the year, month ... of publication in `het einde van het jaar`, unless the text tells of another."""
    unit = match.unit or Unit.YEAR
    here = shifted(context.published, 0, unit)
    told = shifted(context.told, 0, unit) if context.told.start else here
    return here if here is not None and told is not None and told.value == here.value else VAGUE


def read_before(match: Match, _: Context) -> Period | None:
    """Return the time up to the day, month ... before a point: `al voor de zomer`."""
    return until(before(match.periods[0]))


def read_after(match: Match, _: Context) -> Period | None:
    """Return the time from the day, month ... behind a point: `na 1 juli`."""
    return since(before(match.periods[0], sign=1))
