"""Writes a knowledge graph as RDF: N-Quads and TriG with named graphs; N-Triples, Turtle and RDF/XML without.

All formats hold the same triples, those of the dump. A small graph is laid out for people: pyoxigraph writes it in a
reading order of ours, below a head of our own. A large one is written as it comes, see `kg.export.plain`.
"""

import gzip
import re
from collections.abc import Iterable, Sequence
from functools import partial
from heapq import merge
from itertools import groupby
from pathlib import Path
from shutil import copyfileobj

import pyoxigraph as ox

from kg.export.dump import Lines, dump_of, quads_of, sorted_lines, statements_of, stored, triples_of
from kg.export.iris import iris_of
from kg.export.options import Options
from kg.export.order import Sections, in_reading_order
from kg.export.plain import write_plain
from kg.export.statements import reified
from kg.export.terms import Statement
from kg.graph import KnowledgeGraph
from kg.lang import available
from kg.model import EntityType
from kg.ontology import PREFIXES

_HEAD = re.compile(rb"\A(?:@(?:prefix|base) [^\n]*\n)*")
_STRING_OR_OTHER_HOST = re.compile(rb'"(?:[^"\\]|\\.)*"|<//')
_NEXT_SUBJECT = re.compile(rb"\n(?=[^ \n])")
_COMPRESSION = 6
_PIECE = 1 << 20
_PLAIN = "nl"
"""Language whose verbs have the plain prefixes; those of others bear its code: `act-en`."""


def write_nquads(graph: KnowledgeGraph, path: Path, options: Options) -> None:
    """Write sorted N-Quads, the canonical form; compressed where the name ends in `.gz`, always to the same bytes."""
    dump = dump_of(graph, options, path.parent).opened()
    with path.open("wb") as file:
        if path.suffix == ".gz":
            with gzip.GzipFile("", "wb", _COMPRESSION, file, mtime=0) as compressed:
                copyfileobj(dump, compressed, _PIECE)
        else:
            copyfileobj(dump, file, _PIECE)


def write_ntriples(graph: KnowledgeGraph, path: Path, options: Options) -> None:
    """Write sorted N-Triples, each once."""
    with path.open("wb") as file:
        copyfileobj(triples_of(graph, options, path.parent).opened(), file, _PIECE)


def write_trig(graph: KnowledgeGraph, path: Path, options: Options) -> None:
    """Write TriG: Turtle with the named graphs."""
    dump = dump_of(graph, options, path.parent)
    if dump.is_large:
        write_plain(dump.opened(), path, ox.RdfFormat.TRIG, prefixes(options.base))
        return
    named: dict[str, list[Statement]] = {}
    for subject, relation, value, name in quads_of(dump):
        named.setdefault(name, []).append((subject, relation, value))
    body = b"".join(_graph_block(name, named[name], options) for name in sorted(named))
    path.write_bytes(_head(body, options, options.base) + body)


def write_turtle(graph: KnowledgeGraph, path: Path, options: Options) -> None:
    """Write Turtle: articles first, then who is in them, what they do and say, and where it stands.

    The IRIs of a graph of one article are relative to its text: `<#action=48,55>`.
    """
    triples = triples_of(graph, options, path.parent)
    if triples.is_large:
        write_plain(triples.opened(), path, ox.RdfFormat.TURTLE, prefixes(options.base))
        return
    texts = iris_of(graph.documents, options.base).texts
    base = next(iter(texts.values())) if len(texts) == 1 else options.base
    path.write_bytes(turtle(sections(triples, options), options, base))


def write_rdfxml(graph: KnowledgeGraph, path: Path, options: Options) -> None:
    """Write RDF/XML."""
    triples = triples_of(graph, options, path.parent)
    if triples.is_large:
        write_plain(triples.opened(), path, ox.RdfFormat.RDF_XML, prefixes(options.base))
        return
    statements = [statement for _, each in sections(triples, options) for statement in each]
    content = ox.serialize(parsed(statements), format=ox.RdfFormat.RDF_XML, prefixes=prefixes(options.base)) or b""
    declaration, _, rest = content.partition(b"<rdf:RDF")
    body = rest.partition(b">")[2]
    used = {"rdf": PREFIXES["rdf"], **_used_prefixes(body, options)}
    names = "".join(f'\n    xmlns:{name}="{iri}"' for name, iri in used.items())
    path.write_bytes(declaration + f"<rdf:RDF{names}>".encode() + body)


