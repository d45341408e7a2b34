"""Words of a text and the patterns of a language over them; needs no parse and no tokenizer."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

from kg.extract.timex.periods import Period
from kg.lang.time import TimeRules, Unit
from kg.model import Span

Value = int | Unit | str | Period
"""What a word of a class stands for: a number, a unit, the rule of a holiday, or the time already read."""

_PARAGRAPH_END = re.compile(r"\n\s*\n")
_APOSTROPHES = dict.fromkeys(map(ord, "‘’ʼ`´"), "'")
_LONGEST_NUMBER = 6


class Word(NamedTuple):
    """A word, number or sign of the text, or a time that was read from several."""

    text: str
    """Lower case, with straight apostrophes; empty for a break and for a time already read."""
    span: Span
    classes: Mapping[str, Value]
    """Class -> what the word stands for as one of that class."""
    keys: frozenset[str]
    """What a pattern may call the word: its text and its classes."""

    def at(self, span: Span) -> "Word":
        """Return the same word at another place."""
        return Word(self.text, span, self.classes, self.keys)


def word_of(text: str, span: Span, classes: Mapping[str, Value]) -> Word:
    """Return the word with its keys."""
    keys = {f"{{{name}}}" for name in classes}
    return Word(text, span, classes, frozenset({text, *keys} if text else keys))


_BREAK = word_of("", Span(0, 0), {})
"""What no pattern goes over: the end of a paragraph, words that none has."""


@dataclass(frozen=True, slots=True)
class Match:
    """A place where a pattern fits."""

    meaning: str
    words: tuple[Word, ...]
    captures: tuple[tuple[str, Value], ...]
    """Class and value of each word that the pattern names by its class, in text order."""

    @property
    def span(self) -> Span:
        """Return the characters that the pattern covers."""
        return Span(self.words[0].span.start, self.words[-1].span.end)

    def numbers(self, name: str) -> tuple[int, ...]:
        """Return the numbers of the words of a class."""
        return tuple(value for key, value in self.captures if key == name and isinstance(value, int))

    def number(self, name: str) -> int | None:
        """Return the number of the first word of a class, None if the match has none."""
        return next(iter(self.numbers(name)), None)

    @property
    def unit(self) -> Unit | None:
        """Return the first unit named."""
        return next((value for _, value in self.captures if isinstance(value, Unit)), None)

    @property
    def periods(self) -> tuple[Period, ...]:
        """Return the times already read that the match is about."""
        return tuple(value for _, value in self.captures if isinstance(value, Period))

    def text_of(self, name: str) -> str:
        """Return the value of a class whose words stand for a text, empty if the match has none."""
        return next((value for key, value in self.captures if key == name and isinstance(value, str)), "")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One row of words; each may be any of a few."""

    meaning: str
    rank: int
    """Place among all rows of the language's file; of two as long, the lower one wins."""
    slots: tuple[frozenset[str], ...]

    def fits(self, words: Sequence[Word], start: int) -> bool:
        """Tell whether the pattern fits the words from `start` on."""
        if start + len(self.slots) > len(words):
            return False
        for nth, slot in enumerate(self.slots):  # noqa: SIM110  # asked for each word and pattern: any() takes twice as long
            if slot.isdisjoint(words[start + nth].keys):
                return False
        return True


Grammar = Mapping[str, Mapping[str, Sequence[Pattern]]]
"""First key -> second key, "" where a pattern has no second word -> patterns."""


def compile_patterns(patterns: tuple[tuple[str, tuple[str, ...]], ...]) -> Grammar:
    """Return the patterns, given as the pairs of `TimeRules.points` and the like, by their first two words.

    Of those that begin alike the longest come first, and of two as long the one that stands first in the file.
    """
    grammar: defaultdict[str, defaultdict[str, list[Pattern]]] = defaultdict(lambda: defaultdict(list))
    rows = ((meaning, slots) for meaning, texts in patterns for text in texts for slots in _spellings(text))
    for rank, (meaning, slots) in enumerate(rows):
        seconds = slots[1] if len(slots) > 1 else frozenset({""})
        for first, second in product(slots[0], seconds):
            grammar[first][second].append(Pattern(meaning, rank, slots))
    for found in (patterns for by_second in grammar.values() for patterns in by_second.values()):
        found.sort(key=_preference)
    return grammar


def _preference(pattern: Pattern) -> tuple[int, int]:
    return -len(pattern.slots), pattern.rank


def _spellings(text: str) -> Iterator[tuple[frozenset[str], ...]]:
    """Yield the rows that a pattern stands for, with and without each word that may be missing."""
    choices = []
    for part in text.split():
        slot = frozenset(part.removesuffix("?").split("|")) if len(part) > 1 else frozenset({part})
        choices.append([(slot,), ()] if len(part) > 1 and part.endswith("?") else [(slot,)])
    for chosen in product(*choices):
        if row := tuple(slot for choice in chosen for slot in choice):
            yield row


