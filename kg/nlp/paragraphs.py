"""Where the paragraphs of a text stand."""

import re
from collections.abc import Iterator

from kg.model import Span

LONGEST = 5_000
"""Characters; a longer paragraph is read in parts, so that no sentence takes memory without bound."""

INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
"""Soft hyphens, marks of width and direction: characters of a regular expression's set."""

_EDGE = re.compile(rf"[\s{INVISIBLE}]+")
_NEWLINE = r"(?:\r\n|\r(?!\n)|\n)"
_BLANK_LINES = re.compile(rf"{_NEWLINE}[^\S\r\n]*{_NEWLINE}\s*")
_LINES = re.compile(r"[^\r\n]+")
_MARKS = re.compile(r"(?:(?:#{1,6}|>|[-*+•–]|\d{1,2}[.)])[ \t]+)+")
_SENTENCE_END = re.compile(r"""[.!?…:]["'”’»)\]]*$""")
_SENTENCE_GAP = re.compile(r"""[.!?…]["'”’»)\]]*\s+""")
_CAPITAL = "A-ZÀ-ÖØ-Þ"
_DATELINE = re.compile(
    rf"(?:[{_CAPITAL}][{_CAPITAL}'’./ -]{{4,40}}?(?: \([\w/ ]{{2,20}}\))?"
    rf"|[{_CAPITAL}][\w'’ -]{{2,30}} \([A-Z/ ]{{2,20}}\))"
    r"(\s[-–—]\s)"
)
"""Where a message was written: a place in capitals, or one with the agency (`DEN HAAG -`, `Breda (ANP) -`)."""
_WIDEST_WRAP = 120
"""Characters; lines are not wrapped by hand beyond this."""


def find_paragraphs(text: str, body: Span) -> Iterator[Span]:
    """Yield the paragraphs of `body` in text order, none longer than `LONGEST`, without blanks around them.

    A paragraph ends at a blank line, and at a newline that nobody put there to fit a page. Marks of Markdown headings,
    quotations and lists are left out. A dateline is read apart from the sentence that it stands before.
    """
    for block in _blocks(text, body):
        for lines in _paragraphs(text, block):
            for piece in _without_dateline(text, lines):
                yield from _parts(text, piece)


def _blocks(text: str, body: Span) -> Iterator[Span]:
    """Yield what stands between blank lines."""
    start = body.start
    for gap in _BLANK_LINES.finditer(text, body.start, body.end):
        yield Span(start, gap.start())
        start = gap.end()
    yield Span(start, body.end)


def _paragraphs(text: str, block: Span) -> Iterator[Span]:
    """Yield the paragraphs of a block: runs of lines that go on in one another."""
    lines = [Span(line.start(), line.end()) for line in _LINES.finditer(text, block.start, block.end)]
    width = max((len(line.of(text).rstrip()) for line in lines), default=0)
    start = 0
    for number in range(1, len(lines) + 1):
        if number == len(lines) or not _goes_on(lines[number - 1].of(text), lines[number].of(text), width):
            if paragraph := _trimmed(text, Span(lines[start].start, lines[number - 1].end)):
                yield paragraph
            start = number


def _without_dateline(text: str, paragraph: Span) -> Iterator[Span]:
    """Yield the dateline of a paragraph, if it has one, and the rest; the dash between them is not read."""
    found = _DATELINE.match(text, paragraph.start, paragraph.end)
    if found is None or found.end() == paragraph.end:
        yield paragraph
    else:
        yield Span(paragraph.start, found.start(1))
        yield Span(found.end(), paragraph.end)


def _goes_on(line: str, following: str, width: int) -> bool:
    """Tell whether a line was broken only because the next word did not fit within `width`."""
    line, following = line.strip(), following.strip()
    if width > _WIDEST_WRAP or not following or _MARKS.match(following) or _SENTENCE_END.search(line[-9:]):
        return False
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width


def _trimmed(text: str, span: Span) -> Span | None:
    """Return the span without blanks at its ends and without Markdown marks at its start; None if nothing is left."""
    start, end = span.start, span.end
    for unread in (_EDGE, _MARKS, _EDGE):
        if found := unread.match(text, start, end):
            start = found.end()
    while start < end and _EDGE.match(text, end - 1, end):
        end -= 1
    return Span(start, end) if start < end else None


def _parts(text: str, span: Span) -> Iterator[Span]:
    """Yield a paragraph in parts of at most `LONGEST`, broken behind a sentence, else at a blank, else anywhere."""
    start = span.start
    while span.end - start > LONGEST:
        limit = start + LONGEST
        gaps = [gap.end() for gap in _SENTENCE_GAP.finditer(text, start, limit)]
        blank = max(text.rfind(" ", start, limit), text.rfind("\n", start, limit)) + 1
        cut = gaps[-1] if gaps else blank if blank > start else limit
        if part := _trimmed(text, Span(start, cut)):
            yield part
        start = cut
    if part := _trimmed(text, Span(start, span.end)):
        yield part