def write_rdf12(graph: KnowledgeGraph, path: Path, options: Options) -> None:
    """Write TriG of RDF 1.2, in which each action reifies the direct edges that it is about, facts or not."""
    folder = path.parent
    about = sorted_lines(reified(graph, options), folder)
    both = (line for line, _ in groupby(merge(dump_of(graph, options, folder).opened(), about)))
    with stored(both, folder).opened() as whole:
        write_plain(whole, path, ox.RdfFormat.TRIG, prefixes(options.base))


def turtle(ordered: Sections, options: Options, base: str) -> bytes:
    """Return Turtle with a comment above each section; IRIs are relative to `base`."""
    body = b"".join(
        f"\n# {title}\n\n".encode() + _block(statements, options, base).strip(b"\n") + b"\n"
        for title, statements in ordered
    )
    return _head(body, options, base) + body


def sections(triples: Lines, options: Options) -> Sections:
    """Return the statements of N-Triples by section of what they are about."""
    return in_reading_order(statements_of(triples), options.base)


def parsed(statements: Iterable[Statement]) -> list[ox.Triple]:
    """Return statements as pyoxigraph's values, in the same order."""
    lines = "".join(f"{' '.join(statement)} .\n" for statement in statements)
    return [quad.triple for quad in ox.parse(lines, format=ox.RdfFormat.N_TRIPLES)]


def prefixes(base: str) -> dict[str, str]:
    """Return the prefixes of the ontology and of the data, those of the data under a base."""
    kinds = {kind.value.lower(): f"{base}id/{kind.value.lower()}/" for kind in EntityType}
    data = {name: f"{base}{name}/" for name in ("function", "link", "membership", "run", "software", "source")}
    others = {"act": f"{base}act/{_PLAIN}/", "verb": f"{base}verb/{_PLAIN}/", "edtf": f"{base}time/"}
    abroad = {
        f"{kind}-{code}": f"{base}{kind}/{code}/" for kind in ("act", "verb") for code in available() if code != _PLAIN
    }
    return {**PREFIXES, **kinds, **others, **abroad, **data}


def _graph_block(name: str, statements: Iterable[Statement], options: Options) -> bytes:
    ordered = [statement for _, each in in_reading_order(statements, options.base) for statement in each]
    block = _block(ordered, options, options.base).strip(b"\n")
    return f"\n<{name[1:-1].removeprefix(options.base)}> {{\n\n".encode() + block + b"\n}\n"


def _block(statements: Sequence[Statement], options: Options, base: str) -> bytes:
    """Return Turtle without its head, one blank line between subjects."""
    names = prefixes(options.base)
    content = ox.serialize(parsed(statements), format=ox.RdfFormat.TURTLE, prefixes=names, base_iri=base)
    body = _HEAD.sub(b"", content or b"", count=1).replace(b"\t", b"    ")
    spelled = _STRING_OR_OTHER_HOST.sub(partial(_with_scheme, base.partition(":")[0].encode()), body)
    return _NEXT_SUBJECT.sub(b"\n\n", spelled)


def _with_scheme(scheme: bytes, found: re.Match[bytes]) -> bytes:
    """Return an address on another host than that of the base in full; pyoxigraph leaves its scheme out."""
    return b"<" + scheme + b"://" if found[0] == b"<//" else found[0]


def _head(body: bytes, options: Options, base: str) -> bytes:
    names = _used_prefixes(body, options)
    return "".join((f"@base <{base}> .\n", *(f"@prefix {name}: <{iri}> .\n" for name, iri in names.items()))).encode()


def _used_prefixes(body: bytes, options: Options) -> dict[str, str]:
    """Return the prefixes that a body uses, and those that its texts only seem to."""
    found = {name.decode() for name in re.findall(rb"(?<![\w-])([a-z-]+):", body)}
    return {name: iri for name, iri in prefixes(options.base).items() if name in found}
