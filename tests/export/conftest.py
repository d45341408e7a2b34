"""What the tests of export may ask for."""

import pyoxigraph as ox
import pytest

from tests.corpus import small_graph
from tests.export.storing import stored


@pytest.fixture(scope="module")
def store() -> ox.Store:
    """Return the statements of the small graph."""
    return stored(small_graph())
