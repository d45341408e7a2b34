"""Lines that were broken to fit a page or a mail, back to paragraphs."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

_SENTENCE_END = re.compile(r"[.!?:;][\"'”’»)\]]*$")
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]$")
_SUSPENDED = re.compile(r"[aeiou][a-z]{0,2}\b(?!-)")
"""A short word that begins with a vowel, as in `land- en tuinbouw`: no word is broken before such a piece."""
_FULL = 0.9
"""Share of lines that are at most as long as a full one; the few longer ones are captions across columns."""
_ROOM_AFTER_SENTENCE, _ROOM = 0.95, 0.75
"""How full a line may become with the next word, as share of a full line, to have ended on purpose."""


def paragraphs_of_lines(lines: Iterable[str]) -> list[str]:
    """Return the paragraphs of lines, words that were broken at their end joined.

    A paragraph ends at a blank line, and where the first word of the next line would have fitted: with ease, or just so
    behind the end of a sentence.

    >>> paragraphs_of_lines(["De wethouder sluit de brug-", "gen over de Schie, zegt hij."])
    ['De wethouder sluit de bruggen over de Schie, zegt hij.']
    """
    stripped = [line.strip() for line in lines]
    width = _full_width([len(line) for line in stripped if line])
    found: list[list[str]] = [[]]
    for line, following in pairwise([*stripped, ""]):
        _add(line, found[-1])
        if not following or _ends_on_purpose(line, following, width):
            found.append([])
    return ["".join(pieces) for pieces in found if any(pieces)]


def ends_sentence(line: str) -> bool:
    """Tell whether a line ends as a sentence does."""
    return bool(_SENTENCE_END.search(line))


def _full_width(lengths: Sequence[int]) -> int:
    return sorted(lengths)[int(len(lengths) * _FULL)] if lengths else 0


def _ends_on_purpose(line: str, following: str, width: int) -> bool:
    if _BROKEN_WORD.search(line):
        return False
    with_next_word = len(line) + 1 + len(following.split(maxsplit=1)[0])
    room = _ROOM_AFTER_SENTENCE if ends_sentence(line) else _ROOM
    return with_next_word <= room * width


def _add(line: str, pieces: list[str]) -> None:
    """Add a line to the pieces of a paragraph; the hyphen before it goes if it stands where a word was broken."""
    above = pieces[-1] if pieces else ""
    is_broken = bool(line) and bool(_BROKEN_WORD.search(above)) and not _SUSPENDED.match(line)
    if is_broken and line[0].islower():
        pieces[-1] = above[:-1]
    elif above and line and not is_broken:
        pieces.append(" ")
    pieces.append(line)
