"""Figures as a table for people, and as the Markdown that README shows."""

from collections.abc import Iterator

from kg.bench import PIPE, Figures

_MEGA = 1_000_000
HEAD = ("stage", "CPU s", "ms an article", "of bare nlp.pipe", "s", "peak MB")


def rows(figures: Figures) -> Iterator[tuple[str, ...]]:
    """Yield a row for each stage, in the order of `HEAD`."""
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


def lines(figures: Figures) -> Iterator[str]:
    """Yield what is said of the whole, a line each."""
    yield (
        f"{figures.articles} articles of {figures.words // figures.articles} words: {figures.actions} actions, "
        f"{figures.entities} entities, {figures.triples} triples; N-Quads {figures.dump / _MEGA:.1f} MB, "
        f"page {figures.page / _MEGA:.1f} MB, work state {figures.shards / _MEGA:.1f} MB"
    )
    yield f"extract, read back, resolve and N-Quads cost {figures.overhead:.0%} beside the bare pipeline"
    if figures.workers > 1:
        yield f"{figures.workers} workers read {figures.speedup:.2f} times as fast as one"


def to_markdown(figures: Figures) -> str:
    """Return the figures as Markdown."""
    cells = [HEAD, ("---", *("---:" for _ in HEAD[1:])), *rows(figures)]
    table = "".join(f"| {' | '.join(row)} |\n" for row in cells)
    return table + "\n" + "".join(f"- {line}\n" for line in lines(figures))
