"""Fixed phrases of a language, found word by word whatever the parse makes of them."""

from collections.abc import Iterable

from spacy.tokens import Doc


def marker_length(doc: Doc, index: int, phrases: Iterable[str]) -> int:
    """Return the length in tokens of the first of `phrases` that begins at token `index`, 0 if none does.

    Phrases are lower case, with one blank between words.
    """
    first = doc[index].lower_
    for phrase in phrases:
        if phrase.startswith(first):
            words = phrase.split(" ")
            if [token.lower_ for token in doc[index : index + len(words)]] == words:
                return len(words)
    return 0
