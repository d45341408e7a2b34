"""What the first lines of a text file say of the article: its header, and its title.

Three forms are read, alone or after one another; everything is optional:

    ---                       title: Brug gaat dicht         date 2020-09 Tientallen bewoners ...
    title: Brug gaat dicht    datum: 2020-09-16
    date: 2020-09-16          bron: De Kustbode
    ---

"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from kg.lang.fields import field_words, header_fields
from kg.read.datelines import OPENING, find_dateline, is_dateline, written_day
from kg.read.dates import SHAPE

_NEWLINE = r"(?:\r\n|\r|\n|\Z)"
_FRONT_MATTER = re.compile(rf"---[ \t]*[\r\n]++((?>(?!---)[^\r\n]*[\r\n]+){{0,100}})---[ \t]*{_NEWLINE}")
_LINE = re.compile(rf"([^\r\n]*){_NEWLINE}")
_HEADING = re.compile(r"#{1,6}[ \t]+")
_NO_HEADLINE = re.compile(r"\W*|.*[.,;:]")
"""A line without a word, or that ends as no headline does."""
_BLANK_LINE = re.compile(rf"[ \t]*{_NEWLINE}")
_BLANKS = re.compile(r"\s*")

_LONGEST_BYLINE = 8
"""Words."""
LONGEST_TITLE = 150
"""Characters; a longer first line is news."""


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above the news."""

    fields: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Values by field of `Document`; of a field that stands twice, the first."""
    end: int = 0
    """Offset of the first character of the news; the length of the text if there is none."""
    dateline: str = ""
    """Day of the dateline, see `kg.read.datelines`: for where nothing else tells the date."""


def read_header(text: str) -> Header:
    """Return the header of a text; one without fields ends at the first character that is not blank.

    A headline above the header lines belongs to the header, and so does a dateline, or a word for a press release.
    """
    fields: dict[str, str] = {}
    start = end = _after_blanks(text, 0)
    title = "" if _opens_header(text, end, fields) else find_title(text, end)
    below = _after_line(text, end)
    if title and (is_header_line(text, below) or _author_at(text, below)):
        fields["title"] = title
        end = below
    if front := _FRONT_MATTER.match(text, end):
        for line in front[1].splitlines():
            if pair := _field().match(line):
                _set(fields, pair)
        end = _after_blanks(text, front.end())
    end = _read_lines(text, end, fields)
    below = _after_line(text, end) if is_dateline(_line_at(text, end)) else end
    dateline = "" if "published" in fields else find_dateline(text[start:end] + text[below : below + OPENING])
    return Header(MappingProxyType(fields), end, dateline)


def _read_lines(text: str, start: int, fields: dict[str, str]) -> int:
    """Return where the lines of a header that begin at `start` end, with blank lines behind them; fill in `fields`."""
    end = start
    while True:
        if dated := _date().match(text, end):
            fields.setdefault("published", dated[1])
            end = _after_blanks(text, dated.end())
            if not _BLANK_LINE.match(text, dated.end()):
                return end
            continue
        if pair := _field().match(text, end):
            _set(fields, pair)
        elif "title" in fields and (author := _author_at(text, end)):
            fields.setdefault("author", author)
        elif not _opens_header(text, end, fields):
            return end
        end = _after_line(text, end)


def _opens_header(text: str, start: int, fields: Mapping[str, str]) -> bool:
    """Tell whether a line of the header begins here, behind these fields.

    A headline may end in a date ("Marathon Rotterdam, 14 april 2024"): a place and a date are a dateline where a title
    stands above or below it, and beside a `date:` only below.
    """
    line = _line_at(text, start)
    if not is_dateline(line) or written_day(line) or ("title" in fields and "published" not in fields):
        return is_header_line(text, start)
    below = _after_line(text, start)
    return bool(find_title(text, below)) and not _is_field(text, below)


def find_title(text: str, start: int) -> str:
    """Return the headline with which the news opens at `start`, or "".

    That is a Markdown heading, or a first line that is short, has a blank line or a field of the header below it and no
    full stop at its end.
    """
    line = _LINE.match(text, start)
    if not line:
        return ""
    if heading := _HEADING.match(text, start, line.end(1)):
        return text[heading.end() : line.end(1)].rstrip(" \t#")
    first = line[1].rstrip()
    is_alone = line.end() < len(text) and (_BLANK_LINE.match(text, line.end()) or _is_field(text, line.end()))
    if not is_alone or len(first) > LONGEST_TITLE or _NO_HEADLINE.fullmatch(first):
        return ""
    return first


def _is_field(text: str, start: int) -> bool:
    return bool(_field().match(text, start) or _date().match(text, start))


def is_header_line(text: str, start: int = 0) -> bool:
    """Tell whether a line of the header begins here: a field, a dateline, or a word for a press release."""
    if _is_field(text, start):
        return True
    line = _line_at(text, start)
    return len(line) <= LONGEST_TITLE and (line.lower() in field_words().kickers or is_dateline(line))


def _author_at(text: str, start: int) -> str:
    """Return whom a byline (`Door Ilse Vermaat`) that stands here names, or ""; it is no sentence, and names are two.

    >>> _author_at("Door Ilse van Meer", 0), _author_at("Door Corona minder bezoek", 0)
    ('Ilse van Meer', '')
    """
    by, _, names = _line_at(text, start).partition(" ")
    words = names.split()
    if by.lower() not in field_words().bylines or len(words) > _LONGEST_BYLINE:
        return ""
    capitals = [word for word in words if word[0].isupper()]
    is_named = len(capitals) > 1 and words[-1] in capitals and words[-1][-1].isalpha()
    return names.strip() if is_named and {*words} <= {*capitals, *field_words().in_bylines} else ""


@cache
def _field() -> re.Pattern[str]:
    words = "|".join(map(re.escape, header_fields()))
    return re.compile(rf"[ \t]*({words})[ \t]*:([^\r\n]*){_NEWLINE}", re.IGNORECASE)


@cache
def _date() -> re.Pattern[str]:
    """Return the pattern of a date on a line that the news may go on: it needs no colon."""
    words = "|".join(map(re.escape, field_words().header["published"]))
    return re.compile(rf"[ \t]*(?:{words})[ \t]*:?[ \t]+({SHAPE.pattern})", re.IGNORECASE)


def _line_at(text: str, start: int) -> str:
    return line[1].strip() if (line := _LINE.match(text, start)) else ""


def _after_line(text: str, start: int) -> int:
    """Return where the next line that is not blank begins."""
    return _after_blanks(text, line.end() if (line := _LINE.match(text, start)) else start)


def _set(fields: dict[str, str], pair: re.Match[str]) -> None:
    value = pair[2].strip().strip("\"'")
    if value:
        fields.setdefault(header_fields()[pair[1].lower()], value)


def _after_blanks(text: str, start: int) -> int:
    return end.end() if (end := _BLANKS.match(text, start)) else start
