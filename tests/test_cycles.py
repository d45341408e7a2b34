"""Python looks for cycles again once values are made."""

import gc

import pytest

from kg.cycles import spare_what_is_loaded, without_search


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


def test_what_is_loaded_is_searched_no_more() -> None:
    loaded = {"word": ["list"]}

    spare_what_is_loaded()

    try:
        assert gc.get_freeze_count() > 0
        assert not any(one is loaded for one in gc.get_objects())
    finally:
        gc.unfreeze()
