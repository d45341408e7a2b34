import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.neural.edit_tree import apply_tree, build_tree


@given(st.text(alphabet="abcdeij", max_size=9), st.text(alphabet="abcdeij", max_size=9))
def test_a_tree_brings_its_own_form_to_its_own_lemma(form: str, lemma: str) -> None:
    assert apply_tree(build_tree(form, lemma), form) == lemma


@pytest.mark.parametrize(
    ("seen", "lemma", "new", "expected"),
    [("werkte", "werken", "fietste", "fietsen"), ("partijen", "partij", "maatschappijen", "maatschappij")],
)
def test_a_rule_carries_over_to_a_like_word(seen: str, lemma: str, new: str, expected: str) -> None:
    assert apply_tree(build_tree(seen, lemma), new) == expected


def test_a_rule_that_does_not_fit_says_so() -> None:
    tree = build_tree("ben", "zij")

    assert apply_tree(tree, "was") is None


def test_an_unchanged_word_needs_no_tree() -> None:
    assert build_tree("de", "de") is None
    assert apply_tree(None, "Brussel") == "Brussel"
