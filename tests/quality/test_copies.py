"""Copies are found as well as they were, among copies that we made ourselves."""

from dataclasses import replace
from random import Random

import pytest

from kg.model import Document
from kg.origins import Reach, origins_of
from tests.quality.copies import MAKINGS, copies_in, edited, measure
from tests.quality.notation import SEEDS, UNSEEN
from tests.quality.readers import read_articles

FLOORS = {
    "2 % edited": (0.98, 0.98),
    "5 % edited": (0.95, 0.94),
    "15 % edited": (0.9, 0.75),
    "cut to 60 %": (0.98, 0.9),
    "half copied": (0.96, 0.94),
    "republished": (0.98, 0.8),
    "republished, 5 % edited": (0.96, 0.8),
}
"""Share of the copies that is found, and of those that are of a kind that fits."""
PRECISION = 0.85
"""Of few copies, beside 80 forms of which a pair may by chance be filled in alike."""


@pytest.fixture(scope="module")
def seeds() -> list[Document]:
    return read_articles(SEEDS)


@pytest.fixture(scope="module")
def unseen() -> list[Document]:
    return read_articles(UNSEEN / "articles")


@pytest.mark.parametrize("making", MAKINGS)
def test_copies_are_found_as_well_as_they_were(making: str, seeds: list[Document], unseen: list[Document]) -> None:
    figures = measure(making, seeds, unseen, rounds=2)

    found, fitting = FLOORS[making]
    assert figures.recall >= found
    assert figures.kinds >= fitting * figures.planted
    assert figures.precision >= PRECISION


def test_a_text_that_forty_papers_edited_is_forty_one_articles_and_one_source(seeds: list[Document]) -> None:
    [original] = [document for document in seeds if document.id == "watersnood-limburg"]
    words = sorted({word for document in seeds for word in document.text.split() if word.isalpha()})
    papers = [replace(original, source="", text=edited(0.05)(original.text, Random(n), words)) for n in range(40)]
    documents = [original, *(replace(paper, id=f"krant/{number:02}") for number, paper in enumerate(papers))]

    origins = origins_of(documents, copies_in(documents))

    assert origins.reach((document.id, 0) for document in documents) == Reach(articles=41, sources=1)


def test_of_the_seeds_only_two_papers_with_one_agencys_text_are_copies(
    seeds: list[Document], unseen: list[Document]
) -> None:
    found = copies_in([*seeds, *unseen])

    assert {(copy.document_id, copy.original_id) for copy in found} == {
        ("havenstaking-zeeuwse-post", "havenstaking-noorderblad")
    }


def test_two_papers_own_stories_of_one_fire_are_no_copies(seeds: list[Document]) -> None:
    fires = [document for document in seeds if "brand-moerdijk" in document.id]

    assert len(fires) == 2
    assert copies_in(fires) == ()
