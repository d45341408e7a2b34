"""Figures as a table for people, and as the Markdown that README shows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from kg.bench import PIPE, Figures
from kg.bench.growth import Cost, exponent

_MEGA = 1_000_000
_OF_ALL: Mapping[str, Cost] = MappingProxyType(
    {
        "actions": lambda figures: figures.actions,
        "entities": lambda figures: figures.entities,
        "triples": lambda figures: figures.triples,
        "N-Quads, MB": lambda figures: figures.dump / _MEGA,
        "page, MB": lambda figures: figures.page / _MEGA,
        "work state, MB": lambda figures: figures.shards / _MEGA,
        "most memory, MB": lambda figures: max(stage.memory for stage in figures.stages) / _MEGA,
    }
)
"""What is told of a size beside the cost of its stages."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table and what is said below it."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """The first cell of each names it, the others are numbers."""
    lines: tuple[str, ...] = ()


def stages_sheet(figures: Figures) -> Sheet:
    """Return what each stage cost, in all, for an article, and as a share of the bare pipeline: 80 letters wide."""
    head = ("stage", "CPU s", "ms each", "of pipe", "s", "peak MB")
    return Sheet(head, tuple(_stages(figures)), tuple(_lines(figures)))


def growth_sheet(figures: Sequence[Figures]) -> Sheet:
    """Return what each stage cost for some numbers of articles, the smallest first, and the power that it grows by."""
    ordered = sorted(figures, key=lambda one: one.articles)
    seconds = {f"{stage.name}, CPU s": _cpu(stage.name) for stage in ordered[0].stages}
    rows = ((name, *(f"{cost(one):,.1f}" for one in ordered), _power(ordered, cost)) for name, cost in seconds.items())
    whole = ((name, *(f"{cost(one):,.0f}" for one in ordered), _power(ordered, cost)) for name, cost in _OF_ALL.items())
    return Sheet(("articles", *(f"{one.articles:,}" for one in ordered), "exponent"), (*rows, *whole))


def to_markdown(sheet: Sheet) -> str:
    """Return a sheet as Markdown."""
    cells = [sheet.head, ("---", *("---:" for _ in sheet.head[1:])), *sheet.rows]
    table = "".join(f"| {' | '.join(row)} |\n" for row in cells)
    return table + "".join(f"{'' if at else chr(10)}- {line}\n" for at, line in enumerate(sheet.lines))


def _stages(figures: Figures) -> Iterator[tuple[str, ...]]:
    pipe = figures.stage(PIPE).cpu
    for stage in figures.stages:
        yield (
            stage.name,
            f"{stage.cpu:.1f}",
            f"{1000 * stage.cpu / figures.articles:.1f}",
            f"{stage.cpu / pipe:.2f}",
            f"{stage.wall:.1f}",
            f"{stage.memory / _MEGA:.0f}",
        )


def _lines(figures: Figures) -> Iterator[str]:
    """Yield what is said of the whole, a line each."""
    yield (
        f"{figures.articles} articles of {figures.words // figures.articles} words: {figures.actions} actions, "
        f"{figures.entities} entities, {figures.triples} triples; N-Quads {figures.dump / _MEGA:.1f} MB, "
        f"page {figures.page / _MEGA:.1f} MB, work state {figures.shards / _MEGA:.1f} MB"
    )
    yield f"extract, read back, resolve and N-Quads cost {figures.overhead:.0%} beside the bare pipeline"
    if figures.workers > 1:
        yield (
            f"{figures.workers} workers read {figures.speedup:.2f} times as fast as one; "
            f"{figures.workers} bare pipelines side by side are {figures.ceiling:.2f} times as fast"
        )
    if figures.speedup < 1:
        yield "starting the workers takes longer than they save on so few articles: measure with more (--articles)"


def _cpu(stage: str) -> Cost:
    return lambda figures: figures.stage(stage).cpu


def _power(figures: Sequence[Figures], cost: Cost) -> str:
    power = exponent(figures, cost)
    return "" if power is None else f"{power:.2f}"
