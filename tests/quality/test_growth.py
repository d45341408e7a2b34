"""Resolving takes time in proportion to the articles: a pair of everything with everything would show here first."""

from collections.abc import Sequence
from math import log
from statistics import median

import pytest

from kg.bench.corpus import make_articles, templates_of
from kg.extract import extract
from kg.lang import Language
from kg.model import Extraction
from kg.nlp import load_pipeline, parse_each
from kg.resolve import resolve
from tests.quality.notation import SEEDS
from tests.quality.readers import read_articles
from tests.quality.speed import timed

pytestmark = pytest.mark.speed

FEW, MANY = 100, 400
WORDS = 114
TURNS = 3
MOST = 1.4
"""Power of the number of articles; on few articles, and a machine that others use, it is known to some 0.2."""


@pytest.fixture(scope="module")
def extractions(dutch: Language) -> list[Extraction]:
    nlp, _ = load_pipeline(dutch)
    made = make_articles(templates_of(read_articles(SEEDS), nlp, dutch), MANY, words=WORDS)
    return list(parse_each(lambda document, words: extract(words, document, dutch), made, nlp))


def seconds(extractions: Sequence[Extraction], language: Language) -> float:
    """Return the CPU seconds that resolving takes, the median of some turns."""
    return median(timed(lambda: resolve(extractions, language))[1] for _ in range(TURNS))


def test_resolving_grows_with_the_articles_and_hardly_faster(extractions: list[Extraction], dutch: Language) -> None:
    few, many = seconds(extractions[:FEW], dutch), seconds(extractions, dutch)

    assert log(many / few, MANY / FEW) <= MOST
