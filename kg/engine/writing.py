"""Writing the parts of a graph as work: slices in, and a file of N-Quads and one of Parquet in a folder for each.

What articles say comes from the shards, and what is made of it goes straight into files: neither passes through the
process that gives the work.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

import pyarrow as pa

from kg.cycles import without_search
from kg.engine.task import told_as_bug
from kg.engine.work import UNSEEN, Work, Workers
from kg.errors import EngineError, KgError
from kg.export.options import Options
from kg.export.parts import Part, Share, alone, write_slice
from kg.export.slices import Slice
from kg.graph import KnowledgeGraph
from kg.model import Extraction, Run
from kg.staging import told_as_output_error
from kg.work.files import written_aside
from kg.work.rows import from_batch, to_batch
from kg.work.shards import Damaged, Shards

_SPEED = 3500
"""Mentions of entities of which one process writes all that is told, a second, about."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Where some extractions are."""

    shard: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToWrite:
    """A part that is to be written."""

    slice: Slice
    kept: tuple[Kept, ...]
    """What its articles say."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What all parts of a graph have in common; it can be pickled."""

    shards: Shards
    folder: Path
    """Where parts are written; every process must see it, and the folder of the shards."""
    options: Options
    run: Run


def writing(desk: Desk) -> Work[ToWrite, Part]:
    """Return the work of writing parts; one that cannot be written ends it."""
    return Work(ToWrite, Part, partial(write_batches, desk=desk), _seconds, whole=_give_up)


def shared(engine: Workers, shards: Shards, keys: Mapping[str, str]) -> Share:
    """Return a way to have the parts of a graph written by an engine, if that is worth its processes.

    What each article says is in the shards under the key that it has by its id, and must be what the graph was made of.
    """

    def share(graph: KnowledgeGraph, slices: Sequence[Slice], folder: Path, options: Options) -> Iterator[Part]:
        index = shards.index()
        tasks = [ToWrite(slice, tuple(_kept(slice, keys, index))) for slice in slices]
        with TemporaryDirectory(dir=folder) as aside:  # what a lost process still writes there is taken for no part
            desk = Desk(Shards(shards.folder.resolve()), Path(aside).resolve(), options, graph.run)
            work = writing(desk)
            if engine.is_apart(work, tasks):
                yield from (_taken(part, desk.folder, folder) for part in engine.do(work, tasks))
            else:
                yield from alone(graph, slices, folder, options)

    return share


def write_batches(batches: Iterator[pa.RecordBatch], desk: Desk) -> Iterator[pa.RecordBatch]:
    """Yield for each batch of parts that are to be written what is to be listed of them, when they are.

    Raises:
        KgError: one of them cannot be written.
    """
    for batch in batches:
        yield to_batch([_written(one, desk) for one in from_batch(batch, ToWrite)], Part)


def _written(one: ToWrite, desk: Desk) -> Part:
    try:
        with told_as_output_error(desk.folder), without_search():
            said = _said(one, desk.shards)
            return write_slice(one.slice, said, desk.folder, desk.options, run=desk.run, aside=written_aside)
    except KgError:
        raise
    except Exception as error:
        raise EngineError(told_as_bug(f"{type(error).__name__}: {error}"), where=_where(one)) from error


def _said(one: ToWrite, shards: Shards) -> list[Extraction]:
    """Return what the articles of a part say, in their order.

    Raises:
        EngineError: some of it is not there.
    """
    found: dict[str, Extraction] = {}
    with suppress(Damaged, FileNotFoundError):
        for said in shards.read_from({kept.shard: kept.keys for kept in one.kept}):
            found[said.document.id] = said
    if missing := len(set(one.slice.documents) - found.keys()):
        reason = f"has nothing of {missing} articles of {_where(one)}: {UNSEEN}; what is damaged, the next build reads"
        raise EngineError(reason, where=shards.folder)
    return [found[document_id] for document_id in one.slice.documents]


def _kept(slice: Slice, keys: Mapping[str, str], index: Mapping[str, Path]) -> Iterator[Kept]:
    """Yield where what the articles of a slice say is; what is nowhere is missed by the one who reads it."""
    found: dict[str, list[str]] = {}
    for key in (keys[document_id] for document_id in slice.documents):
        if key in index:
            found.setdefault(index[key].name, []).append(key)
    yield from (Kept(shard, tuple(some)) for shard, some in found.items())


def _taken(part: Part, written: Path, folder: Path) -> Part:
    """Return a part once its files are in their folder.

    Raises:
        EngineError: they are not where they were written.
    """
    for name in (part.file, part.parquet):
        if not (written / name).exists():
            raise EngineError(f"has no {name}, which was written: {UNSEEN}", where=folder)
        (written / name).rename(folder / name)
    return part


def _seconds(one: ToWrite) -> float:
    return sum(len(entity.mentions) for entity in one.slice.entities) / _SPEED


def _give_up(one: ToWrite, parts: Sequence[Part], reason: str) -> NoReturn:
    raise EngineError(told_as_bug(reason), where=_where(one))


def _where(one: ToWrite) -> str:
    return f"part {one.slice.name}"
