"""Datelines: the line above or at the head of an article that says where and when it was written.

    Den Haag, dinsdag 12 maart 2024          UTRECHT, 12 maart 2024 – De gemeenteraad ...

Only a whole date counts, and only where it can mean nothing else: not in a sentence or headline, not beside an hour,
not with the name of another day of the week, and not as 03-04-2024, which is a day in April or in March.
"""

import re
from datetime import date
from functools import cache

from kg.lang.calendar import calendar_words
from kg.read.lines import ends_sentence

OPENING = 2_000
"""Characters at the head of a text in which a dateline is looked for."""

_TOP = 5
"""Lines with something on them in which a dateline is looked for."""
_LEAD = 60
"""Characters from which on a line that ends as a sentence is the first of the news."""
_PLACE = r"['’]?[^\W\d_](?:[^\W\d_]|[ '’./-]){1,40}?"
_WORDS_OF_PLACE = 4
_GAP = r"[ \t]*[,|][ \t]*"
_MONTHS = 12
"""In a year: a smaller number may be that of a day or of a month."""


def written_day(text: str) -> str:
    """Return the day that a written date means, as ISO 8601; empty where it is none, or no certain one.

    >>> written_day("dinsdag 12 maart 2024"), written_day("March 12, 2024"), written_day("03-04-2024")
    ('2024-03-12', '2024-03-12', '')
    """
    found = re.fullmatch(_date(), text.strip(), re.IGNORECASE)
    return _day(found) if found else ""


def is_dateline(line: str) -> bool:
    """Tell whether a line holds nothing but a date and where it was written."""
    return bool(_day_of_line(line))


def find_dateline(text: str) -> str:
    """Return the day of the dateline among the first lines of a text, as ISO 8601; empty where there is none.

    Two lines with different days are no dateline: one of them is about something else.
    """
    days: set[str] = set()
    lines = (line.strip() for line in re.split(r"[\r\n]+", text[:OPENING]))
    for line in [line for line in lines if line][:_TOP]:
        days.add(_day_of_line(line) or _day_of_lead(line))
        if ends_sentence(line) and len(line) > _LEAD:
            break
    days.discard("")
    return days.pop() if len(days) == 1 else ""


def _day_of_line(line: str) -> str:
    return _day_at_place(_dateline().fullmatch(line.strip()))


def _day_of_lead(line: str) -> str:
    return _day_at_place(_lead().match(line))


def _day_at_place(found: re.Match[str] | None) -> str:
    """Return the day of a match that may have a place in front of it, and what else a press release names there."""
    return _day(found) if found and all(map(_may_be_place, re.split(r"[,|]", found["place"] or ""))) else ""


def _may_be_place(words: str) -> bool:
    """Tell whether words are few and the outer ones have capitals, as in `Capelle aan den IJssel`; also for none."""
    pieces = words.split()
    return len(pieces) <= _WORDS_OF_PLACE and all(
        end != end.lower() or end[0] in "'’" for end in pieces[:1] + pieces[-1:]
    )


@cache
def _dateline() -> re.Pattern[str]:
    return re.compile(rf"(?:(?P<place>{_PLACE}(?:{_GAP}{_PLACE})?){_GAP})?{_date()}\.?", re.IGNORECASE)


@cache
def _lead() -> re.Pattern[str]:
    """Return the pattern of a dateline that the news goes on behind."""
    return re.compile(
        rf"(?P<place>{_PLACE})(?:{_GAP}|[ \t]*\(){_date()}(?:[ \t]*[–—:-]|\)[ \t]*[–—:-]?)[ \t]+(?=\S)", re.IGNORECASE
    )


@cache
def _date() -> str:
    words = calendar_words()
    month, weekday = (
        "|".join(sorted(map(re.escape, names), key=len, reverse=True)) for names in (words.months, words.weekdays)
    )
    year = r"(?:1[89]|20)\d\d"
    return (
        rf"(?:(?P<weekday>{weekday})[ \t]*[.,]?[ \t]+)?"
        rf"(?:(?P<day>\d\d?)(?:e|ste|de|st|nd|rd|th|\.)?[ \t-]+(?P<month>{month})\.?[ \t,-]+(?P<year>{year})"
        rf"|(?P<month_first>{month})\.?[ \t]+(?P<day_second>\d\d?)(?:st|nd|rd|th)?,?[ \t]+(?P<year_last>{year})"
        rf"|(?P<one>\d\d?)(?P<sign>[.-])(?P<other>\d\d?)(?P=sign)(?P<year_of_figures>{year})"
        rf"|(?P<iso>{year}-\d\d-\d\d))"
    )


def _day(found: re.Match[str]) -> str:
    """Return the day of a match of `_date`; empty where there is no such day, or it is not certain which."""
    words = calendar_words()
    try:
        if found["iso"]:
            day = date.fromisoformat(found["iso"])
        elif found["sign"]:
            day = date(int(found["year_of_figures"]), int(found["other"]), int(found["one"]))
            if found["sign"] == "-" and day.day != day.month and day.day <= _MONTHS:
                return ""
        else:
            month = words.months[(found["month"] or found["month_first"]).lower()]
            day = date(int(found["year"] or found["year_last"]), month, int(found["day"] or found["day_second"]))
    except ValueError:
        return ""
    is_other = found["weekday"] and words.weekdays[found["weekday"].lower()] != day.isoweekday()
    return "" if is_other else day.isoformat()
