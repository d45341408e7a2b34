from collections.abc import Sequence
from itertools import product

import numpy as np
import pytest

from kg.neural.store import Floats
from kg.neural.tree import Heads, best_tree


def is_tree(heads: Sequence[int] | Heads) -> bool:
    """Whether every word reaches the root, which has one dependent."""
    for word in range(1, len(heads) + 1):
        node, steps = word, 0
        while node and steps <= len(heads):
            node, steps = heads[node - 1], steps + 1
        if node:
            return False
    return list(heads).count(0) == 1


def best_by_hand(scores: Floats) -> float:
    count = len(scores)
    trees = (heads for heads in product(range(count + 1), repeat=count) if is_tree(heads))
    return max(float(sum(scores[i, head] for i, head in enumerate(heads))) for heads in trees)


@pytest.mark.parametrize("seed", range(30))
def test_the_tree_found_is_the_best_of_all_trees(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(5, 6)).astype(np.float32)

    heads = best_tree(scores)

    assert is_tree(heads)
    assert sum(scores[i, head] for i, head in enumerate(heads)) == pytest.approx(best_by_hand(scores), abs=1e-4)


def test_words_that_choose_each_other_are_parted_at_the_cheapest_place() -> None:
    scores = np.array([[0, -9, 9], [3, 9, -9]], dtype=np.float32)

    assert best_tree(scores).tolist() == [2, 0]


def test_a_sentence_of_one_word_hangs_on_the_root() -> None:
    assert best_tree(np.array([[1.0, 5.0]], dtype=np.float32)).tolist() == [0]


def test_an_empty_sentence_has_no_heads() -> None:
    assert best_tree(np.zeros((0, 1), dtype=np.float32)).tolist() == []
