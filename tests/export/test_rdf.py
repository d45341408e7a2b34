"""N-Quads, TriG, Turtle, RDF/XML and JSON-LD."""

import gzip
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import isomorphic, to_isomorphic

from kg.errors import OntologyError
from kg.export.dump import dump_of, each_once_sorted, sorted_lines
from kg.export.jsonld import write_jsonld
from kg.export.options import Options
from kg.export.rdf import write_nquads, write_ntriples, write_rdfxml, write_trig, write_turtle
from kg.export.statements import quads
from kg.graph import KnowledgeGraph
from kg.model import Document, Entity, EntityType, Extraction, Role, Sentence, Span
from tests.corpus import COPY, COPY_SAYS, NOOR_COPY, RUN, entity_named, small_graph
from tests.factory import action_of, mention_of, resolution_of

Writer = Callable[[KnowledgeGraph, Path, Options], None]

FORMATS: dict[str, tuple[Writer, str, ox.RdfFormat]] = {
    "graph.nq": (write_nquads, "nquads", ox.RdfFormat.N_QUADS),
    "graph.nt": (write_ntriples, "nt", ox.RdfFormat.N_TRIPLES),
    "graph.trig": (write_trig, "trig", ox.RdfFormat.TRIG),
    "graph.ttl": (write_turtle, "turtle", ox.RdfFormat.TURTLE),
    "graph.rdf": (write_rdfxml, "xml", ox.RdfFormat.RDF_XML),
    "graph.jsonld": (write_jsonld, "json-ld", ox.RdfFormat.JSON_LD),
}
HOSTILE = (
    "</script><script>alert(1)</script>",
    'aan"halings\\teken\\',
    "\u202egnitirw ot thgir\u202c",
    "twee\nregels\tén een\rterugloop",
    "]]>&amp;<!--",
    "bel\x07len \ud800 \ufffe",
    "x" * 10_000,
    "@prefix kg: <http://kwaad.example/> . kg:",
    "بيت 家 🏠",
)


def hostile_graph() -> KnowledgeGraph:
    """Return a graph in which ids, names, titles and addresses hold whatever they can."""
    extractions, entities = [], []
    for number, name in enumerate(HOSTILE):
        document = Document(
            f"{name[:99]}#?%20{number}", f"{name} sloot af.", name, name[:20], name, name, f"http://a b/{name}"
        )
        mention = replace(mention_of(document, name, type=EntityType.ORGANISATION), sentence=0)
        roles = [(Role.AGENT, mention), (Role.TOPIC, mention)]
        action = replace(action_of(document, "sloot", f"{name[:99]}afsluiten", roles), sentence=0)
        whole = (Sentence(0, Span(0, len(document.text))),)
        extractions.append(Extraction(document, whole, (mention,), (action,), (), (), ()))
        entities.append(Entity(f"organisation/x-{number}", EntityType.ORGANISATION, name, (name,), (mention,)))
    return KnowledgeGraph(resolution_of(tuple(extractions), tuple(entities)), RUN)


def open_ended_graph() -> KnowledgeGraph:
    """Return a graph of an action since, and one until, a day: EDTF writes the open end as two dots."""
    [visiting] = COPY_SAYS.actions
    times = tuple(replace(visiting.times[0], value=value) for value in ("2026-01/..", "../2026-01", "2026~", "T04:00"))
    says = replace(COPY_SAYS, actions=(replace(visiting, times=times),))
    return KnowledgeGraph(
        resolution_of((says,), (replace(entity_named("Noor Zandbergen"), mentions=(NOOR_COPY,)),)), RUN
    )


GRAPHS = {"small": small_graph, "hostile": hostile_graph, "open-ended": open_ended_graph}


def triples_by_oxigraph(path: Path, media: ox.RdfFormat) -> set[str]:
    return {str(quad.triple) for quad in ox.parse(path=path, format=media)}


def graph_by_rdflib(path: Path, name: str) -> rdflib.Graph:
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=path.read_bytes(), format=name)
    flat = rdflib.Graph()
    for subject, relation, value, _ in dataset.quads():
        flat.add((subject, relation, value))
    return flat


