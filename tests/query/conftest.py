"""What the tests of questions may ask for."""

from pathlib import Path

import pytest

from kg.export.options import Options
from kg.export.rdf import write_nquads
from tests.corpus import small_graph


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the graph of the small corpus."""
    folder = tmp_path_factory.mktemp("output")
    write_nquads(small_graph(), folder / "graph.nq", Options())
    return folder
