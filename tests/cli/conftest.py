"""What the tests of the command line may ask for."""

from pathlib import Path

import pytest

from tests import gold_pipeline
from tests.terminal import Terminal
from tests.work.newsroom import VISIT


@pytest.fixture
def kg(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """Return what runs the command."""
    return Terminal(monkeypatch, capsys)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """Return the file of an article."""
    path = tmp_path / "bezoek.txt"
    path.write_text(f"date: 2020-09-18\n\n{VISIT}\n", encoding="utf-8")
    return path


@pytest.fixture
def output(kg: Terminal, article: Path, tmp_path: Path) -> Path:
    """Return the folder with its graph."""
    assert kg("build", article, "-o", tmp_path / "out", "--pipeline", gold_pipeline.NAME).status == 0
    return tmp_path / "out"
