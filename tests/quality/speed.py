"""`python -m tests.quality.speed`: what kg costs on top of the parse, in CPU time of the same run.

The seeds are read three times over with the surnames of their persons exchanged, so that no article stands twice.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from statistics import median
from time import process_time
from typing import TypeVar

import typer

from kg.cycles import spare_what_is_loaded
from kg.extract import extract
from kg.lang import load
from kg.model import Document
from kg.nlp import load_pipeline, one_thread, parse
from kg.resolve import resolve
from tests.quality.annotation import read_gold
from tests.quality.notation import GOLD, SEEDS
from tests.quality.readers import read_articles

COPIES = 3
TURNS = 5

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Turn:
    """CPU seconds of one turn over all articles."""

    pipe: float
    extract: float
    resolve: float

    @property
    def ratio(self) -> float:
        """What extracting and resolving cost, as a share of what the bare pipeline costs."""
        return (self.extract + self.resolve) / self.pipe


def measure(turns: int = TURNS) -> list[Turn]:
    """Return the times of several turns over the same articles, in a process that is ready to read, as in a build."""
    dutch = load("nl")
    nlp, _ = load_pipeline(dutch)
    documents = articles()
    texts = [body.of(document.text) if (body := document.body) else document.text for document in documents]
    parses = list(parse(documents, nlp))
    spare_what_is_loaded()

    def turn() -> Turn:
        with one_thread():
            _, piping = timed(lambda: list(nlp.pipe(texts)))
        extractions, extracting = timed(lambda: [extract(words, document, dutch) for document, words in parses])
        _, resolving = timed(lambda: resolve(extractions, dutch))
        return Turn(piping, extracting, resolving)

    return [turn() for _ in range(turns)]


def timed(work: Callable[[], Result]) -> tuple[Result, float]:
    """Return what work gives, and the CPU seconds that it took."""
    start = process_time()
    result = work()
    return result, process_time() - start


def articles() -> list[Document]:
    """Return the seeds and copies of them with other names."""
    seeds, surnames = read_articles(SEEDS), _surnames()
    return [
        replace(document, id=f"{document.id}-{copy}", text=_renamed(document.text, surnames, copy))
        for copy in range(COPIES)
        for document in seeds
    ]


def _surnames() -> list[str]:
    """Return the last words of the persons' names in gold."""
    names = {
        mention.span.of(article.text).split()[-1]
        for article in read_gold(GOLD)
        for entity in article.entities.values()
        for mention in entity.mentions
        if entity.type == "PERSON" and mention.kind == "name"
    }
    return sorted(name for name in names if name.isalpha())


def _renamed(text: str, surnames: Sequence[str], by: int) -> str:
    """Return a text with each surname exchanged for another of its length, so that all offsets stay as they are."""

    def other(found: re.Match[str]) -> str:
        alike = [name for name in surnames if len(name) == len(found[0])]
        return alike[(alike.index(found[0]) + by) % len(alike)]

    return re.sub(rf"\b({'|'.join(surnames)})\b", other, text)


def main() -> None:
    """Print the median of each time and of the ratio."""
    turns = measure()
    for name in ("pipe", "extract", "resolve"):
        typer.echo(f"{name:8} {median(getattr(turn, name) for turn in turns):.2f} s")
    typer.echo(f"extract and resolve cost {median(turn.ratio for turn in turns):.0%} on top of the bare pipeline")


if __name__ == "__main__":
    main()
