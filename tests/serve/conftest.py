"""A served graph: the corpus of the tests, written to a folder, behind the application itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kg.pipeline import build
from kg.serve import ServerSettings, application
from tests import gold_pipeline

SECONDS = 3.0


@pytest.fixture(scope="package")
def served(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("served")
    article = folder / "bezoek.txt"
    article.write_text("date: 2020-09-18\n\nMinister Noor Zandbergen bezocht woensdag Gent.\n", encoding="utf-8")
    build([article], folder / "out", pipeline=gold_pipeline.NAME)
    return folder / "out"


@pytest.fixture(scope="package")
def client(served: Path) -> Iterator[TestClient]:
    settings = ServerSettings(seconds=SECONDS, workers=2, largest=2_000_000, origins=("https://krant.example",))
    with TestClient(application(served, settings), base_url="http://localhost", follow_redirects=False) as opened:
        yield opened
