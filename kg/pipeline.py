"""Articles to a folder of files: the only module that knows the order of the stages."""

import warnings
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import TypeVar
from urllib.parse import urlsplit

from kg.errors import OutputError, ReadError
from kg.export import EXPORTERS, Exporter, Options
from kg.export.iris import checked_base
from kg.extract import extract
from kg.graph import KnowledgeGraph
from kg.lang import Language
from kg.lang import load as load_language
from kg.link import Linker, link, linker
from kg.model import Document, EntityType, Run
from kg.nlp import load_pipeline, parse_each
from kg.privacy import leave_out, without_names
from kg.read import Skipped, Warned, distinguish, read
from kg.resolve import resolve
from kg.staging import files_of, staged, told_as_output_error, written_in
from kg.version import __version__

One = TypeVar("One")

DEFAULTS = Options()
"""Settings of what is written where a caller gives none."""

STAGES = ("read", "extract", "resolve", "export")
"""The stages of a build, in their order."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is."""

    stage: str
    """One of `STAGES`."""
    done: int
    total: int
    """Articles, or files in the stage `export`; 0 where nobody knows yet."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did."""

    output: Path
    articles: int
    entities: tuple[tuple[EntityType, int], ...]
    """How many of each type there are, most first."""
    actions: tuple[tuple[str, int], ...]
    """How many facts, claims, plans and so on there are (see `ActionMention.standing`), most first."""
    files: tuple[tuple[str, int], ...]
    """Names and sizes in bytes of what was written, in the order of `EXPORTERS`."""
    skipped: tuple[Skipped, ...]
    warnings: tuple[Warned, ...]
    seconds: tuple[tuple[str, float], ...]
    """How long each of `STAGES` took."""


def build(
    paths: Iterable[str | Path],
    output: str | Path,
    *,
    language: str = "nl",
    pipeline: str = "",
    formats: Sequence[str] = (),
    options: Options = DEFAULTS,
    links: Sequence[str] = (),
    left_out: Sequence[str] = (),
    encoding: str = "",
    today: date | None = None,
    progress: Callable[[Progress], None] = lambda _: None,
) -> Report:
    """Write the knowledge graph of the articles in `paths` to the folder `output`, and return what was done.

    `formats` are keys of `EXPORTERS`, all by default. `pipeline` is the name or path of a spaCy pipeline to use instead
    of the language's own. `links` are what entities are linked to, see `kg.link.linker`. `left_out` are names of people
    who must be in no output, see `kg.privacy`. `today` serves to warn of dates in the future and changes nothing else;
    by default it is the day of today. The same articles give the same bytes, whatever the order of `paths`.

    Raises:
        KgError: nothing was built, and `output` is as it was. A single bad article is no error but skipped.
    """
    exporters, folder = _exporters(formats), Path(output)
    reader = _reader(language, pipeline, options, links, left_out, encoding)
    seconds: dict[str, float] = {}
    with staged(folder) as staging:
        with _timed("read", seconds):
            found = reader.read(paths, leave_out=written_in(folder), today=today)
            articles = _sort_out(_told(found, "read", 0, progress))
        graph = reader.understand(articles.documents, seconds, progress)
        with _timed("export", seconds), told_as_output_error(folder):
            for exporter in _told(exporters, "export", len(exporters), progress):
                exporter.write(graph, staging / exporter.filename, options)
    return _report(folder, articles, graph, exporters, seconds)


def graph_of(
    paths: Iterable[str | Path],
    *,
    language: str = "nl",
    pipeline: str = "",
    options: Options = DEFAULTS,
    links: Sequence[str] = (),
    left_out: Sequence[str] = (),
    encoding: str = "",
) -> KnowledgeGraph:
    """Return the knowledge graph of the articles in `paths` and write nothing; the settings are those of `build`.

    What was skipped, and what is in doubt, is told as a warning (`UserWarning`) each.

    Raises:
        KgError: there is no article, or a setting is wrong.
    """
    reader = _reader(language, pipeline, options, links, left_out, encoding)
    articles = _sort_out(reader.read(paths))
    for where, reason in articles.doubts():
        warnings.warn(f"{where}: {reason}", stacklevel=2)
    return reader.understand(articles.documents, {})


