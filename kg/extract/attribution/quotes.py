"""Stretches of a text between quote marks; needs no parse."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kg.model import Span

_PARAGRAPH_GAP = re.compile(r"\n[^\S\n]*\n\s*")
_LETTER = re.compile(r"[^\W\d_]")
_STRAIGHT = frozenset("\"'")
_DECADE = re.compile(r" ?\d\d\b")
_OPENING_BEFORE = frozenset("([{-–—/")
_CLOSING_AFTER = frozenset(".,;:!?)]}…")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between a pair of quote marks."""

    content: Span
    """Without the marks and the blanks inside them."""
    marks: Span
    """With the marks."""
    continues: bool = False
    """The quote before it was still open at the end of its paragraph, and this one opens the next."""
    is_introduction: bool = False
    """Ends in a colon, and the next quote follows at once: the words before a quote, put between marks by mistake."""


@dataclass(frozen=True, slots=True)
class QuoteIndex:
    """Finds quotes by their place without looking at all of them."""

    by_block: Mapping[int, tuple[Quote, ...]]
    """Number of a stretch of `_BLOCK` characters -> the quotes with a character in it."""

    @classmethod
    def of(cls, quotes: Iterable[Quote]) -> "QuoteIndex":
        """Return the index of these quotes."""
        found: defaultdict[int, list[Quote]] = defaultdict(list)
        for quote in quotes:
            for block in _blocks(quote.marks):
                found[block].append(quote)
        return cls({block: tuple(inside) for block, inside in found.items()})

    def overlapping(self, span: Span) -> tuple[Quote, ...]:
        """Return the quotes that share a character with a place, in text order."""
        near = {quote: None for block in _blocks(span) for quote in self.by_block.get(block, ())}
        return tuple(quote for quote in near if quote.marks.overlaps(span))


_BLOCK = 1_024


