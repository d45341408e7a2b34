"""Times that a calendar has: days, months, seasons, holidays, from the words that name them.

Each function takes the words matched and what is known around them, and returns the period; `VAGUE` where the text or
the publication date does not say which, None where the calendar has no such time.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateutil.easter import easter

from kg.extract.timex.patterns import Match
from kg.extract.timex.periods import (
    VAGUE,
    Direction,
    Period,
    between,
    containing,
    date_of,
    fitting,
    is_within_one,
    part_of_year,
    season_of,
    shifted,
)
from kg.lang.time import Unit

_PAST_AND_FUTURE = {-1: Direction.PAST, 0: Direction.NEAREST, 1: Direction.FUTURE}
_THIS_CENTURY = 2000
_LAST_CENTURY = 1900
_LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True)
class Context:
    """What a relative time is worked out from."""

    published: Period
    """Day, month or year of publication; `VAGUE` if not known."""
    told: Period
    """The last placed time that the text told before; `VAGUE` if none."""
    direction: Direction
    """Where the tense of the clause points."""


def read_date(match: Match, context: Context) -> Period | None:
    """Return the day named by numbers or a month name, in the year said or the one that fits; None if there is none."""
    year = match.number("year")
    if (short := match.number("short_year")) is not None:
        year = _THIS_CENTURY + short
    return _day_in(years_around(year, context), match, context)


def read_date_in_year(match: Match, context: Context) -> Period | None:
    """Return the day in the year that the words point at: `16 september vorig jaar`."""
    return _day_in(_told_years(match, context), match, context)


def _day_in(years: Iterable[int], match: Match, context: Context) -> Period | None:
    """Return the day and month of `match` in the year that fits; None if no year has such a day."""
    month = match.number("month") or match.number("month_short") or match.number("month_number")
    day = match.number("day") or match.number("ordinal")
    if month is None or day is None or date_of(_LEAP_YEAR, month, day) is None:
        return None
    return fitting_one([date_of(year, month, day) for year in years], match, context)


def years_around(year: int | None, context: Context) -> tuple[int, ...]:
    """Return the year that is said, else those around publication."""
    if year is not None:
        return (year,)
    start = context.published.start
    return (start.year - 1, start.year, start.year + 1) if start else ()


def _told_years(match: Match, context: Context) -> tuple[int, ...]:
    """Return the year that the words name, by its number or as `vorig jaar`; else those around publication."""
    direction = match.number("direction")
    if direction is None or not context.published.start:
        return years_around(match.number("year"), context)
    return (context.published.start.year + direction,)


def fitting_one(candidates: Iterable[Period | None], match: Match, context: Context) -> Period | None:
    """Return the candidate that fits, or `VAGUE`; None if the year said has no such day (`29 februari 2019`)."""
    found = [candidate for candidate in candidates if candidate]
    if not found and (match.numbers("year") or match.numbers("short_year")):
        return None
    if len(found) == 1:
        is_relative = match.number("direction") is not None
        return replace(found[0], anchor=context.published.value or "" if is_relative else "")
    return fitting(found, context.published, context.direction) or VAGUE


def read_month(match: Match, context: Context) -> Period | None:
    """Return the month, in the year said, pointed at, or fitting."""
    month, direction = match.number("month") or 0, match.number("direction")
    if direction is not None and match.words[0].classes.get("direction") is not None:
        return _beside_publication(
            [date_of(year, month) for year in years_around(None, context)], direction, context, unit=Unit.MONTH
        )
    return fitting_one([date_of(year, month) for year in _told_years(match, context)], match, context)


def _beside_publication(candidates: Iterable[Period | None], direction: int, context: Context, *, unit: Unit) -> Period:
    """Return the nearest candidate before, in or after the `unit` of publication: `vorige`, `deze`, `volgende`."""
    published = context.published
    here = shifted(published, 0, unit)
    if here is None or here.start is None:
        return VAGUE
    others = [candidate for candidate in candidates if candidate and (direction == 0 or candidate.value != here.value)]
    return fitting(others, published, _PAST_AND_FUTURE[direction]) or VAGUE


def read_years_between(match: Match, _: Context) -> Period | None:
    """Return the years from one to another: `2003-2007`."""
    first, last = (date_of(year) for year in match.numbers("year"))
    return between(first, last) if first and last else None


def read_year(match: Match, _: Context) -> Period | None:
    """Return the year."""
    return date_of(match.number("year") or 0)


def read_decade(match: Match, _: Context) -> Period | None:
    """Return the ten years of `jaren negentig`; two digits mean the last century."""
    year = match.number("year")
    if year is None:
        numbers = (match.number(name) for name in ("short_year", "decade", "decade_adjective"))
        year = _LAST_CENTURY + next(number for number in numbers if number is not None)
    found = date_of(year) if year % 10 == 0 else None
    return containing(found.start, Unit.DECADE) if found and found.start else None


def read_century(match: Match, _: Context) -> Period | None:
    """Return the hundred years of `19e eeuw`, as EDTF counts them: 1800 to 1899."""
    found = date_of(((match.number("ordinal") or match.number("number") or 0) - 1) * 100 + 1)
    return containing(found.start, Unit.CENTURY) if found and found.start else None


def read_day(match: Match, context: Context) -> Period | None:
    """Return the day so many days from publication."""
    return shifted(context.published, match.number("day_offset") or 0, Unit.DAY) or VAGUE


def read_weekday(match: Match, context: Context) -> Period | None:
    """Return the day of the week that fits; `vorige` and `volgende` leave the day of publication out."""
    start, weekday = context.published.start, match.number("weekday") or 0
    if start is None or not is_within_one(context.published, Unit.DAY):
        return VAGUE
    ahead = (weekday - start.isoweekday()) % 7
    near = [shifted(context.published, days, Unit.DAY) for days in (ahead - 7, ahead, ahead + 7)]
    candidates = [day for day in near if day is not None]
    if (direction := match.number("direction")) is None:
        side = Direction.FUTURE if context.direction is Direction.PRESENT else context.direction
        return fitting(candidates, context.published, side) or VAGUE
    if direction == 0:
        week = containing(start, Unit.WEEK)
        return next((day for day in candidates if day.start and containing(day.start, Unit.WEEK) == week), VAGUE)
    return _beside_publication(candidates, direction, context, unit=Unit.DAY)


def read_weekday_of_week(match: Match, context: Context) -> Period | None:
    """Return the day in the week that the words point at: `vorige week donderdag`."""
    week = shifted(context.published, match.number("direction") or 0, Unit.WEEK)
    if week is None or week.start is None:
        return VAGUE
    day = week.start + timedelta(days=(match.number("weekday") or 1) - 1)
    return replace(containing(day, Unit.DAY), anchor=week.anchor)


def read_weekday_ahead(match: Match, context: Context) -> Period | None:
    """Return the day some weeks after the next one of its name: `maandag over een week`."""
    coming = read_weekday(match, replace(context, direction=Direction.FUTURE))
    if coming is None or coming.start is None:
        return VAGUE
    weeks = match.number("number") or 1
    return replace(shifted(coming, 7 * weeks, Unit.DAY) or VAGUE, anchor=coming.anchor)


def read_weekend(match: Match, context: Context) -> Period | None:
    """Return Saturday and Sunday."""
    weekends = [shifted(context.published, count, Unit.WEEKEND) for count in (-1, 0, 1)]
    direction = match.number("direction")
    if direction is None:
        return fitting(weekends, context.published, context.direction) or VAGUE
    if direction == 0:
        return weekends[1] or VAGUE
    return fitting(weekends, context.published, _PAST_AND_FUTURE[direction]) or VAGUE


def read_part_of_year(match: Match, context: Context) -> Period | None:
    """Return the quarter or half year; None where a year has no such."""
    number, unit = match.number("ordinal") or match.number("number") or 0, match.unit or Unit.QUARTER
    if part_of_year(_LEAP_YEAR, number, unit) is None:
        return None
    return fitting_one([part_of_year(year, number, unit) for year in _told_years(match, context)], match, context)


def read_season(match: Match, context: Context) -> Period | None:
    """Return the season."""
    season, direction = match.number("season") or 0, match.number("direction")
    if direction is not None and "direction" in match.words[0].classes:
        seasons = [season_of(year, season) for year in years_around(None, context)]
        others = [one for one in seasons if one and (direction == 0 or not _holds(one, context.published))]
        return fitting(others, context.published, _PAST_AND_FUTURE[direction]) or VAGUE
    return fitting_one([season_of(year, season) for year in _told_years(match, context)], match, context)


def _holds(period: Period, other: Period) -> bool:
    """Tell whether the first day of one period lies in another."""
    if period.start is None or period.end is None or other.start is None:
        return False
    return period.start <= other.start <= period.end


def read_holiday(match: Match, context: Context) -> Period | None:
    """Return the holiday in the year said, pointed at, or fitting."""
    rule = match.text_of("holiday")
    return fitting_one([_holiday_in(year, rule) for year in _told_years(match, context)], match, context)


def _holiday_in(year: int, rule: str) -> Period | None:
    """Return the day of a holiday, by a rule of `TimeRules.holidays`."""
    try:
        if rule.startswith("easter"):
            return containing(easter(year) + timedelta(days=int(rule.removeprefix("easter"))), Unit.DAY)
        rule, _, moved_from = rule.partition("!")
        month, day, *which = (int(number) for number in rule.split("-"))
        if moved_from and date(year, month, day).isoweekday() == int(moved_from):
            return containing(date(year, month, day) - timedelta(days=1), Unit.DAY)
        if not which:
            return date_of(year, month, day)
        first = date(year, month, 1)
        ahead = (day - first.isoweekday()) % 7 + 7 * (which[0] - 1)
        return containing(first + timedelta(days=ahead), Unit.DAY)
    except (ValueError, OverflowError):
        return None