def matches(words: tuple[Word, ...], grammar: Grammar) -> Iterator[tuple[Word, ...] | Match]:
    """Yield the words in text order: those that a pattern fits as a match, those between two matches together."""
    openers, before = grammar.keys(), 0
    for start in [place for place, word in enumerate(words) if not openers.isdisjoint(word.keys)]:
        best = _best(words, start, grammar) if start >= before else None
        if best is not None:
            yield words[before:start]
            before = start + len(best.slots)
            found = words[start:before]
            yield Match(best.meaning, found, tuple(_captures(best, found)))
    yield words[before:]


def _best(words: Sequence[Word], start: int, grammar: Grammar) -> Pattern | None:
    """Return the longest pattern that fits the words from `start` on, and of several the first of the file."""
    seconds = {"", *(words[start + 1].keys if start + 1 < len(words) else ())}
    fitting = []
    for by_second in [grammar[key] for key in words[start].keys if key in grammar]:
        for key in seconds & by_second.keys():
            fitting += [pattern for pattern in by_second[key] if pattern.fits(words, start)][:1]
    return min(fitting, key=_preference) if fitting else None


def _captures(pattern: Pattern, words: Sequence[Word]) -> Iterator[tuple[str, Value]]:
    for slot, word in zip(pattern.slots, words, strict=True):
        named = sorted(key[1:-1] for key in slot & word.keys if key[1:-1] in word.classes)
        yield from ((name, word.classes[name]) for name in named[:1])


def split_words(text: str, span: Span, rules: TimeRules) -> tuple[Word, ...]:
    """Return the words, numbers and signs of a part of `text` that patterns may have; where others stand, a break."""
    words: list[Word] = []
    for found in _shapes(rules).finditer(text, span.start, span.end):
        read = _read(found[0], rules)
        if read is not None:
            words.append(read.at(Span(found.start(), found.end())))
        elif not words or words[-1] is not _BREAK:
            words.append(_BREAK)
    return tuple(words)


@lru_cache(maxsize=8_192)
def _read(text: str, rules: TimeRules) -> Word | None:
    """Return what a word means wherever it stands; None if no pattern may have it."""
    spelled, known = _spelled(text), _vocabulary(rules)
    if spelled in known or spelled in _written(rules) or spelled[:1].isdecimal():
        return _word(spelled, Span(0, 0), known, rules)
    return None


def _spelled(text: str) -> str:
    text = text.strip().lower()
    return text if text.isascii() and text.isalnum() else text.translate(_APOSTROPHES)


@cache
def _shapes(rules: TimeRules) -> re.Pattern[str]:
    """Return what a word, a number or a sign looks like."""
    endings = "|".join(sorted(rules.ordinal_endings)) or "(?!)"
    thousands, decimals = (r"\.", ",") if rules.thousands == "." else (",", r"\.")
    return re.compile(
        rf"[^\W\d_]+|{_PARAGRAPH_END.pattern}|\d{{1,3}}(?:{thousands}\d{{3}})+(?!\d)|\d+{decimals}\d+"
        rf"|\d+(?:{endings})\b|\d+|\S"
    )


@cache
def _vocabulary(rules: TimeRules) -> Mapping[str, Mapping[str, Value]]:
    """Return the classes of each word that has any, with what it stands for as one of them.

    A day is one with a part of it too: `woensdagavond`.
    """
    found: defaultdict[str, dict[str, Value]] = defaultdict(dict)
    tables: tuple[Mapping[str, Mapping[str, Value]], ...] = (rules.words, rules.units)
    for name, values in (row for table in tables for row in table.items()):
        for word, value in values.items():
            found[word][name] = value
    for (word, value), part in product(rules.words.get("weekday", {}).items(), sorted(rules.day_parts)):
        found.setdefault(word + part, {"weekday": value})
    return dict(found)


@cache
def _written(rules: TimeRules) -> frozenset[str]:
    """Return the words that patterns and names of holidays are spelled with."""
    patterns = (text for table in (rules.points, rules.parts, rules.frames) for row in table.values() for text in row)
    rows = (slots for text in (*rules.holidays, *patterns) for slots in _spellings(text))
    return frozenset(key for slots in rows for slot in slots for key in slot)


def _word(text: str, span: Span, known: Mapping[str, Mapping[str, Value]], rules: TimeRules) -> Word:
    classes = known.get(text, _NO_CLASSES)
    if text[:1].isdecimal():
        classes = {**dict(_digit_classes(text, rules)), **classes}
    return word_of(text, span, classes)


_NO_CLASSES: Mapping[str, Value] = {}


def _digit_classes(text: str, rules: TimeRules) -> Iterator[tuple[str, int]]:
    """Yield the classes of a word that begins with a digit: `16` may be a day, an hour, a year of this century ..."""
    digits = text.replace(rules.thousands, "").rstrip("".join(sorted(rules.ordinal_endings)))
    yield "digits", 0
    if len(digits) > _LONGEST_NUMBER or not digits.isdecimal():
        return
    number = int(digits)
    if text != digits and rules.thousands not in text:
        yield "ordinal", number
        return
    yield "number", number
    if text == digits:
        ranges = {"day": (1, 31), "month_number": (1, 12), "hour": (0, 24)}
        yield from ((name, number) for name, (low, high) in ranges.items() if low <= number <= high)
    if len(text) == 2:
        yield "short_year", number
        yield "minute", number
    if len(text) == 4 and number >= 1000:
        yield "year", number
