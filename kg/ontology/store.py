"""Loads a graph that kg wrote, to be asked or checked."""

import gzip
import zlib
from pathlib import Path

import pyoxigraph as ox

from kg.errors import OutputError
from kg.ontology import folder

DUMPS = ("graph.nq", "graph.nq.gz")
"""Names of the file that is loaded, in an output folder."""


def open_store(output: Path, *, with_named_graphs: bool = True) -> ox.Store:
    """Return the graph of an output folder, or of a file of N-Quads, in memory together with the ontology.

    The default graph holds every triple once. (Oxigraph's own union of graphs answers twice for a triple that stands
    in two, which is not what SPARQL means by a graph.) Without named graphs it takes half the time and memory.

    Raises:
        OutputError: there is none, or it is no N-Quads.
    """
    files = [output] if output.is_file() else [output / name for name in DUMPS if (output / name).is_file()]
    if not files:
        raise OutputError(f"holds no {DUMPS[0]}; make one with `kg build`", where=output)
    store = ox.Store()
    try:
        content = gzip.decompress(files[0].read_bytes()) if files[0].suffix == ".gz" else files[0].read_bytes()
        quads = ox.parse(content, format=ox.RdfFormat.N_QUADS)
        store.bulk_extend(ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads)
        store.bulk_load(path=folder() / "kg.ttl", format=ox.RdfFormat.TURTLE)
        if with_named_graphs:
            store.bulk_load(content, format=ox.RdfFormat.N_QUADS)
    except (OSError, EOFError, zlib.error, SyntaxError, ValueError) as error:
        raise OutputError(f"is no graph that kg can read: {error}", where=files[0]) from error
    return store
