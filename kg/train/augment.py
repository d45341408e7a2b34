"""Variants of training sentences: other names, other case, other quotes, no full stop."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from kg.train.conllu import Sentence

_QUOTES = (("'", "'"), ('"', '"'), ("‘", "’"), ("“", "”"), ("„", "”"), (",,", "''"), ("«", "»"))
_OPENING = frozenset({",,", "„", "“", "‘", "«"})
_CLOSING = frozenset({"''", "”", "’", "»"})
_EITHER = frozenset({"'", '"'})


@dataclass(frozen=True, slots=True)
class NamePool:
    """Names to put in the place of others."""

    first: tuple[str, ...]
    last: tuple[str, ...]
    places: tuple[str, ...]
    organisations: tuple[tuple[str, ...], ...]


def vary(sentence: Sentence, pool: NamePool, random: Random) -> Sentence:
    """Return the sentence or, more rarely, a variant of it; the number of words may only shrink."""
    if sentence.names and random.random() < 0.3:
        sentence = _rename(sentence, pool, random)
    draw = random.random()
    if draw < 0.03:
        return replace(sentence, words=tuple(word.upper() for word in sentence.words))
    if draw < 0.06:
        return replace(sentence, words=tuple(word.lower() for word in sentence.words))
    if draw < 0.16 and len(sentence.words) > 2 and sentence.words[-1] == ".":
        return drop_last(sentence)
    if draw < 0.5:
        return _requote(sentence, random.choice(_QUOTES))
    return sentence


def drop_last(sentence: Sentence) -> Sentence:
    """Return the sentence without its last word, which must have no dependents."""
    if sentence.heads and (len(sentence.words) in sentence.heads or sentence.heads[-1] == 0):
        return sentence
    layers = {name: getattr(sentence, name) for name in Sentence.__slots__ if name != "ident"}
    return replace(sentence, **{name: layer and layer[:-1] for name, layer in layers.items()})


def requote_any(sentences: Sequence[Sentence], random: Random) -> list[Sentence]:
    """Return the sentences with all their quotation marks of one kind."""
    pair = random.choice(_QUOTES)
    return [_requote(sentence, pair) for sentence in sentences]


def _requote(sentence: Sentence, pair: tuple[str, str]) -> Sentence:
    words, inside = [], False
    for word in sentence.words:
        opens = word in _OPENING or (word in _EITHER and not inside)
        if opens or word in _CLOSING or word in _EITHER:
            inside = opens
            word = pair[0] if opens else pair[1]
        words.append(word)
    return replace(sentence, words=tuple(words))


def name_spans(names: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and label of the names in IOB2 tags."""
    start = None
    for i, tag in enumerate([*names, "O"]):
        if start is not None and not tag.startswith("I-"):
            yield start, i, names[start][2:]
            start = None
        if tag.startswith("B-"):
            start = i


def _rename(sentence: Sentence, pool: NamePool, random: Random) -> Sentence:
    words = list(sentence.words)
    for start, end, label in name_spans(sentence.names or ()):
        if random.random() < 0.7:
            words[start:end] = _another(words[start:end], label, pool, random)
    return replace(sentence, words=tuple(words))


def _another(words: list[str], label: str, pool: NamePool, random: Random) -> list[str]:
    """Return a name of as many words; the same where the words do not look like a plain name of the kind."""
    plain = all(word.isalpha() and word[0].isupper() and not word.isupper() for word in words)
    if label == "PERSON" and plain and len(words) <= 3:
        return [*(random.choice(pool.first) for _ in words[:-1]), random.choice(pool.last)]
    if label == "GPE" and plain and len(words) == 1:
        return [random.choice(pool.places)]
    if label == "ORG":
        same = [name for name in pool.organisations if len(name) == len(words)]
        return list(random.choice(same)) if same else words
    return words
