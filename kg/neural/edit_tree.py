"""Edit trees: the rule that turns a form into its lemma.

A tree keeps the longest common substring and rewrites what stands before and after it,
recursively (Chrupala 2008; Müller et al. 2015, "Joint lemmatization and morphological
tagging with Lemming"). `aangekomen -> aankomen` is: keep `komen`, in `aange` keep `aan`
and drop `ge`.
"""

from functools import lru_cache
from typing import TypeAlias

EditTree: TypeAlias = tuple[str, str] | tuple[int, int, "EditTree | None", "EditTree | None"]
"""A replacement (from, to), or (characters before, characters after, tree before, tree after)."""


def build_tree(form: str, lemma: str) -> EditTree | None:
    """Return the tree from form to lemma; None where nothing changes."""
    if form == lemma:
        return None
    start, other, size = _common(form, lemma)
    if size == 0:
        return form, lemma
    before = build_tree(form[:start], lemma[:other])
    after = build_tree(form[start + size :], lemma[other + size :])
    return start, len(form) - start - size, before, after


def apply_tree(tree: EditTree | None, form: str) -> str | None:
    """Return the lemma of a form; None where the tree does not fit the form."""
    if tree is None:
        return form
    if len(tree) == 2:
        return tree[1] if form == tree[0] else None
    before, after, left, right = tree
    if len(form) < before + after:
        return None
    cut = len(form) - after
    head, tail = apply_tree(left, form[:before]), apply_tree(right, form[cut:])
    return None if head is None or tail is None else head + form[before:cut] + tail


@lru_cache(maxsize=65536)
def _common(form: str, lemma: str) -> tuple[int, int, int]:
    """Return where the longest common substring starts in both, and its length; the first of equals."""
    best = (0, 0, 0)
    lengths = [0] * (len(lemma) + 1)
    for i, char in enumerate(form):
        previous = lengths
        lengths = [0] * (len(lemma) + 1)
        for j, other in enumerate(lemma):
            if char == other:
                lengths[j + 1] = previous[j] + 1
                if lengths[j + 1] > best[2]:
                    best = (i - lengths[j + 1] + 1, j - lengths[j + 1] + 1, lengths[j + 1])
    return best
