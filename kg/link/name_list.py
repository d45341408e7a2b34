"""A list of names with their IRIs, as a newsroom or an archive keeps one: CSV or RDF.

CSV and TSV have a header with the columns `name` and `iri`, and if need be `type` (Person, Organisation, Place ...: the
entity types of kg). In RDF every literal label of an IRI is a name for it: `rdfs:label`, `skos:prefLabel`,
`skos:altLabel`, `foaf:name`, `schema:name` and `schema:alternateName`.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import pyoxigraph as ox

from kg.characters import folded, is_iri
from kg.errors import LinkError
from kg.link.linker import Linker
from kg.model import Entity, EntityType, Link

_DELIMITERS = {".csv": ",", ".tsv": "\t"}
_FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".jsonld": ox.RdfFormat.JSON_LD,
}
SUFFIXES = (*_DELIMITERS, *_FORMATS)
"""Endings of the files that can be read."""

_LABELS = frozenset(
    {
        "http://www.w3.org/2000/01/rdf-schema#label",
        "http://www.w3.org/2004/02/skos/core#prefLabel",
        "http://www.w3.org/2004/02/skos/core#altLabel",
        "http://xmlns.com/foaf/0.1/name",
        "http://schema.org/name",
        "http://schema.org/alternateName",
        "https://schema.org/name",
        "https://schema.org/alternateName",
    }
)

SURE = 0.95
"""Confidence of a name that the list has for one thing only; of `n` things each has that of one in `n`."""

Entry = tuple[str, str, str]
"""Name, IRI, entity type or the empty string."""


def read_name_list(path: Path) -> Linker:
    """Return what links entities to the things of a list of names.

    Raises:
        LinkError: the file cannot be read, or has no names.
    """
    known: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for name, iri, kind in _entries(path):
        known[folded(name)][iri] = kind
    known.pop("", None)
    if not known:
        raise LinkError("has no names with an IRI", where=path)
    reason = f"name in {path.name}"
    return lambda entities: _found(entities, known, reason)


def _found(entities: Sequence[Entity], known: Mapping[str, Mapping[str, str]], reason: str) -> dict[str, list[Link]]:
    return {entity.id: links for entity in entities if (links := list(_links(entity, known, reason)))}


def _links(entity: Entity, known: Mapping[str, Mapping[str, str]], reason: str) -> Iterator[Link]:
    """Yield the links of an entity by its fullest name in the list."""
    for name in (entity.label, *sorted(entity.aliases, key=len, reverse=True)):
        iris = sorted(iri for iri, kind in known.get(folded(name), {}).items() if kind in ("", entity.type.value))
        if iris:
            yield from (Link(iri, round(SURE / len(iris), 2), reason) for iri in iris)
            return


def _entries(path: Path) -> Iterable[Entry]:
    suffix = path.suffix.lower()
    try:
        if suffix in _DELIMITERS:
            return _rows(path, _DELIMITERS[suffix])
        return list(_labels(path, _FORMATS[suffix]))
    except (OSError, UnicodeDecodeError, SyntaxError, csv.Error) as error:
        raise LinkError(f"cannot be read: {error}", where=path) from error


def _rows(path: Path, delimiter: str) -> list[Entry]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file, delimiter=delimiter, strict=True)
        columns = rows.fieldnames or ()
        if missing := sorted({"name", "iri"} - set(columns)):
            raise LinkError(f"has no column {missing[0]!r}", where=path)
        return [_entry(row, f"{path}, line {rows.line_num}") for row in rows]


def _entry(row: Mapping[str, str | None], where: str) -> Entry:
    name, iri, kind = ((row.get(column) or "").strip() for column in ("name", "iri", "type"))
    if kind and kind not in list(EntityType):
        raise LinkError(f"{kind!r} is no type; there are {', '.join(EntityType)}", where=where)
    if not (is_iri(iri) and iri.startswith(("http://", "https://", "urn:"))):
        raise LinkError(f"{iri!r} is no IRI", where=where)
    return name, iri, kind


def _labels(path: Path, format: ox.RdfFormat) -> Iterator[Entry]:
    for quad in ox.parse(path=path, format=format):
        named = isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal)
        if named and quad.predicate.value in _LABELS:
            yield quad.object.value, quad.subject.value, ""
