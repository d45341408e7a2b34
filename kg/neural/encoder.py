"""The shared encoder: a spaCy component that puts a vector of every word in its sentence into `doc.tensor`."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, cast

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from kg.neural.embedder import Embedder
from kg.neural.lstm import Direction, encode_sequences
from kg.neural.senter import Senter
from kg.neural.store import Arrays, Floats, Values, read_store, write_store

LONGEST = 250
"""Words read at once; what the senter gives as one longer sentence is cut, so that memory stays bounded."""
_WORDS = 6000
"""Words of all documents encoded together."""


class Encoder:
    """Bidirectional LSTMs over each sentence, from the vectors of the embedder. White space gets a zero vector."""

    def __init__(self, name: str = "encoder") -> None:
        self.name = name
        self._store: tuple[Arrays, Values] = ({}, {})
        self._layers: list[tuple[Direction, Direction]] = []

    def load(self, arrays: Arrays, values: Values) -> None:
        """Take weights."""
        self._store = arrays, values
        self._layers = [
            (Direction.from_arrays(arrays, f"forward.{i}"), Direction.from_arrays(arrays, f"backward.{i}"))
            for i in range(values["layers"])
        ]

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc.tensor`."""
        self._encode([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Yield the documents with `doc.tensor` set; several are encoded together."""
        for docs in _minibatches(stream, batch_size):
            group: list[Doc] = []
            for doc in docs:
                if group and sum(map(len, group)) + len(doc) > _WORDS:
                    self._encode(group)
                    yield from group
                    group = []
                group.append(doc)
            self._encode(group)
            yield from group

    def _encode(self, docs: Sequence[Doc]) -> None:
        sentences = [word_positions(doc) for doc in docs]
        words = [np.asarray(doc.tensor, dtype=np.float32) for doc in docs]
        inputs = [vectors[places] for vectors, found in zip(words, sentences, strict=True) for places in found]
        outputs = iter(encode_sequences(inputs, self._layers) if inputs else [])
        width = 2 * len(self._layers[0][0].recurrent)
        for doc, found in zip(docs, sentences, strict=True):
            tensor: Floats = np.zeros((len(doc), width), dtype=np.float32)
            for places in found:
                tensor[places] = next(outputs)
            doc.tensor = cast(Any, tensor)

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the weights."""
        write_store(Path(path), *self._store)

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> "Encoder":
        """Read what `to_disk` wrote."""
        self.load(*read_store(Path(path)))
        return self


def _minibatches(stream: Iterable[Doc], size: int) -> Iterator[list[Doc]]:
    docs = iter(stream)
    while batch := list(islice(docs, size)):
        yield batch


def word_positions(doc: Doc) -> list[list[int]]:
    """Return for each sentence, cut at LONGEST, the positions of its words; white space is left out."""
    found: list[list[int]] = []
    places: list[int] = []
    for token in doc:
        if places and (token.is_sent_start or len(places) == LONGEST):
            found.append(places)
            places = []
        if not token.is_space:
            places.append(token.i)
    return [*found, places] if places else found


@Language.factory("kg_encoder", assigns=["doc.tensor"], requires=["doc.tensor", "token.sent_start"])
def make_encoder(nlp: Language, name: str) -> Encoder:
    """Return an empty encoder."""
    return Encoder(name)


@Language.factory("kg_embedder", assigns=["doc.tensor"])
def make_embedder(nlp: Language, name: str) -> Embedder:
    """Return an empty embedder."""
    return Embedder(name)


@Language.factory("kg_senter", assigns=["token.is_sent_start"], requires=["doc.tensor"])
def make_senter(nlp: Language, name: str) -> Senter:
    """Return an empty sentence splitter."""
    return Senter(name)
