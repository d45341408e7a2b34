"""Articles and what they say: files are read, articles told apart, and those that are new given to the engine."""

from collections.abc import Callable, Iterator, Sequence, Set
from contextlib import suppress
from datetime import date
from functools import cache, partial
from pathlib import Path

from kg.cycles import without_search
from kg.engine import UNSEEN, Engine, Setup, cut, reading
from kg.errors import EngineError, OutputError
from kg.model import Document, Extraction
from kg.pipeline.report import Progress, Tell, timed, told
from kg.pipeline.settings import AUTO, Settings
from kg.read import Skipped, Source, read_sources
from kg.update import Corpus, Intake, gather, no_articles, told_apart
from kg.work.articles import State
from kg.work.shards import Damaged, Shards

_TURNS = 3
"""How often a build reads what a damaged shard lost, before it gives up."""


def intake_of(settings: Settings, folder: Path, *, fetch: bool, today: date) -> Intake:
    """Return what reads files, each once."""
    read_in = partial(
        read_sources,
        languages=settings.languages,
        is_auto=settings.asked == AUTO,
        encoding=settings.encoding,
        fetch=fetch,
        today=today,
    )
    codes = frozenset(language.code for language in settings.languages)
    return Intake(cache(lambda sources: tuple(read_in(sources))), settings.reading, codes, folder)


def allow(_: Set[str]) -> None:
    """Let a graph be of any articles."""


def collect(
    settings: Settings,
    sources: Sequence[Source | Skipped],
    state: State,
    intake: Intake,
    shards: Shards,
    engine: Engine,
    seconds: dict[str, float],
    tell: Tell = lambda _: None,
    *,
    sync: bool = False,
    check: Callable[[Set[str]], None] = allow,
) -> tuple[Corpus, tuple[Extraction, ...]]:
    """Return the articles of the graph and what they say; `seconds` gains the stages.

    `check` is given their ids before any of them is read by the pipeline.

    Raises:
        OutputError: shards turn out damaged again and again.
    """
    for _ in range(_TURNS):
        with suppress(Damaged):  # it is gone now, and what was in it is read again
            with timed("read", seconds):
                found = told(sources, "read", len(sources), tell)
                kept = shards.index().keys()
                gathered = gather(found, state, intake, kept=kept, sync=sync)
                corpus = told_apart(
                    gathered, state, shards, kept=kept, makers=settings.makers, left_out=settings.left_out
                )
                check(corpus.ids)
            with timed("extract", seconds):
                corpus = corpus.without(tuple(_extract(settings, corpus.unread, shards, engine, tell)))
                if not corpus.places:
                    raise no_articles(corpus.doubts)
                return corpus, _said(corpus, shards)
    raise OutputError(f"what was written here was damaged {_TURNS} times: is the disk sound?", where=shards.folder)


def _extract(
    settings: Settings, articles: Sequence[tuple[str, Document]], shards: Shards, engine: Engine, tell: Tell
) -> Iterator[Skipped]:
    """Write to the shards what articles say, and yield those on which kg failed."""
    if not articles:
        return
    setup = Setup(settings.narrowed({document.language for _, document in articles}).pipelines, shards.folder)
    tell(Progress("extract", 0, len(articles)))
    done = 0
    for one in engine.do(reading(setup), tuple(cut(articles))):
        done += one.articles
        tell(Progress("extract", done, len(articles)))
        yield from (Skipped(failure.document_id, failure.reason) for failure in one.failures)


def _said(corpus: Corpus, shards: Shards) -> tuple[Extraction, ...]:
    """Return what the articles of a graph say.

    Raises:
        EngineError: the engine told that all were read, and some of it is not there.
    """
    keys = corpus.keys.values()
    with without_search():
        said = tuple(shards.read(keys))
    if missing := len(keys) - len(said):
        raise EngineError(f"has nothing of {missing} articles that were read: {UNSEEN}", where=shards.folder)
    return said
