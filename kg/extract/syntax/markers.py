"""Fixed phrases of a language, found word by word whatever the parse makes of them."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from kg.extract.syntax.token import Token
from kg.extract.syntax.tree import Tree


def marker_length(first: Token, phrases: tuple[str, ...]) -> int:
    """Return the length in tokens of the first of `phrases` that begins at a token, 0 if none does.

    Phrases are lower case, with one blank between words.
    """
    for words in _by_first_word(phrases).get(first.lower_, ()):
        if tuple(token.lower_ for token in first.tree[first.i : first.i + len(words)]) == words:
            return len(words)
    return 0


def find_markers(tree: Tree, phrases: tuple[str, ...]) -> Mapping[int, int]:
    """Return the lengths of the phrases that begin at a token of a tree, by its position."""
    known = _by_first_word(phrases)
    return {token.i: length for token in tree if token.lower_ in known and (length := marker_length(token, phrases))}


@cache
def _by_first_word(phrases: tuple[str, ...]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return the words of each phrase by the first of them, in the order of the phrases."""
    found: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in phrases:
        words = tuple(phrase.split(" "))
        found[words[0]].append(words)
    return {first: tuple(several) for first, several in found.items()}
