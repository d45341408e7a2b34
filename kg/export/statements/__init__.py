"""What a knowledge graph says, as RDF statements in named graphs.

    one graph for each text version   all that rests on that text: replace or delete an article = replace or drop it
    {base}graph/happenings            which actions of two articles tell of one happening
    {base}graph/copies                which texts are copies of which, how many articles and sources tell of something
    {base}graph/entities              names, kinds, functions and links of entities that have a name
    {base}graph/identity              what ids were replaced by, and what somebody decided
    {base}graph/vocabulary            verbs, functions and sources
    {base}graph/run                   what made it

There are no blank nodes, so that sorted lines of N-Quads are a canonical form.
"""

from collections.abc import Iterable, Iterator

from kg.export.options import Options
from kg.export.statements.actions import describe_action, describe_evidence, describe_reified, describe_verb
from kg.export.statements.articles import describe_article, describe_coreference, describe_mention, describe_source
from kg.export.statements.claims import describe_claims
from kg.export.statements.copies import describe_copy, describe_reach
from kg.export.statements.entities import describe_entity, describe_function, describe_relations
from kg.export.statements.happenings import describe_same_happening
from kg.export.statements.identity import describe_decision, describe_former
from kg.export.statements.runs import describe_run
from kg.export.statements.view import View, view_of
from kg.export.terms import Quad, Statement, about, iri
from kg.graph import KnowledgeGraph
from kg.model import Entity

ENTITIES, IDENTITY, HAPPENINGS = "entities", "identity", "happenings"
VOCABULARY, RUN = "vocabulary", "run"
COPIES = "copies"


def quads(graph: KnowledgeGraph, options: Options) -> Iterator[Quad]:
    """Yield the statements of a graph, each with the named graph that it stands in; some more than once.

    Raises:
        OntologyError: the base of the options is no web address that data can hang under.
    """
    view = view_of(graph, options)
    for extraction in graph.resolution.extractions:
        home = view.iris.text_graph(extraction.document.id)
        yield from _within(home, describe_article(view, extraction))
        yield from _within(home, describe_claims(view, extraction))
        yield from _within(home, describe_relations(view, extraction))
    yield from _action_quads(view)
    yield from _happening_quads(view)
    yield from _entity_quads(view)
    yield from _within(view.iris.graph(COPIES), _copies(view))
    yield from _within(view.iris.graph(IDENTITY), _identity(view))
    for name, statements in ((VOCABULARY, _vocabulary(view)), (RUN, describe_run(view))):
        yield from _within(view.iris.graph(name), statements)


def reified(graph: KnowledgeGraph, options: Options) -> Iterator[Quad]:
    """Yield what the actions of a graph are about, as RDF 1.2 says it; not all tools read that."""
    view = view_of(graph, options)
    for action in graph.actions.values():
        statements = list(describe_reified(view, action))
        for mention in action.mentions:
            yield from _within(view.iris.text_graph(mention.document_id), statements)


def _action_quads(view: View) -> Iterator[Quad]:
    for action in view.graph.actions.values():
        statements = list(describe_action(view, action))
        for mention in action.mentions:
            home = view.iris.text_graph(mention.document_id)
            yield from _within(home, statements)
            yield from _within(home, describe_evidence(view, action, mention))


def _happening_quads(view: View) -> Iterator[Quad]:
    for same in view.graph.resolution.same_happenings:
        first, second = (view.graph.actions[each].first.document_id for each in (same.action_id, same.other_id))
        home = view.iris.text_graph(first) if first == second else view.iris.graph(HAPPENINGS)
        yield from _within(home, describe_same_happening(view, same))


def _entity_quads(view: View) -> Iterator[Quad]:
    for entity in view.graph.entities.values():
        yield from _within(_home(view, entity), describe_entity(view, entity))
        denoted = iri(view.iris.entity(entity.id))
        for mention in entity.mentions:
            home = view.iris.text_graph(mention.document_id)
            article = iri(view.iris.document(mention.document_id))
            yield from _within(home, describe_mention(view, mention, denoted))
            yield from _within(home, about(article, ("kg:mentions", denoted)))
    for coreference in view.graph.resolution.coreferences:
        home = view.iris.text_graph(coreference.mention.document_id)
        yield from _within(home, describe_coreference(view, coreference))


def _identity(view: View) -> Iterator[Statement]:
    for former in view.graph.resolution.former_ids:
        yield from describe_former(view, former)
    for decision in view.graph.resolution.decisions:
        yield from describe_decision(view, decision)


def _copies(view: View) -> Iterator[Statement]:
    for copy in view.graph.resolution.copies:
        yield from describe_copy(view, copy)
    for action in view.graph.actions:
        yield from describe_reach(iri(view.iris.action(action)), view.graph.reach_of_action(action))
    for entity in view.graph.entities:
        if "#" not in entity:  # that of a group stays in its article
            yield from describe_reach(iri(view.iris.entity(entity)), view.graph.reach_of_entity(entity))


def _home(view: View, entity: Entity) -> str:
    """Return the graph that an entity is described in: that of its text, if its IRI hangs under one."""
    within_text = "#" in view.iris.entity(entity.id)
    return view.iris.text_graph(entity.mentions[0].document_id) if within_text else view.iris.graph(ENTITIES)


def _vocabulary(view: View) -> Iterator[Statement]:
    for action in view.graph.actions.values():
        yield from describe_verb(view, action)
    for entity in view.graph.entities.values():
        for function in entity.functions:
            yield from describe_function(view, function, view.language(entity.mentions[0].document_id))
    for document in view.graph.documents:
        yield from describe_source(view, document)


def _within(graph: str, statements: Iterable[Statement]) -> Iterator[Quad]:
    name = iri(graph)
    return ((*statement, name) for statement in statements)
