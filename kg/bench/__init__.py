"""Measures kg on this machine: every stage of a build beside the bare pipeline, in one run and on the same articles.

Ratios can be compared between machines, seconds cannot.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
from spacy.language import Language as Pipeline

from kg.bench.corpus import WORDS, make_articles, templates_of
from kg.bench.stages import Stage, measured
from kg.cycles import without_search
from kg.engine import Done, Setup, Task, Work, cut, local, reading
from kg.errors import ReadError
from kg.export import EXPORTERS, Options
from kg.graph import KnowledgeGraph
from kg.lang import Language
from kg.lang import load as load_language
from kg.model import Document, Run
from kg.nlp import load_pipeline, one_thread
from kg.nlp.parse import batches
from kg.query import query
from kg.read import read
from kg.resolve import resolve
from kg.version import __version__
from kg.work.hashing import hash_of
from kg.work.rows import from_batch, to_batch
from kg.work.shards import Shards

START, PIPE, PIPE_BY_ALL, READ, READ_BY_ALL, LOAD, RESOLVE, DUMP, PAGE = (
    "load pipeline",
    "bare nlp.pipe",
    "bare nlp.pipe by all",
    "read by one",
    "read by all",
    "read back",
    "resolve",
    "N-Quads",
    "page",
)
QUESTIONS = ("who-acts-on-whom", "quotes", "together")
"""Those that are asked, by name; the first waits until the store is open."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured."""

    articles: int
    words: int
    """Tokens, as the pipeline counts them."""
    workers: int
    triples: int
    """Lines of N-Quads."""
    entities: int
    actions: int
    dump: int
    """Bytes of N-Quads."""
    page: int
    """Bytes of the page."""
    shards: int
    """Bytes of Parquet."""
    stages: tuple[Stage, ...]

    def stage(self, name: str) -> Stage:
        """Return what a stage cost."""
        return next(stage for stage in self.stages if stage.name == name)

    @property
    def overhead(self) -> float:
        """What extracting, resolving and writing N-Quads cost beside the bare pipeline, as a share of its seconds."""
        pipe, start = self.stage(PIPE).cpu, self.stage(START).cpu
        return (sum(self.stage(name).cpu for name in (READ, LOAD, RESOLVE, DUMP)) - start - pipe) / pipe

    @property
    def speedup(self) -> float:
        """How many times as fast all workers read as one, starting them included; 1 where there is one."""
        return self.stage(READ).wall / self.stage(READ_BY_ALL).wall if self.workers > 1 else 1.0

    @property
    def ceiling(self) -> float:
        """The same of bare pipelines, one in each process: what this machine lets the workers reach."""
        one = self.stage(START).wall + self.stage(PIPE).wall
        return one / self.stage(PIPE_BY_ALL).wall if self.workers > 1 else 1.0


def bench(
    paths: Iterable[str | Path],
    *,
    articles: int = 300,
    words: int = WORDS,
    workers: int = 0,
    language: str = "nl",
    pipeline: str = "",
    seed: int = 0,
    tell: Callable[[str], None] = lambda _: None,
) -> Figures:
    """Return what it costs to build the graph of so many articles, made out of those in `paths`.

    `tell` hears the name of each stage before it begins.

    Raises:
        KgError: there are no articles, or the pipeline cannot be loaded.
    """
    stages: list[Stage] = []
    chosen = load_language(language)
    tell(START)
    with measured(START, stages):
        nlp, name = load_pipeline(chosen, name=pipeline)
    with one_thread():
        templates = templates_of(_seeds(paths, chosen), nlp, chosen)
    made = tuple(make_articles(templates, articles, words=words, seed=seed))
    tell(PIPE)
    with measured(PIPE, stages):
        tokens = _piped(nlp, made)
    with TemporaryDirectory(prefix="kg-bench-") as folder:
        setup = Setup(((language, pipeline),), Path(folder))
        run = _Run(made, chosen, Run(__version__, name), setup, workers or local.cores(), tell, stages)
        return run.figures(tokens)


