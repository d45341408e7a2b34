"""Whole articles are read no worse than the floors say; `python -m tests.quality --floors` prints both."""

import pytest

from tests.quality.__main__ import read_floors
from tests.quality.annotation import read_gold
from tests.quality.figures import MEASURES, Figure, score
from tests.quality.notation import GOLD, SEEDS
from tests.quality.readers import Outputs, read_articles, read_both_ways

pytestmark = pytest.mark.quality


@pytest.fixture(scope="module")
def outputs() -> Outputs:
    """Return what is found in the seeds."""
    return read_both_ways(read_articles(SEEDS))


@pytest.fixture(scope="module")
def figures(outputs: Outputs) -> dict[str, Figure]:
    """Return how well kg reads the seeds."""
    return score(read_gold(GOLD), outputs.kg)


@pytest.mark.parametrize("measure", MEASURES)
def test_articles_are_read_no_worse_than_the_floor(figures: dict[str, Figure], measure: str) -> None:
    assert figures[measure].value >= read_floors()[measure]


@pytest.mark.parametrize("measure", MEASURES)
def test_kg_reads_better_than_the_naive_reader(outputs: Outputs, figures: dict[str, Figure], measure: str) -> None:
    assert figures[measure].value > score(read_gold(GOLD), outputs.naive)[measure].value
