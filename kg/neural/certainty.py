"""How sure the pipeline is of what it says of each token: probabilities, in `doc.user_data`.

They are rounded, so that the last bits of a matrix product, which differ from machine to machine, do not show.
"""

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

ARC = "kg.arc_scores"
"""Key of the probability of the head and relation of each token."""
NAME = "kg.name_scores"
"""Key of the probability of the part in a name that each token has; 1.0 outside names."""
_PLACES = 3


def write_scores(doc: Doc, key: str, scores: Iterable[float]) -> None:
    """Keep a probability for each token."""
    doc.user_data[key] = tuple(round(float(score), _PLACES) for score in scores)


def read_scores(doc: Doc, key: str) -> Sequence[float]:
    """Return the probability of each token; 1.0 for all where the pipeline gives none."""
    scores: Sequence[float] = doc.user_data.get(key) or (1.0,) * len(doc)
    return scores
