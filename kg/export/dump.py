"""The canonical form of a graph: sorted N-Quads without blank nodes, which every other RDF format is made from."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from weakref import WeakKeyDictionary

from kg.export.options import Options
from kg.export.statements import quads
from kg.export.terms import Quad, Statement, Term
from kg.graph import KnowledgeGraph

LARGE = 40_000_000
"""Bytes of N-Quads, about 200,000 statements, from which on formats are written for machines and not for people."""

_made: WeakKeyDictionary[KnowledgeGraph, tuple[Options, bytes]] = WeakKeyDictionary()


def dump_of(graph: KnowledgeGraph, options: Options) -> bytes:
    """Return the sorted lines of N-Quads of a graph, each once; kept for as long as the graph is.

    See https://www.w3.org/TR/rdf-canon/#canonical-form: without blank nodes, sorting is all there is to it.

    Raises:
        OntologyError: the base of the options is no web address that data can hang under.
    """
    known = _made.get(graph)
    if known and known[0] == options:
        return known[1]
    dump = "".join(sorted_lines(quads(graph, options))).encode()
    _made[graph] = (options, dump)
    return dump


def is_large(dump: bytes) -> bool:
    """Tell whether a graph is too large to be laid out for people."""
    return len(dump) >= LARGE


def triples_of(dump: bytes) -> bytes:
    """Return the sorted lines of N-Triples of a dump, each once: a triple may stand in several graphs.

    The lines of one triple follow each other, since their graphs are all that differs.
    """
    lines = (line[: line.rindex(b" <")] + b" .\n" for line in dump.splitlines())
    return b"".join(triple for triple, _ in groupby(lines))


def statements_of(dump: bytes) -> Iterator[Statement]:
    """Yield the triples of a dump, each once, in its order."""
    for line in _lines(triples_of(dump)):
        subject, relation, rest = line.split(" ", 2)
        yield subject, relation, rest.removesuffix(" .")


def quads_of(dump: bytes) -> Iterator[Quad]:
    """Yield the quads of a dump, in its order."""
    for line in _lines(dump):
        subject, relation, rest = line.removesuffix(" .").split(" ", 2)
        value, _, name = rest.rpartition(" ")
        yield subject, relation, value, name


def sorted_lines(found: Iterable[Quad]) -> Iterator[str]:
    """Yield each quad as a line once, sorted: by subject first, which takes a third of the comparisons."""
    by_subject: dict[Term, set[str]] = {}
    for quad in found:
        by_subject.setdefault(quad[0], set()).add(f"{' '.join(quad)} .\n")
    for subject in sorted(by_subject):
        yield from sorted(by_subject[subject])


def _lines(content: bytes) -> list[str]:
    """Return lines as N-Quads breaks them; `str.splitlines` breaks at more."""
    return content.decode().split("\n")[:-1]
