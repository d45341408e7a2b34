"""Text that every format can hold."""

import pytest

from kg.characters import safe_cell, writable


@pytest.mark.parametrize("character", ["\x00", "\x1f", "\r", "\x7f", "\x85", "\ud800", "\ufffe"])
def test_what_a_format_cannot_hold_is_replaced_one_for_one(character: str) -> None:
    assert writable(f"a{character}b") == "a\N{REPLACEMENT CHARACTER}b"


def test_all_other_text_stays_as_it_is() -> None:
    assert writable("„één”\n\tبيت 🏠") == "„één”\n\tبيت 🏠"


@pytest.mark.parametrize("formula", ["=1+1", "+31 6", "-2", "@SUM(A1)", " =1", "\t=1", "\r=1", "\n=1", "＝1"])
def test_a_cell_is_never_a_formula(formula: str) -> None:
    assert safe_cell(formula).startswith("'")


@pytest.mark.parametrize("text", ["Noor Zandbergen", "2020-09-16", "a=b", "„Wij”", ""])
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert safe_cell(text) == text
