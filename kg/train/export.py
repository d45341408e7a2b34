"""Put trained weights into a spaCy pipeline."""

from typing import Any

import numpy as np
from spacy.language import Language

from kg.neural.labelling import iob_transitions
from kg.neural.store import Arrays, Floats, Values
from kg.train.clue_model import ClueModel
from kg.train.encode import Coder
from kg.train.network import Network

CLUE_SHARE = 1.0
"""Weight of the clues in the scores of names; that of the network is 1. Chosen on dev."""


def add_components(
    nlp: Language, network: Network, coder: Coder, names: list[str], splitter: Arrays, verbs: Values
) -> None:
    """Append all components but the finder of names.

    The splitter's weights are those of `train_splitter`, the verbs those of `collect_verbs`.
    """
    state = {name: value.detach().numpy().astype(np.float32) for name, value in network.state_dict().items()}
    labels = coder.labels
    _add(nlp, "kg_embedder", "embedder").load(table_arrays(state, coder), {"words": list(coder.rows)}, names)
    _add(nlp, "kg_senter", "senter").load(splitter, {})
    nlp.add_pipe("kg_boundaries", name="boundaries")
    _add(nlp, "kg_encoder", "encoder").load(layer_arrays(state), {"layers": len(network.encoder.layers)})
    hidden = {"hidden": state["tag_hidden.weight"], "hidden_bias": state["tag_hidden.bias"]}
    tagger, morphologizer = _add(nlp, "kg_tagger", "tagger"), _add(nlp, "kg_morphologizer", "morphologizer")
    tagger.load(hidden | _linear(state, "xpos", "out"), {"labels": labels.xpos})
    morphologizer.load(
        hidden | _linear(state, "upos", "out") | _linear(state, "feats", "feats"),
        {"labels": labels.upos, "features": labels.feats},
    )
    _add(nlp, "kg_parser", "parser").load(_parser(state), {"labels": labels.deps})
    rules = {"labels": labels.scripts, "lemmas": labels.lemmas, "known": labels.known, **verbs}
    _add(nlp, "kg_lemmatizer", "lemmatizer").load(hidden | _linear(state, "scripts", "out"), rules)


def add_name_finder(nlp: Language, network: Network, coder: Coder, names: list[str], clues: ClueModel) -> None:
    """Append the finder of names, of the network and of the clues together, and at the end what clears the vectors."""
    state = {name: value.detach().numpy().astype(np.float32) for name, value in network.state_dict().items()}
    labels = coder.labels.names
    hidden = {"hidden": state["name_hidden.weight"], "hidden_bias": state["name_hidden.bias"]}
    steps = state["transitions"] + iob_transitions(labels)
    steps[:-1] += CLUE_SHARE * clues.transitions
    arrays = hidden | _linear(state, "names", "out") | {"transitions": steps, "clues": CLUE_SHARE * clues.weights}
    finder = _add(nlp, "kg_ner", "ner")
    lists = {"classes": dict(clues.classes), "nouns": dict(clues.nouns)}
    finder.load(arrays, {"labels": labels, "clues": clues.clues, **lists})
    finder.load_names(names)
    nlp.add_pipe("doc_cleaner", config={"attrs": {"tensor": None}})


def _add(nlp: Language, factory: str, name: str) -> Any:
    """Append a component and return it; spaCy types it as a plain function."""
    return nlp.add_pipe(factory, name=name)


def table_arrays(state: Arrays, coder: Coder) -> Arrays:
    """Return the arrays of the embedder component, from the state of a network."""
    return {
        "word": state["encoder.static.weight"] + state["encoder.word.weight"],
        "piece": state["encoder.piece.weight"],
        "shape": state["encoder.shape.weight"],
        "case": state["encoder.case.weight"],
        "case_class": coder.cases.astype(np.float32),
        "flag": state["encoder.flag.weight"],
        "flag_bias": state["encoder.flag.bias"],
    }


def layer_arrays(state: Arrays) -> Arrays:
    """Return the arrays of the encoder component, from the state of a network."""
    arrays: dict[str, Floats] = {}
    layers = {name.split(".")[2] for name in state if name.startswith("encoder.layers.")}
    for layer in sorted(layers):
        for direction, suffix in (("forward", "_l0"), ("backward", "_l0_reverse")):
            prefix = f"encoder.layers.{layer}."
            arrays[f"{direction}.{layer}.inward"] = state[f"{prefix}weight_ih{suffix}"]
            arrays[f"{direction}.{layer}.recurrent"] = state[f"{prefix}weight_hh{suffix}"]
            arrays[f"{direction}.{layer}.bias"] = state[f"{prefix}bias_ih{suffix}"] + state[f"{prefix}bias_hh{suffix}"]
    return arrays


def _parser(state: Arrays) -> Arrays:
    arrays = {"root": state["root"], "arc": state["arc"], "arc_bias": state["arc_bias"], "label": state["label"]}
    for name in ("arc_dependent", "arc_head", "label_dependent", "label_head"):
        arrays |= _linear(state, name, name)
    return arrays


def _linear(state: Arrays, name: str, target: str) -> dict[str, Floats]:
    return {target: state[f"{name}.weight"], f"{target}_bias": state[f"{name}.bias"]}
