"""What a system finds in articles, read from `actions.jsonl` and `entities.jsonl`."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.model import Span


@dataclass(frozen=True, slots=True)
class Participant:
    """Who or what takes part in an action, or says that it happens."""

    role: str
    entity: str | None
    """Id of the entity; None for words that are none."""
    span: Span


@dataclass(frozen=True, slots=True)
class FoundAction:
    """An action as a system tells it."""

    trigger: Span
    predicate: str
    participants: tuple[Participant, ...] = ()
    times: tuple[str, ...] = ()
    """EDTF values of the times that have one."""
    negated: bool = False
    modality: str = "actual"
    """`actual`, `future` or `possible`."""
    claimant: Participant | None = None
    """The one who says so, None where the article does."""


@dataclass(frozen=True, slots=True)
class FoundMention:
    """One place where an entity is mentioned."""

    span: Span
    kind: str
    """`name`, `nominal`, `pronoun` or `adjective`."""


@dataclass(frozen=True, slots=True)
class FoundEntity:
    """An entity with what one article says of it."""

    id: str
    type: str
    mentions: tuple[FoundMention, ...]
    functions: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    """Ids of the groups it belongs to."""


@dataclass(frozen=True, slots=True)
class Output:
    """What a system finds in one article."""

    actions: tuple[FoundAction, ...] = ()
    entities: Mapping[str, FoundEntity] = field(default_factory=dict)

    def spans(self, entity: str | None) -> tuple[Span, ...]:
        """Return where an entity is mentioned; nowhere for one that is not known."""
        found = self.entities.get(entity or "")
        return tuple(mention.span for mention in found.mentions) if found else ()


def read_output(folder: Path) -> dict[str, Output]:
    """Return what was found in each article, by its id."""
    return to_outputs(_rows(folder / "actions.jsonl"), _rows(folder / "entities.jsonl"))


def to_outputs(actions: Iterable[Mapping[str, Any]], entities: Iterable[Mapping[str, Any]]) -> dict[str, Output]:
    """Return what rows of the two tables say of each article, by its id."""
    acted: dict[str, list[FoundAction]] = defaultdict(list)
    for action in actions:
        acted[action["document"]].append(_to_action(action))
    known: dict[str, dict[str, FoundEntity]] = defaultdict(dict)
    for entity in entities:
        for document in dict.fromkeys(mention["document"] for mention in entity["mentions"]):
            known[document][entity["id"]] = _to_entity(entity, document)
    return {document: Output(tuple(acted[document]), known[document]) for document in sorted({*acted, *known})}


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _to_action(row: Mapping[str, Any]) -> FoundAction:
    claimant = row["claimant"]
    return FoundAction(
        trigger=_to_span(row["trigger"]),
        predicate=row["predicate"].lower(),
        participants=tuple(_to_participant(filler["role"], filler) for filler in row["participants"]),
        times=tuple(time["value"] for time in row["time"] if time["value"]),
        negated=row["polarity"] == "negative",
        modality=_fold(row["modality"], row["certainty"]),
        claimant=_to_participant("claimant", claimant) if claimant else None,
    )


def _fold(modality: str, certainty: str) -> str:
    """Return `actual`, `future` or `possible`: gold tells no finer kinds apart."""
    if modality == "future":
        return "future"
    return "actual" if not modality and certainty == "certain" else "possible"


def _to_participant(role: str, row: Mapping[str, Any]) -> Participant:
    return Participant(role, row["id"], _to_span(row["mention"]))


def _to_entity(row: Mapping[str, Any], document: str) -> FoundEntity:
    mentions = (mention for mention in row["mentions"] if mention["document"] == document)
    return FoundEntity(
        id=row["id"],
        type=row["type"],
        mentions=tuple(FoundMention(_to_span(mention), mention["kind"]) for mention in mentions),
        functions=tuple(row["functions"]),
        groups=tuple(row["member_of"]),
    )


def _to_span(row: Mapping[str, Any]) -> Span:
    return Span(row["start"], row["end"])
