"""Writes a knowledge graph for Neo4j: tables of nodes and relationships, and scripts that load them, in one archive.

Headers are those of `neo4j-admin database import`, see
https://neo4j.com/docs/operations-manual/current/import/#import-tool-header-format
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from kg.export.networks import plain_network
from kg.export.options import Options
from kg.graph import KnowledgeGraph
from kg.model import EntityType, Role
from kg.ontology import PREFIXES

FOLDER = "neo4j"
"""Folder that the archive unpacks to."""

_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first time that a zip can hold
_TYPES: Mapping[type, str] = MappingProxyType({bool: "boolean", int: "int", float: "float"})
_KINDS = (*(kind.value for kind in EntityType), "Action", "SpeechAct")
_RELATIONS = tuple(name.upper() for name in (*Role, "claimant", "member_of", "function"))
_IMPORT = """\
# Into an empty database, with Neo4j stopped; run it in the folder above this one.
neo4j-admin database import full --overwrite-destination --multiline-fields=true \\
  --nodes={folder}/nodes.csv --relationships={folder}/relationships.csv neo4j
"""
_NODES = """\
// Into a database that runs, with this folder in its import folder: cypher-shell -f {folder}/import.cypher
CREATE CONSTRAINT kg_id IF NOT EXISTS FOR (n:Kg) REQUIRE n.id IS UNIQUE;
LOAD CSV WITH HEADERS FROM 'file:///{folder}/nodes.csv' AS row
CALL {{ WITH row MERGE (n:Kg {{id: row['id:ID']}}) SET {properties} }} IN TRANSACTIONS OF 1000 ROWS;
"""
_LABEL = "MATCH (n:Kg {{type: '{kind}'}}) SET n:{kind};\n"
_RELATION = """\
LOAD CSV WITH HEADERS FROM 'file:///{folder}/relationships.csv' AS row WITH row WHERE row[':TYPE'] = '{kind}'
CALL {{ WITH row MATCH (a:Kg {{id: row[':START_ID']}}), (b:Kg {{id: row[':END_ID']}}) \
MERGE (a)-[r:{kind}]->(b) SET r.label = row['label'] }} IN TRANSACTIONS OF 1000 ROWS;
"""
_N10S = """\
// The RDF with neosemantics. Its defaults keep one value of many and drop language tags; these settings keep all.
CREATE CONSTRAINT n10s_unique_uri IF NOT EXISTS FOR (r:Resource) REQUIRE r.uri IS UNIQUE;
CALL n10s.graphconfig.init({{handleVocabUris: 'SHORTEN', handleMultival: 'ARRAY', keepLangTag: true, \
keepCustomDataTypes: true, handleRDFTypes: 'LABELS_AND_NODES'}});
{prefixes}CALL n10s.rdf.import.fetch('file:///var/lib/neo4j/import/graph.ttl', 'Turtle');
"""


def write_neo4j(graph: KnowledgeGraph, path: Path, options: Options) -> None:
    """Write a zip archive that holds the folder `neo4j`; the same graph gives the same bytes."""
    network = plain_network(graph, options)
    nodes = [{"id": name, **attributes} for name, attributes in network.nodes(data=True)]
    columns = _columns(nodes)
    edges = (
        {":START_ID": source, ":END_ID": target, ":TYPE": edge["kind"].upper(), "label": edge["label"]}
        for source, target, edge in network.edges(data=True)
    )
    files = {
        "nodes.csv": _table({column: key for key, column in columns.items()}, map(_with_label, nodes)),
        "relationships.csv": _table({name: name for name in (":START_ID", ":END_ID", ":TYPE", "label")}, edges),
        "import.sh": _IMPORT.format(folder=FOLDER),
        "import.cypher": _cypher(columns),
        "n10s.cypher": _n10s(),
    }
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(ZipInfo(f"{FOLDER}/{name}", _LONG_AGO), content, ZIP_DEFLATED)


def _columns(nodes: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Return the header of each attribute of a node, in the order in which they are first met."""
    columns = {"id": "id:ID", ":LABEL": ":LABEL"}
    for node in nodes:
        for name, value in node.items():
            kind = _TYPES.get(type(value), "")
            columns.setdefault(name, f"{name}:{kind}" if kind else name)
    return columns


def _with_label(node: Mapping[str, Any]) -> dict[str, Any]:
    return {**node, ":LABEL": f"Kg;{node['type']}"}


def _table(keys: Mapping[str, str], rows: Iterable[Mapping[str, Any]]) -> str:
    """Return CSV; `keys` are the attributes by the header of their column."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(keys)
    writer.writerows([_cell(row.get(key)) for key in keys.values()] for row in rows)
    return buffer.getvalue()


def _cell(value: object) -> str:
    r"""Return a value as a cell; Neo4j takes a backslash before a quote for an escape, so it is widened."""
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value).replace("\\", "\N{FULLWIDTH REVERSE SOLIDUS}")


def _cypher(columns: Mapping[str, str]) -> str:
    attributes = ((name, column) for name, column in columns.items() if name not in ("id", ":LABEL"))
    properties = ", ".join(f"n.{name} = {_read(column)}" for name, column in attributes)
    return "".join(
        (
            _NODES.format(folder=FOLDER, properties=properties),
            *(_LABEL.format(kind=kind) for kind in _KINDS),
            *(_RELATION.format(folder=FOLDER, kind=kind) for kind in _RELATIONS),
        )
    )


def _read(column: str) -> str:
    """Return the Cypher that reads a cell with the type of its column."""
    kind = column.partition(":")[2]
    readers = {"int": "toInteger", "float": "toFloat", "boolean": "toBoolean"}
    return f"{readers[kind]}(row['{column}'])" if kind else f"row['{column}']"


def _n10s() -> str:
    return _N10S.format(prefixes="".join(_prefix_lines()))


def _prefix_lines() -> Iterator[str]:
    for name, namespace in PREFIXES.items():
        yield f"CALL n10s.nsprefixes.add('{name}', '{namespace}');\n"
