"""What the letters of a word tell, and its features as they are written: worked out once for each that texts have."""

from collections.abc import Mapping
from functools import lru_cache
from unicodedata import category

QUOTES = frozenset("\"'`«»‘’‚‛“”„‟‹›❮❯") | {"''", "``"}
BRACKETS = frozenset("()[]{}<>")
DASHES = frozenset("-–—")


@lru_cache(maxsize=4096)
def features(morph: str) -> Mapping[str, str]:
    """Return the features that are written in one string.

    >>> features("Number=Sing|Gender=Com")["Gender"]
    'Com'
    """
    pairs = (pair.partition("=") for pair in morph.split("|") if pair)
    return {name: value for name, _, value in pairs}


@lru_cache(maxsize=8_192)
def form_of(text: str) -> tuple[str, bool, bool, bool]:
    """Return a word in lower case, and whether it has no capitals, is made of punctuation, or of blanks."""
    return text.lower(), text.islower(), all(category(char)[0] == "P" for char in text), text.isspace()


def is_currency(text: str) -> bool:
    """Tell whether a word is the sign of a currency."""
    return all(category(char) == "Sc" for char in text)
