"""The canonical form of a graph: sorted N-Quads without blank nodes, which every other RDF format is made from.

What is small stays in memory; what is large lies in files without a name beside what is written, which the system
removes whatever happens. So memory does not grow with the graph.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import dataclass
from heapq import merge
from itertools import chain, groupby, islice
from operator import itemgetter
from pathlib import Path
from tempfile import SpooledTemporaryFile, TemporaryFile
from typing import IO, TypeVar
from weakref import WeakKeyDictionary, finalize

from kg.export.options import Options
from kg.export.statements import quads
from kg.export.terms import Quad, Statement
from kg.graph import KnowledgeGraph

LARGE = 40_000_000
"""Bytes of N-Quads, about 200,000 statements, from which on formats are written for machines and not for people."""

_RUN = 200_000
"""Lines that are sorted in memory at a time; they take about 60 MB."""
_BLOCK = 500
_FILES = 100
"""Files that are merged at a time: they are all open, and macOS allows 256."""

One = TypeVar("One")

Run = AbstractContextManager[Iterable[bytes]]
"""Sorted lines: a file that is to be closed, or what is in memory."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Sorted lines of N-Quads or N-Triples, each once; one reader at a time."""

    file: IO[bytes]
    size: int
    """In bytes."""

    @property
    def is_large(self) -> bool:
        """Tell whether they are too many to be laid out for people."""
        return self.size >= LARGE

    def opened(self) -> IO[bytes]:
        """Return the file at its beginning."""
        self.file.seek(0)
        return self.file


_kept: WeakKeyDictionary[KnowledgeGraph, dict[tuple[str, Options], Lines]] = WeakKeyDictionary()
_parts: WeakKeyDictionary[KnowledgeGraph, dict[Options, Sequence[Path]]] = WeakKeyDictionary()


def dump_of(graph: KnowledgeGraph, options: Options, folder: Path) -> Lines:
    """Return the N-Quads of a graph, kept for as long as the graph is; a large file of them is on the disk of `folder`.

    See https://www.w3.org/TR/rdf-canon/#canonical-form: without blank nodes, sorting is all there is to it.

    Raises:
        OntologyError: the base of the options is no web address that data can hang under.
    """
    return _keep(graph, ("quads", options), _dumped(graph, options, folder), folder)


def keep_parts(graph: KnowledgeGraph, options: Options, parts: Sequence[Path]) -> None:
    """Have the dump of a graph made from these files of sorted N-Quads, which together are all of it."""
    _parts.setdefault(graph, {})[options] = parts


def triples_of(graph: KnowledgeGraph, options: Options, folder: Path) -> Lines:
    """Return the N-Triples of a graph, each once, as `dump_of` does: a triple may stand in several graphs."""
    return _keep(graph, ("triples", options), _triples(graph, options, folder), folder)


def statements_of(triples: Lines) -> Iterator[Statement]:
    """Yield the statements of N-Triples, in their order."""
    for line in triples.opened():
        subject, relation, rest = line.decode().split(" ", 2)
        yield subject, relation, rest.removesuffix(" .\n")


def quads_of(dump: Lines) -> Iterator[Quad]:
    """Yield the statements of N-Quads, in their order."""
    for line in dump.opened():
        subject, relation, rest = line.decode().removesuffix(" .\n").split(" ", 2)
        value, _, name = rest.rpartition(" ")
        yield subject, relation, value, name


def sorted_lines(found: Iterable[Quad], folder: Path) -> Iterator[bytes]:
    """Yield each quad as a line once, sorted; what does not fit into memory waits in files on the disk of `folder`."""
    lines = (f"{subject} {relation} {value} {name} .\n".encode() for subject, relation, value, name in found)
    return each_once_sorted(lines, folder)


def each_once_sorted(lines: Iterable[bytes], folder: Path) -> Iterator[bytes]:
    """Yield lines in the order of their bytes, which in UTF-8 is that of their code points, each once.

    They are sorted in runs, all of which but the last are written to files, and then merged.
    """
    return map(itemgetter(0), groupby(_merged(_runs(lines, folder), folder)))


def merged(files: Sequence[Path], folder: Path) -> Iterator[bytes]:
    """Yield the lines of sorted files in one order; those of many files wait in fewer on the disk of `folder`."""
    return _merged((file.open("rb") for file in files), folder)


def _runs(lines: Iterable[bytes], folder: Path) -> Iterator[Run]:
    rest = iter(lines)
    while run := sorted(islice(rest, _RUN)):
        yield _on_disk(run, folder) if len(run) == _RUN else nullcontext(run)
        del run  # the next may have its memory


def _merged(runs: Iterator[Run], folder: Path) -> Iterator[bytes]:
    """Yield the lines of runs in one order, and close them."""
    with ExitStack() as stack:
        some = list(map(stack.push, islice(runs, _FILES)))
        more = list(islice(runs, 1))
        if more:
            yield from _merged(_fewer(chain(some, more, runs), folder), folder)
        else:
            yield from merge(*map(stack.enter_context, some))


def _fewer(runs: Iterator[Run], folder: Path) -> Iterator[Run]:
    """Yield runs with the lines of many each, which are closed."""
    for some in _in_parts(runs, _FILES):
        with ExitStack() as stack:
            run = _on_disk(merge(*map(stack.enter_context, some)), folder)
        yield run


def _on_disk(lines: Iterable[bytes], folder: Path) -> IO[bytes]:
    """Return lines in a file without a name, at its beginning."""
    with ExitStack() as stack:
        file = stack.enter_context(TemporaryFile(dir=_disk_of(folder)))
        _write(file, lines)
        file.seek(0)
        stack.pop_all()
    return file


def _dumped(graph: KnowledgeGraph, options: Options, folder: Path) -> Iterator[bytes]:
    """Yield the N-Quads of a graph, from its parts if there are any."""
    files = _parts.get(graph, {}).get(options, ())
    if files and all(file.exists() for file in files):
        return merged(files, folder)
    return sorted_lines(quads(graph, options), folder)


def _triples(graph: KnowledgeGraph, options: Options, folder: Path) -> Iterator[bytes]:
    """Yield the triples of a dump; those that are the same follow each other, since only their graphs differ."""
    lines = (line[: line.rindex(b" <")] + b" .\n" for line in dump_of(graph, options, folder).opened())
    yield from (triple for triple, _ in groupby(lines))


def stored(lines: Iterable[bytes], folder: Path) -> Lines:
    """Return lines to be read again: in memory if they are few, or else in a file on the disk of `folder`."""
    with ExitStack() as stack:
        file = stack.enter_context(SpooledTemporaryFile(max_size=LARGE, dir=_disk_of(folder)))
        _write(file, lines)
        stack.pop_all()
    return Lines(file, file.tell())


def _write(file: IO[bytes], lines: Iterable[bytes]) -> None:
    for block in _in_parts(lines, _BLOCK):
        file.write(b"".join(block))


def _in_parts(found: Iterable[One], size: int) -> Iterator[list[One]]:
    rest = iter(found)
    while part := list(islice(rest, size)):
        yield part


def _keep(graph: KnowledgeGraph, name: tuple[str, Options], lines: Iterable[bytes], folder: Path) -> Lines:
    """Return the lines that are kept of a graph under a name; only the first time are they read from `lines`."""
    known = _kept.setdefault(graph, {})
    if name not in known:
        known[name] = stored(lines, folder)
        finalize(graph, known[name].file.close)
    return known[name]


def _disk_of(folder: Path) -> str | None:
    """Return where files without a name go; on Windows they do have one, and would hold the folder in its place."""
    return None if sys.platform == "win32" else str(folder)
