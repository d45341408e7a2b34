"""What comes after the parse costs little beside it."""

from statistics import median

import pytest

from tests.quality.speed import measure

pytestmark = pytest.mark.speed

WANTED = 0.30
"""Share of the CPU time of the bare pipeline that extracting and resolving may cost."""
MOST = 0.4
"""Share that they may cost as long as they are not as fast as wanted."""


@pytest.fixture(scope="module")
def ratio() -> float:
    """Return what extracting and resolving cost beside the bare pipeline, the median of several turns."""
    return median(turn.ratio for turn in measure())


def test_extracting_and_resolving_cost_less_than_parsing(ratio: float) -> None:
    assert ratio <= MOST


@pytest.mark.xfail(reason="issue 6: 0.32 to 0.34 on a machine with other work, in hundreds of small rules", strict=True)
def test_extracting_and_resolving_cost_little_beside_parsing(ratio: float) -> None:
    assert ratio <= WANTED
