"""Articles to a folder of files: the only module that knows the order of the stages."""

import warnings
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from kg.cycles import without_search
from kg.decisions import decisions_for, read_decisions
from kg.engine import shared
from kg.errors import OutputError
from kg.export import EXPORTERS, Exporter, Options, exporters_of, shared_out
from kg.graph import KnowledgeGraph
from kg.link import GEONAMES, SERVICES, link
from kg.model import Extraction, Run
from kg.pipeline.collecting import allow, collect, intake_of
from kg.pipeline.doubts import nowhere, without_effect
from kg.pipeline.earlier import to_manifest
from kg.pipeline.report import STAGES, Progress, Report, Tell, report_of, timed, told
from kg.pipeline.room import Room, entered
from kg.pipeline.settings import Settings, settings_of
from kg.privacy import LeftOut, leave_out, left_out_by_name
from kg.read import Warned, discover
from kg.resolve import resolve
from kg.resolve.identity import Identify, identify
from kg.staging import files_of, seal, staged, told_as_output_error
from kg.update import Intake, changes, without
from kg.version import __version__
from kg.work import FOLDER, opened
from kg.work.articles import State, write_state
from kg.work.shards import Shards

__all__ = ["DEFAULTS", "STAGES", "Progress", "Report", "build", "graph_of", "remove"]

DEFAULTS = Options()
"""Settings of what is written where a caller gives none."""


def build(
    paths: Iterable[str | Path],
    output: str | Path,
    *,
    language: str = "nl",
    pipeline: str | Sequence[str] = "",
    formats: Sequence[str] = (),
    options: Options = DEFAULTS,
    links: Sequence[str] = (),
    left_out: Sequence[str] = (),
    decisions: str | Path = "",
    encoding: str = "",
    fetch: bool = False,
    sync: bool = False,
    reveal: bool = False,
    work: str | Path = "",
    engine: str = "local",
    workers: int = 0,
    today: date | None = None,
    progress: Tell = lambda _: None,
) -> Report:
    """Write the knowledge graph of the articles in `paths` to the folder `output`, and return what was done.

    Articles of earlier builds in `output` stay in the graph, each as its file was when it was last named; with `sync`
    those that are not in `paths` are forgotten. Only what is new or changed is read. What that needs is kept in the
    folder `work`, `output/work` by default. It holds the words of the articles: without `options.with_text`, or with
    `left_out`, nothing is kept unless `work` says where; then `paths` must have all articles that the graph has, or
    `sync` be given. What a build kept back, sentences or people, the next one in `output` does not write but with
    `reveal`.

    `language` is a code of `kg.lang.available`, or `AUTO`: then each article is read in its own language if there is a
    pipeline for it, and all are one graph; articles in others are skipped.

    `formats` are keys of `EXPORTERS`, all by default. `pipeline` is the name or path of a spaCy pipeline to use instead
    of the language's own; with `AUTO` there may be one for each language. `links` are what entities are linked to, see
    `kg.link.linking`. `left_out` are names of people who must be in no output, see `kg.privacy`. `decisions` is a file
    that says who is who, see `kg.decisions`; that of `output` by default, if there is one. Web addresses are read with
    `fetch` only. `engine` is one of `ENGINES`, with so many `workers`, or as many as it sees fit. `today` serves to
    warn of dates in the future and changes nothing else; by default it is the day of today. The same articles give the
    same bytes, whatever the order of `paths` and of builds.

    Raises:
        KgError: nothing was built, and `output` is as it was. A single bad article is no error but skipped.
    """
    folder, paths = Path(output), tuple(paths)
    settings = settings_of(
        language,
        pipeline=pipeline,
        options=options,
        links=links,
        left_out=left_out,
        decisions=decisions_for(folder, decisions),
        encoding=encoding,
        engine=engine,
        workers=workers,
    )
    intake = intake_of(settings, folder, fetch=fetch, today=today or date.today())
    kept = Path(work) if work else folder / FOLDER if options.with_text and not left_out else None
    exporters = exporters_of(formats)
    with entered(folder, kept) as room:
        if not reveal:
            room.earlier.refuse_to_reveal(with_text=options.with_text, left_out=len(settings.left_out))
            settings.check_nobody_is_named(dict(room.before.settings), folder)
        return _rebuild(room, room.before, exporters, settings, intake, progress, paths=paths, sync=sync)


