"""Writes a graph in parts, so that no machine needs to hold, sort or load the whole dump.

    graph.parts.json               which parts there are, with their sizes and hashes
    graph.part-0001.nq, .parquet   the named graphs of some articles, which are neighbours by id
    graph.part-shared.nq, .parquet what is about all articles: entities, copies, vocabulary, the run

Each named graph is in one part. All are sorted, so that merging them gives the dump:

    LC_ALL=C sort -m graph.part-*.nq

The columns of the Parquet files are the four terms of a quad as N-Quads writes them.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from hashlib import sha256
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from kg.export.dump import dump_of
from kg.export.iris import iris_of
from kg.export.options import Options
from kg.graph import KnowledgeGraph

ARTICLES = 1000
"""Articles of a part, unless there would be more than `MOST` parts."""
MOST = 400
"""Parts, since all are open while the dump is read."""
SCHEMA = pa.schema(
    [pa.field(name, pa.string(), nullable=False) for name in ("subject", "predicate", "object", "graph")]
)

_SHARED = "shared"
_ROWS = 50_000


def write_parts(graph: KnowledgeGraph, path: Path, options: Options, *, articles: int = ARTICLES) -> None:
    """Write the parts beside `path`, and there their list."""
    parts = _parts_of(graph, options, max(articles, -(-len(graph.documents) // MOST)))
    names = (*dict.fromkeys(parts.values()), _SHARED)
    files = {name: path.with_name(f"graph.part-{name}.nq") for name in names}
    with ExitStack() as stack:
        opened = {name: stack.enter_context(file.open("wb")) for name, file in files.items()}
        for line in dump_of(graph, options, path).opened():
            opened[parts.get(_graph_of(line), _SHARED)].write(line)
    counts = Counter(parts.values())
    listed = [_listed(name, file, counts[name]) for name, file in files.items()]
    path.write_text(json.dumps({"parts": listed}, indent=2) + "\n", encoding="utf-8", newline="\n")


def _parts_of(graph: KnowledgeGraph, options: Options, size: int) -> Mapping[bytes, str]:
    """Return the name of the part of each text's graph, by the IRI of the graph as N-Quads writes it."""
    iris = iris_of(graph.documents, options.base)
    return {
        f"<{iris.text_graph(document.id)}>".encode(): f"{number // size + 1:04}"
        for number, document in enumerate(graph.documents)
    }


def _graph_of(line: bytes) -> bytes:
    return line[line.rindex(b" <") + 1 : line.rindex(b" .")]


def _listed(name: str, file: Path, articles: int) -> Mapping[str, str | int]:
    """Return what the list says of a part, once its Parquet is written too."""
    digest, quads = sha256(), 0
    with file.open("rb") as lines, pq.ParquetWriter(file.with_suffix(".parquet"), SCHEMA, compression="zstd") as writer:
        while some := list(islice(lines, _ROWS)):
            digest.update(b"".join(some))
            quads += len(some)
            writer.write_batch(_rows(some))
    return {
        "part": name,
        "articles": articles,
        "quads": quads,
        "file": file.name,
        "bytes": file.stat().st_size,
        "sha256": digest.hexdigest(),
        "parquet": file.with_suffix(".parquet").name,
    }


def _rows(lines: Sequence[bytes]) -> pa.RecordBatch:
    columns = zip(*map(_terms, lines), strict=True)
    return pa.RecordBatch.from_arrays([pa.array(column) for column in columns], schema=SCHEMA)


def _terms(line: bytes) -> tuple[str, str, str, str]:
    subject, predicate, rest = line.decode().removesuffix(" .\n").split(" ", 2)
    value, _, graph = rest.rpartition(" ")
    return subject, predicate, value, graph
