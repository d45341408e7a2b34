"""PDF: one article a file, its lines put back into paragraphs by where they stand on the page.

See https://pypdf.readthedocs.io/
"""

import io
import logging
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Any

from kg.errors import ReadError
from kg.model import Document
from kg.read.articles import typed_article
from kg.read.content import MAX_BYTES_WITH_PICTURES, load
from kg.read.foreign import foreign
from kg.read.furniture import is_page_number
from kg.read.lines import ends_sentence, paragraphs_of_lines
from kg.read.values import Source, Warned

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_LIGATURES = re.compile("[\ufb00-\ufb06]")
_NUMBER = re.compile(r"\d+")
_LETTER = re.compile(r"[^\W\d_]")
_MARGIN = 2
"""Lines at the head and foot of a page that may stand on every page."""
_SEVERAL = 1 / 3
"""Share of the pages."""
_TOLD_PAGES = 10
"""Numbers of pages that a warning names."""
_APART = 1.3
"""Times the usual step between lines that is more than the step within a paragraph."""
_NEAR = 3
"""Heights of letters between lines that follow one another."""
_SAME_LINE = 0.5
"""Heights of letters between what stands beside one another."""
_INDENT, _COLUMN = 0.4, 6
"""Heights of letters that a first line is indented; a line farther to the right is in another column."""
_OTHER_SIZE = 0.08
"""Share by which the letters of a headline are larger or smaller than those of the text."""


def read_pdf(source: Source) -> Iterator[Document | Warned]:
    """Yield the article of a PDF file, and a warning if pages of it are pictures without text.

    Heads and feet that stand on several pages are left out, and so are the numbers of pages. The day that the file was
    made is no date of publication.

    Raises:
        ReadError: it is no PDF, is locked, or no page of it has text.
    """
    content = load(source, limit=MAX_BYTES_WITH_PICTURES)
    with foreign(source, "PDF"):
        from pypdf import PdfReader

        logging.getLogger("pypdf").addHandler(logging.NullHandler())  # what it finds odd is no news for the terminal
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadError("is locked with a password: save it without")
        pages = [tuple(_lines(page)) for page in reader.pages]
        scans = [number for number, page in enumerate(reader.pages, 1) if not pages[number - 1] and _has_picture(page)]
        known = _properties(reader)
    heads, numbers = _heads(pages), _page_numbers(pages)
    shown = [
        line
        for number, page in enumerate(pages)
        for line in page
        if _like(line.text) not in heads and (number, line) not in numbers
    ]
    if not shown:
        raise ReadError("no page has text: if it is a scan, let a text recogniser (OCR) put text into it first")
    if scans:
        yield Warned(source.where, _told(scans))
    yield typed_article(source.id, _paragraphs(shown), known)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of text and where it stands, in points from the left and the foot of the page."""

    text: str
    left: float
    base: float
    size: float


def _lines(page: "PageObject") -> Iterator[_Line]:
    """Yield the lines of a page in the order of its content, which is that of columns."""
    found: list[_Line] = []

    def visit(text: str, outer: Sequence[float], inner: Sequence[float], _: Any, size: float) -> None:
        left = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
        base = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
        height = abs(size * inner[3] * outer[3]) or abs(size) or 1.0
        found.extend(_Line(piece, left, base, height) for piece in re.split(r"(\n)", text))

    page.extract_text(visitor_text=visit)
    line: _Line | None = None
    for piece in found:
        if piece.text == "\n":
            if line:
                yield line
            line = None
        elif line:
            line = _Line(line.text + piece.text, line.left, line.base, line.size)
        elif piece.text.strip():
            line = _Line(_LIGATURES.sub(_apart, piece.text), piece.left, piece.base, piece.size)
    if line:
        yield line


def _apart(ligature: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", ligature[0])


def _paragraphs(lines: Sequence[_Line]) -> Iterator[str]:
    """Yield the paragraphs of lines, those of letters of one size together: a headline has shorter lines than text."""
    usual = _usual_step(lines)
    run = [lines[0].text]
    for above, below in pairwise(lines):
        if abs(above.size - below.size) > _OTHER_SIZE * above.size:
            yield from paragraphs_of_lines(run)
            run = []
        elif _step(above, below) > _APART * usual or _is_indented(above, below):
            run.append("")
        run.append(below.text)
    yield from paragraphs_of_lines(run)


def _usual_step(lines: Sequence[_Line]) -> float:
    return median([step for above, below in pairwise(lines) if 0 < (step := _step(above, below)) < _NEAR] or [1.0])


def _step(above: _Line, below: _Line) -> float:
    """Return how far down a line stands from the one before it, in heights of its letters."""
    return (above.base - below.base) / below.size


def _is_indented(above: _Line, below: _Line) -> bool:
    indent = (below.left - above.left) / below.size
    return ends_sentence(above.text) and _step(above, below) > 0 and _INDENT < indent < _COLUMN


def _heads(pages: Sequence[Sequence[_Line]]) -> frozenset[str]:
    """Return the words at the head or foot of several pages, numbers aside; left and right ones may differ."""
    margins = ({_like(line.text) for line in _margin(page) if _LETTER.search(line.text)} for page in pages)
    counts = Counter(each for margin in margins for each in margin)
    return frozenset(line for line, count in counts.items() if count > 1 and count >= len(pages) * _SEVERAL)


def _page_numbers(pages: Sequence[Sequence[_Line]]) -> frozenset[tuple[int, _Line]]:
    """Return the lines that are the numbers of their pages, each with the index of its page.

    They stand apart from the text, or count up with the pages: the last line of a paragraph may be a number too.
    """
    found = {
        (index, line): int(number[0]) - index
        for index, page in enumerate(pages)
        for line in _margin(page)
        if is_page_number(line.text) and (number := _NUMBER.search(line.text))
    }
    pages_by_first = Counter(first for _, first in {(index, first) for (index, _), first in found.items()})
    usual = _usual_step([line for page in pages for line in page])
    return frozenset(
        (index, line)
        for (index, line), first in found.items()
        if pages_by_first[first] > 1 or _is_apart(line, pages[index], usual)
    )


def _is_apart(line: _Line, page: Sequence[_Line], usual: float) -> bool:
    """Tell whether no line stands as near above or below a line as those of a paragraph do."""
    steps = (abs(_step(line, other)) for other in page)
    return not any(_SAME_LINE < step <= _APART * usual for step in steps)


def _margin(page: Sequence[_Line]) -> tuple[_Line, ...]:
    """Return the first and last lines of a page, in the order of its content and by where they stand."""
    by_height = sorted(page, key=lambda line: -line.base)
    return (*page[:_MARGIN], *page[-_MARGIN:], *by_height[:_MARGIN], *by_height[-_MARGIN:])


def _like(line: str) -> str:
    return _NUMBER.sub("0", line.strip())


def _has_picture(page: "PageObject") -> bool:
    return bool(page.get("/Resources", {}).get("/XObject"))


def _properties(reader: "PdfReader") -> dict[str, str | None]:
    known = reader.metadata
    return {"title": known.title, "author": known.author} if known else {}


def _told(scans: Sequence[int]) -> str:
    if len(scans) == 1:
        return f"page {scans[0]} has no text (a scan?)"
    numbers = ", ".join(map(str, scans[:_TOLD_PAGES]))
    more = f" and {len(scans) - _TOLD_PAGES} more" if len(scans) > _TOLD_PAGES else ""
    return f"pages {numbers}{more} have no text (scans?)"
