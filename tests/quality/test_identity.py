"""People are recognised across articles as well as they were, in a world that we made up."""

import pytest

from tests.quality.identity import Figures, figures, seconds_for, slope
from tests.quality.world import world

PRECISION, RECALL, ASKED = 0.97, 0.75, 0.94
"""Floors, below what is reached."""
STEEPEST = 1.3
"""Exponent of time against profiles."""
_SMALL, _LARGE = 3_000, 30_000


@pytest.fixture(scope="module", params=[1, 2])
def found(request: pytest.FixtureRequest) -> Figures:
    return figures(world(800, seed=request.param))


def test_hardly_any_two_people_are_taken_for_one(found: Figures) -> None:
    assert found.precision >= PRECISION


def test_most_places_of_one_person_are_put_together(found: Figures) -> None:
    assert found.recall >= RECALL


def test_nearly_all_places_are_put_together_once_a_person_has_gone_through_the_doubts(found: Figures) -> None:
    assert found.asked >= ASKED


def test_every_second_pair_in_doubt_is_worth_asking(found: Figures) -> None:
    assert found.right >= 0.5 * found.doubts


def test_the_same_seed_makes_the_same_world() -> None:
    assert world(20, seed=3).articles == world(20, seed=3).articles


@pytest.mark.speed
def test_time_grows_hardly_faster_than_the_corpus() -> None:
    sizes = (_SMALL, _LARGE)

    assert slope(sizes, [seconds_for(size) for size in sizes]) <= STEEPEST
