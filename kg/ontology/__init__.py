"""The vocabulary of ontology/ as a closed namespace: a term that kg.ttl does not declare cannot be used.

Read from `ontology/` beside the package in a checkout, and from `kg/_ontology` where kg is installed.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType

import pyoxigraph as ox

from kg.errors import OntologyError

NAMESPACE = "https://w3id.org/newskg/ontology#"
VERSION = "https://w3id.org/newskg/ontology/0.1.0"
SHAPES = "https://w3id.org/newskg/shapes"
PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "kg": NAMESPACE,
        "dcat": "http://www.w3.org/ns/dcat#",
        "dct": "http://purl.org/dc/terms/",
        "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
        "org": "http://www.w3.org/ns/org#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "prov": "http://www.w3.org/ns/prov#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "void": "http://rdfs.org/ns/void#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)
"""The prefixes that kg writes and that every question may use undeclared."""


def term(name: str) -> str:
    """Return the IRI of a term of the vocabulary.

    >>> term("agent")
    'https://w3id.org/newskg/ontology#agent'

    Raises:
        OntologyError: kg.ttl declares no such term.
    """
    if name not in terms():
        raise OntologyError("kg.ttl declares no such term", where=f"kg:{name}")
    return NAMESPACE + name


def term_of(member: StrEnum) -> str:
    """Return the IRI that stands for a member of an enumeration of `kg.model`.

    Raises:
        OntologyError: no term of kg.ttl has it as its kg:codeName.
    """
    name = f"{type(member).__name__}.{member.name}"
    try:
        return code_names()[name]
    except KeyError:
        raise OntologyError("no term of kg.ttl has this kg:codeName", where=name) from None


@cache
def terms() -> frozenset[str]:
    """Return the names, without namespace, of all terms that kg.ttl declares."""
    return frozenset(_local(subject) for subject, _, _ in _statements() if subject.startswith(NAMESPACE))


@cache
def code_names() -> Mapping[str, str]:
    """Return the IRI of each term that stands for a member of an enumeration, by `Enumeration.MEMBER`."""
    declared = ((name, subject) for subject, relation, name in _statements() if relation == NAMESPACE + "codeName")
    return MappingProxyType(dict(declared))


@cache
def ranges() -> Mapping[str, str]:
    """Return the IRI of the range of each property of the vocabulary, by the name of the property."""
    range_of = PREFIXES["rdfs"] + "range"
    declared = ((_local(subject), kind) for subject, relation, kind in _statements() if relation == range_of)
    return MappingProxyType(dict(declared))


@cache
def enumerations() -> frozenset[str]:
    """Return the names of the classes whose members the vocabulary itself lists, such as Polarity."""
    kinds = {kind for _, relation, kind in _statements() if relation == PREFIXES["rdf"] + "type"}
    return frozenset(_local(kind) for kind in kinds if kind.startswith(NAMESPACE))


def folder() -> Path:
    """Return the folder with kg.ttl, shapes.ttl, queries/ and checks/.

    Raises:
        OntologyError: kg is installed without it.
    """
    package = Path(__file__).parents[1]
    for candidate in (package / "_ontology", package.parent / "ontology"):
        if (candidate / "kg.ttl").is_file():
            return candidate
    raise OntologyError("kg.ttl is not installed; install kg anew", where=package / "_ontology")


def question_files(name: str = "queries") -> Mapping[str, Path]:
    """Return the SPARQL files of a folder of the ontology, by name without ending."""
    return MappingProxyType({path.stem: path for path in sorted((folder() / name).glob("*.rq"))})


@cache
def _statements() -> tuple[tuple[str, str, str], ...]:
    """Return kg.ttl as triples of plain strings; it has no blank nodes."""
    path = folder() / "kg.ttl"
    try:
        parsed = [
            (quad.subject, quad.predicate, quad.object) for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE)
        ]
    except (OSError, SyntaxError) as error:
        raise OntologyError(f"cannot be read: {error}", where=path) from error
    return tuple(
        (subject.value, predicate.value, value.value)
        for subject, predicate, value in parsed
        if isinstance(subject, ox.NamedNode) and isinstance(value, ox.NamedNode | ox.Literal)
    )


def _local(iri: str) -> str:
    return iri.removeprefix(NAMESPACE)
