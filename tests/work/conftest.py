"""What the tests of the work folder may ask for."""

from pathlib import Path

import pytest

from tests.work.newsroom import FILES, build_gold, write


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """Return a folder with articles in `news`, and their graph in `out`."""
    write(tmp_path / "news", FILES)
    build_gold(tmp_path / "out", tmp_path / "news/bode")
    return tmp_path
