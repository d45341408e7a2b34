"""Large graphs are written in about the time that pyoxigraph itself takes, in memory that does not grow with them."""

import tracemalloc
from pathlib import Path
from time import process_time

import pyoxigraph as ox
import pytest

from kg.export import EXPORTERS, Options
from kg.export.dump import dump_of
from tests.export.large import large_graph

COPIES = 500
SERIALISATIONS = {
    "nquads": ox.RdfFormat.N_QUADS,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "trig": ox.RdfFormat.TRIG,
    "turtle": ox.RdfFormat.TURTLE,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}


def written_by_pyoxigraph(dump: Path, path: Path, format: ox.RdfFormat) -> None:
    """Have pyoxigraph read N-Quads and write them in a format, without named graphs where it has none."""
    quads = ox.parse(path=dump, format=ox.RdfFormat.N_QUADS)
    named = format in (ox.RdfFormat.N_QUADS, ox.RdfFormat.TRIG)
    ox.serialize(quads if named else (quad.triple for quad in quads), output=path, format=format)


@pytest.mark.speed
def test_each_format_of_a_large_graph_takes_no_more_than_three_times_pyoxigraphs_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ours is from the graph in memory to the file, and the first of the formats makes the statements for all.

    Pyoxigraph's own is from a file of N-Quads to the file: it cannot read our graph, and its statements are to be had
    in no quicker way.
    """
    monkeypatch.setattr("kg.export.dump.LARGE", 1)
    graph = large_graph(copies=COPIES)
    ratios = {}

    for name, format in SERIALISATIONS.items():
        start = process_time()
        EXPORTERS[name].write(graph, tmp_path / EXPORTERS[name].filename, Options())
        ours = process_time() - start
        start = process_time()
        written_by_pyoxigraph(tmp_path / "graph.nq", tmp_path / "theirs", format)
        ratios[name] = round(ours / (process_time() - start), 1)

    assert {name: ratio for name, ratio in ratios.items() if ratio > 3} == {}


def test_a_dump_takes_a_part_of_the_memory_of_its_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.export.dump.LARGE", 1)
    monkeypatch.setattr("kg.export.dump._RUN", 2000)
    monkeypatch.setattr("kg.export.dump._BLOCK", 500)
    graph = large_graph(copies=60)

    tracemalloc.start()
    try:
        dump = dump_of(graph, Options(), tmp_path)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert most < dump.size / 2
