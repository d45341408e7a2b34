"""`python -m tests.quality.identity`: how well people are recognised across articles of a made-up world, and how fast.

Of all pairs of places in two articles: precision is how many of those taken for one person are, recall how many of
those of one person are taken for one; `asked` is the recall once a person has gone through the pairs in doubt.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log
from time import process_time
from typing import Annotated

import typer

from kg.lang import load
from kg.model import EntityType, Resolution
from kg.resolve import resolve
from kg.resolve.coreference import resolve_coreference
from kg.resolve.identity import identify
from kg.resolve.profiles import Profile, profiles
from tests.quality.world import Named, World, world

SIZES = (1_000, 10_000, 100_000)
"""Profiles that are timed."""


@dataclass(frozen=True, slots=True)
class Figures:
    """How well people were recognised."""

    precision: float
    recall: float
    asked: float
    """Recall with the pairs in doubt."""
    doubts: int
    right: int
    """Pairs in doubt that are one person."""


def figures(made: World) -> Figures:
    """Return how well the people of a world are recognised."""
    corpus = resolve(made.articles, load("nl"))
    found = _entities(made, corpus)
    people = {entity: Counter(named.person.number for named in places) for entity, places in found.items()}
    together = sum(map(_pairs, (Counter(counts.total() for counts in people.values()).elements())))
    right = sum(_pairs(count) for counts in people.values() for count in counts.values())
    true = Counter(named.person.number for named in made.named.values())
    gained = _gained(corpus, people)
    return Figures(
        precision=right / together,
        recall=right / sum(map(_pairs, true.values())),
        asked=(right + sum(gained)) / sum(map(_pairs, true.values())),
        doubts=len(gained),
        right=sum(map(bool, gained)),
    )


def _entities(made: World, corpus: Resolution) -> Mapping[str, list[Named]]:
    found: defaultdict[str, list[Named]] = defaultdict(list)
    for entity in corpus.entities:
        for mention in entity.mentions:
            if entity.type is EntityType.PERSON and (place := made.named.get((mention.document_id, mention.text))):
                found[entity.id].append(place)
    return found


def _gained(corpus: Resolution, people: Mapping[str, Counter[int]]) -> list[int]:
    """Return for each pair in doubt how many pairs of places of one person it would put together."""
    pairs = ((people.get(doubt.one), people.get(doubt.other)) for doubt in corpus.doubtful_pairs)
    return [sum(one[number] * other[number] for number in one) for one, other in pairs if one and other]


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def seconds_for(size: int) -> float:
    """Return the CPU time that so many profiles take."""
    found = _profiles(size)
    start = process_time()
    identify(found, {"nl": load("nl")})
    return process_time() - start


def slope(sizes: Iterable[int], seconds: Iterable[float]) -> float:
    """Return the exponent of growth from the first size to the last."""
    points = [(log(size), log(took)) for size, took in zip(sizes, seconds, strict=True)]
    (first, least), (last, most) = points[0], points[-1]
    return (most - least) / (last - first)


def _profiles(size: int) -> list[Profile]:
    dutch = load("nl")
    discourses = (resolve_coreference(told, dutch.coreference, frozenset()) for told in world(size // 3).articles)
    found = (profile for discourse in discourses for profile in profiles(discourse, dutch.identity.particles))
    return [profile for _, profile in zip(range(size), found, strict=False)]


def main(
    articles: Annotated[int, typer.Option(help="Articles of the world.")] = 3_000,
    seed: Annotated[int, typer.Option(help="Start of the random numbers.")] = 1,
) -> None:
    """Print how well people are recognised across articles, and how the time grows."""
    told = figures(world(articles, seed))
    typer.echo(f"precision {told.precision:.3f}   recall {told.recall:.3f}   asked {told.asked:.3f}")
    typer.echo(f"pairs in doubt {told.doubts}, of which one person {told.right}")
    seconds = [seconds_for(size) for size in SIZES]
    for size, took in zip(SIZES, seconds, strict=True):
        typer.echo(f"{size:>8} profiles {took:8.2f} s")
    typer.echo(f"slope {slope(SIZES, seconds):.2f}")


if __name__ == "__main__":
    typer.run(main)
