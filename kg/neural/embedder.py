"""The first component: a vector of every word by itself, in `doc.tensor`."""

import gzip
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, cast

import numpy as np
from spacy.tokens import Doc

from kg.neural.embedding import Embedding
from kg.neural.gazetteer import parse_gazetteer
from kg.neural.store import Arrays, Floats, Values, read_store, write_store


class Embedder:
    """Look up each word: its form, pieces, shape and lists. White space gets a zero vector."""

    def __init__(self, name: str = "embedder") -> None:
        self.name = name
        self._lines: list[str] = []
        self._store: tuple[Arrays, Values] = ({}, {})
        self._width = 0

    def load(self, arrays: Arrays, values: Values, names: Sequence[str]) -> None:
        """Take tables, known words and lists of names."""
        self._store, self._lines = (arrays, values), list(names)
        rows = {word: row for row, word in enumerate(values["words"], start=1)}
        self._embedding = Embedding(rows, parse_gazetteer(names), arrays)
        self._width = self._embedding.vectors(["de"]).shape[1]

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc.tensor`, [tokens, width]."""
        places = [token.i for token in doc if not token.is_space]
        tensor: Floats = np.zeros((len(doc), self._width), dtype=np.float32)
        if places:
            tensor[places] = self._embedding.vectors([doc[place].text for place in places])
        doc.tensor = cast(Any, tensor)
        return doc

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the tables, words and lists."""
        write_store(Path(path), *self._store)
        (Path(path) / "names.tsv.gz").write_bytes(gzip.compress("\n".join(self._lines).encode(), mtime=0))

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> "Embedder":
        """Read what `to_disk` wrote."""
        names = gzip.decompress((Path(path) / "names.tsv.gz").read_bytes()).decode().split("\n")
        self.load(*read_store(Path(path)), names)
        return self