@dataclass(frozen=True, slots=True)
class _Reader:
    """What turns articles into a graph."""

    language: Language
    pipeline: str
    options: Options
    linkers: Mapping[str, Linker]
    left_out: Sequence[str]
    encoding: str

    def read(
        self, paths: Iterable[str | Path], *, leave_out: Collection[Path] = (), today: date | None = None
    ) -> Iterator[Document | Skipped | Warned]:
        """Yield the articles, what is skipped, and what is in doubt."""
        day = today or date.today()
        return read(paths, language=self.language, encoding=self.encoding, leave_out=leave_out, today=day)

    def understand(
        self,
        documents: Sequence[Document],
        seconds: dict[str, float],
        progress: Callable[[Progress], None] = lambda _: None,
    ) -> KnowledgeGraph:
        """Return the graph of the articles; `seconds` gains the stages."""
        language = self.language
        with _timed("extract", seconds):
            nlp, name = load_pipeline(language, name=self.pipeline)
            named = tuple(without_names(documents, self.left_out))
            found = parse_each(lambda document, doc: extract(doc, document, language), named, nlp)
            extractions = tuple(_told(found, "extract", len(documents), progress))
        with _timed("resolve", seconds):
            resolution = leave_out(resolve(extractions, language), self.left_out)
            resolution = link(resolution, self.linkers.values())  # after those who are left out: it may ask others
            return KnowledgeGraph(resolution, Run(__version__, name, self.settings()))

    def settings(self) -> tuple[tuple[str, str], ...]:
        """Return the options that change what comes out, by name."""
        given = {
            "base": self.options.base,
            "language": self.language.code,
            "link": " ".join(sorted(map(_public, self.linkers))),
            "left-out": str(len(self.left_out) or ""),
            "text": str(self.options.with_text).lower(),
        }
        return tuple((name, value) for name, value in given.items() if value)


def _public(name: str) -> str:
    """Return what a linker is called in the output: a list without its folders, a service without password and key."""
    if Path(name).exists():
        return Path(name).name
    address = urlsplit(name)
    return name if not address.netloc else f"{address.scheme}://{address.netloc.rpartition('@')[2]}{address.path}"


def _reader(
    language: str, pipeline: str, options: Options, links: Sequence[str], left_out: Sequence[str], encoding: str
) -> _Reader:
    chosen = load_language(language)
    checked_base(options.base)
    return _Reader(chosen, pipeline, options, {name: linker(name, chosen) for name in links}, tuple(left_out), encoding)


@dataclass(frozen=True, slots=True)
class _Articles:
    """What was read, sorted."""

    documents: tuple[Document, ...]
    skipped: tuple[Skipped, ...]
    warnings: tuple[Warned, ...]

    def doubts(self) -> Iterator[tuple[str, str]]:
        """Yield where and why something was skipped or is in doubt."""
        yield from ((one.where, one.reason) for one in self.skipped)
        yield from ((one.where, one.reason) for one in self.warnings)


def _exporters(formats: Sequence[str]) -> tuple[Exporter, ...]:
    for name in formats:
        if name not in EXPORTERS:
            raise OutputError(f"kg writes no such format; it writes {', '.join(EXPORTERS)}", where=name)
    return tuple(
        exporter for name, exporter in EXPORTERS.items() if name in formats or (not formats and exporter.by_default)
    )


def _sort_out(found: Iterable[Document | Skipped | Warned]) -> _Articles:
    """Return what was read by kind, each kind in a fixed order; ReadError if there is no article."""
    read_in = list(found)
    told_apart = list(distinguish(one for one in read_in if isinstance(one, Document)))
    warned = {one for one in (*read_in, *told_apart) if isinstance(one, Warned)}
    skipped = sorted({one for one in read_in if isinstance(one, Skipped)}, key=lambda one: (one.where, one.reason))
    documents = tuple(one for one in told_apart if isinstance(one, Document))
    if not documents:
        raise _no_articles(skipped)
    return _Articles(documents, tuple(skipped), tuple(sorted(warned, key=lambda one: (one.where, one.reason))))


def _no_articles(skipped: Sequence[Skipped]) -> ReadError:
    if not skipped:
        return ReadError("no articles found: kg reads folders and files that end in .txt, .md, .html or .jsonl")
    first, *others = skipped
    rest = f" (and {len(others)} more skipped)" if others else ""
    return ReadError(f"{first.reason}{rest}: there is no article to build", where=first.where)


def _report(
    folder: Path, articles: _Articles, graph: KnowledgeGraph, exporters: Sequence[Exporter], seconds: dict[str, float]
) -> Report:
    sizes = files_of(folder)
    return Report(
        output=folder,
        articles=len(articles.documents),
        entities=tuple(Counter(entity.type for entity in graph.entities.values()).most_common()),
        actions=tuple(Counter(action.first.standing for action in graph.actions.values()).most_common()),
        files=tuple((exporter.filename, sizes[exporter.filename]) for exporter in exporters),
        skipped=articles.skipped,
        warnings=articles.warnings,
        seconds=tuple(seconds.items()),
    )


def _told(found: Iterable[One], stage: str, total: int, progress: Callable[[Progress], None]) -> Iterator[One]:
    """Yield what was found and tell how far it is."""
    progress(Progress(stage, 0, total))
    for number, one in enumerate(found, start=1):
        yield one
        progress(Progress(stage, number, total))


@contextmanager
def _timed(stage: str, seconds: dict[str, float]) -> Iterator[None]:
    start = perf_counter()
    yield
    seconds[stage] = perf_counter() - start
