"""What must be true of the folder of every language."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from kg.extract.syntax import ud
from kg.extract.timex.meanings import MEANINGS
from kg.lang import available, load
from kg.lang.table import read_rows
from kg.resolve.names import fold, fold_name

LANGUAGES = available()
_OF_DIGITS = frozenset({"digits", "number", "ordinal", "day", "month_number", "hour", "short_year", "minute", "year"})
"""Classes of words that are figures."""
_READ = frozenset({"time", "duration", "set", "clock", "part", "holiday"})
"""Classes of what was read before."""
_UNREAD = frozenset({"discourse", "nummod", "dep", "advcl", "det"})
"""Labels of Universal Dependencies that no rule asks for by a constant of its own."""


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_pattern_of_time_has_a_meaning_and_classes_that_are_known(code: str) -> None:
    rules = load(code).time
    tables = (rules.points, rules.parts, rules.frames)

    classes = {
        name for table in tables for rows in table.values() for row in rows for name in re.findall(r"{(\w+)}", row)
    }

    assert {meaning for table in tables for meaning in table} <= MEANINGS.keys()
    assert classes <= rules.words.keys() | rules.units.keys() | _OF_DIGITS | _READ


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_month_and_a_day_of_the_week_have_their_numbers(code: str) -> None:
    words = load(code).time.words

    assert set(words["month"].values()) == set(range(1, 13))
    assert set(words["weekday"].values()) == set(range(1, 8))


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_light_verb_is_a_noun_and_a_verb(code: str) -> None:
    pairs = load(code).actions.light_verbs

    assert [pair for pair in pairs if " " not in pair] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_predicate_names_one_kind_of_happening(code: str) -> None:
    groups = load(code).happenings.synonyms.values()

    counted = Counter(predicate for group in groups for predicate in group)

    assert [predicate for predicate, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_names_are_told_in_the_form_in_which_names_are_compared(code: str) -> None:
    language = load(code)
    rules = language.coreference

    names = {*rules.same_names.values(), *rules.same_names, *language.identity.exonyms}

    assert [name for name in sorted(names) if fold(name) != name] == []
    assert [name for name in sorted(language.identity.exonyms) if fold_name(name, rules) != name] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_words_that_are_compared_without_accents_have_none(code: str) -> None:
    rules = load(code).coreference

    words = {*rules.titles, *rules.name_openers, *rules.legal_forms, *rules.synonyms, *rules.synonyms.values()}

    assert [word for word in sorted(words | set(rules.heads_of.values())) if fold(word) != word] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_noun_for_a_function_is_the_usual_one_and_of_one_field(code: str) -> None:
    language = load(code)

    counted = Counter(word for words in language.identity.functions.values() for word in words)

    assert [word for word, fields in counted.items() if fields > 1 or word in language.coreference.synonyms] == []


def test_what_functions_and_names_mean_is_said_in_more_than_one_language() -> None:
    identities = [load(code).identity for code in LANGUAGES]

    named = Counter(own for one in identities for own in set(one.exonyms.values()))
    called = Counter(
        (field, concept)
        for one in identities
        for field in one.functions
        for concept in set(one.functions[field].values())
    )

    codes = [name for name in named if name.isupper()]  # of countries, whose usual names are those of CLDR
    assert [name for name, count in named.items() if count < 2 and name not in codes] == []
    assert [concept for concept, count in called.items() if count < 2] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_labels_of_other_schemes_become_labels_that_kg_reads(code: str) -> None:
    rules = load(code).labels
    known = {label for name, label in vars(ud).items() if name.isupper() and isinstance(label, str)} | _UNREAD

    told = {
        *rules.labels.values(),
        *rules.labels_before.values(),
        *rules.subtypes.values(),
        *rules.prepositions.values(),
    }

    assert told - known <= {""}


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "nl"])  # its list is what the network learned
def test_the_country_of_an_adjective_is_in_the_list_of_countries(code: str) -> None:
    language = load(code)

    places = {one.place for one in language.demonyms.values() if one.kind.value == "country"}

    assert sorted(places - language.name_lists.countries) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_word_stands_twice_in_a_list(code: str) -> None:
    folder = load(code).folder
    tables = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.toml"))]
    columns = [read_rows(path, columns={2, 3}, expected="columns") for path in sorted(folder.glob("*.tsv"))]

    lists = [*(one for table in tables for one in lists_in(table)), *([row[0] for _, row in rows] for rows in columns)]

    assert [word for one in lists for word, times in Counter(map(str, one)).items() if times > 1] == []


def lists_in(table: dict[str, Any]) -> Iterator[list[Any]]:
    """Yield the lists in a table and in the tables in it."""
    for value in table.values():
        if isinstance(value, dict):
            yield from lists_in(value)
        elif isinstance(value, list):
            yield value
