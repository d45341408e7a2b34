"""Sentence boundaries that follow from the layout and from closing marks, whatever the senter says."""

from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc, Token

GOES_ON = frozenset({":", ";"})
"""Marks after which a sentence goes on. Part of Alpino ends sentences there; UD's Alpino and Lassy do not."""
_FINAL = frozenset({".", "!", "?", "…"})
_CLOSING = frozenset({"''", "”", "»", ")", "]", ",", ".", ";", ":", "%", "!", "?", "…"})
_QUOTES = frozenset({"''", "”", "»"})
_OPENING = frozenset({",,", "„", "“", "‘", "«", "("})


class Boundaries:
    """No sentence begins with a closing mark or after a colon; one ends with a quotation and at an empty line."""

    def __init__(self, name: str = "boundaries") -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Set `token.is_sent_start`."""
        words = [token for token in doc if not token.is_space]
        starts = {token.i: bool(token.is_sent_start) for token in doc}
        for before, token in pairwise(words):
            if doc[token.i - 1].is_space and "\n" in doc[token.i - 1].text:
                starts[token.i] |= doc[token.i - 1].text.count("\n") > 1
            elif token.text in _CLOSING or before.text in GOES_ON:
                starts[token.i] = False
            elif before.text in _QUOTES and before.i and doc[before.i - 1].text in _FINAL:
                starts[token.i] |= _may_open(token)
        for token in doc:
            token.is_sent_start = token.i == 0 or (starts[token.i] and not token.is_space)
        return doc


def _may_open(token: Token) -> bool:
    return token.text in _OPENING or not (token.is_lower or token.is_punct)


@Language.factory("kg_boundaries", assigns=["token.is_sent_start"], requires=["token.is_sent_start"])
def make_boundaries(nlp: Language, name: str) -> Boundaries:
    """Return the component; it has no settings."""
    return Boundaries(name)
