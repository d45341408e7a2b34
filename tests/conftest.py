"""What every test may ask for."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.lang import Language, load
from tests.gold import gold_doc


@pytest.fixture(scope="session")
def dutch() -> Language:
    """Return the language whose rules most tests are about."""
    return load("nl")


@pytest.fixture(scope="session")
def parsed() -> Callable[..., Doc]:
    """Return a function from sentences to one Doc of their gold parses in tests/parses/."""
    return lambda *sentences: gold_doc(sentences)
