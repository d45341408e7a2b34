"""Looks up whom a question means before it is asked.

A question finds things by a part of their name or by their id, which a store can only do by reading all names, and its
planner takes the outcome for as large as that. With the few that are meant written into the question it is answered
from them.
"""

import re

import pyoxigraph as ox

from kg.ontology import PREFIXES

_BY_NAME = re.compile(
    r'VALUES \?(?P<name>\w+) \{ (?P<wanted>"(?:[^"\\\n]|\\.)+") \}\s+'
    r"\?(?P<thing>\w+) (?P<property>rdfs:label|dct:identifier) \?(?P<label>\w+)\s+"
    r"FILTER\(CONTAINS\(LCASE\(\?(?P=label)\), LCASE\(\?(?P=name)\)\)"
    r'(?: \|\| STRENDS\(STR\(\?(?P=thing)\), CONCAT\("/", \?(?P=name)\)\))?\)'
)
"""How the questions in ontology/queries say that they look for a thing by a part of its name, or its id."""
_MOST = 1000
"""Things with such a name above which a question stays as it is."""


def with_things_looked_up(store: ox.Store, text: str) -> str:
    """Return a question in which those that it looks for by a part of their name are written out; it asks the same."""
    return _BY_NAME.sub(lambda found: _written_out(store, found), text)


def _written_out(store: ox.Store, found: re.Match[str]) -> str:
    name, thing = found["name"], found["thing"]
    find = f"SELECT DISTINCT ?{thing} WHERE {{ {found[0]} }} ORDER BY ?{thing}"
    rows = store.query(find, prefixes=dict(PREFIXES))
    things = [str(row[thing]) for row in rows] if isinstance(rows, ox.QuerySolutions) else []
    if len(things) > _MOST:
        return found[0]
    pairs = " ".join(f"({found['wanted']} {each})" for each in things)
    return f"VALUES (?{name} ?{thing}) {{ {pairs} }} ?{thing} {found['property']} ?{found['label']}"
