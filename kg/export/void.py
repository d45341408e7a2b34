"""Writes a description of the data set: what it holds, in which formats, and what it is linked to.

See https://www.w3.org/TR/void/ and https://www.w3.org/TR/vocab-dcat-3/
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

from kg.export.dump import statements_of, triples_of
from kg.export.iris import iris_of, slug
from kg.export.options import Options
from kg.export.rdf import turtle
from kg.export.terms import Statement, about, integer, iri, named, text
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
    }
)


def write_void(graph: KnowledgeGraph, path: Path, options: Options) -> None:
    """Write the description as Turtle. It holds no date and no licence: the one who publishes the data adds them."""
    statements = list(statements_of(triples_of(graph, options, path.parent)))
    parts = (
        ("Data set", _describe_dataset(graph, statements, options)),
        ("Files", _describe_dumps(options)),
        ("Links", _describe_linksets(statements, options)),
        ("Classes and properties", _describe_partitions(statements, options)),
    )
    described = [(title, found) for title, each in parts if (found := list(each))]
    path.write_bytes(turtle(described, options, options.base))


def _describe_dataset(graph: KnowledgeGraph, statements: list[Statement], options: Options) -> Iterator[Statement]:
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
        ("void:triples", integer(len(statements))),
        ("void:entities", integer(len(graph.entities))),
        ("void:documents", integer(len(graph.documents))),
        ("void:distinctSubjects", integer(len({subject for subject, _, _ in statements}))),
        ("void:distinctObjects", integer(len({value for _, _, value in statements}))),
    )


def _describe_dumps(options: Options) -> Iterator[Statement]:
    for filename, media in _DUMPS.items():
        dump, file = iri(f"{options.base}dataset/{filename}"), iri(options.base + filename)
        yield from about(_dataset(options), ("void:dataDump", file), ("dcat:distribution", dump))
        yield from about(
            dump,
            ("rdf:type", named("dcat:Distribution")),
            ("dcat:downloadURL", file),
            ("dcat:mediaType", iri(_MEDIA_TYPES + media)),
        )


def _describe_linksets(statements: Iterable[Statement], options: Options) -> Iterator[Statement]:
    same = named("owl:sameAs")
    hosts = Counter(_site(value.strip("<>")) for _, relation, value in statements if relation == same)
    for host, links in sorted(hosts.items()):
        linkset = iri(f"{options.base}dataset/links/{slug(host)}")
        yield from about(
            linkset,
            ("rdf:type", named("void:Linkset")),
            ("void:subjectsTarget", _dataset(options)),
            ("void:objectsTarget", iri(host)),
            ("void:linkPredicate", same),
            ("void:triples", integer(links)),
        )


def _describe_partitions(statements: Iterable[Statement], options: Options) -> Iterator[Statement]:
    """Yield how many things there are of each class, and how many statements with each property."""
    kinds = Counter(value for _, relation, value in statements if relation == named("rdf:type"))
    relations = Counter(relation for _, relation, _ in statements)
    for part, count, found in (("class", "void:entities", kinds), ("property", "void:triples", relations)):
        for term, times in sorted(found.items()):
            node = iri(f"{options.base}dataset/{part}/{slug(term[1:-1])}")
            yield from about(_dataset(options), (f"void:{part}Partition", node))
            yield from about(node, (f"void:{part}", term), (count, integer(times)))


def _dataset(options: Options) -> str:
    return iri(f"{options.base}dataset")


def _site(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}/"
