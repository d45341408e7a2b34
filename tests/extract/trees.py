"""Trees of the parses that tests build as spaCy `Doc`s."""

from spacy.tokens import Doc

from kg.extract import extract
from kg.extract.syntax.tree import Tree
from kg.lang import Language
from kg.model import Document, Extraction
from kg.nlp import words_of
from kg.nlp.labels import renamed


def tree_of(doc: Doc) -> Tree:
    return Tree(words_of(doc), doc.text)


def extraction_of(doc: Doc, language: Language, *, id: str = "article", published: str = "") -> Extraction:
    """Return what a text that was published on a date says."""
    words = renamed(words_of(doc), rules=language.labels)
    return extract(words, Document(id, doc.text, published=published), language)
