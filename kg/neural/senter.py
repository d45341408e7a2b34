"""Sentence boundaries: a small bidirectional LSTM over the words of a whole paragraph."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from spacy.tokens import Doc, Token

from kg.neural.lstm import Direction, encode_sequences
from kg.neural.store import Arrays, Floats, Values, read_store, write_store

SIGNS = 2
"""Width of what is added to the vector of a word: a space before it, a line end before it."""
_LONGEST = 1500
"""Words read at once."""


class Senter:
    """Set `token.is_sent_start`, from the vectors of the embedder.

    `doubt` is the log odds that a boundary right behind a word of the same line must have; elsewhere they must be above
    0. It is 0 for running text, where titles without a full stop run into what follows. Who knows that titles have a
    line of their own sets it higher, see `kg.nlp.load`.
    """

    def __init__(self, name: str = "senter") -> None:
        self.name = name
        self.arrays: Arrays = {}
        self.doubt = 0.0

    def load(self, arrays: Arrays, values: Values) -> None:
        """Take weights."""
        self.arrays = arrays
        self._layers = [(Direction.from_arrays(arrays, "forward.0"), Direction.from_arrays(arrays, "backward.0"))]

    def __call__(self, doc: Doc) -> Doc:
        """Mark where sentences start."""
        sequences = list(_paragraphs(doc))
        vectors = np.asarray(doc.tensor, dtype=np.float32)
        inputs = [np.concatenate([vectors[[t.i for t in words]], word_signs(words)], axis=1) for words in sequences]
        for token in doc:
            token.is_sent_start = token.i == 0
        outputs = encode_sequences(inputs, self._layers) if inputs else []
        for words, states in zip(sequences, outputs, strict=True):
            for token, score in zip(words, states @ self.arrays["out"] + self.arrays["out_bias"], strict=True):
                token.is_sent_start = bool(score > self.least_odds(token)) or token.i == 0
        return doc

    def least_odds(self, token: Token) -> float:
        """Return the log odds above which a sentence begins with the token.

        A capital on a word that has none of itself (`De`, `In`) leaves no doubt, unless the next word has one too: so
        a name with an article is spelt (`zwembad De Golf`).
        """
        follows_word = token.i > 0 and token.nbor(-1).is_alpha
        return self.doubt if follows_word and not _is_capital_of_sentence(token) else 0.0

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the weights."""
        write_store(Path(path), self.arrays, {})

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> "Senter":
        """Read what `to_disk` wrote."""
        self.load(*read_store(Path(path)))
        return self


def _is_capital_of_sentence(token: Token) -> bool:
    begins_name = token.i + 1 < len(token.doc) and token.nbor().text[0].isupper()
    return token.is_title and token.is_stop and not begins_name


def word_signs(words: list[Token]) -> Floats:
    """Return for each word whether a space and whether a line end stands before it."""
    before = [token.nbor(-1) if token.i else None for token in words]
    return np.array(
        [[bool(t is None or t.whitespace_ or t.is_space), bool(t and t.is_space and "\n" in t.text)] for t in before],
        dtype=np.float32,
    )


def _paragraphs(doc: Doc) -> Iterator[list[Token]]:
    words: list[Token] = []
    for token in doc:
        ends = token.is_space and token.text.count("\n") > 1
        if words and (ends or len(words) == _LONGEST):
            yield words
            words = []
        if not token.is_space:
            words.append(token)
    if words:
        yield words
