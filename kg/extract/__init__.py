"""What one article says: sentences, mentions, actions, claims, relations and times, before anyone is identified.

Pure functions over one spaCy `Doc`; no `Doc` leaves this package.
"""

from spacy.tokens import Doc

from kg.extract.actions import extract_actions
from kg.extract.attribution import attribute, extract_claims
from kg.extract.confidence import weighed
from kg.extract.mending import mended
from kg.extract.mentions import extract_mentions
from kg.extract.relations import extract_relations
from kg.extract.sentences import extract_sentences
from kg.extract.times import extract_times
from kg.lang import Language
from kg.model import Document, Extraction


def extract(doc: Doc, document: Document, language: Language) -> Extraction:
    """Return what `doc`, the parse of `document.text`, says; all offsets are those of the text."""
    sentences = extract_sentences(doc, document)
    times = extract_times(doc, document, language)
    parsed, doc = doc, mended(doc, times, language)
    mentions = extract_mentions(doc, document, sentences, language)
    actions = extract_actions(doc, document, sentences, mentions, times, language)
    claims = extract_claims(doc, document, mentions, actions, language)
    return Extraction(
        document=document,
        sentences=sentences,
        mentions=mentions.all,
        actions=weighed(attribute(actions, claims), parsed, language.confidence),
        claims=claims,
        relations=extract_relations(doc, mentions, language),
        times=times,
    )
