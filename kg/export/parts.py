"""Writes a graph in parts, so that no machine needs to hold, sort or load the whole dump.

    graph.parts.json               which parts there are, with their sizes and hashes
    graph.part-0001.nq, .parquet   the named graphs of some articles, which are neighbours by id
    graph.part-shared.nq, .parquet what is about all articles: entities, copies, vocabulary, the run

Each named graph is in one part. All are sorted, so that merging them gives the dump:

    LC_ALL=C sort -m graph.part-*.nq

The columns of the Parquet files are the four terms of a quad as N-Quads writes them.

A part is made from a slice of the graph and from what the articles of the slice say, by whoever has both.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict, dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from kg.export.dump import keep_parts, sorted_lines
from kg.export.options import Options
from kg.export.slices import Slice, graph_of
from kg.export.slicing import slices_of
from kg.export.statements import shared_quads, text_quads
from kg.export.statements.view import view_of
from kg.export.terms import Quad
from kg.graph import KnowledgeGraph
from kg.model import Extraction, Run

ARTICLES = 200
"""Articles of a part: of 300 words, they are some 475,000 quads."""
SCHEMA = pa.schema(
    [pa.field(name, pa.string(), nullable=False) for name in ("subject", "predicate", "object", "graph")]
)

_SHARED = "shared"
_ROWS = 50_000


@dataclass(frozen=True, slots=True)
class Part:
    """What the list says of a part."""

    part: str
    articles: int
    quads: int
    file: str
    bytes: int
    sha256: str
    """Of `file`."""
    parquet: str


Share = Callable[[KnowledgeGraph, Sequence[Slice], Path, Options], Iterator[Part]]
"""Writes into a folder the part of each slice of a graph, and yields them in their order."""

Aside = Callable[[Path], AbstractContextManager[Path]]
"""Gives the path to write a file under, which is then put in its place."""


def alone(graph: KnowledgeGraph, slices: Sequence[Slice], folder: Path, options: Options) -> Iterator[Part]:
    """Write the part of each slice in this process."""
    for slice in slices:
        said = [graph.extractions[each] for each in slice.documents]
        yield write_slice(slice, said, folder, options, run=graph.run)


def write_parts(
    graph: KnowledgeGraph, path: Path, options: Options, *, share: Share = alone, articles: int = ARTICLES
) -> None:
    """Write the parts beside `path`, and there their list; other formats are then made from them.

    `share` writes those of articles, of so many each.
    """
    folder = path.parent
    slices = tuple(slices_of(graph, options.base, articles=articles))
    parts = [
        *share(graph, slices, folder, options),
        _write(_SHARED, shared_quads(view_of(graph, options)), folder, articles=0),
    ]
    content = {"parts": [asdict(part) for part in parts]}
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8", newline="\n")
    keep_parts(graph, options, [folder / part.file for part in parts])


def write_slice(
    slice: Slice, said: Iterable[Extraction], folder: Path, options: Options, *, run: Run, aside: Aside = nullcontext
) -> Part:
    """Write the part of a slice into a folder, given what its articles say, in their order."""
    view = view_of(graph_of(slice, said, run), options)
    found = text_quads(view, slice.documents)
    return _write(slice.name, found, folder, articles=len(slice.documents), aside=aside)


def _write(name: str, found: Iterable[Quad], folder: Path, *, articles: int, aside: Aside = nullcontext) -> Part:
    lines = folder / f"graph.part-{name}.nq"
    rows = lines.with_suffix(".parquet")
    digest, quads, size = sha256(), 0, 0
    with aside(lines) as lines_aside, aside(rows) as rows_aside:
        sorted_found = sorted_lines(found, folder)
        with lines_aside.open("wb") as file, pq.ParquetWriter(rows_aside, SCHEMA, compression="zstd") as writer:
            while some := list(islice(sorted_found, _ROWS)):
                content = b"".join(some)
                digest.update(content)
                file.write(content)
                writer.write_batch(_rows(some))
                quads += len(some)
                size += len(content)
    return Part(name, articles, quads, lines.name, size, digest.hexdigest(), rows.name)


def _rows(lines: Sequence[bytes]) -> pa.RecordBatch:
    """Return N-Quads as rows; a value may hold blanks, the other terms hold none."""
    subject, predicate, rest = _split(pa.array(lines, pa.binary()).cast(pa.string()), 2)
    value, graph, _ = _split(rest, 2, reverse=True)
    return pa.RecordBatch.from_arrays([subject, predicate, value, graph], schema=SCHEMA)


def _split(texts: pa.Array, times: int, *, reverse: bool = False) -> Iterator[pa.Array]:
    """Yield what stands before, between and behind blanks, of which there are so many at least in each text."""
    pieces = pc.split_pattern(texts, " ", max_splits=times, reverse=reverse)
    return (pc.list_element(pieces, place) for place in range(times + 1))
