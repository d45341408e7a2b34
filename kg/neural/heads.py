"""Word by word decisions on the vectors of the encoder, as spaCy components."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.neural.edit_tree import apply_tree
from kg.neural.infinitives import Verbs
from kg.neural.store import Arrays, Floats, Values, read_store, write_store

_TRIES = 20
"""Lemma rules tried for a word, best first, before the form itself is taken."""
_MARGIN = 4.0
"""How much worse than the best (log odds) a rule may be whose lemma is known. Chosen on dev of 2, 4, 6, 8."""
_VERBAL = frozenset({"VERB", "AUX"})
_CLOSED = frozenset({"PROPN", "X", "PUNCT", "SYM", "NUM"})
"""Parts of speech whose lemmas no list holds."""


def squash(vectors: Floats, arrays: Arrays, name: str) -> Floats:
    """Return the hidden layer `name`: a linear map and a leaky rectifier."""
    hidden = vectors @ arrays[name].T + arrays[f"{name}_bias"]
    squashed: Floats = np.maximum(hidden, 0.1 * hidden)
    return squashed


class WordHead:
    """What the components here share: weights, labels, and their files."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.arrays: Arrays = {}
        self.values: Values = {}

    def load(self, arrays: Arrays, values: Values) -> None:
        """Take weights and labels."""
        self.arrays, self.values = arrays, values

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels, most frequent first."""
        return tuple(self.values.get("labels", ()))

    def scores(self, doc: Doc, layer: str = "out") -> Floats:
        """Return the scores of the labels for each token."""
        hidden = squash(np.asarray(doc.tensor, dtype=np.float32), self.arrays, "hidden")
        return hidden @ self.arrays[layer].T + self.arrays[f"{layer}_bias"]

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Write weights and labels."""
        write_store(Path(path), self.arrays, self.values)

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> "WordHead":
        """Read what `to_disk` wrote."""
        self.load(*read_store(Path(path)))
        return self


class Tagger(WordHead):
    """Set `token.tag_`, the CGN tag; white space gets "_SP"."""

    def __call__(self, doc: Doc) -> Doc:
        """Tag a document."""
        labels = self.values["labels"]
        for token, best in zip(doc, self.scores(doc).argmax(axis=1), strict=True):
            token.tag_ = "_SP" if token.is_space else labels[best]
        return doc


class Morphologizer(WordHead):
    """Set `token.pos_` and `token.morph` (UD)."""

    def __call__(self, doc: Doc) -> Doc:
        """Mark parts of speech and features."""
        labels, features = self.values["labels"], self.values["features"]
        best_feats = self.scores(doc, "feats").argmax(axis=1)
        for token, upos, feats in zip(doc, self.scores(doc).argmax(axis=1), best_feats, strict=True):
            token.pos_ = "SPACE" if token.is_space else "SYM" if _is_score(token) else labels[upos]
            token.set_morph(  # type: ignore[attr-defined]
                "" if token.is_space else features[feats]
            )
        return doc


def _is_score(token: Token) -> bool:
    """Whether a dash stands between the figures of a result ("2 - 1"), a symbol in UD Alpino."""
    inside = token.text in _DASHES and 0 < token.i < len(token.doc) - 1
    return inside and token.nbor(-1).is_digit and token.nbor(1).is_digit


_DASHES = frozenset({"-", "–"})


class Lemmatizer(WordHead):
    """Set `token.lemma_`: as the treebank has it for form and part of speech, else by the best rule that fits.

    Among rules of nearly the best score, one that gives a lemma of the treebank comes first; of a verb the lemma must
    be an infinitive. A verb takes its separated particle along, as in UD Dutch ("zette ... in": inzetten).
    """

    def load(self, arrays: Arrays, values: Values) -> None:
        """Take weights, rules, lemmas and verbs."""
        super().load(arrays, values)
        self._known, self._verbs = frozenset(values["known"]), Verbs.from_values(values)

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemmas; needs `token.pos_` and the tree."""
        lemmas = self.values["lemmas"]
        for token, row in zip(doc, self.scores(doc), strict=True):
            token.lemma_ = lemmas.get(f"{token.text}/{token.pos_}") or self._by_rule(token, row)
        for head, particles in _separated_particles(doc).items():
            doc[head].lemma_ = self._verbs.with_particle(doc[head].lemma_, particles)
        return doc

    def _by_rule(self, token: Token, scores: Floats) -> str:
        if token.is_space:
            return token.text
        is_verb = token.pos_ in _VERBAL
        order = np.argsort(-scores)[: len(scores) if is_verb else _TRIES]
        tried = ((float(scores[i]), self._apply(int(i), token.text)) for i in order)
        found = [(score, lemma) for score, lemma in tried if lemma]
        if not found or token.pos_ in _CLOSED:
            return found[0][1] if found else token.text
        if is_verb:
            return self._verbs.choose(token.lower_, found, self._verb_lemma)
        best, lemma = found[0]
        return next((near for score, near in found if score > best - _MARGIN and near in self._known), lemma)

    def _verb_lemma(self, form: str) -> str | None:
        """Return the lemma that the treebank has for a form of a verb."""
        found: str | None = self.values["lemmas"].get(f"{form}/VERB")
        return found

    def _apply(self, script: int, form: str) -> str | None:
        lower, tree = self.values["labels"][script]
        return apply_tree(tree, form.lower() if lower else form)


def _separated_particles(doc: Doc) -> Mapping[int, list[str]]:
    """Return what is separated from each verb, in lower case, by its position.

    A particle that has dependents is a phrase of its own ("in beslag", "ten onder").
    """
    heads = {token.head.i for token in doc if token.dep_ != "punct" and not token.is_space}
    found: dict[int, list[str]] = {}
    for token in doc:
        if token.dep_ == "compound:prt" and token.head.pos_ == "VERB" and token.i not in heads:
            found.setdefault(token.head.i, []).append(token.lower_)
    return found


@Language.factory("kg_tagger", assigns=["token.tag"], requires=["doc.tensor"])
def make_tagger(nlp: Language, name: str) -> Tagger:
    """Return an empty tagger."""
    return Tagger(name)


@Language.factory("kg_morphologizer", assigns=["token.pos", "token.morph"], requires=["doc.tensor"])
def make_morphologizer(nlp: Language, name: str) -> Morphologizer:
    """Return an empty morphologizer."""
    return Morphologizer(name)


@Language.factory("kg_lemmatizer", assigns=["token.lemma"], requires=["doc.tensor", "token.pos", "token.dep"])
def make_lemmatizer(nlp: Language, name: str) -> Lemmatizer:
    """Return an empty lemmatizer."""
    return Lemmatizer(name)
