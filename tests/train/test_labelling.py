from collections.abc import Sequence
from itertools import product

import numpy as np
import pytest

from kg.neural.labelling import FORBIDDEN, best_labels, iob_transitions, name_spans, path_marginals
from kg.neural.store import Floats

LABELS = ("O", "B-ORG", "I-ORG", "B-GPE", "I-GPE")


@pytest.fixture(params=range(10))
def chain(request: pytest.FixtureRequest) -> tuple[Floats, Floats]:
    """Return the emissions of four words and the transitions between three labels."""
    random = np.random.default_rng(request.param)
    return random.normal(size=(4, 3)).astype(np.float32), random.normal(size=(4, 3)).astype(np.float32)


def path_score(path: Sequence[int], emissions: Floats, transitions: Floats) -> float:
    moves = sum(transitions[before, after] for before, after in zip((3, *path), path, strict=False))
    return float(moves + sum(emissions[i, label] for i, label in enumerate(path)))


PATHS = tuple(product(range(3), repeat=4))


def test_the_path_found_is_the_best_of_all_paths(chain: tuple[Floats, Floats]) -> None:
    path = best_labels(*chain)

    assert path_score(path, *chain) == pytest.approx(max(path_score(p, *chain) for p in PATHS), abs=1e-5)


def test_the_probability_of_a_label_is_the_share_of_the_paths_through_it(chain: tuple[Floats, Floats]) -> None:
    path = best_labels(*chain)

    marginals = path_marginals(path, *chain)

    weights = {p: np.exp(path_score(p, *chain)) for p in PATHS}
    shares = [sum(w for p, w in weights.items() if p[i] == path[i]) / sum(weights.values()) for i in range(4)]
    assert marginals == pytest.approx(shares, abs=1e-5)


def test_a_chain_that_rules_all_but_one_path_out_is_sure_of_it() -> None:
    emissions = np.array([[0, 500, 0, 0, 0], [0, 0, 500, 0, 0]], dtype=np.float32)

    assert path_marginals([1, 2], emissions, iob_transitions(LABELS)) == pytest.approx([1, 1])


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
