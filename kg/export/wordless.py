"""A graph without the words of its articles, for the formats that are not RDF."""

from dataclasses import replace

from kg.export.options import Options
from kg.graph import KnowledgeGraph
from kg.model import Action, ActionMention, Extraction, Mention, MentionKind


def shown(graph: KnowledgeGraph, options: Options) -> KnowledgeGraph:
    """Return a graph as it may be shown: where texts are not to be written, without titles and words but names.

    The articles themselves stay, for their offsets; nobody may write what stands at them.
    """
    if options.with_text:
        return graph
    resolution = graph.resolution
    kept = replace(
        resolution,
        extractions=tuple(map(_untitled, resolution.extractions)),
        entities=tuple(
            replace(entity, mentions=tuple(_wordless(mention, options) for mention in entity.mentions))
            for entity in resolution.entities
        ),
        actions=tuple(_wordless_action(action, options) for action in resolution.actions),
        participations=tuple(
            replace(each, mention=_wordless(each.mention, options)) for each in resolution.participations
        ),
    )
    return KnowledgeGraph(kept, graph.run)


def _untitled(extraction: Extraction) -> Extraction:
    return replace(extraction, document=replace(extraction.document, title=""))


def _wordless(mention: Mention, options: Options) -> Mention:
    if mention.kind is MentionKind.NAME:
        return mention
    return replace(mention, text=options.words(mention.text, mention.span))


def _wordless_action(action: Action, options: Options) -> Action:
    return replace(action, mentions=tuple(_wordless_telling(mention, options) for mention in action.mentions))


def _wordless_telling(told: ActionMention, options: Options) -> ActionMention:
    claim = told.claim and replace(told.claim, claimant=_wordless(told.claim.claimant, options))
    return replace(
        told,
        arguments=tuple(replace(each, mention=_wordless(each.mention, options)) for each in told.arguments),
        times=tuple(replace(time, text=options.words(time.text, time.span)) for time in told.times),
        claim=claim,
    )
