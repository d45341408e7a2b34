"""What every describer of a graph needs at hand."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from kg.export.iris import Iris, iris_of
from kg.export.options import Options
from kg.export.terms import Term, iri
from kg.graph import KnowledgeGraph
from kg.model import Action, ActionMention, Mention, Span


@dataclass(frozen=True, slots=True)
class View:
    """A graph with the names that its parts go by in RDF."""

    graph: KnowledgeGraph
    iris: Iris
    options: Options
    actions: Mapping[ActionMention, Action]
    """The action that each mention tells of."""
    entity: Callable[[str], Term]
    """Gives the term of an entity by its id; each is made once, since most are asked for many times."""
    action: Callable[[str], Term]
    """Gives the term of an action by its id; likewise."""

    def document(self, document_id: str) -> Term:
        """Return the term of an article."""
        return iri(self.iris.document(document_id))

    def text(self, document_id: str) -> Term:
        """Return the term of the text of an article."""
        return iri(self.iris.text(document_id))

    def span(self, document_id: str, span: Span) -> Term:
        """Return the term of a place in a text; that is an IRI if the text's is, so it is not looked at again."""
        return f"<{self.iris.span(document_id, span)}>"

    def participant(self, mention: Mention, entity_id: str) -> Term:
        """Return the entity of this id, or the words of its mention themselves where it is none."""
        return self.entity(entity_id) if entity_id else iri(self.iris.filler(mention))

    def words(self, document_id: str, span: Span) -> str | None:
        """Return the text at a place, or None where texts are not to be written."""
        return span.of(self.graph.extractions[document_id].document.text) if self.options.with_text else None

    def language(self, document_id: str) -> str:
        """Return the language of an article."""
        return self.graph.extractions[document_id].document.language


def view_of(graph: KnowledgeGraph, options: Options) -> View:
    """Return a graph with the names of its parts under the base of the options."""
    actions = {mention: action for action in graph.actions.values() for mention in action.mentions}
    iris = iris_of(graph.documents, options.base)
    return View(
        graph,
        iris,
        options,
        MappingProxyType(actions),
        entity=cache(lambda entity_id: iri(iris.entity(entity_id))),
        action=cache(lambda action_id: iri(iris.action(action_id))),
    )
