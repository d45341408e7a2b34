"""Words for happenings."""

from collections import Counter

from kg.lang import Language


def test_a_predicate_is_of_one_kind_only(dutch: Language) -> None:
    told = Counter(verb for verbs in dutch.happenings.synonyms.values() for verb in verbs)

    assert [verb for verb, kinds in told.items() if kinds > 1] == []


def test_what_says_little_has_no_synonyms(dutch: Language) -> None:
    rules = dutch.happenings

    assert rules.vague.isdisjoint(verb for verbs in rules.synonyms.values() for verb in verbs)
