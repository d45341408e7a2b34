"""Large graphs are written in about the time that pyoxigraph itself takes."""

from pathlib import Path
from time import process_time

import pyoxigraph as ox
import pytest

from kg.export import EXPORTERS, Options
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
LIMITS = {"nquads": 5}
"""Times of pyoxigraph's own that a format may take, where it is not 3: the first makes the statements for all."""


@pytest.mark.speed
def test_the_formats_of_a_large_graph_take_no_more_than_three_times_pyoxigraphs_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.export.dump.LARGE", 1)
    graph = large_graph(copies=COPIES)
    ratios = {}
    ours = theirs = 0.0

    for name, format in SERIALISATIONS.items():
        start = process_time()
        EXPORTERS[name].write(graph, tmp_path / EXPORTERS[name].filename, Options())
        here = process_time() - start
        start = process_time()
        quads = ox.parse(path=tmp_path / "graph.nq", format=ox.RdfFormat.N_QUADS)
        named = format in (ox.RdfFormat.N_QUADS, ox.RdfFormat.TRIG)
        ox.serialize(quads if named else (quad.triple for quad in quads), output=tmp_path / "theirs", format=format)
        there = process_time() - start
        ratios[name] = here / there
        ours, theirs = ours + here, theirs + there

    assert ours < 3 * theirs
    assert {name: round(ratio, 1) for name, ratio in ratios.items() if ratio > LIMITS.get(name, 3)} == {}
