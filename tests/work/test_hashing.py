"""Different strings have different hashes, wherever one ends and the next begins."""

from itertools import combinations

from kg.work.hashing import hash_of


def test_what_stands_between_strings_is_told_from_what_stands_in_them() -> None:
    given = (["a", "b"], ["ab"], ["a\0b"], ["a\0", "b"], ["a", "\0b"], ["a", "", "b"], ["a\0\0b"], ["1:a1:b"])

    assert not [pair for pair in combinations(given, 2) if hash_of(pair[0]) == hash_of(pair[1])]


def test_a_half_of_a_surrogate_pair_is_hashed_too() -> None:
    assert hash_of(["\ud800"]) != hash_of(["\ud801"])
