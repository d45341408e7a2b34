"""Train the second model of names: a CRF over `kg.neural.clues`, by CRFsuite (Okazaki 2007)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pycrfsuite
from spacy.language import Language
from spacy.tokens import Doc

from kg.neural.clues import name_clues
from kg.neural.features import normalize
from kg.neural.gazetteer import Gazetteer, flag_words
from kg.neural.store import Floats
from kg.train.conllu import Sentence

_OPTIONS = {"c1": 0.1, "c2": 0.05, "max_iterations": 70, "feature.minfreq": 2}


@dataclass(frozen=True, slots=True)
class ClueModel:
    """Weights of the CRF, for the labels in a given order."""

    clues: tuple[str, ...]
    weights: Floats
    """[clues, labels]"""
    transitions: Floats
    """[labels, labels]"""
    classes: Mapping[str, str]
    nouns: Mapping[str, str]


def train_clues(
    nlp: Language,
    sentences: Iterable[Sentence],
    labels: Sequence[str],
    gazetteer: Gazetteer,
    classes: Mapping[str, str],
    nouns: Mapping[str, str],
    work: Path,
) -> ClueModel:
    """Return a CRF trained on the sentences whose names are annotated, with the parts of speech that `nlp` predicts."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(_OPTIONS)
    readers = [nlp.get_pipe(name) for name in ("embedder", "encoder", "morphologizer")]
    for sentence in sentences:
        if sentence.names is not None:
            doc = Doc(nlp.vocab, words=list(sentence.words), sent_starts=[i == 0 for i in range(len(sentence.words))])
            for reader in readers:
                doc = reader(doc)
            seen = [classes.get(normalize(word), "").split() for word in sentence.words]
            flags = flag_words(sentence.words, gazetteer)
            clues = name_clues(sentence.words, [t.pos_ for t in doc], flags, seen, nouns)
            trainer.append(list(clues), list(sentence.names))
    trainer.train(str(work))
    return ClueModel(*_read(work, labels), classes, nouns)


def _read(file: Path, labels: Sequence[str]) -> tuple[tuple[str, ...], Floats, Floats]:
    """Return clues, weights and transitions."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(file))
    parts = tagger.info()
    index = {label: i for i, label in enumerate(labels)}
    clues = tuple(sorted({clue for clue, _ in parts.state_features}))
    rows = {clue: row for row, clue in enumerate(clues)}
    weights: Floats = np.zeros((len(clues), len(labels)), dtype=np.float32)
    for (clue, label), weight in parts.state_features.items():
        weights[rows[clue], index[label]] = weight
    transitions: Floats = np.zeros((len(labels), len(labels)), dtype=np.float32)
    for (before, after), weight in parts.transitions.items():
        transitions[index[before], index[after]] = weight
    return clues, weights, transitions
