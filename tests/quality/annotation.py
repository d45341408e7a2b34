"""What a careful reader finds in an article: the gold that output is scored against."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.model import Span

AUTHOR = "author"
"""Source of what the article itself tells."""
ROLES = ("agent", "patient", "recipient", "companion", "place", "instrument", "topic")
"""Roles that are annotated, in the order in which they are scored; a time has a value instead."""


@dataclass(frozen=True, slots=True)
class GoldMention:
    """One place where an entity is named or referred to."""

    span: Span
    kind: str
    """`name`, `nominal` or `pronoun`."""


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """A person, organisation, place, group or other thing that takes part, with all its mentions in text order."""

    id: str
    type: str
    """PERSON, ORG, GPE, LOC, FAC, PRODUCT, EVENT, WORK_OF_ART, LAW or GROUP."""
    mentions: tuple[GoldMention, ...]


@dataclass(frozen=True, slots=True)
class Filler:
    """Who or what fills a role: an entity, or words that are none."""

    entity: str | None
    """Id of the entity, None for words."""
    span: Span | None
    """Place of the words, None for an entity."""


@dataclass(frozen=True, slots=True)
class GoldAction:
    """Something that happens, is done or is said."""

    sentence: Span
    trigger: Span
    lemma: str
    fillers: tuple[tuple[str, Filler], ...]
    """Role and filler, in the order of the annotation."""
    times: tuple[str, ...]
    """EDTF values of the times that have one."""
    negated: bool
    modality: str
    """`actual`, `future` or `possible`."""
    source: str
    """`AUTHOR`, or the id of the entity that says so."""


@dataclass(frozen=True, slots=True)
class GoldRelation:
    """What somebody is (`role`), or to which group somebody belongs (`member`)."""

    kind: str
    of: str
    """Id of the entity that it is told of."""
    target: str
    """Words for the function, or id of the group."""


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with everything that is told in it."""

    document: str
    """Id of the article: its file's name without ending, or its record's id."""
    text: str
    entities: Mapping[str, GoldEntity]
    actions: tuple[GoldAction, ...]
    relations: tuple[GoldRelation, ...]

    def spans(self, entity: str) -> tuple[Span, ...]:
        """Return where an entity is mentioned."""
        return tuple(mention.span for mention in self.entities[entity].mentions)


def read_gold(folder: Path) -> tuple[GoldArticle, ...]:
    """Return the annotated articles of a folder, one JSON file each, in the order of their names."""
    return tuple(to_article(json.loads(file.read_text(encoding="utf-8"))) for file in sorted(folder.glob("*.json")))


def to_article(row: Mapping[str, Any]) -> GoldArticle:
    """Return an article from the JSON object that `tests.quality.notation` writes."""
    return GoldArticle(
        document=row["doc"],
        text=row["text"],
        entities={entity["id"]: _to_entity(entity) for entity in row["entities"]},
        actions=tuple(_to_action(action) for action in row["actions"]),
        relations=tuple(_to_relation(relation) for relation in row["relations"]),
    )


def _to_entity(row: Mapping[str, Any]) -> GoldEntity:
    mentions = tuple(GoldMention(Span(*mention["span"]), mention["kind"]) for mention in row["mentions"])
    return GoldEntity(row["id"], row["type"], mentions)


def _to_action(row: Mapping[str, Any]) -> GoldAction:
    return GoldAction(
        sentence=Span(*row["sent"]),
        trigger=Span(*row["trigger"]),
        lemma=row["lemma"].lower(),
        fillers=tuple((role, _to_filler(filler)) for role, fillers in row["roles"].items() for filler in fillers),
        times=tuple(time["value"] for time in row["time"] if time["value"]),
        negated=row["polarity"] == "neg",
        modality=row["modality"],
        source=row["source"],
    )


def _to_filler(row: Mapping[str, Any]) -> Filler:
    return Filler(row.get("entity"), Span(*row["span"]) if "span" in row else None)


def _to_relation(row: Mapping[str, Any]) -> GoldRelation:
    return GoldRelation(row["rel"], row["of"], row["group"] if row["rel"] == "member" else row["value"])
