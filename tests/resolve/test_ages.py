"""Who is told of by an age."""

from collections.abc import Callable

import pytest

from kg.model import Extraction
from tests.resolve.marked import article

Together = Callable[[Extraction], list[list[str]]]
_AGED = "[De 58-jarige Apeldoorner|nominal person singular definite subject modifiers=58-jarig] vertrok."


def test_who_is_told_of_by_an_age_is_the_one_just_named(together: Together) -> None:
    text = article("[De politie|nominal organisation subject] zocht [Jan Maes|name person masculine object].", _AGED)

    assert together(text) == [["Jan Maes", "De 58-jarige Apeldoorner"]]


@pytest.mark.parametrize(
    "before",
    [
        "[Jan Maes|name person subject] sprak met [Kees Vos|name person oblique].",
        "[Jan Maes|name person subject] vond [een visser|nominal person singular indefinite object].",
        "[Een visser|nominal person singular indefinite subject] verdween.",
    ],
)
def test_beside_another_person_and_without_a_name_an_age_tells_nothing(before: str, together: Together) -> None:
    assert together(article(before, _AGED)) == []
