"""Outputs without text."""

import gzip
from pathlib import Path
from zipfile import ZipFile

import pytest

from kg.export import EXPORTERS, Options
from kg.export.wordless import shown
from kg.ontology.check import check
from tests.corpus import COPY, PLAN, small_graph

WORDS = ("300 woningen", "haar steun", "Kritiek op sluisplan", "binnenkort", "klagen Groen", "het bedrijf")
"""Words of the articles that are no names, functions, groups or lemmas."""


@pytest.mark.parametrize("name", EXPORTERS)
def test_without_text_no_format_has_words_of_an_article(name: str, tmp_path: Path) -> None:
    path = tmp_path / EXPORTERS[name].filename
    EXPORTERS[name].write(small_graph(), path, Options(with_text=False))

    written = content(path)

    assert [words for words in (*WORDS, PLAN.text[:60], COPY.text) if words.encode() in written] == []


def content(path: Path) -> bytes:
    if path.suffix == ".zip":
        with ZipFile(path) as archive:
            return b"".join(archive.read(name) for name in archive.namelist())
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def test_without_text_a_graph_conforms(tmp_path: Path) -> None:
    EXPORTERS["nquads"].write(small_graph(), tmp_path / "graph.nq", Options(with_text=False))

    assert check(tmp_path).findings == ()


def test_without_text_words_give_way_to_where_they_stand(tmp_path: Path) -> None:
    EXPORTERS["nquads"].write(small_graph(), tmp_path / "graph.nq", Options(with_text=False))

    assert '"[144-156]"' in (tmp_path / "graph.nq").read_text(encoding="utf-8")


def test_without_text_iris_are_the_same(tmp_path: Path) -> None:
    subjects = []
    for with_text in (True, False):
        EXPORTERS["nquads"].write(small_graph(), tmp_path / "graph.nq", Options(with_text=with_text))
        subjects.append({line.split(b" ")[0] for line in (tmp_path / "graph.nq").read_bytes().splitlines()})

    assert subjects[0] == subjects[1]


def test_with_text_a_graph_is_shown_as_it_is() -> None:
    graph = small_graph()

    assert shown(graph, Options()) is graph