def remove(
    names: Iterable[str | Path],
    output: str | Path,
    *,
    pipeline: str | Sequence[str] = "",
    links: Sequence[str] = (),
    left_out: Sequence[str] = (),
    decisions: str | Path = "",
    work: str | Path = "",
    progress: Tell = lambda _: None,
) -> Report:
    """Forget articles of the graph in `output`, by id, address, or path of a file, folder or pattern; write it anew.

    Everything is as in the build before, whose `pipeline`, `links`, `left_out` and `decisions` must be given again, and
    `work` if it was given. A file that is still there is read again by the next build that names it.

    Raises:
        KgError: a name is of no article, nothing would be left, or a setting is not as it was; nothing is changed.
    """
    folder = Path(output)
    with entered(folder, Path(work) if work else folder / FOLDER) as room:
        said = dict(room.before.settings)
        if not said:
            reason = "keeps no work of a build from which to remove articles: build anew without them"
            raise OutputError(reason, where=room.shelf)
        settings = settings_of(
            said["asked"],
            pipeline=pipeline,
            options=Options(base=said["base"], with_text=said["text"] == "true"),
            links=links or [name for name in said.get("link", "").split() if name in (GEONAMES, *SERVICES)],
            left_out=left_out,
            decisions=decisions_for(folder, decisions),
            encoding=said.get("encoding", ""),
        )
        settings.narrowed({place.language for place in room.before.articles}).check_as_before(said, folder)
        intake = intake_of(settings, folder, fetch=False, today=date.today())
        exporters = exporters_of([name for name, one in EXPORTERS.items() if one.filename in files_of(folder)])
        left = without(room.before, tuple(map(str, names)), folder)
        return _rebuild(room, left, exporters, settings, intake, progress)


def graph_of(
    paths: Iterable[str | Path],
    *,
    language: str = "nl",
    pipeline: str | Sequence[str] = "",
    options: Options = DEFAULTS,
    links: Sequence[str] = (),
    left_out: Sequence[str] = (),
    decisions: str | Path = "",
    encoding: str = "",
    fetch: bool = False,
) -> KnowledgeGraph:
    """Return the knowledge graph of the articles in `paths` and write nothing; the settings are those of `build`.

    What was skipped, and what is in doubt, is told as a warning (`UserWarning`) each.

    Raises:
        KgError: there is no article, or a setting is wrong.
    """
    settings = settings_of(
        language,
        pipeline=pipeline,
        options=options,
        links=links,
        left_out=left_out,
        decisions=read_decisions(Path(decisions)) if decisions else (),
        encoding=encoding,
    )
    intake = intake_of(settings, Path(), fetch=fetch, today=date.today())
    with opened(None) as shelf, settings.engine(settings.workers) as engine:
        corpus, extractions = collect(settings, tuple(discover(paths)), State(), intake, Shards(shelf), engine, {})
    outcome = _graph(settings.narrowed(corpus.languages), extractions, identify, {})
    for doubt in (*corpus.doubts, *outcome.doubts):
        warnings.warn(f"{doubt.where}: {doubt.reason}", stacklevel=2)
    return outcome.graph


def _rebuild(
    room: Room,
    state: State,
    exporters: Sequence[Exporter],
    settings: Settings,
    intake: Intake,
    tell: Tell,
    *,
    paths: Iterable[str | Path] = (),
    sync: bool = False,
) -> Report:
    """Write the graph of what `state` knows and of the articles of `paths`."""
    folder, shards = room.folder, room.shards
    seconds: dict[str, float] = {}
    with staged(folder) as staging, settings.engine(settings.workers) as engine:
        sources = room.sources(paths)
        check = allow if sync else partial(room.earlier.refuse_to_lose, room.known)
        corpus, said = collect(settings, sources, state, intake, shards, engine, seconds, tell, sync=sync, check=check)
        settings, keys = settings.narrowed(corpus.languages), corpus.keys
        outcome = _graph(settings, said, engine.identifying(shards, keys.values()), seconds)
        if not settings.left_out:  # else the shards say more than may be written
            exporters = shared_out(exporters, shared(engine, shards, keys))
        with timed("export", seconds), told_as_output_error(folder), without_search():
            for exporter in told(exporters, "export", len(exporters), tell):
                exporter.write(outcome.graph, staging / exporter.filename, settings.options)
        about = to_manifest(corpus.ids, with_text=settings.options.with_text, left_out=len(settings.left_out))
        left = State(corpus.places, tuple(settings.makers.items()), settings.kept())
        write_state(room.shelf, left, seal(staging, **about))
    untidy = tuple(room.tidy(corpus.kept_keys))
    return report_of(
        folder,
        outcome.graph,
        [exporter.filename for exporter in exporters],
        changes(room.before.articles, corpus.places),
        outcome.left_out,
        (*room.doubts, *room.earlier.forgotten(room.known, corpus.ids), *corpus.doubts, *outcome.doubts, *untidy),
        seconds,
    )


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What articles tell together."""

    graph: KnowledgeGraph
    left_out: tuple[LeftOut, ...]
    """For each name that must be in no output."""
    doubts: tuple[Warned, ...]


def _graph(
    settings: Settings, extractions: Iterable[Extraction], identify: Identify, seconds: dict[str, float]
) -> _Outcome:
    """Return the graph of what articles say."""
    with timed("resolve", seconds), without_search():
        resolution = resolve(extractions, *settings.languages, decisions=settings.decisions, identify=identify)
        left_out = left_out_by_name(resolution, settings.left_out)
        doubts = (*nowhere(left_out), *without_effect(settings.decisions, resolution))
        resolution = leave_out(resolution, settings.left_out)
        resolution = link(resolution, settings.linkers)  # after those who are left out: it may ask others
        (_, pipelines), *others = settings.told()
        return _Outcome(KnowledgeGraph(resolution, Run(__version__, pipelines, tuple(others))), left_out, doubts)
