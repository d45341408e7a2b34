"""Writes a knowledge graph as compact JSON-LD with its own context, so that a reader needs no network.

Written by hand because pyoxigraph does not compact, and rdflib's order changes from run to run. Without blank nodes,
lists and named graphs compaction is a table: see https://www.w3.org/TR/json-ld11/
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain, groupby
from operator import itemgetter
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kg.export.dump import statements_of, triples_of
from kg.export.options import Options
from kg.export.rdf import prefixes, sections
from kg.export.terms import Statement, Term
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
    """Write JSON-LD: one object for each subject, its IRI relative to the base; in a large graph, each on a line."""
    triples = triples_of(graph, options, path.parent)
    found = statements_of(triples) if triples.is_large else chain(*(each for _, each in sections(triples, options)))
    things = (_thing(subject, about, options.base) for subject, about in groupby(found, itemgetter(0)))
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(_document(things, options.base, indent=None if triples.is_large else 1))


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


def _document(things: Iterable[Json], base: str, *, indent: int | None) -> Iterator[str]:
    """Yield the pieces of a document of so many things, which are made one at a time."""
    encode = json.JSONEncoder(ensure_ascii=False, indent=indent).encode
    whole = json.dumps({"@context": context(base), "@graph": []}, ensure_ascii=False, indent=1)
    head, _, end = whole.rpartition("]")
    yield head
    for number, thing in enumerate(things):
        yield ",\n  " if number else "\n  "
        yield encode(thing).replace("\n", "\n  ")
    yield f"\n ]{end}\n"


def _thing(subject: Term, statements: Iterable[Statement], base: str) -> Json:
    """Return the object of a subject, in the order of its statements."""
    values: dict[str, list[Any]] = {}
    for _, relation, value in statements:
        key = _key(relation, base)
        values.setdefault(key, []).append(_value(key, value, base))
    single = {key: found[0] if len(found) == 1 else found for key, found in values.items()}
    return {"id": _relative(subject[1:-1], base), **single}


def _value(key: str, term: Term, base: str) -> Any:
    if term.startswith("<"):
        return _reference(key, term[1:-1], base)
    quoted, mark, kind = _parts(term)
    if mark == "@":
        return {"@language": kind, "@value": quoted}
    wanted = _kind(key)
    if wanted == kind == _INTEGER:
        return int(quoted)
    if wanted == kind == _BOOLEAN:
        return quoted == "true"
    return quoted if kind == (wanted or _STRING) else {"@type": _compact(kind, base), "@value": quoted}


def _parts(literal: Term) -> tuple[str, str, str]:
    """Return the text of a literal, `@` or `^^`, and its language or datatype; canonical escapes are those of JSON."""
    end = literal.rindex('"') + 1
    text, rest = json.loads(literal[:end]), literal[end:]
    return (text, "@", rest[1:]) if rest.startswith("@") else (text, "^^", rest[3:-1] or _STRING)


def _reference(key: str, iri: str, base: str) -> Any:
    if key == "type":
        return _compact(iri, base)
    if _kind(key) == "@vocab":
        return iri.removeprefix(NAMESPACE)
    return _relative(iri, base) if _kind(key) == "@id" else {"id": _relative(iri, base)}


@cache
def _key(relation: Term, base: str) -> str:
    return "type" if relation[1:-1] == _TYPE else _compact(relation[1:-1], base)


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


@cache
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
