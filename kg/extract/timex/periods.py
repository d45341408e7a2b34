"""Calendar arithmetic: periods with their EDTF value.

Values follow EDTF (ISO 8601-2:2019, https://www.loc.gov/standards/datetime/): `2020-09-16`, `2020-09`, `199X` (the
nineties), `2020-21` to `2020-24` (seasons), `2020-33` to `2020-36` (quarters), `2020-40` and `2020-41` (half years),
`2003/2007` (from, to) and `2003/..` (since). Weeks are ISO 8601 weeks (`2020-W38`), which EDTF lacks.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import Enum

from kg.lang.time import Unit

_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF_YEAR: 6, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.WEEKEND: 7}
_FIRST_WEEKEND_DAY = 5
_CALENDAR_DURATION = re.compile(r"P(\d+)([DWMY])")
_EDTF_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")


class Direction(Enum):
    """Side of the publication date on which a bare `woensdag` or `in juni` lies."""

    PAST = "past"
    FUTURE = "future"
    PRESENT = "present"
    """Told in the present tense, of what is planned or of what is the case."""
    NEAREST = "nearest"
    """Nothing tells."""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time, or words for one that is too vague to place."""

    value: str | None = None
    """EDTF or ISO 8601; None if too vague."""
    start: date | None = None
    """First day; None for durations, vague times and open beginnings."""
    end: date | None = None
    """Last day, included."""
    unit: Unit | None = None
    """Unit that it is one of; None for intervals, durations and vague times."""
    anchor: str = ""
    """EDTF date that it was worked out from."""


VAGUE = Period()


def edtf_date(text: str) -> Period | None:
    """Return the day, month or year that an EDTF date such as `2020-09-16`, `2020-09` or `2020` names."""
    if not (match := _EDTF_DATE.fullmatch(text)):
        return None
    year, month, day = (int(group) if group else None for group in match.groups())
    return date_of(year or 0, month, day)


def calendar_duration(period: Period) -> tuple[int, Unit] | None:
    """Return how many days, weeks, months or years a duration is; None for one of hours and for what is none."""
    found = _CALENDAR_DURATION.fullmatch(period.value or "")
    return (int(found[1]), Unit(found[2])) if found else None


def date_of(year: int, month: int | None = None, day: int | None = None) -> Period | None:
    """Return the day, the month or the year, or None where the calendar has no such (`31 juni`)."""
    unit = Unit.YEAR if month is None else Unit.MONTH if day is None else Unit.DAY
    try:
        return containing(date(year, month or 1, day or 1), unit)
    except (ValueError, OverflowError):
        return None


def part_of_year(year: int, number: int, unit: Unit) -> Period | None:
    """Return quarter 1 to 4 or half 1 to 2 of a year, or None where there is none."""
    first = date_of(year, (number - 1) * _MONTHS[unit] + 1)
    return containing(first.start, unit) if first and first.start else None


def season_of(year: int, number: int) -> Period | None:
    """Return season 1 (spring, from March) to 4 (winter, December to February of the next year)."""
    first, last = _first_of_month(year * 12 + number * 3 - 1), _first_of_month(year * 12 + number * 3 + 2)
    if first is None or last is None:
        return None
    return Period(f"{year:04}-{20 + number}", first, last - timedelta(days=1), Unit.SEASON)


def containing(day: date, unit: Unit) -> Period:
    """Return the day, week, month ... that `day` lies in; a weekend is that of its ISO week.

    >>> containing(date(2020, 9, 16), Unit.QUARTER).value
    '2020-35'
    """
    if unit in _MONTHS:
        count = _MONTHS[unit]
        index = (day.year * 12 + day.month - 1) // count * count
        start = _first_of_month(index) or date.min
        following = _first_of_month(index + count)
        end = following - timedelta(days=1) if following else date.max
    else:
        monday = day - timedelta(days=min(day.weekday(), day.toordinal() - 1))
        room = (date.max - monday).days
        first = {Unit.DAY: (day - monday).days, Unit.WEEKEND: _FIRST_WEEKEND_DAY}.get(unit, 0)
        last = (day - monday).days if unit is Unit.DAY else 6
        start, end = monday + timedelta(days=min(first, room)), monday + timedelta(days=min(last, room))
    return Period(_value(start, end, unit), start, end, unit)


def _first_of_month(index: int) -> date | None:
    year, month = divmod(index, 12)
    return date(year, month + 1, 1) if MINYEAR <= year <= MAXYEAR else None


def _value(start: date, end: date, unit: Unit) -> str:
    if unit is Unit.WEEKEND:
        return f"{start.isoformat()}/{end.isoformat()}"
    return _SPELLINGS[unit](start)


