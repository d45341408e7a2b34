"""What articles in several languages call differently, and mean alike."""

import pytest

from kg.lang import Language, load
from kg.model import EntityType
from kg.resolve.identity.rules import rules_of
from kg.resolve.identity.senses import senses
from kg.resolve.identity.signs import Sign
from kg.resolve.identity.translations import same_abroad, translations_of
from kg.resolve.identity.variants import variants_of
from kg.resolve.names import fold_name
from kg.resolve.profiles import Profile


def languages(*codes: str) -> dict[str, Language]:
    return {code: load(code) for code in codes}


def profile(document_id: str, code: str, name: str, kind: EntityType, *functions: str) -> Profile:
    folded = fold_name(name, load(code).coreference)
    return Profile(
        document_id=document_id,
        chain_id=0,
        type=kind,
        mentions=(),
        name=folded,
        names=frozenset({folded}),
        functions=frozenset(functions),
        company=frozenset({folded}),
        language=code,
        is_full=True,
    )


def joined(kind: EntityType, *named: tuple[str, str]) -> list[set[str]]:
    """Return the names that are joined since they mean the same, each given with its language."""
    found = senses([profile(code, code, name, kind) for code, name in named], {})
    spoken = languages(*(code for code, _ in named))
    return [{found[join.one].name, found[join.other].name} for join in same_abroad(found, translations_of(spoken))]


@pytest.mark.parametrize(
    ("dutch", "english"),
    [
        ("Oostenrijk", "Austria"),
        ("VS", "U.S."),
        ("Groot-Brittannië", "Britain"),
        ("Tsjechië", "the Czech Republic"),
        ("Turkije", "Turkey"),
        ("Birma", "Myanmar"),
        ("Den Haag", "The Hague"),
        ("Kiev", "Kyiv"),
    ],
)
def test_a_place_is_the_same_by_its_name_in_another_language(dutch: str, english: str) -> None:
    assert len(joined(EntityType.PLACE, ("nl", dutch), ("en", english))) == 1


def test_a_country_is_not_the_state_of_its_name() -> None:
    assert joined(EntityType.PLACE, ("nl", "Georgië"), ("en", "Georgia")) == []


def test_a_person_is_no_country() -> None:
    assert joined(EntityType.PERSON, ("nl", "Tsjaad"), ("en", "Chad")) == []


def test_in_one_language_nothing_is_translated() -> None:
    assert joined(EntityType.PLACE, ("nl", "Keulen"), ("nl", "Köln")) == []


def bearers(*told: tuple[str, str]) -> int:
    """Return how many persons of one name there are, each told of in a language with a function."""
    return len(told_of(*told))


def told_of(*told: tuple[str, str]) -> list[set[str]]:
    """Return the functions of each person of one name, each told of in a language with a function."""
    spoken = languages(*(code for code, _ in told))
    people = [
        profile(f"{code}{number}", code, "Jan Wouters", EntityType.PERSON, function)
        for number, (code, function) in enumerate(told)
    ]
    found = senses([*map(rules_of(spoken).comparable, people)], {})
    return [{told[position][1] for position in sense.profiles} for sense in found]


def test_functions_of_different_fields_are_of_two_people() -> None:
    assert bearers(("nl", "burgemeester"), ("en", "goalkeeper")) == 2


def test_functions_of_one_field_may_be_of_one_person_abroad() -> None:
    assert bearers(("nl", "burgemeester"), ("en", "politician")) == 1


@pytest.mark.parametrize("order", [1, -1])
def test_functions_that_mean_the_same_go_before_those_of_one_field(order: int) -> None:
    told = [("nl", "burgemeester"), ("en", "politician"), ("en", "politician"), ("en", "mayor")]

    assert sorted(map(sorted, told_of(*told[::order]))) == [["burgemeester", "mayor"], ["politician"]]


def test_a_function_of_which_nobody_knows_what_it_means_tells_nobody_apart() -> None:
    assert bearers(("nl", "burgemeester"), ("en", "stevedore")) == 1


def test_within_a_language_other_functions_are_of_other_people_still() -> None:
    assert bearers(("nl", "burgemeester"), ("nl", "wethouder"), ("en", "goalkeeper")) == 3


@pytest.mark.parametrize(
    ("one", "other"), [("vladimir poetin", "vladimir putin"), ("wladimir putin", "vladimir poetin")]
)
def test_a_name_is_the_same_as_each_language_spells_it(one: str, other: str) -> None:
    spoken = languages("de", "en", "nl").values()
    variants = variants_of([language.identity for language in spoken], load("nl").given_names)

    assert variants.person_signs(variants.person(one), variants.person(other)) == frozenset({Sign.SPELLING})
