"""A pipeline of the real components with small random weights, for tests of everything but quality."""

from typing import TypeVar

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import kg.neural.boundaries  # noqa: F401 - registers its factory where the package is not installed
from kg.neural.embedder import Embedder
from kg.neural.encoder import Encoder
from kg.neural.features import CASES, SHAPES
from kg.neural.gazetteer import FLAGS
from kg.neural.heads import Lemmatizer, Morphologizer, Tagger
from kg.neural.labelling import iob_transitions
from kg.neural.names import NameFinder
from kg.neural.senter import SIGNS, Senter
from kg.neural.store import Floats
from kg.neural.structure import Parser

NAMES = ("O", "B-ORG", "I-ORG", "B-PERSON", "I-PERSON")
DEPS = ("nsubj", "obj", "root", "punct")
LISTS = ("Jan\tfirst",)
_HIDDEN = 6


def tiny_pipeline(seed: int = 0) -> Language:
    """Return a pipeline whose decisions are random but fixed."""
    random = np.random.default_rng(seed)

    def weights(**shapes: tuple[int, ...]) -> dict[str, Floats]:
        return {name: random.normal(size=shape).astype(np.float32) for name, shape in shapes.items()}

    nlp = spacy.blank("nl")
    width, out = 14, 2 * _HIDDEN

    def layers(*inputs: int, units: int = _HIDDEN) -> dict[str, Floats]:
        arrays: dict[str, Floats] = {}
        for layer, size in enumerate(inputs):
            for direction in ("forward", "backward"):
                shapes = {"inward": (4 * units, size), "recurrent": (4 * units, units), "bias": (4 * units,)}
                arrays |= {f"{direction}.{layer}.{name}": array for name, array in weights(**shapes).items()}
        return arrays

    tables = weights(word=(4, 4), piece=(50, 4), shape=(SHAPES, 2), case=(CASES, 2), flag=(2, FLAGS), flag_bias=(2,))
    tables["case_class"] = np.zeros(4, dtype=np.float32)
    component(nlp, "kg_embedder", Embedder).load(tables, {"words": ["de", "het", "jan"]}, LISTS)
    component(nlp, "kg_senter", Senter).load(layers(width + SIGNS, units=3) | weights(out=(6,), out_bias=(1,)), {})
    nlp.add_pipe("kg_boundaries")
    component(nlp, "kg_encoder", Encoder).load(layers(width, out), {"layers": 2})
    hidden = {"hidden": (5, out), "hidden_bias": (5,)}
    component(nlp, "kg_tagger", Tagger).load(
        weights(**hidden, out=(3, 5), out_bias=(3,)), {"labels": ["N", "WW", "LET"]}
    )
    component(nlp, "kg_morphologizer", Morphologizer).load(
        weights(**hidden, out=(2, 5), out_bias=(2,), feats=(2, 5), feats_bias=(2,)),
        {"labels": ["NOUN", "VERB"], "features": ["", "Number=Sing"]},
    )
    component(nlp, "kg_parser", Parser).load(
        weights(
            root=(out,),
            arc=(4, 4),
            arc_bias=(4,),
            label=(len(DEPS), 4, 4),
            arc_dependent=(4, out),
            arc_dependent_bias=(4,),
            arc_head=(4, out),
            arc_head_bias=(4,),
            label_dependent=(3, out),
            label_dependent_bias=(3,),
            label_head=(3, out),
            label_head_bias=(3,),
        ),
        {"labels": list(DEPS)},
    )
    component(nlp, "kg_lemmatizer", Lemmatizer).load(
        weights(**hidden, out=(2, 5), out_bias=(2,)),
        {"labels": [[True, None], [True, [0, 2, None, ["en", ""]]]], "lemmas": {"is/VERB": "zijn"}, "known": ["de"]}
        | {"verbs": ["zijn"], "particles": ["op"], "impossible": "[^n]$"},
    )
    names = weights(**hidden, out=(len(NAMES), 5), out_bias=(len(NAMES),), clues=(2, len(NAMES)))
    finder = component(nlp, "kg_ner", NameFinder)
    finder.load(
        names | {"transitions": iob_transitions(NAMES)},
        {
            "labels": list(NAMES),
            "clues": ["0first", "0wjan"],
            "classes": {"jan": "c1 C0 k5"},
            "nouns": {"krant": "organisation"},
        },
    )
    finder.load_names(LISTS)
    return nlp


T = TypeVar("T")


def component(nlp: Language, factory: str, kind: type[T]) -> T:
    """Append a component and return it as what it is."""
    added = nlp.add_pipe(factory)
    assert isinstance(added, kind)
    return added


def reading(doc: Doc) -> list[tuple[object, ...]]:
    """Return all that the pipeline says of each token."""
    return [
        (t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.head.i, t.dep_, t.is_sent_start, t.ent_iob_, t.ent_type_)
        for t in doc
    ]
