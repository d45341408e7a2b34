"""The vector of a word: its row, its pieces, its shape, its case, and the lists it stands in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from kg.neural.features import normalize, piece_rows, shape_row
from kg.neural.gazetteer import Gazetteer, flag_words
from kg.neural.store import Arrays, Floats

_REMEMBERED = 20_000
"""Words whose vectors are kept; then all are forgotten."""


@dataclass(frozen=True, slots=True)
class Embedding:
    """Tables of the first layer."""

    rows: Mapping[str, int]
    """Row of each known normalized form; 0 is every other."""
    gazetteer: Gazetteer
    arrays: Arrays
    """`word`, `case_class` by word row; `piece`, `shape`, `case`; `flag`, `flag_bias`."""
    _known: dict[str, Floats] = field(default_factory=dict)

    def vectors(self, words: Sequence[str]) -> Floats:
        """Return the input of the first LSTM for a sentence, [words, width]."""
        flags = flag_words(words, self.gazetteer) @ self.arrays["flag"].T + self.arrays["flag_bias"]
        return np.concatenate([np.stack([self._word(word) for word in words]), np.maximum(flags, 0)], axis=1)

    def _word(self, form: str) -> Floats:
        found = self._known.get(form)
        if found is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            found = self._known[form] = self._look_up(form)
        return found

    def _look_up(self, form: str) -> Floats:
        row = self.rows.get(normalize(form), 0)
        pieces = self.arrays["piece"]
        return np.concatenate(
            [
                self.arrays["word"][row],
                pieces[piece_rows(form, len(pieces))].mean(axis=0),
                self.arrays["shape"][shape_row(form)],
                self.arrays["case"][int(self.arrays["case_class"][row])],
            ]
        )
