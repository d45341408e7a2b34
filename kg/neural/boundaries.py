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
_STRAIGHT = '"'
"""A quote mark that opens and closes: it closes right behind a word or mark, and opens right before one."""


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
            elif _closes(token) or before.text in GOES_ON:
                starts[token.i] = False
            elif _ends_quotation(before) and _is_behind_sentence(before):
                starts[token.i] |= _may_open(token)
        for token in doc:
            token.is_sent_start = token.i == 0 or (starts[token.i] and not token.is_space)
        return doc


def _closes(token: Token) -> bool:
    return token.text in _CLOSING or _ends_quotation(token)


def _ends_quotation(token: Token) -> bool:
    if token.text != _STRAIGHT:
        return token.text in _QUOTES
    return bool(token.whitespace_) and not _is_behind_blank(token)


def _is_opening(token: Token) -> bool:
    return token.text == _STRAIGHT and not token.whitespace_ and _is_behind_blank(token)


def _is_behind_blank(token: Token) -> bool:
    return token.i == 0 or bool(token.nbor(-1).whitespace_) or token.nbor(-1).is_space


def _is_behind_sentence(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).text in _FINAL


def _may_open(token: Token) -> bool:
    return token.text in _OPENING or _is_opening(token) or not (token.is_lower or token.is_punct)


@Language.factory("kg_boundaries", assigns=["token.is_sent_start"], requires=["token.is_sent_start"])
def make_boundaries(nlp: Language, name: str) -> Boundaries:
    """Return the component; it has no settings."""
    return Boundaries(name)
