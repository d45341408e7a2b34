"""Dates of publication: EDTF level 0, to the day at the finest."""

import re
from datetime import date

SHAPE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2}(?:[T ]\d{2}:?\d{2}\S*)?)?)?(?!\S)")
"""Something that looks like `2020`, `2020-09`, `2020-09-16` or `2020-09-16T10:00Z`, possible or not."""

_DAY = len("2020-09-16")


def to_edtf(value: str) -> str:
    """Return a date as EDTF, its time of day dropped as it is written ("2020-09-16T10:00Z" -> "2020-09-16").

    See https://www.loc.gov/standards/datetime/

    Raises:
        ValueError: it does not look like a date, or there is no such day.
    """
    if not SHAPE.fullmatch(value):
        raise ValueError(f"{value!r} is no date that kg reads (2020, 2020-09, 2020-09-16)")
    try:
        first_day(value[:_DAY])
    except ValueError as error:
        raise ValueError(f"there is no date {value!r}") from error
    return value[:_DAY]


def first_day(edtf: str) -> date:
    """Return the first day of a year, month or day.

    >>> first_day("2020-09")
    datetime.date(2020, 9, 1)
    """
    return date.fromisoformat(edtf + "-01-01"[len(edtf) - len("2020") :])
