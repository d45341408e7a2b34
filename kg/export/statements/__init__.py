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

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain

from kg.export.iris import is_within_text
from kg.export.options import Options
from kg.export.statements.actions import describe_action, describe_evidence, describe_reified, describe_verbs
from kg.export.statements.articles import describe_article, describe_coreference, describe_mention, describe_source
from kg.export.statements.claims import describe_claims
from kg.export.statements.copies import describe_copy, describe_reach
from kg.export.statements.entities import describe_entity, describe_functions, describe_relations
from kg.export.statements.happenings import describe_same_happening
from kg.export.statements.identity import describe_decision, describe_former
from kg.export.statements.runs import describe_run
from kg.export.statements.view import View, view_of
from kg.export.terms import Quad, Statement, Term, about, iri
from kg.graph import KnowledgeGraph
from kg.model import SameHappening

ENTITIES, IDENTITY, HAPPENINGS = "entities", "identity", "happenings"
VOCABULARY, RUN = "vocabulary", "run"
COPIES = "copies"


def quads(graph: KnowledgeGraph, options: Options) -> Iterator[Quad]:
    """Yield the statements of a graph, each with the named graph that it stands in; some more than once.

    Raises:
        OntologyError: the base of the options is no web address that data can hang under.
    """
    view = view_of(graph, options)
    yield from text_quads(view, graph.extractions)
    yield from shared_quads(view)


def text_quads(view: View, documents: Collection[str]) -> Iterator[Quad]:
    """Yield the statements that rest on the text of one of these articles."""
    return chain.from_iterable(_of_texts(view, documents))


def _of_texts(view: View, documents: Collection[str]) -> Iterator[list[Quad]]:
    homes = {document_id: iri(view.iris.text_graph(document_id)) for document_id in documents}
    for document_id, home in homes.items():
        extraction = view.graph.extractions[document_id]
        yield _within(home, describe_article(view, extraction))
        yield _within(home, describe_claims(view, extraction))
        yield _within(home, describe_relations(view, extraction))
    yield from _of_actions(view, homes)
    yield from _of_entities(view, homes)
    for coreference in view.graph.resolution.coreferences:
        if home := homes.get(coreference.mention.document_id, ""):
            yield _within(home, describe_coreference(view, coreference))
    for same in view.graph.resolution.same_happenings:
        if home := homes.get(_only_document(view, same), ""):
            yield _within(home, describe_same_happening(view, same))


def shared_quads(view: View) -> Iterator[Quad]:
    """Yield the statements of a graph that rest on no single text."""
    shared = {
        HAPPENINGS: _happenings(view),
        ENTITIES: _entities(view),
        COPIES: _copies(view),
        IDENTITY: _identity(view),
        VOCABULARY: _vocabulary(view),
        RUN: describe_run(view),
    }
    for name, statements in shared.items():
        home = iri(view.iris.graph(name))
        for subject, relation, value in statements:
            yield subject, relation, value, home


def reified(graph: KnowledgeGraph, options: Options) -> Iterator[Quad]:
    """Yield what the actions of a graph are about, as RDF 1.2 says it; not all tools read that."""
    view = view_of(graph, options)
    for action in graph.actions.values():
        statements = list(describe_reified(view, action))
        for mention in action.mentions:
            yield from _within(iri(view.iris.text_graph(mention.document_id)), statements)


def _of_actions(view: View, homes: Mapping[str, Term]) -> Iterator[list[Quad]]:
    for action in view.graph.actions.values():
        statements: list[Statement] = []
        for mention in action.mentions:
            if home := homes.get(mention.document_id, ""):
                statements = statements or list(describe_action(view, action))
                yield _within(home, statements)
                yield _within(home, describe_evidence(view, action, mention))


def _of_entities(view: View, homes: Mapping[str, Term]) -> Iterator[list[Quad]]:
    for entity in view.graph.entities.values():
        denoted = view.entity(entity.id)
        for mention in entity.mentions:
            if home := homes.get(mention.document_id, ""):
                article = view.document(mention.document_id)
                yield _within(home, describe_mention(view, mention, denoted))
                yield _within(home, about(article, ("kg:mentions", denoted)))
        if is_within_text(denoted) and (home := homes.get(entity.mentions[0].document_id, "")):
            yield _within(home, describe_entity(view, entity))


def _happenings(view: View) -> Iterator[Statement]:
    for same in view.graph.resolution.same_happenings:
        if not _only_document(view, same):
            yield from describe_same_happening(view, same)


def _entities(view: View) -> Iterator[Statement]:
    for entity in view.graph.entities.values():
        if not is_within_text(view.entity(entity.id)):
            yield from describe_entity(view, entity)


def _copies(view: View) -> Iterator[Statement]:
    for copy in view.graph.resolution.copies:
        yield from describe_copy(view, copy)
    for action in view.graph.actions:
        yield from describe_reach(view.action(action), view.graph.reach_of_action(action))
    for entity in view.graph.entities:
        if not is_within_text(entity):  # that of a group stays in its article
            yield from describe_reach(view.entity(entity), view.graph.reach_of_entity(entity))


def _identity(view: View) -> Iterator[Statement]:
    for former in view.graph.resolution.former_ids:
        yield from describe_former(view, former)
    for decision in view.graph.resolution.decisions:
        yield from describe_decision(view, decision)


def _vocabulary(view: View) -> Iterator[Statement]:
    yield from describe_verbs(view)
    yield from describe_functions(view)
    for document in view.graph.documents:
        yield from describe_source(view, document)


def _only_document(view: View, same: SameHappening) -> str:
    """Return the article that tells both actions first, or the empty string where those are two."""
    one, other = (view.graph.actions[each].first.document_id for each in (same.action_id, same.other_id))
    return one if one == other else ""


def _within(name: Term, statements: Iterable[Statement]) -> list[Quad]:
    return [(subject, relation, value, name) for subject, relation, value in statements]
