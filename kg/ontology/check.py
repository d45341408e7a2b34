"""Checks that a written graph is as ontology/shapes.ttl and ontology/checks say.

Shapes look at one thing and its own values, so a graph is checked in pieces; rules that look across things are set
queries, because pySHACL needs seconds for what Oxigraph answers at once.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from itertools import islice
from pathlib import Path

import pyoxigraph as ox
import rdflib
from pyshacl import validate
from rdflib.namespace import SH

from kg.errors import OntologyError
from kg.ontology import NAMESPACE, PREFIXES, folder, question_files, terms
from kg.ontology.store import open_store

_PIECE = 1000
"""Things that are checked against the shapes at once."""
_MESSAGE = re.compile(r"#\s*(.+)")
_USED_TERMS = "SELECT DISTINCT ?used WHERE { { ?s ?used ?o } UNION { ?s a ?used } UNION { ?s ?p ?used } }"
_PLACE = """SELECT ?article ?words WHERE {
  %s (^kg:denotes)?/kg:inSentence? ?place .
  ?place a kg:Sentence ; kg:inDocument/dct:identifier ?article .
  OPTIONAL { ?place nif:anchorOf ?words }
} ORDER BY ?article STR(?place) LIMIT 1"""
"""Where a thing stands: a sentence, what is in one, or what the mentions in one denote."""

Node = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


class Severity(StrEnum):
    """How bad a finding is."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing in a graph that is not as it must be."""

    severity: Severity
    message: str
    node: str
    """IRI of the thing."""
    value: str
    """The value that is wrong, or the empty string."""
    rule: str
    """Name of the file in checks/, or of the property in shapes.ttl."""
    place: str = ""
    """Id of an article with the thing, and its sentence where it stands in one; empty for what is in none."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found."""

    things: int
    """How many were checked."""
    findings: tuple[Finding, ...]
    """Violations first, then by message and thing."""

    @property
    def conforms(self) -> bool:
        """Tell whether there is no violation; warnings do not count."""
        return all(finding.severity is not Severity.VIOLATION for finding in self.findings)


def check(output: Path) -> Report:
    """Return what is wrong with the graph in an output folder, or in a file of N-Quads.

    Raises:
        OutputError: there is no graph.
    """
    store = open_store(output, with_named_graphs=False)
    things = _things(store)
    found = {*_rule_findings(store), *_term_findings(store)}
    for piece in _pieces(things.items()):
        found.update(_shape_findings(piece))
    order = list(Severity)
    ordered = sorted(found, key=lambda each: (order.index(each.severity), each.message, each.node, each.value))
    return Report(len(things), tuple(replace(each, place=_place_of(each.node, store)) for each in ordered))


def _place_of(node: str, store: ox.Store) -> str:
    """Return the article that tells of a thing, and the first sentence that does; empty where none can be found."""
    try:
        thing = ox.NamedNode(node)
    except ValueError:  # a blank node
        return ""
    rows = store.query(_PLACE % thing, prefixes=dict(PREFIXES))
    row = next(iter(rows), None) if isinstance(rows, ox.QuerySolutions) else None
    return ": ".join(filter(None, (_plain(row["article"]), _plain(row["words"])))) if row else ""


def _things(store: ox.Store) -> dict[str, list[ox.Quad]]:
    """Return the statements of each subject; those of the ontology itself are left out."""
    found: dict[str, list[ox.Quad]] = {}
    for quad in store.quads_for_pattern(None, None, None, ox.DefaultGraph()):
        found.setdefault(str(quad.subject), []).append(quad)
    return {subject: quads for subject, quads in found.items() if not subject.startswith(f"<{NAMESPACE}")}


def _pieces(things: Iterable[tuple[str, list[ox.Quad]]]) -> Iterator[list[ox.Quad]]:
    rest = iter(things)
    while piece := list(islice(rest, _PIECE)):
        yield [quad for _, quads in piece for quad in quads]


def _rule_findings(store: ox.Store) -> Iterator[Finding]:
    for name, path in question_files("checks").items():
        text = path.read_text(encoding="utf-8")
        message = _MESSAGE.match(text)
        if not message:
            raise OntologyError("a check begins with a comment that says what it finds", where=path)
        rows = store.query(text, prefixes=dict(PREFIXES))
        if not isinstance(rows, ox.QuerySolutions):
            raise OntologyError("a check is a SELECT question", where=path)
        has_value = any(variable.value == "value" for variable in rows.variables)
        for row in rows:
            value = _plain(row["value"]) if has_value else ""
            yield Finding(Severity.VIOLATION, message[1], _plain(row["this"]), value, name)


def _term_findings(store: ox.Store) -> Iterator[Finding]:
    """Yield the terms in the namespace of the ontology that it does not declare."""
    rows = store.query(_USED_TERMS)
    for row in rows if isinstance(rows, ox.QuerySolutions) else ():
        used = _plain(row["used"])
        is_ours = isinstance(row["used"], ox.NamedNode) and used.startswith(NAMESPACE)
        if is_ours and used.removeprefix(NAMESPACE) not in terms():
            yield Finding(Severity.VIOLATION, "a term that kg.ttl does not declare", used, "", "terms")


def _shape_findings(piece: Iterable[ox.Quad]) -> Iterator[Finding]:
    graph = rdflib.Graph()
    for quad in piece:
        graph.add((_resource(quad.subject), rdflib.URIRef(quad.predicate.value), _term(quad.object)))
    _, results, _ = validate(graph, shacl_graph=_shapes(), inference="none", inplace=True)
    if not isinstance(results, rdflib.Graph):
        raise OntologyError(f"cannot be used: {results}", where=folder() / "shapes.ttl")
    for result in results.subjects(rdflib.RDF.type, SH.ValidationResult):
        yield _finding(results, result)


def _finding(results: rdflib.Graph, result: rdflib.term.Node) -> Finding:
    severity = str(results.value(result, SH.resultSeverity)).rpartition("#")[2].lower()
    path = results.value(result, SH.resultPath)
    value = results.value(result, SH.value)
    return Finding(
        Severity(severity),
        str(results.value(result, SH.resultMessage) or "is not as its shape says"),
        str(results.value(result, SH.focusNode)),
        "" if value is None else str(value),
        re.split(r"[#/]", str(path))[-1] if isinstance(path, rdflib.URIRef) else "",
    )


@cache
def _shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(folder() / "shapes.ttl", format="turtle")


def _plain(term: Node | None) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.BlankNode | ox.Literal) else str(term or "")


def _resource(term: Node) -> rdflib.URIRef | rdflib.BNode:
    return rdflib.URIRef(term.value) if isinstance(term, ox.NamedNode) else rdflib.BNode(_plain(term))


def _term(term: Node) -> rdflib.URIRef | rdflib.BNode | rdflib.Literal:
    if not isinstance(term, ox.Literal):
        return _resource(term)
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value), normalize=False)
