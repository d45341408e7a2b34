"""Names: the network and a linear-chain CRF over word lists and clusters, decided together by Viterbi."""

import gzip
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from spacy.tokens import Doc, Span

from kg.neural.certainty import NAME, write_scores
from kg.neural.clues import name_clues
from kg.neural.encoder import word_positions
from kg.neural.features import normalize
from kg.neural.gazetteer import Gazetteer, flag_words, parse_gazetteer
from kg.neural.heads import WordHead
from kg.neural.labelling import best_labels, name_spans, path_marginals
from kg.neural.store import Arrays, Floats, Values

_CALM = 2.0
"""What scores are divided by before they are made probabilities: two models that agree are sure too soon.
Chosen on dev, of 1, 1.5, 2, 2.5, 3."""


class NameFinder(WordHead):
    """Set `doc.ents`, and how sure they are. The scores of the two models are added, then the best path is taken."""

    def __init__(self, name: str = "ner") -> None:
        super().__init__(name)
        self._lines: list[str] = []
        self._gazetteer = Gazetteer({}, {}, {})
        self._clues: dict[str, int] = {}

    def load(self, arrays: Arrays, values: Values) -> None:
        """Take weights, labels, clues and nouns."""
        super().load(arrays, values)
        self._clues = {clue: row for row, clue in enumerate(values["clues"])}

    def load_names(self, lines: Sequence[str]) -> None:
        """Take the lists of names."""
        self._lines, self._gazetteer = list(lines), parse_gazetteer(lines)

    def __call__(self, doc: Doc) -> Doc:
        """Mark the names of a document; needs `token.pos_`."""
        found: list[Span] = []
        sure = np.ones(len(doc))
        scores, steps = self.scores(doc), self.arrays["transitions"]
        for places in word_positions(doc):
            emissions = scores[places] + self.clue_scores([doc[i].text for i in places], [doc[i].pos_ for i in places])
            path = best_labels(emissions, steps)
            spans = list(name_spans([self.values["labels"][best] for best in path]))
            found.extend(Span(doc, places[a], places[b - 1] + 1, label=kind) for a, b, kind in spans)
            marginals = path_marginals(path, emissions / _CALM, steps / _CALM) if spans else ()
            for a, b, _ in spans:
                sure[places[a:b]] = marginals[a:b]
        doc.set_ents(one_sense(found))
        write_scores(doc, NAME, sure)
        return doc

    def clue_scores(self, words: Sequence[str], upos: Sequence[str]) -> Floats:
        """Return what the CRF says of the labels of each word of a sentence."""
        weights, known = self.arrays["clues"], self.values["classes"]
        classes = [known.get(normalize(word), "").split() for word in words]
        scores: Floats = np.zeros((len(words), weights.shape[1]), dtype=np.float32)
        found = name_clues(words, upos, flag_words(words, self._gazetteer), classes, self.values["nouns"])
        for place, clues in enumerate(found):
            rows = [row for clue in clues if (row := self._clues.get(clue)) is not None]
            scores[place] = weights[rows].sum(axis=0)
        return scores

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Write weights, labels and lists."""
        super().to_disk(path)
        (Path(path) / "names.tsv.gz").write_bytes(gzip.compress("\n".join(self._lines).encode(), mtime=0))

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> "NameFinder":
        """Read what `to_disk` wrote."""
        super().from_disk(path)
        self.load_names(gzip.decompress((Path(path) / "names.tsv.gz").read_bytes()).decode().split("\n"))
        return self


def one_sense(names: Sequence[Span]) -> list[Span]:
    """Return the names of a document, each form with one type: its most frequent, the first of equals.

    A name that is the end of a person's fuller name in the same document is that person's.
    """
    types: dict[str, Counter[str]] = {}
    for name in names:
        types.setdefault(name.text, Counter())[name.label_] += 1
    persons = {name[start:].text for name in names if name.label_ == "PERSON" for start in range(1, len(name))}
    best = {text: "PERSON" if text in persons else counts.most_common(1)[0][0] for text, counts in types.items()}
    return [Span(name.doc, name.start, name.end, label=best[name.text]) for name in names]
