from collections.abc import Sequence
from itertools import product

import numpy as np
import pytest

from kg.neural.labelling import FORBIDDEN, best_labels, iob_transitions, name_spans

LABELS = ("O", "B-ORG", "I-ORG", "B-GPE", "I-GPE")


@pytest.mark.parametrize("seed", range(10))
def test_the_path_found_is_the_best_of_all_paths(seed: int) -> None:
    random = np.random.default_rng(seed)
    emissions, transitions = random.normal(size=(4, 3)), random.normal(size=(4, 3))

    path = best_labels(emissions.astype(np.float32), transitions.astype(np.float32))

    def score(path: Sequence[int]) -> float:
        steps = zip((3, *path), path, strict=False)
        moves = sum(transitions[before, after] for before, after in steps)
        return float(moves + sum(emissions[i, label] for i, label in enumerate(path)))

    assert score(path) == pytest.approx(max(score(p) for p in product(range(3), repeat=4)), abs=1e-5)


def test_a_name_cannot_go_on_as_another_kind_of_name() -> None:
    steps = iob_transitions(LABELS)

    assert steps[1, 2] == 0
    assert steps[1, 4] == FORBIDDEN
    assert steps[0, 2] == FORBIDDEN
    assert steps[-1, 2] == FORBIDDEN


def test_names_are_read_from_their_labels() -> None:
    labels = ["B-ORG", "I-ORG", "O", "B-GPE", "B-GPE"]

    assert list(name_spans(labels)) == [(0, 2, "ORG"), (3, 4, "GPE"), (4, 5, "GPE")]


def test_no_words_have_no_labels() -> None:
    assert best_labels(np.zeros((0, 5), dtype=np.float32), iob_transitions(LABELS)) == []
