"""Morphological features of a word, as Universal Dependencies names them (https://universaldependencies.org/u/feat/)."""

from collections.abc import Mapping
from functools import lru_cache

from spacy.tokens import Token


def feature(token: Token, name: str) -> str:
    """Return the value of a feature (`VerbForm`, `Number`) of a word; "" where it has none.

    >>> _features("Number=Sing|Gender=Com")["Gender"]
    'Com'
    """
    return _features(str(token.morph)).get(name, "")


@lru_cache(maxsize=4096)
def _features(morph: str) -> Mapping[str, str]:
    """Return the features that are written in one string: spaCy reads it anew for each that it is asked."""
    pairs = (pair.partition("=") for pair in morph.split("|") if pair)
    return {name: value for name, _, value in pairs}
