"""Writes a description of the data set: what it holds, in which formats, and what it is linked to.

See https://www.w3.org/TR/void/ and https://www.w3.org/TR/vocab-dcat-3/
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

from kg.export.dump import Lines, each_once_sorted, statements_of, triples_of
from kg.export.iris import iris_of, slug
from kg.export.options import Options
from kg.export.rdf import turtle
from kg.export.terms import Statement, Term, about, integer, iri, named, text
from kg.graph import KnowledgeGraph
from kg.ontology import NAMESPACE, SHAPES, VERSION

_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
_DUMPS: Mapping[str, str] = MappingProxyType(
    {
        "graph.nq": "application/n-quads",
        "graph.nt": "application/n-triples",
        "graph.trig": "application/trig",
        "graph.ttl": "text/turtle",
        "graph.jsonld": "application/ld+json",
        "graph.rdf": "application/rdf+xml",
        "graph.nq.gz": "application/n-quads",
    }
)
_LINKS: Mapping[str, str] = MappingProxyType({"owl:sameAs": "", "skos:closeMatch": "close/"})
"""Properties that link to other data sets, each with the part of a path that tells its links apart."""
_COMPRESSED = ".gz"


@dataclass(frozen=True, slots=True)
class _Counted:
    """How much there is of everything in a graph, by term."""

    triples: int
    subjects: int
    objects: int
    classes: Mapping[Term, int]
    properties: Mapping[Term, int]
    links: Mapping[tuple[str, str], int]
    """By the prefixed name of the property that links, and the site that is linked to."""


def write_void(graph: KnowledgeGraph, path: Path, options: Options) -> None:
    """Write the description as Turtle. It holds no date and no licence: the one who publishes the data adds them."""
    counted = _count(triples_of(graph, options, path.parent), path.parent)
    parts = (
        ("Data set", _describe_dataset(graph, counted, options)),
        ("Files", _describe_dumps(path.parent, options)),
        ("Links", _describe_linksets(counted, options)),
        ("Classes and properties", _describe_partitions(counted, options)),
    )
    described = [(title, found) for title, each in parts if (found := list(each))]
    path.write_bytes(turtle(described, options, options.base))


def _describe_dataset(graph: KnowledgeGraph, counted: _Counted, options: Options) -> Iterator[Statement]:
    run = iris_of(graph.documents, options.base).run(graph.run)
    yield from about(
        _dataset(options),
        ("rdf:type", named("void:Dataset")),
        ("rdf:type", named("dcat:Dataset")),
        ("dct:title", text("Kennisgraaf van het nieuws", "nl")),
        ("dct:title", text("News knowledge graph", "en")),
        ("dct:conformsTo", iri(VERSION)),
        ("dct:conformsTo", iri(SHAPES)),
        ("prov:wasGeneratedBy", iri(run)),
        ("void:vocabulary", iri(NAMESPACE)),
        ("void:uriSpace", text(options.base)),
        ("void:triples", integer(counted.triples)),
        ("void:entities", integer(len(graph.entities))),
        ("void:documents", integer(len(graph.documents))),
        ("void:distinctSubjects", integer(counted.subjects)),
        ("void:distinctObjects", integer(counted.objects)),
    )


def _describe_dumps(folder: Path, options: Options) -> Iterator[Statement]:
    """Yield where the files can be had that were written before this description."""
    for filename, media in _DUMPS.items():
        if (folder / filename).is_file():
            dump, file = iri(f"{options.base}dataset/{filename}"), iri(options.base + filename)
            is_compressed = filename.endswith(_COMPRESSED)
            yield from about(_dataset(options), ("void:dataDump", file), ("dcat:distribution", dump))
            yield from about(
                dump,
                ("rdf:type", named("dcat:Distribution")),
                ("dcat:downloadURL", file),
                ("dcat:mediaType", iri(_MEDIA_TYPES + media)),
                ("dcat:compressFormat", iri(_MEDIA_TYPES + "application/gzip") if is_compressed else None),
            )


def _describe_linksets(counted: _Counted, options: Options) -> Iterator[Statement]:
    for (relation, host), links in sorted(counted.links.items()):
        linkset = iri(f"{options.base}dataset/links/{_LINKS[relation]}{slug(host)}")
        yield from about(_dataset(options), ("void:subset", linkset))
        yield from about(
            linkset,
            ("rdf:type", named("void:Linkset")),
            ("void:subjectsTarget", _dataset(options)),
            ("void:objectsTarget", iri(host)),
            ("void:linkPredicate", named(relation)),
            ("void:triples", integer(links)),
        )


def _describe_partitions(counted: _Counted, options: Options) -> Iterator[Statement]:
    """Yield how many things there are of each class, and how many statements with each property."""
    partitions = (("class", "void:entities", counted.classes), ("property", "void:triples", counted.properties))
    for part, count, found in partitions:
        for term, times in sorted(found.items()):
            node = iri(f"{options.base}dataset/{part}/{slug(term[1:-1])}")
            yield from about(_dataset(options), (f"void:{part}Partition", node))
            yield from about(node, (f"void:{part}", term), (count, integer(times)))


def _count(triples: Lines, folder: Path) -> _Counted:
    """Return how much there is of everything in sorted triples; only what is counted by term is held in memory."""
    classes: Counter[Term] = Counter()
    properties: Counter[Term] = Counter()
    links: Counter[tuple[str, str]] = Counter()
    linking = {named(relation): relation for relation in _LINKS}
    for _, relation, value in statements_of(triples):
        properties[relation] += 1
        if relation == named("rdf:type"):
            classes[value] += 1
        elif relation in linking:
            links[linking[relation], _site(value[1:-1])] += 1
    subjects = sum(1 for _ in groupby(subject for subject, _, _ in statements_of(triples)))
    values = (f"{value}\n".encode() for _, _, value in statements_of(triples))
    objects = sum(1 for _ in each_once_sorted(values, folder))
    return _Counted(properties.total(), subjects, objects, classes, properties, links)


def _dataset(options: Options) -> str:
    return iri(f"{options.base}dataset")


def _site(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}/"
