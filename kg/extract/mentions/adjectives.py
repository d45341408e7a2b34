"""Adjectives made from the name of a place (`Zwitserse`), which speak of that place."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from kg.extract.syntax.phrases import is_noun
from kg.extract.syntax.token import Token
from kg.extract.syntax.tree import Tree
from kg.extract.syntax.ud import ADJECTIVAL_MODIFIER, CONJUNCT, COPULA, SUBJECTS
from kg.lang import Language
from kg.lang.demonyms import Demonym


@dataclass(frozen=True, slots=True)
class PlaceAdjective:
    """An adjective, or the part of one between hyphens, that is made from the name of a place."""

    token: Token
    start: int
    end: int
    """Characters of the text; they begin in an earlier token where the name has two words (`New Yorkse`)."""
    demonym: Demonym


def find_adjectives(tree: Tree, taken: Collection[int], language: Language) -> Iterator[PlaceAdjective]:
    """Yield the adjectives of places, in text order, none at the tokens that names have taken.

    Only those that say something of a noun (`Zwitserse bank`, `de bank is Zwitsers`): the same word alone is a
    language (`in het Frans`) or somebody (`een Belgische`). `Frans-Duitse` gives two.
    See https://e-ans.ivdnt.org/topics/pid/ans0604lingtopic.
    """
    for token in tree:
        if token.i not in taken and _may_be_one(token, language):
            yield from place_adjectives(token, language)


def place_adjectives(token: Token, language: Language) -> Iterator[PlaceAdjective]:
    """Yield what the token says of places, if it is an adjective of a noun."""
    found = tuple(_parts(token, language)) if _may_be_one(token, language) else ()
    if found and described(token) is not None:
        yield from found


def _may_be_one(token: Token, language: Language) -> bool:
    return token.text[:1].isupper() or "-" in token.text or token.text in language.demonyms


def described(token: Token) -> Token | None:
    """Return what an adjective says something of: its noun, or the subject of which it is the predicate."""
    first = token.head if token.dep_ == CONJUNCT else token
    is_attribute = first.dep_ == ADJECTIVAL_MODIFIER or (first.pos_ == "ADJ" and first.i < first.head.i)
    if is_attribute and is_noun(first.head):
        return first.head
    if first.pos_ == "ADJ" and COPULA in first.labels:
        return next((child for child in first.lefts if child.dep_ in SUBJECTS), None)
    return token.nbor() if _is_before_noun(token) else None


def _is_before_noun(token: Token) -> bool:
    """Tell whether a noun follows at once, whatever the parse makes of it."""
    return not token.is_sent_end and token.i + 1 < len(token.tree) and is_noun(token.nbor())


def _parts(token: Token, language: Language) -> Iterator[PlaceAdjective]:
    """Yield the whole word, with the word before it if need be, or else its parts between hyphens."""
    before = token.nbor(-1) if token.i else token
    phrase = f"{before.text} {token.text}"
    end = token.end_char
    if phrase in language.demonyms:
        yield PlaceAdjective(token, before.idx, end, language.demonyms[phrase])
    elif token.text in language.demonyms:
        yield PlaceAdjective(token, token.idx, end, language.demonyms[token.text])
    else:
        start = token.idx
        for part in token.text.split("-"):
            if part in language.demonyms:
                yield PlaceAdjective(token, start, start + len(part), language.demonyms[part])
            start += len(part) + 1
