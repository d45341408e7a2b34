"""Times that a text names, with their EDTF value worked out against the publication date."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import chain

from kg.extract.syntax.token import Token
from kg.extract.syntax.tree import Tree
from kg.extract.timex.meanings import MEANINGS
from kg.extract.timex.patterns import Grammar, Match, Value, Word, compile_patterns, matches, split_words, word_of
from kg.extract.timex.periods import VAGUE, Direction, Period, edtf_date
from kg.extract.timex.points import Context
from kg.extract.timex.tense import direction_of
from kg.lang import Language
from kg.lang.time import TimeRules
from kg.model import Document, Span, TimeExpression

_NAME_PARTS = frozenset({"flat", "appos", "nmod", "compound"})
_NUMERAL_MODIFIER = "nummod"
_LIKELY_YEARS = range(1900, 2101)
_TYING_SIGNS = frozenset("#@€$£_")
_HYPHENS = frozenset("-/")
_PARTS = frozenset({"third", "edge_of_this"})
"""Meanings that narrow a period: `voor eind juni` is a limit, `voor juni` may be a purpose."""
_SENTENCE_END = re.compile(r"[.!?]\W*\s")
_ADDRESS = re.compile(r"(?:\w+://|www\.).*|(?:[\w-]+\.)*\w*[a-z][\w-]*\.[a-z]{2,}(?:/.*)?")
"""A page or site on the web (`krant.nl/2020`), in lower case."""
_FAR = 1_000
"""Characters beyond which no time is counted from another."""
_CLASS_OF_VALUE = {"P": "duration", "R": "set", "T": "clock"}


def extract_times(tree: Tree, document: Document, language: Language) -> tuple[TimeExpression, ...]:
    """Return the times that the news part of the text names, in text order; none overlap.

    Works on words, so it needs no parse; with one, the tense of the clause decides on which side of the publication
    date a bare `woensdag` lies. Times too vague for a value (`de voorbije maanden`) are kept with value None, and so
    are those that the publication date is not known well enough for. Numbers inside names are no times.
    """
    rules = language.time
    body = document.body or Span(0, len(document.text))
    page = _Page(
        text=document.text,
        published=edtf_date(document.published) or VAGUE,
        tree=tree,
        names=tuple(Span(name.start_char, name.end_char) for name in tree.ents),
        language=language,
    )
    holidays, *grammars = _grammars(rules)
    words = tuple(_with_holidays(split_words(document.text, body, rules), holidays))
    for grammar in grammars:
        words = tuple(chain.from_iterable(_with_times(words, grammar, page)))
    return tuple(_expressions(words, document))


@dataclass(frozen=True, slots=True)
class _Page:
    """What the words of a text are read with."""

    text: str
    published: Period
    tree: Tree
    names: tuple[Span, ...]
    """Places of the names, in text order."""
    language: Language

    @property
    def rules(self) -> TimeRules:
        """Return how the language says when."""
        return self.language.time

    def token(self, offset: int) -> Token | None:
        """Return the token at an offset, None if the text has no tokens."""
        starts = self.tree.starts
        return self.tree[max(0, bisect_right(starts, offset) - 1)] if starts else None

    def name(self, offset: int) -> Span | None:
        """Return the name that begins at an offset or before it and is not over there."""
        number = bisect_right(self.names, offset, key=lambda name: name.start) - 1
        return self.names[number] if number >= 0 and offset < self.names[number].end else None


@cache
def _grammars(rules: TimeRules) -> tuple[Grammar, ...]:
    """Return the patterns of holidays, and of points, of parts and of frames, which are read in this order."""
    holidays = tuple((rule, (name,)) for name, rule in rules.holidays.items())
    tables = (tuple(table.items()) for table in (rules.points, rules.parts, rules.frames))
    return tuple(map(compile_patterns, (holidays, *tables)))


def _with_holidays(words: tuple[Word, ...], names: Grammar) -> Iterator[Word]:
    """Yield the words, with the names of holidays put together."""
    for found in matches(words, names):
        if isinstance(found, Match):
            yield word_of("", found.span, {"holiday": found.meaning})
        else:
            yield from found


def _with_times(words: tuple[Word, ...], grammar: Grammar, page: _Page) -> Iterator[tuple[Word, ...]]:
    """Yield the words, several at a time, with those that tell a time put together.

    These are one word of class `time`, `duration`, `set` or `clock`. What only looks like a time (`32 juli`) becomes a
    word without text or class, so that no part of it is read.
    """
    told, told_at = VAGUE, 0
    last: tuple[Span, Direction] | None = None
    for found in matches(words, grammar):
        if isinstance(found, Match):
            if not _is_time(found, page):
                yield found.words
                continue
            direction = _direction(found.span, last, page)
            last = found.span, direction
            known = told if _reaches(page.text[told_at : found.span.start]) else VAGUE
            context = Context(published=page.published, told=known, direction=direction)
            found = (_as_word(found, MEANINGS[found.meaning](found, context)),)
        yield found
        for word in found:
            for period in _periods(word) if word.classes and not word.text else ():
                told, told_at = (period, word.span.end) if period.start else (told, told_at)


def _direction(span: Span, last: tuple[Span, Direction] | None, page: _Page) -> Direction:
    """Return where a time points; one joined to the time before it points where that does (`donderdag en vrijdag`)."""
    if last is not None:
        between = page.text[last[0].end : span.start].strip().lower()
        if between in page.rules.joints:
            return last[1]
    return direction_of(page.token(span.start), page.language)


def _reaches(text: str) -> bool:
    """Tell whether a time may be counted from one before `text`: in its paragraph or in the sentence before."""
    return len(text) < _FAR and ("\n\n" not in text or len(_SENTENCE_END.findall(text)) <= 1)


def _as_word(match: Match, period: Period | None) -> Word:
    classes: dict[str, Value] = {}
    if period is not None:
        classes[_CLASS_OF_VALUE.get((period.value or "")[:1], "time")] = period
        if match.meaning in _PARTS:
            classes["part"] = period
    return word_of("", match.span, classes)


def _periods(word: Word) -> list[Period]:
    """Return the times that a word without text of its own stands for."""
    return [value for value in word.classes.values() if isinstance(value, Period)]


def _is_time(match: Match, page: _Page) -> bool:
    """Tell whether the words stand alone as a time: not within a name, a compound, an amount or an address."""
    token, name = page.token(match.span.start), page.name(match.span.start)
    if token is None or any(word.text == "" for word in match.words):
        return True
    is_in_name = name is not None and (name.start < match.span.start or match.span.end < name.end)
    if is_in_name or _ADDRESS.fullmatch(token.lower_) or _is_joined(page.text, match.span):
        return False
    if len(match.words) > 1:
        return True
    return token.pos_ != "AUX" and (match.meaning != "year" or _is_year(match, token, page.rules))


def _is_joined(text: str, span: Span) -> bool:
    """Tell whether a sign ties the words to others: `juli-editie`, `#2020`, `€2000`."""
    before, after = text[max(0, span.start - 2) : span.start], text[span.end : span.end + 2]
    tied_before = before[-1:] in _TYING_SIGNS or (before[-1:] in _HYPHENS and before[0].isalnum())
    return tied_before or (len(after) == 2 and after[0] in _HYPHENS | {"_", "%"} and after[1].isalnum())


def _is_year(match: Match, token: Token, rules: TimeRules) -> bool:
    """Tell whether a bare number of four digits is a year: it counts no noun, and is no amount of money."""
    tree = token.tree
    before = tree[token.i - 1].lower_ if token.i else ""
    after = tree[token.i + 1].lower_ if token.i + 1 < len(tree) else ""
    if before in rules.currencies or after in rules.currencies or token.dep_ == _NUMERAL_MODIFIER:
        return False
    if token.dep_ in _NAME_PARTS and token.head.pos_ == "PROPN" and not token.lefts:
        return False
    year = match.number("year") or 0
    return (before in rules.number_heads and year < _LIKELY_YEARS.stop) or (year in _LIKELY_YEARS and bool(token.dep_))


def _expressions(words: Sequence[Word], document: Document) -> Iterator[TimeExpression]:
    for word in (word for word in words if word.classes and not word.text):
        for period in _periods(word)[:1]:
            yield TimeExpression(
                span=word.span,
                text=word.span.of(document.text),
                value=period.value,
                start=_iso(period.start),
                end=_iso(period.end),
                anchor=period.anchor,
            )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