def _seeds(paths: Iterable[str | Path], language: Language) -> list[Document]:
    found = [one for one in read(paths, language=language) if isinstance(one, Document)]
    if not found:
        raise ReadError("bench makes its articles out of others, and there are none")
    return sorted(found, key=lambda document: document.id)


def _piped(nlp: Pipeline, documents: Sequence[Document]) -> int:
    """Return how many tokens a pipeline finds in articles, given as many at once as kg gives it; that is all."""
    tokens = 0
    paragraphs = (one.strip() for document in documents for one in document.text.split("\n\n"))
    for texts in batches(paragraphs, len):
        with nlp.memory_zone(), one_thread():
            tokens += sum(map(len, nlp.pipe(texts, batch_size=len(texts))))
    return tokens


def _piping(setup: Setup) -> Work[Task, Done]:
    """Return the work of reading articles without all that kg does there: each process runs its pipeline, no more."""
    return replace(reading(setup), function=partial(_pipe_batches, setup=setup))


def _pipe_batches(batches: Iterator[pa.RecordBatch], setup: Setup) -> Iterator[pa.RecordBatch]:
    [(language, name)] = setup.pipelines
    nlp, _ = load_pipeline(load_language(language), name=name)
    for batch in batches:
        tasks = tuple(from_batch(batch, Task))
        for task in tasks:
            _piped(nlp, task.documents)
        yield to_batch([Done(len(task.keys)) for task in tasks], Done)


@dataclass(frozen=True, slots=True)
class _Run:
    """One run of all stages but the bare pipeline in this process."""

    documents: Sequence[Document]
    language: Language
    made_by: Run
    setup: Setup
    workers: int
    tell: Callable[[str], None]
    stages: list[Stage]

    def figures(self, tokens: int) -> Figures:
        """Return what all stages cost, one after the other."""
        self._read()
        graph = self._resolve()
        dump, page = self._write(graph, DUMP, "nquads"), self._write(graph, PAGE, "page")
        for question in QUESTIONS:
            with self._measured(f"question {question}"):
                query(dump, question)
        return Figures(
            articles=len(self.documents),
            words=tokens,
            workers=self.workers,
            triples=_lines_of(dump),
            entities=len(graph.entities),
            actions=len(graph.actions),
            dump=dump.stat().st_size,
            page=page.stat().st_size,
            shards=sum(path.stat().st_size for path in self._folder(READ).iterdir()),
            stages=tuple(self.stages),
        )

    def _folder(self, name: str) -> Path:
        return self.setup.shards / name

    @contextmanager
    def _measured(self, name: str, *, apart: bool = False) -> Iterator[None]:
        self.tell(name)
        with measured(name, self.stages, apart=apart):
            yield

    def _read(self) -> None:
        tasks = tuple(cut((hash_of([document.id]), document) for document in self.documents))
        if self.workers > 1:
            self._do(PIPE_BY_ALL, _piping, tasks, self.workers)
        self._do(READ, reading, tasks, 1)
        if self.workers > 1:
            self._do(READ_BY_ALL, reading, tasks, self.workers)

    def _do(self, name: str, work: Callable[[Setup], Work[Task, Done]], tasks: Sequence[Task], workers: int) -> None:
        """Measure what some work costs with so many workers; what comes of it is in the folder of this name."""
        setup = replace(self.setup, shards=self._folder(name))
        with self._measured(name, apart=min(workers, len(tasks)) > 1), local.opened(workers) as engine:
            for _ in engine.do(work(setup), tasks):
                pass

    def _resolve(self) -> KnowledgeGraph:
        shards = Shards(self._folder(READ))
        with self._measured(LOAD), without_search():
            extractions = tuple(shards.read(shards.index().keys()))
        with self._measured(RESOLVE), without_search():
            return KnowledgeGraph(resolve(extractions, self.language), self.made_by)

    def _write(self, graph: KnowledgeGraph, name: str, exporter: str) -> Path:
        path = self._folder(EXPORTERS[exporter].filename)
        with self._measured(name), without_search():
            EXPORTERS[exporter].write(graph, path, Options(language=self.language.code))
        return path


def _lines_of(path: Path) -> int:
    with path.open("rb") as file:
        return sum(1 for _ in file)
