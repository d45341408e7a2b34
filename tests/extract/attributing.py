"""Whose words or view the text of a gold parse gives."""

from spacy.tokens import Doc

from kg.lang import Language
from kg.model import Extraction
from tests.extract.trees import extraction_of


def told(doc: Doc, language: Language) -> Extraction:
    return extraction_of(doc, language, id="krant/1")


def claims(doc: Doc, language: Language) -> list[tuple[str, str]]:
    """Return claimant and content of each claim."""
    return [(claim.claimant.text, claim.content.of(doc.text)) for claim in told(doc, language).claims]


def sources(doc: Doc, language: Language) -> dict[str, str]:
    """Return who says so for each action, "" for the text itself."""
    actions = told(doc, language).actions
    return {action.predicate: action.claimant.text if action.claimant else "" for action in actions}
