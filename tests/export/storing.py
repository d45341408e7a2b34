"""Statements of a graph, and what is found among them."""

import pyoxigraph as ox

from kg.export.options import Options
from kg.export.statements import quads
from kg.graph import KnowledgeGraph
from kg.ontology import PREFIXES


def stored(graph: KnowledgeGraph) -> ox.Store:
    """Return the statements of a graph, in the default graph and in their own."""
    store = ox.Store()
    for *triple, name in quads(graph, Options()):
        store.load(f"{' '.join(triple)} .\n{' '.join(triple)} {name} .".encode(), format=ox.RdfFormat.N_QUADS)
    return store


def found(store: ox.Store, pattern: str) -> list[str]:
    """Return the texts of ?x, sorted."""
    rows = store.query(f"SELECT DISTINCT ?x WHERE {{ {pattern} }}", prefixes=dict(PREFIXES))
    assert isinstance(rows, ox.QuerySolutions)
    values = [row["x"] for row in rows]
    return sorted(value.value for value in values if isinstance(value, ox.NamedNode | ox.Literal))


def action(verb: str) -> str:
    return f'?action a kg:Action ; kg:actionType/skos:prefLabel "{verb}"@nl . '
