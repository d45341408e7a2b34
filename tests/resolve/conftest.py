"""What the tests of resolve may ask for."""

from collections.abc import Callable

import pytest

from kg.lang import Language
from kg.model import Extraction, Resolution
from kg.resolve import resolve


@pytest.fixture
def together(dutch: Language) -> Callable[[Extraction], list[list[str]]]:
    """Return a function from an article to the words of its entities that are mentioned more than once."""

    def found(extraction: Extraction) -> list[list[str]]:
        entities = resolve([extraction], dutch).entities
        several = [entity.mentions for entity in entities if len(entity.mentions) > 1]
        return [[mention.text for mention in mentions] for mentions in sorted(several, key=lambda them: them[0].span)]

    return found


@pytest.fixture
def resolved(dutch: Language) -> Callable[..., Resolution]:
    """Return a function from articles to the resolution of them as a corpus."""
    return lambda *extractions: resolve(extractions, dutch)
