"""Python looks for cycles again once values are made."""

import gc

import pytest

from kg.cycles import without_search


def test_cycles_are_looked_for_again_after_the_block_whatever_happens_in_it() -> None:
    with pytest.raises(ValueError, match="trouble"), without_search():
        raise ValueError("trouble")

    assert gc.isenabled()


def test_cycles_are_not_looked_for_in_the_block() -> None:
    with without_search():
        assert not gc.isenabled()


def test_a_block_in_a_block_leaves_the_search_off() -> None:
    with without_search():
        with without_search():
            pass

        assert not gc.isenabled()
