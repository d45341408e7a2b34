"""Dates of publication: EDTF level 0, to the day at the finest."""

import re
from datetime import date
from email.utils import parsedate_to_datetime

SHAPE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2}(?:[T ]\d{2}:?\d{2}\S*)?)?)?(?!\S)")
"""Something that looks like `2020`, `2020-09`, `2020-09-16` or `2020-09-16T10:00Z`, possible or not."""

_BASIC = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T\S*)?")
_FIGURES = re.compile(r"(\d\d?)[./-](\d\d?)[./-](\d{4})", re.ASCII)
_DAY = len("2020-09-16")


def to_edtf(value: str) -> str:
    """Return a date as EDTF, its time of day dropped as it is written ("2020-09-16T10:00Z" -> "2020-09-16").

    See https://www.loc.gov/standards/datetime/

    Raises:
        ValueError: it does not look like a date, or there is no such day.
    """
    if is_impossible(value):
        raise ValueError(f"there is no date {value!r}")
    if not SHAPE.fullmatch(value):
        raise ValueError(f"{value!r} is no date that kg reads (2020, 2020-09, 2020-09-16)")
    try:
        first_day(value[:_DAY])
    except ValueError as error:
        raise ValueError(f"there is no date {value!r}") from error
    return value[:_DAY]


def is_impossible(value: str) -> bool:
    """Tell whether a date in figures is of no day, whichever of the first two is the month.

    >>> is_impossible("31-02-2026"), is_impossible("03-04-2026")
    (True, False)
    """
    if not (found := _FIGURES.fullmatch(value)):
        return False
    one, other, year = found.groups()
    return not any(_is_day(f"{year}-{month:0>2}-{day:0>2}") for month, day in ((one, other), (other, one)))


def _is_day(value: str) -> bool:
    try:
        return bool(date.fromisoformat(value))
    except ValueError:
        return False


def as_iso(value: str) -> str:
    """Return a date as mails and feeds write it (RFC 5322), or in ISO's basic form, with hyphens; another as it is.

    The day is that of the place where it was written.

    >>> as_iso("Wed, 16 Sep 2020 00:30:00 +0200"), as_iso("20200916T083000Z")
    ('2020-09-16', '2020-09-16')
    """
    if basic := _BASIC.fullmatch(value.strip()):
        return "-".join(basic.groups())
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return value.strip()


def first_day(edtf: str) -> date:
    """Return the first day of a year, month or day.

    >>> first_day("2020-09")
    datetime.date(2020, 9, 1)
    """
    return date.fromisoformat(edtf + "-01-01"[len(edtf) - len("2020") :])