_SPELLINGS: Mapping[Unit, Callable[[date], str]] = {
    Unit.DAY: date.isoformat,
    Unit.WEEK: lambda day: f"{day.isocalendar().year:04}-W{day.isocalendar().week:02}",
    Unit.MONTH: lambda day: f"{day.year:04}-{day.month:02}",
    Unit.QUARTER: lambda day: f"{day.year:04}-{33 + (day.month - 1) // 3}",
    Unit.HALF_YEAR: lambda day: f"{day.year:04}-{40 + (day.month - 1) // 6}",
    Unit.YEAR: lambda day: f"{day.year:04}",
    Unit.DECADE: lambda day: f"{day.year:04}"[:3] + "X",
    Unit.CENTURY: lambda day: f"{day.year:04}"[:2] + "XX",
}
"""How a period of each kind is written, by its first day."""


def shifted(period: Period, count: int, unit: Unit) -> Period | None:
    """Return the day, week, month ... that lies `count` of these after the one that `period` starts in.

    None if `period` is longer than a unit, so that it does not say which one, or if the calendar ends before.
    """
    if period.start is None or not is_within_one(period, unit):
        return None
    try:
        if unit in _DAYS:
            found = containing(period.start + timedelta(days=count * _DAYS[unit]), unit)
        else:
            index = period.start.year * 12 + period.start.month - 1 + count * _MONTHS[unit]
            found = containing(_first_of_month(index) or _beyond(), unit)
    except (ValueError, OverflowError):
        return None
    return replace(found, anchor=period.value or "")


def _beyond() -> date:
    raise OverflowError("the calendar ends before")


def is_within_one(period: Period, unit: Unit) -> bool:
    """Tell whether all days of `period` lie in one such unit: a month does in one year, not in one week."""
    if period.start is None or period.end is None or (unit not in _MONTHS and unit not in _DAYS):
        return False
    whole = Unit.WEEK if unit is Unit.WEEKEND else unit
    return containing(period.start, whole) == containing(period.end, whole)


def between(first: Period, last: Period) -> Period | None:
    """Return the interval from the start of one period to the end of the other, None if it would run backwards."""
    if first.start is None or last.end is None or first.value is None or last.value is None or last.end < first.start:
        return None
    edges = (first.value.split("/")[0], last.value.split("/")[-1])
    return Period("/".join(edges), first.start, last.end, anchor=first.anchor or last.anchor)


def since(period: Period) -> Period:
    """Return the time from `period` on, open at the end."""
    return Period(f"{period.value.split('/')[0]}/..", period.start, anchor=period.anchor) if period.value else VAGUE


def until(period: Period) -> Period:
    """Return the time up to `period`, open at the start."""
    if not period.value:
        return VAGUE
    return Period(f"../{period.value.split('/')[-1]}", end=period.end, anchor=period.anchor)


def before(period: Period, *, sign: int = -1) -> Period:
    """Return the day, month or year just before `period` (just behind it for `sign` 1), the month for longer parts."""
    if period.start is None or period.end is None:
        return VAGUE
    unit = period.unit if period.unit in (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR) else Unit.MONTH
    if period.unit in (None, Unit.WEEKEND):
        unit = Unit.DAY
    day = containing(period.start if sign < 0 else period.end, Unit.DAY)
    return replace(shifted(day, sign, unit) or VAGUE, anchor=period.anchor)


def third_of(period: Period, number: int) -> Period:
    """Return `period` with the days of its first, second or third part; EDTF has no value for that, so it stays."""
    if period.start is None or period.end is None:
        return period
    days = (period.end - period.start).days + 1
    start = period.start + timedelta(days=days * (number - 1) // 3)
    end = period.start + timedelta(days=days * number // 3 - 1)
    return replace(period, start=start, end=max(start, end), unit=None if days > 1 else period.unit)


def fitting(candidates: Iterable[Period | None], published: Period, direction: Direction) -> Period | None:
    """Return the candidate nearest to the publication date on the right side of it; the past one of two as near.

    A period that holds the publication date fits either side. If all that is known is the month or year of publication,
    the answer must be the same for its first and its last day (on the right side, else at all); otherwise None.
    """
    if published.start is None or published.end is None:
        return None
    known = [candidate for candidate in candidates if candidate is not None]
    for side in (direction, Direction.NEAREST):
        found = _nearest(known, published.start, side)
        if found and found == _nearest(known, published.end, side):
            return replace(found, anchor=published.value or "")
    return None


def _nearest(candidates: Iterable[Period], day: date, direction: Direction) -> Period | None:
    gaps = []
    for number, candidate in enumerate(candidates):
        if candidate.start is None or candidate.end is None:
            continue
        before, after = (day - candidate.end).days, (candidate.start - day).days
        if (direction is Direction.PAST and after > 0) or (direction is Direction.FUTURE and before > 0):
            continue
        gaps.append((max(before, after, 0), candidate.start, number, candidate))
    return min(gaps)[-1] if gaps else None
