"""The tables of actions and entities as CSV that a spreadsheet opens without harm: several values share a cell."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from kg.characters import safe_cell
from kg.export.options import Options
from kg.export.tables import Row, action_rows, entity_rows
from kg.graph import KnowledgeGraph
from kg.model import Role

_SEPARATOR = "; "
_ROLES = tuple(role.value for role in Role if role is not Role.TIME)
_ACTION_COLUMNS = (
    *("id", "action", "document", "published", "sentence", "trigger", "predicate", *_ROLES, "time"),
    *("polarity", "certainty", "modality", "claimant", "confidence", "articles", "sources"),
    *("agent_ids", "patient_ids", "claimant_id", "trigger_start", "trigger_end", "denied_by", "fact"),
)
"""`agent_ids`, `patient_ids`, `claimant_id` are ids of entities; one is empty where words stand for no entity.

`fact` is `true` or `false`, as in Neo4j and GraphML.
"""
_ENTITY_COLUMNS = (
    *("id", "type", "label", "aliases", "functions", "member_of", "links", "mentions", "documents", "sources"),
)


def write_action_sheet(graph: KnowledgeGraph, path: Path, options: Options) -> None:
    """Write one row for each place that tells of an action, with a column for each role."""
    write_sheet(path, _ACTION_COLUMNS, (_action_cells(row) for row in action_rows(graph, options)))


def write_entity_sheet(graph: KnowledgeGraph, path: Path, options: Options) -> None:
    """Write one row for each entity; of its mentions and documents the number."""
    write_sheet(path, _ENTITY_COLUMNS, (_entity_cells(row) for row in entity_rows(graph, options)))


def _action_cells(row: Row) -> Row:
    return {
        **row,
        **{role: _fillers(row, role, "label") for role in _ROLES},
        "sentence": row["sentence"]["text"],
        "trigger": row["trigger"]["text"],
        "time": _SEPARATOR.join(time["value"] or time["text"] for time in row["time"]),
        "claimant": row["claimant"]["label"] if row["claimant"] else "",
        "agent_ids": _fillers(row, Role.AGENT, "id"),
        "patient_ids": _fillers(row, Role.PATIENT, "id"),
        "claimant_id": (row["claimant"] or {}).get("id") or "",
        "trigger_start": row["trigger"]["start"],
        "trigger_end": row["trigger"]["end"],
        "denied_by": _SEPARATOR.join(denying["label"] for denying in row["denied_by"]),
        "fact": str(row["fact"]).lower(),
    }


def _fillers(row: Row, role: str, key: str) -> str:
    """Return what is known of those in a role, in their order."""
    return _SEPARATOR.join(filler[key] or "" for filler in row["participants"] if filler["role"] == role)


def _entity_cells(row: Row) -> Row:
    return {
        **row,
        "aliases": _SEPARATOR.join(row["aliases"]),
        "functions": _SEPARATOR.join(row["functions"]),
        "member_of": _SEPARATOR.join(row["member_of"]),
        "links": _SEPARATOR.join(link["iri"] for link in row["links"]),
        "mentions": len(row["mentions"]),
        "documents": len({mention["document"] for mention in row["mentions"]}),
    }


def write_sheet(path: Path, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Write a header of columns and a line for each row; no cell is a formula."""
    # The byte order mark makes Excel read UTF-8; pandas and DuckDB skip it.
    with path.open("w", encoding="utf-8-sig", newline="") as sheet:
        writer = csv.writer(sheet, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([safe_cell(row[column]) for column in columns] for row in rows)
