"""The table of formats."""

from pathlib import Path

import pytest

from kg.export import EXPORTERS, Options
from tests.corpus import small_graph


@pytest.mark.parametrize("name", EXPORTERS)
def test_every_format_writes_its_file(name: str, tmp_path: Path) -> None:
    path = tmp_path / EXPORTERS[name].filename

    EXPORTERS[name].write(small_graph(), path, Options())

    assert path.stat().st_size > 0


@pytest.mark.parametrize("name", EXPORTERS)
def test_every_format_has_the_same_bytes_each_time(name: str, tmp_path: Path) -> None:
    for number in "12":
        EXPORTERS[name].write(small_graph(), tmp_path / number, Options())

    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()


def test_no_two_formats_write_the_same_file() -> None:
    assert len({exporter.filename for exporter in EXPORTERS.values()}) == len(EXPORTERS)
