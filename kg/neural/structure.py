"""Trees on the vectors of the encoder, as a spaCy component; the finder of names is registered here too."""

from typing import Any, cast

import numpy as np
import numpy.typing as npt
from spacy.attrs import DEP, HEAD
from spacy.language import Language
from spacy.tokens import Doc

from kg.neural.certainty import ARC, write_scores
from kg.neural.encoder import word_positions
from kg.neural.heads import WordHead, squash
from kg.neural.names import NameFinder
from kg.neural.store import Floats
from kg.neural.tree import Heads, best_tree


class Parser(WordHead):
    """Set heads and UD relations with biaffine attention (Dozat & Manning 2017); "ROOT" for the root.

    Each sentence gets one tree. White space hangs on the word before it, as "dep".
    """

    def __call__(self, doc: Doc) -> Doc:
        """Parse a document; its sentences are then those of the trees. Keeps how sure each arc is."""
        heads = np.arange(len(doc))
        labels = np.array(["dep"] * len(doc), dtype=object)
        sure = np.ones(len(doc))
        vectors = np.asarray(doc.tensor, dtype=np.float32)
        for positions in word_positions(doc):
            places = np.array(positions)
            tree, relations, sure[places] = self._parse(vectors[places])
            heads[places] = np.where(tree, places[tree - 1], places)
            labels[places] = relations
        _hang_spaces(doc, heads)
        write_scores(doc, ARC, sure)
        strings = [doc.vocab.strings.add(label) for label in labels]
        rows = np.stack(
            [(heads - np.arange(len(doc))).astype(np.int64).view(np.uint64), np.array(strings, dtype=np.uint64)]
        )
        return doc.from_array([HEAD, DEP], cast(Any, rows.T)) if len(doc) else doc

    def _parse(self, vectors: Floats) -> tuple[Heads, list[str], Floats]:
        """Return for each word of a sentence its head, counted from 1, its relation, and the probability of both."""
        rooted = np.concatenate([self.arrays["root"][None], vectors])
        dependent = squash(vectors, self.arrays, "arc_dependent") @ self.arrays["arc"] + self.arrays["arc_bias"]
        arcs: Floats = np.asarray(dependent @ squash(rooted, self.arrays, "arc_head").T)
        tree = best_tree(arcs)
        np.fill_diagonal(arcs[:, 1:], -np.inf)
        relations = self._relations(vectors, rooted[tree])
        best = relations.argmax(axis=1)
        sure = _probabilities(arcs, tree) * np.where(tree, _probabilities(relations, best), 1)
        names = self.values["labels"]
        return tree, [names[label] if head else "ROOT" for head, label in zip(tree, best, strict=True)], sure

    def _relations(self, vectors: Floats, heads: Floats) -> Floats:
        """Return the score of each relation of each word to its head."""
        one = np.ones((len(vectors), 1), dtype=np.float32)
        dependent = np.concatenate([squash(vectors, self.arrays, "label_dependent"), one], axis=1)
        head = np.concatenate([squash(heads, self.arrays, "label_head"), one], axis=1)
        weights = self.arrays["label"]
        left = dependent @ weights.transpose(1, 0, 2).reshape(weights.shape[1], -1)
        scores: Floats = np.einsum("tre,te->tr", left.reshape(len(vectors), len(weights), -1), head)
        scores[:, self.values["labels"].index("root")] = -np.inf
        return scores


def _probabilities(scores: Floats, chosen: Heads) -> Floats:
    """Return the probability of the chosen column of each row."""
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: Floats = weights[np.arange(len(chosen)), chosen] / weights.sum(axis=1)
    return shares


def _hang_spaces(doc: Doc, heads: npt.NDArray[np.int64]) -> None:
    """Give white space a word as its head: the one before it, at the start of the text the one after."""
    words = [token.i for token in doc if not token.is_space]
    last = words[0] if words else None
    for token in doc:
        if not token.is_space:
            last = token.i
        elif last is not None:
            heads[token.i] = last


@Language.factory("kg_parser", assigns=["token.head", "token.dep", "doc.sents"], requires=["doc.tensor"])
def make_parser(nlp: Language, name: str) -> Parser:
    """Return an empty parser."""
    return Parser(name)


@Language.factory("kg_ner", assigns=["doc.ents"], requires=["doc.tensor", "token.pos"])
def make_name_finder(nlp: Language, name: str) -> NameFinder:
    """Return an empty finder of names."""
    return NameFinder(name)
