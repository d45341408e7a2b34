"""Finds whom the parameters of a question mean, and says so where nobody goes by that name."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from types import MappingProxyType

import pyoxigraph as ox

from kg.errors import QueryError
from kg.ontology import PREFIXES
from kg.query.questions import with_parameters

_NAMES = "SELECT DISTINCT ?label ?other WHERE { %s }"
_ENTITIES = "?x a ?kind ; rdfs:label ?label . kg:Entity ^rdfs:subClassOf* ?kind . OPTIONAL { ?x skos:altLabel ?other }"
_ARTICLES = "?x a kg:Document ; dct:identifier ?label OPTIONAL { ?x dct:title ?other }"
_CALLED: Mapping[str, str] = MappingProxyType({"actor": _ENTITIES, "place": _ENTITIES, "article": _ARTICLES})
"""What the value of a parameter may come near to, as ?label, and another name for it, as ?other."""
_IS_KNOWN = """ASK {
  { SELECT ?x WHERE { VALUES ?wanted { "" } ?x %s ?label
    FILTER(CONTAINS(LCASE(?label), LCASE(?wanted)) || STRENDS(STR(?x), CONCAT("/", ?wanted))) } }
  ?x a ?kind . %s ^rdfs:subClassOf* ?kind }"""
_LABELLED: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "actor": ("rdfs:label", "kg:Participant"),
        "place": ("rdfs:label", "kg:Participant"),
        "article": ("dct:identifier", "kg:Document"),
    }
)
"""The property that gives the name of what a parameter means, and its class."""
_NEAR = 3
"""How many near names an error tells."""


def known_names(store: ox.Store, parameters: Mapping[str, str], *, name: str) -> dict[str, str]:
    """Return the parameters of a question, with a second name replaced by the first.

    The questions look for a part of a label, whatever its capitals, or for an id; here is made sure that there is one.

    Raises:
        QueryError: nobody or nothing in the graph goes by a name; it tells those that come near.
    """
    return {key: _known(store, key, value, name) if key in _CALLED else value for key, value in parameters.items()}


def _known(store: ox.Store, key: str, value: str, question: str) -> str:
    if store.query(with_parameters(_IS_KNOWN % _LABELLED[key], {"wanted": value}), prefixes=dict(PREFIXES)):
        return value
    wanted = value.lower()
    first_name: dict[str, str] = {}
    for label, other in _pairs(store, _CALLED[key]):
        first_name.setdefault(label.lower(), label)
        if other:
            first_name.setdefault(other.lower(), label)
    if wanted in first_name:
        return first_name[wanted]
    near = dict.fromkeys(first_name[found] for found in get_close_matches(wanted, list(first_name), _NEAR))
    hint = f"; did you mean {' or '.join(map(repr, near))}?" if near else ""
    raise QueryError(f"{value!r} is not the name of any {key} in this graph{hint}", where=question)


def _pairs(store: ox.Store, pattern: str) -> Iterator[tuple[str, str]]:
    """Yield each label with another name of the same thing, or the empty string."""
    rows = store.query(_NAMES % pattern, prefixes=dict(PREFIXES))
    for row in rows if isinstance(rows, ox.QuerySolutions) else ():
        label, other = row["label"], row["other"]
        if isinstance(label, ox.Literal):
            yield label.value, other.value if isinstance(other, ox.Literal) else ""
