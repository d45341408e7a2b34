"""What every describer of a graph needs at hand."""

from collections.abc import Mapping
from dataclasses import dataclass
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

    def participant(self, mention: Mention, entity_id: str) -> Term:
        """Return the entity of this id, or the words of its mention themselves where it is none."""
        return iri(self.iris.entity(entity_id) if entity_id else self.iris.filler(mention))

    def words(self, document_id: str, span: Span) -> str | None:
        """Return the text at a place, or None where texts are not to be written."""
        return span.of(self.graph.extractions[document_id].document.text) if self.options.with_text else None

    def language(self, document_id: str) -> str:
        """Return the language of an article."""
        return self.graph.extractions[document_id].document.language


def view_of(graph: KnowledgeGraph, options: Options) -> View:
    """Return a graph with the names of its parts under the base of the options."""
    actions = {mention: action for action in graph.actions.values() for mention in action.mentions}
    return View(graph, iris_of(graph.documents, options.base), options, MappingProxyType(actions))
