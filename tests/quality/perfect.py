"""A system that finds exactly what gold has."""

from kg.model import Span
from tests.quality.annotation import AUTHOR, Filler, GoldAction, GoldArticle, GoldEntity
from tests.quality.output import FoundAction, FoundEntity, FoundMention, Output, Participant

TYPES = {"PERSON": "Person", "ORG": "Organisation", "GPE": "Place", "LOC": "Place", "FAC": "Place"}


def perfect_output(gold: GoldArticle) -> Output:
    """Return the annotation of an article as what a system found in it."""
    return Output(
        actions=tuple(_action(gold, action) for action in gold.actions),
        entities={entity.id: _entity(gold, entity) for entity in gold.entities.values()},
    )


def _action(gold: GoldArticle, action: GoldAction) -> FoundAction:
    says = Filler(action.source, None)
    return FoundAction(
        trigger=action.trigger,
        predicate=action.lemma,
        participants=tuple(_participant(gold, action, role, filler) for role, filler in action.fillers),
        times=action.times,
        negated=action.negated,
        modality=action.modality,
        claimant=None if action.source == AUTHOR else _participant(gold, action, "claimant", says),
    )


def _participant(gold: GoldArticle, action: GoldAction, role: str, filler: Filler) -> Participant:
    return Participant(role, filler.entity, filler.span or _nearest(gold.spans(filler.entity or ""), action))


def _nearest(spans: tuple[Span, ...], action: GoldAction) -> Span:
    return min(spans, key=lambda span: abs(span.start - action.trigger.start))


def _entity(gold: GoldArticle, entity: GoldEntity) -> FoundEntity:
    told = [relation for relation in gold.relations if relation.of == entity.id]
    return FoundEntity(
        id=entity.id,
        type=TYPES.get(entity.type, "Other"),
        mentions=tuple(FoundMention(mention.span, mention.kind) for mention in entity.mentions),
        functions=tuple(relation.target for relation in told if relation.kind == "role"),
        groups=tuple(relation.target for relation in told if relation.kind == "member"),
    )