def _blocks(span: Span) -> range:
    return range(span.start // _BLOCK, (span.end - 1) // _BLOCK + 1)


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    family: int
    opens: bool
    closes: bool


def find_quotes(
    text: str, body: Span, *, marks: tuple[str, ...], apostrophe_words: frozenset[str]
) -> tuple[Quote, ...]:
    """Return the quotes of `body` by position, inner ones after the one they stand in; none crosses another.

    `marks` are families of marks that pair, `opening closing`. A mark that can open or close does what its neighbours
    say (a blank before it, a word behind it), else it closes what is open. A quote ends with its paragraph at the
    latest; single marks that never close are apostrophes and make no quote. What holds no letter is none.
    """
    found: list[Quote] = []
    was_open = False
    for paragraph in _paragraphs(text, body):
        quotes, is_open = _in_paragraph(text, paragraph, marks, apostrophe_words)
        found += [
            Quote(quote.content, quote.marks, continues=was_open and quote.marks.start == paragraph.start)
            for quote in quotes
        ]
        was_open = is_open
    return tuple(_with_introductions(text, found))


def _paragraphs(text: str, body: Span) -> Iterator[Span]:
    start = body.start
    for gap in _PARAGRAPH_GAP.finditer(text, body.start, body.end):
        yield _trimmed(text, Span(start, gap.start()))
        start = gap.end()
    yield _trimmed(text, Span(start, body.end))


def _trimmed(text: str, span: Span) -> Span:
    inner = span.of(text)
    start = span.start + len(inner) - len(inner.lstrip())
    return Span(start, start + len(inner.strip()))


def _in_paragraph(
    text: str, paragraph: Span, families: tuple[str, ...], apostrophe_words: frozenset[str]
) -> tuple[list[Quote], bool]:
    """Return the quotes of one paragraph, and whether one of them was never closed."""
    open_marks: dict[int, _Mark] = {}
    pairs: list[tuple[_Mark, int, int]] = []
    for mark in _marks(text, paragraph, families, apostrophe_words):
        opener = open_marks.get(mark.family)
        if opener is not None and mark.closes:
            pairs.append((open_marks.pop(mark.family), mark.span.start, mark.span.end))
        elif opener is None and mark.opens:
            open_marks[mark.family] = mark
    unclosed = [mark for mark in open_marks.values() if not _is_single(mark.span.of(text))]
    pairs += [(mark, paragraph.end, paragraph.end) for mark in unclosed]
    quotes = [
        Quote(_trimmed(text, Span(opener.span.end, end)), Span(opener.span.start, after))
        for opener, end, after in pairs
    ]
    return _without_crossings([quote for quote in quotes if _LETTER.search(quote.content.of(text))]), bool(unclosed)


def _without_crossings(quotes: list[Quote]) -> list[Quote]:
    """Return the quotes by position without those that begin within an earlier one and end outside it."""
    kept: list[Quote] = []
    around: list[Quote] = []
    for quote in sorted(quotes, key=lambda quote: (quote.marks.start, -quote.marks.end)):
        around = [outer for outer in around if outer.marks.end > quote.marks.start]
        if all(outer.marks.contains(quote.marks) for outer in around):
            kept.append(quote)
            around.append(quote)
    return kept


def _marks(text: str, paragraph: Span, families: tuple[str, ...], apostrophe_words: frozenset[str]) -> Iterator[_Mark]:
    """Yield the quote marks of a paragraph, apostrophes left out."""
    shapes, by_mark = _mark_table(families)
    word_after = _apostrophe_word(apostrophe_words)
    for match in shapes.finditer(text, paragraph.start, paragraph.end):
        mark, span = match[0], Span(match.start(), match.end())
        if _is_single(mark) and _is_apostrophe(text, span, word_after):
            continue
        family, opens, closes = by_mark[mark]
        if mark in _STRAIGHT:
            opens, closes = _sides(text, span, paragraph)
        yield _Mark(span, family, opens, closes)


@cache
def _mark_table(families: tuple[str, ...]) -> tuple[re.Pattern[str], Mapping[str, tuple[int, bool, bool]]]:
    """Return a pattern of all marks, and for each mark its family and whether it opens and closes there.

    Marks of several families (`»A«`, `«A»`) belong to the first.
    """
    table: dict[str, tuple[int, bool, bool]] = {}
    for number, family in enumerate(families):
        opening, closing = (_signs(part) for part in family.split(" "))
        for sign in (*opening, *closing):
            known = table.get(sign, (number, False, False))
            table[sign] = (known[0], known[1] or sign in opening, known[2] or sign in closing)
    longest_first = sorted(table, key=lambda sign: (-len(sign), sign))
    return re.compile("|".join(map(re.escape, longest_first))), table


def _signs(part: str) -> tuple[str, ...]:
    """Return the signs of a part: a doubled sign is one mark (``), others stand for themselves."""
    return (part,) if len(part) == 2 and part[0] == part[1] else tuple(part)


def _is_single(mark: str) -> bool:
    return mark in {"'", "‘", "’", "‚", "‹", "›"}


@cache
def _apostrophe_word(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf" ?(?:{'|'.join(sorted(map(re.escape, words)))})\b", re.IGNORECASE)


def _is_apostrophe(text: str, mark: Span, word_after: re.Pattern[str]) -> bool:
    """Tell whether a single mark belongs to a word: `auto's`, `'s avonds`, `zo ' n`, `'90`."""
    before, after = text[max(0, mark.start - 1) : mark.start], text[mark.end : mark.end + 1]
    if before.isalnum() and after.isalnum():
        return True
    return bool(word_after.match(text, mark.end) or _DECADE.match(text, mark.end))


def _sides(text: str, mark: Span, paragraph: Span) -> tuple[bool, bool]:
    """Return whether a straight mark may open and close a quote where it stands; both if nothing tells."""
    before = text[mark.start - 1] if mark.start > paragraph.start else " "
    after = text[mark.end] if mark.end < paragraph.end else " "
    blank_before, blank_after = (
        before.isspace() or before in _OPENING_BEFORE,
        after.isspace() or after in _CLOSING_AFTER,
    )
    if blank_before == blank_after:
        return True, True
    return blank_before, blank_after


def _with_introductions(text: str, quotes: list[Quote]) -> Iterator[Quote]:
    for number, quote in enumerate(quotes):
        following = quotes[number + 1] if number + 1 < len(quotes) else None
        is_introduction = (
            following is not None
            and quote.content.of(text).endswith(":")
            and quote.marks.end <= following.marks.start
            and not text[quote.marks.end : following.marks.start].strip()
        )
        yield Quote(quote.content, quote.marks, continues=quote.continues, is_introduction=is_introduction)
