"""What a text in any language tells, in words: one action, who acts."""

from spacy.tokens import Doc

from kg.lang import Language
from kg.model import ActionMention, Certainty, Modality, Polarity, Role
from kg.resolve import resolve
from tests.extract.trees import extraction_of


def action_of(doc: Doc, language: Language, predicate: str) -> ActionMention:
    [found] = [action for action in extraction_of(doc, language).actions if action.predicate == predicate]
    return found


def factuality(doc: Doc, language: Language, predicate: str) -> tuple[Polarity, Certainty, Modality]:
    action = action_of(doc, language, predicate)
    return action.polarity, action.certainty, action.modality


def actors(doc: Doc, language: Language) -> dict[str, str]:
    """Return who does what, by the names of the entities."""
    resolution = resolve([extraction_of(doc, language)], language)
    names = {entity.id: entity.label for entity in resolution.entities}
    verbs = {action.id: action.first.predicate for action in resolution.actions}
    agents = [one for one in resolution.participations if one.role is Role.AGENT and one.entity_id]
    return {verbs[one.action_id]: names[one.entity_id] for one in agents}
