"""Writes a knowledge graph as compact JSON-LD with its own context, so that a reader needs no network.

Written by hand because pyoxigraph does not compact and rdflib's order changes from run to run. Without blank nodes,
lists and named graphs compaction is a table: see https://www.w3.org/TR/json-ld11/
"""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pyoxigraph as ox

from kg.export.dump import triples_of
from kg.export.options import Options
from kg.export.plain import write_plain
from kg.export.rdf import parsed, prefixes, sections
from kg.graph import KnowledgeGraph
from kg.ontology import NAMESPACE, PREFIXES, enumerations, ranges

Json = dict[str, Any]

_TYPE = PREFIXES["rdf"] + "type"
_INTEGER, _BOOLEAN = PREFIXES["xsd"] + "integer", PREFIXES["xsd"] + "boolean"
_STRING = PREFIXES["xsd"] + "string"
_OUTSIDE_RANGES: Mapping[str, str] = MappingProxyType(
    {
        "dct:license": "@id",
        "dct:publisher": "@id",
        "dct:source": "@id",
        "nif:beginIndex": _INTEGER,
        "nif:endIndex": _INTEGER,
        "org:member": "@id",
        "org:organization": "@id",
        "org:role": "@id",
        "owl:sameAs": "@id",
        "prov:used": "@id",
        "prov:wasAssociatedWith": "@id",
        "prov:wasDerivedFrom": "@id",
        "prov:wasGeneratedBy": "@id",
        "rdfs:subPropertyOf": "@id",
        "skos:closeMatch": "@id",
    }
)
"""What the values of properties of other vocabularies are."""


def write_jsonld(graph: KnowledgeGraph, path: Path, options: Options) -> None:
    """Write JSON-LD: one object for each subject, its IRI relative to the base; a large graph is not compacted."""
    found = triples_of(graph, options, path.parent)
    if found.is_large:
        write_plain(found.opened(), path, ox.RdfFormat.JSON_LD, {})
        return
    triples = parsed(statement for _, each in sections(found, options) for statement in each)
    document = {"@context": context(options.base), "@graph": list(_subjects(triples, options.base).values())}
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def context(base: str) -> Json:
    """Return the JSON-LD context: terms of kg need no prefix, and each property knows what its values are."""
    coercions = {name: {"@type": _coercion(kind)} for name, kind in sorted(ranges().items()) if _coercion(kind)}
    outside = {name: {"@id": name, "@type": kind} for name, kind in _OUTSIDE_RANGES.items()}
    return {
        "@base": base,
        "@vocab": NAMESPACE,
        "id": "@id",
        "type": "@type",
        **_names(base),
        **coercions,
        **outside,
    }


def _subjects(triples: Iterable[ox.Triple], base: str) -> dict[str, Json]:
    """Return the object of each subject, in the order of the triples."""
    found: dict[str, Json] = {}
    for triple in triples:
        subject, relation, value = triple.subject, triple.predicate, triple.object
        if isinstance(subject, ox.NamedNode) and isinstance(value, ox.NamedNode | ox.Literal):
            thing = found.setdefault(subject.value, {"id": _relative(subject.value, base)})
            key = "type" if relation.value == _TYPE else _compact(relation.value, base)
            thing.setdefault(key, []).append(_value(key, value, base))
    return {iri: {key: _single(values) for key, values in thing.items()} for iri, thing in found.items()}


def _value(key: str, value: ox.NamedNode | ox.Literal, base: str) -> Any:
    if isinstance(value, ox.NamedNode):
        return _reference(key, value.value, base)
    if value.language:
        return {"@language": value.language, "@value": value.value}
    datatype = value.datatype.value
    if _kind(key) == datatype == _INTEGER:
        return int(value.value)
    if _kind(key) == datatype == _BOOLEAN:
        return value.value == "true"
    if datatype == (_kind(key) or _STRING):
        return value.value
    return {"@type": _compact(datatype, base), "@value": value.value}


def _reference(key: str, iri: str, base: str) -> Any:
    if key == "type":
        return _compact(iri, base)
    if _kind(key) == "@vocab":
        return iri.removeprefix(NAMESPACE)
    return _relative(iri, base) if _kind(key) == "@id" else {"id": _relative(iri, base)}


@cache
def _kind(key: str) -> str:
    """Return what the context takes the values of a key for, or the empty string."""
    return _OUTSIDE_RANGES.get(key, "") or _coercion(ranges().get(key, ""))


def _coercion(kind: str) -> str:
    """Return how JSON-LD reads the values of a property with this range; plain strings need no word."""
    if kind in ("", _STRING, PREFIXES["rdf"] + "langString"):
        return ""
    if kind.startswith(PREFIXES["xsd"]):
        return kind
    return "@vocab" if kind.removeprefix(NAMESPACE) in enumerations() else "@id"


def _compact(iri: str, base: str) -> str:
    """Return an IRI in the words of the context."""
    if iri.startswith(NAMESPACE):
        return iri.removeprefix(NAMESPACE)
    found = next((name for name, start in _names(base).items() if iri.startswith(start)), "")
    return f"{found}:{iri.removeprefix(_names(base)[found])}" if found else iri


def _names(base: str) -> dict[str, str]:
    """Return the prefixes of properties and classes; IRIs of things are relative to the base."""
    return {**PREFIXES, "act": prefixes(base)["act"]}


def _relative(iri: str, base: str) -> str:
    return iri.removeprefix(base) or iri


def _single(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values
