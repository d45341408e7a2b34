"""What the tests of extract may ask for."""

import pytest
import spacy

from kg.extract.times import extract_times
from kg.lang import Language
from kg.model import Document, Span, TimeExpression
from tests.extract.timing import PUBLISHED, Reader
from tests.extract.trees import tree_of


@pytest.fixture(scope="module")
def times(dutch: Language) -> Reader:
    """Return a function from a text, as published on a day, to its times."""
    nlp = spacy.blank("nl")

    def read(text: str, published: str = PUBLISHED, body: Span | None = None) -> tuple[TimeExpression, ...]:
        return extract_times(tree_of(nlp(text)), Document("krant/1", text, published=published, body=body), dutch)

    return read