@pytest.fixture(params=["for people", "for machines"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Have every graph written as a small one is, and as a large one."""
    monkeypatch.setattr("kg.export.dump.LARGE", 1 if request.param == "for machines" else 10**9)
    return str(request.param)


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("corpus", GRAPHS)
@pytest.mark.parametrize("filename", FORMATS)
def test_every_format_holds_the_same_triples_for_oxigraph(filename: str, corpus: str, tmp_path: Path) -> None:
    write, _, media = FORMATS[filename]
    write_nquads(GRAPHS[corpus](), tmp_path / "expected.nq", Options())

    write(GRAPHS[corpus](), tmp_path / filename, Options())

    expected = triples_by_oxigraph(tmp_path / "expected.nq", ox.RdfFormat.N_QUADS)
    assert triples_by_oxigraph(tmp_path / filename, media) == expected


@pytest.mark.usefixtures("way")
@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # its own parsers use what it deprecates
@pytest.mark.parametrize("corpus", GRAPHS)
@pytest.mark.parametrize("filename", FORMATS)
def test_every_format_holds_the_same_triples_for_rdflib(filename: str, corpus: str, tmp_path: Path) -> None:
    write, name, _ = FORMATS[filename]
    write_nquads(GRAPHS[corpus](), tmp_path / "expected.nq", Options())

    write(GRAPHS[corpus](), tmp_path / filename, Options())

    expected = graph_by_rdflib(tmp_path / "expected.nq", "nquads")
    assert isomorphic(to_isomorphic(graph_by_rdflib(tmp_path / filename, name)), to_isomorphic(expected))


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("filename", ["graph.nq", "graph.trig"])
def test_formats_with_named_graphs_hold_the_same_quads(filename: str, tmp_path: Path) -> None:
    write, _, media = FORMATS[filename]
    write_nquads(small_graph(), tmp_path / "expected.nq", Options())

    write(small_graph(), tmp_path / filename, Options())

    expected = set(ox.parse(path=tmp_path / "expected.nq", format=ox.RdfFormat.N_QUADS))
    assert set(ox.parse(path=tmp_path / filename, format=media)) == expected


@pytest.mark.parametrize("filename", [*FORMATS, "graph.nq.gz"])
def test_a_format_has_the_same_bytes_in_every_process(filename: str, way: str, tmp_path: Path) -> None:
    write = FORMATS.get(filename, (write_nquads,))[0]
    write(small_graph(), tmp_path / filename, Options())

    again = tmp_path / "again" / filename
    again.parent.mkdir()
    script = (
        "import sys; from pathlib import Path; import kg.export.dump; from kg.export.options import Options;"
        "from tests.corpus import small_graph; from tests.export.test_rdf import FORMATS, write_nquads;"
        f"kg.export.dump.LARGE = {1 if way == 'for machines' else 10**9};"
        "write = FORMATS.get(sys.argv[1], (write_nquads,))[0]; write(small_graph(), Path(sys.argv[2]), Options())"
    )
    command = [sys.executable, "-c", script, filename, str(again)]
    subprocess.run(command, check=True, cwd=Path(__file__).parents[2], env={"PYTHONHASHSEED": "7"})

    assert again.read_bytes() == (tmp_path / filename).read_bytes()


def test_a_graph_is_put_into_statements_once_for_all_formats(tmp_path: Path) -> None:
    graph = small_graph()

    assert dump_of(graph, Options(), tmp_path) is dump_of(graph, Options(), tmp_path)
    assert dump_of(graph, Options(), tmp_path) is not dump_of(graph, Options(with_text=False), tmp_path)


def test_a_graph_that_is_sorted_in_many_runs_has_the_same_dump(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = list(sorted_lines(quads(small_graph(), Options()), tmp_path))

    monkeypatch.setattr("kg.export.dump._RUN", 7)
    in_runs = list(sorted_lines(quads(small_graph(), Options()), tmp_path))

    assert in_runs == whole


def test_sorting_in_many_runs_keeps_few_files_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.export.dump._RUN", 2)
    monkeypatch.setattr("kg.export.dump._FILES", 4)
    opened = []

    def lines() -> Iterator[bytes]:
        for number in range(200):
            opened.append(len(os.listdir("/dev/fd")))
            yield f"{number % 90:02}\n".encode()

    found = list(each_once_sorted(lines(), tmp_path))

    levels = 4  # since 4 ** 4 > 100 runs
    assert found == [f"{number:02}\n".encode() for number in range(90)]
    assert max(opened) - opened[0] <= 4 * levels


def test_a_large_dump_is_on_the_disk_of_what_is_written_and_leaves_nothing_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.export.dump.LARGE", 1)
    monkeypatch.setattr("kg.export.dump._RUN", 7)
    graph = small_graph()

    write_turtle(graph, tmp_path / "graph.ttl", Options())

    dump = dump_of(graph, Options(), tmp_path).opened()
    assert os.fstat(dump.fileno()).st_dev == tmp_path.stat().st_dev
    assert [path.name for path in tmp_path.iterdir()] == ["graph.ttl"]
    del graph
    assert dump.closed


def test_ntriples_are_sorted_lines_each_once(tmp_path: Path) -> None:
    write_ntriples(small_graph(), tmp_path / "graph.nt", Options())

    lines = (tmp_path / "graph.nt").read_bytes().splitlines()

    assert lines == sorted(set(lines))


def test_nquads_are_sorted_lines_each_once(tmp_path: Path) -> None:
    write_nquads(small_graph(), tmp_path / "graph.nq", Options())

    lines = (tmp_path / "graph.nq").read_bytes().splitlines()

    assert lines == sorted(set(lines))


def test_nquads_are_canonical_for_oxigraph_too(tmp_path: Path) -> None:
    write_nquads(small_graph(), tmp_path / "graph.nq", Options())
    store = ox.Store()
    store.load(path=tmp_path / "graph.nq", format=ox.RdfFormat.N_QUADS)

    dumped = store.dump(format=ox.RdfFormat.N_QUADS)

    assert dumped is not None
    assert sorted(dumped.splitlines()) == (tmp_path / "graph.nq").read_bytes().splitlines()


def test_nquads_can_be_compressed(tmp_path: Path) -> None:
    write_nquads(small_graph(), tmp_path / "graph.nq", Options())
    write_nquads(small_graph(), tmp_path / "graph.nq.gz", Options())

    assert gzip.decompress((tmp_path / "graph.nq.gz").read_bytes()) == (tmp_path / "graph.nq").read_bytes()


def test_there_are_no_blank_nodes(tmp_path: Path) -> None:
    write_nquads(small_graph(), tmp_path / "graph.nq", Options())

    assert b" _:" not in (tmp_path / "graph.nq").read_bytes()


def test_turtle_of_one_article_is_relative_to_its_text(tmp_path: Path) -> None:
    noor = replace(entity_named("Noor Zandbergen"), mentions=(NOOR_COPY,))
    graph = KnowledgeGraph(resolution_of((COPY_SAYS,), (noor,)), RUN)

    write_turtle(graph, tmp_path / "graph.ttl", Options())

    assert "\n<#action=26,33> a kg:Action ;" in (tmp_path / "graph.ttl").read_text(encoding="utf-8")


def test_all_data_hangs_under_the_base_that_is_set(tmp_path: Path) -> None:
    write_nquads(small_graph(), tmp_path / "graph.nq", Options(base="https://krant.example/graaf/"))

    subjects = {line.split(b" ")[0] for line in (tmp_path / "graph.nq").read_bytes().splitlines()}

    assert {subject.startswith(b"<https://krant.example/graaf/") for subject in subjects} == {True}


@pytest.mark.parametrize("base", ["", "kg/", "https://a.example", "https://a.example/#", "file:///tmp/", "http://a b/"])
def test_a_base_that_data_cannot_hang_under_is_refused(base: str, tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="a base is an http"):
        write_nquads(small_graph(), tmp_path / "graph.nq", Options(base=base))


def test_without_text_no_sentence_is_written(tmp_path: Path) -> None:
    write_nquads(small_graph(), tmp_path / "graph.nq", Options(with_text=False))

    assert COPY.text.encode() not in (tmp_path / "graph.nq").read_bytes()
    assert b"anchorOf" not in (tmp_path / "graph.nq").read_bytes()
