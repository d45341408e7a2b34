"""A paragraph as the pipeline reads it, and the way back to its own characters."""

import re
import unicodedata
from dataclasses import dataclass

from kg.model import Span
from kg.nlp.paragraphs import INVISIBLE

_UNREAD = re.compile(
    rf"(?P<blank>[{INVISIBLE}]*\s[\s{INVISIBLE}]*)|(?P<invisible>[{INVISIBLE}]+)|(?P<marked>\w[\u0300-\u036f]+)"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A paragraph with single blanks, composed letters and nothing invisible: what a pipeline was trained on."""

    text: str
    offsets: tuple[int, ...]
    """For every character of `text`, and for its end, the offset of what it stands for in the document."""

    def original(self, start: int, end: int) -> Span:
        """Return where characters `start` to `end` stand in the document, with what was left out behind them."""
        return Span(self.offsets[start], self.offsets[end])


def read_paragraph(text: str, span: Span) -> Reading:
    """Return what is read for a paragraph of a document's text.

    Runs of blanks and newlines become one blank, letters with combining marks one letter (NFC), and soft hyphens and
    other invisible characters are left out.
    """
    pieces: list[str] = []
    offsets: list[int] = []
    at = span.start
    for found in _UNREAD.finditer(text, span.start, span.end):
        pieces.append(text[at : found.start()])
        offsets += range(at, found.start())
        read = _read(found)
        pieces.append(read)
        offsets += range(found.start(), found.start() + len(read))
        at = found.end()
    pieces.append(text[at : span.end])
    offsets += range(at, span.end)
    return Reading("".join(pieces), (*offsets, span.end))


def _read(found: re.Match[str]) -> str:
    if found["blank"]:
        return " "
    return unicodedata.normalize("NFC", found["marked"]) if found["marked"] else ""
