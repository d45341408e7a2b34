"""What one article says: sentences, mentions, actions, claims, relations and times, before anyone is identified.

Pure functions over the words of a pipeline, read as one `Tree`, which does not leave this package.
"""

from kg.cycles import without_search
from kg.extract.actions import extract_actions
from kg.extract.attribution import attribute, extract_claims
from kg.extract.mending import mend
from kg.extract.mentions import extract_mentions
from kg.extract.relations import extract_relations
from kg.extract.sentences import extract_sentences
from kg.extract.syntax.tree import Tree
from kg.extract.times import extract_times
from kg.lang import Language
from kg.model import Document, Extraction, Parse


@without_search()
def extract(words: Parse, document: Document, language: Language) -> Extraction:
    """Return what `words`, the parse of `document.text`, say; all offsets are those of the text."""
    tree = Tree(words, document.text)
    sentences = extract_sentences(tree, document)
    times = extract_times(tree, document, language)
    mend(tree, times, language)
    mentions = extract_mentions(tree, document, sentences, language)
    actions = extract_actions(tree, words, document, sentences, mentions, times, language)
    claims = extract_claims(tree, document, mentions, actions, language)
    return Extraction(
        document=document,
        sentences=sentences,
        mentions=mentions.all,
        actions=attribute(actions, claims),
        claims=claims,
        relations=extract_relations(tree, mentions, language),
        times=times,
    )
