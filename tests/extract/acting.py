"""Actions of gold parses, and their roles in words."""

from collections.abc import Iterator

from spacy.tokens import Doc

from kg.extract.actions import extract_actions
from kg.extract.mentions import extract_mentions
from kg.extract.sentences import extract_sentences
from kg.extract.times import extract_times
from kg.lang import Language
from kg.model import ActionMention, Document
from kg.nlp import words_of
from tests.extract.trees import tree_of


def actions_of(doc: Doc, language: Language, *, published: str = "") -> tuple[ActionMention, ...]:
    """Return the actions of a text that was published on a date."""
    document, tree = Document("article", doc.text, published=published), tree_of(doc)
    sentences = extract_sentences(tree, document)
    mentions = extract_mentions(tree, document, sentences, language)
    times = extract_times(tree, document, language)
    return extract_actions(tree, words_of(doc), document, sentences, mentions, times, language)


def roles(action: ActionMention) -> dict[str, str]:
    """Return the participants by role; several in one role stand together as `A + B`."""
    return dict(_joined(action))


def _joined(action: ActionMention) -> Iterator[tuple[str, str]]:
    for role in sorted({argument.role for argument in action.arguments}):
        yield role.value, " + ".join(one.mention.text for one in action.arguments if one.role is role)


def predicates(actions: tuple[ActionMention, ...]) -> list[str]:
    """Return the infinitives of actions, in text order."""
    return [action.predicate for action in actions]


def trigger(action: ActionMention, doc: Doc) -> list[str]:
    """Return the words of the trigger, the one of most weight first."""
    return [span.of(doc.text) for span in action.trigger]
