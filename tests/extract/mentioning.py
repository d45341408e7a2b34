"""Short words for what the tests of mentions and relations look at."""

from spacy.tokens import Doc

from kg.extract.mentions import Mentions, extract_mentions
from kg.extract.relations import extract_relations
from kg.extract.sentences import extract_sentences
from kg.lang import Language
from kg.model import Document, EntityType, Mention, MentionKind, Relation, RelationKind
from tests.extract.trees import tree_of


def document_of(doc: Doc) -> Document:
    return Document(id="artikel", text=doc.text)


def mentions_of(doc: Doc, language: Language) -> Mentions:
    return mentions_in(document_of(doc), doc, language)


def mentions_in(document: Document, doc: Doc, language: Language) -> Mentions:
    """Return the mentions of a document with this parse."""
    tree = tree_of(doc)
    return extract_mentions(tree, document, extract_sentences(tree, document), language)


def names(doc: Doc, language: Language) -> dict[str, EntityType | None]:
    return {mention.text: mention.type for mention in mentions_of(doc, language).all if is_name(mention)}


def is_name(mention: Mention) -> bool:
    return mention.kind is MentionKind.NAME


def nominals(doc: Doc, language: Language) -> dict[str, EntityType | None]:
    found = mentions_of(doc, language).all
    return {mention.text: mention.type for mention in found if mention.kind is MentionKind.NOMINAL}


def pronouns(doc: Doc, language: Language) -> list[Mention]:
    return [mention for mention in mentions_of(doc, language).all if mention.kind is MentionKind.PRONOUN]


def relations(doc: Doc, language: Language, kind: RelationKind) -> list[Relation]:
    found = extract_relations(tree_of(doc), mentions_of(doc, language), language)
    return [relation for relation in found if relation.kind is kind]


def pairs(found: list[Relation]) -> list[tuple[str, str]]:
    return [(relation.mention.text, relation.target.text if relation.target else "") for relation in found]
