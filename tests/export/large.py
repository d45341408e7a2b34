"""A corpus as large as one likes: copies of a small one, in which everything has another name."""

from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

from kg.graph import KnowledgeGraph
from kg.model import Resolution, Span
from tests.corpus import RUN, small_resolution


def large_graph(*, copies: int) -> KnowledgeGraph:
    """Return the graph of so many renamed copies of the small corpus; one holds about 500 statements."""
    resolutions = [renamed(small_resolution(), f"-{number:06}") for number in range(copies)]
    united = {
        field.name: tuple(one for resolution in resolutions for one in getattr(resolution, field.name))
        for field in fields(Resolution)
    }
    return KnowledgeGraph(Resolution(**united), RUN)


def renamed(resolution: Resolution, ending: str) -> Resolution:
    """Return a corpus in which each article, entity and action has another id, and the text of each other words."""
    names: dict[str, str] = {}
    for extraction in resolution.extractions:
        document = extraction.document
        names |= {each: each + ending for each in (document.id, document.url, document.text) if each}
    for identifier in [thing.id for things in (resolution.entities, resolution.actions) for thing in things]:
        name, mark, rest = identifier.partition("#")
        names[identifier] = f"{name}{ending}{mark}{rest}"
    for label in [label for entity in resolution.entities for label in (entity.label, *entity.aliases)]:
        names[label] = f"{label} {ending.strip('-')}"
    found: Resolution = _renamed(resolution, names, {})
    return found


def _renamed(value: Any, names: dict[str, str], known: dict[int, Any]) -> Any:
    """Return a value with all strings in it that are names replaced; each value once, so that what is shared stays."""
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, tuple) and not isinstance(value, Span):
        return tuple(_renamed(one, names, known) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    if id(value) not in known:
        parts = {field.name: _renamed(getattr(value, field.name), names, known) for field in fields(value)}
        known[id(value)] = replace(value, **parts)
    return known[id(value)]
