"""Values made by hand: where words stand, and mentions, actions and a corpus of them."""

import re
from collections.abc import Sequence

from kg.model import (
    Action,
    ActionMention,
    Argument,
    Coreference,
    Document,
    Entity,
    EntityType,
    Extraction,
    Mention,
    MentionKind,
    Participation,
    Resolution,
    Role,
    Sentence,
    Span,
)
from kg.resolve.identifiers import document_part


def place_of(document: Document, words: str, nth: int = 0) -> Span:
    """Return where `words` stand in a document for the nth time, from 0."""
    starts = [found.start() for found in re.finditer(re.escape(words), document.text)]
    return Span(starts[nth], starts[nth] + len(words))


def sentences_of(document: Document) -> tuple[Sentence, ...]:
    """Return the sentences of a document: a line, or what ends in a full stop; the same words are a repeat."""
    spans = [Span(found.start(), found.end()) for found in re.finditer(r"[^\s.][^\n.]*\.?", document.text)]
    texts = [span.of(document.text) for span in spans]
    firsts = [texts.index(text) for text in texts]
    return tuple(
        Sentence(index, span, None if firsts[index] == index else firsts[index]) for index, span in enumerate(spans)
    )


def mention_of(
    document: Document,
    words: str,
    nth: int = 0,
    *,
    type: EntityType | None = None,
    kind: MentionKind = MentionKind.NAME,
) -> Mention:
    """Return the mention that stands at the nth `words`; its head is its last word."""
    span = place_of(document, words, nth)
    head = words.split()[-1]
    return Mention(
        document_id=document.id,
        span=span,
        text=words,
        head=Span(span.end - len(head), span.end),
        head_lemma=head.lower(),
        kind=kind,
        type=type,
        sentence=_sentence_at(document, span),
    )


def action_of(
    document: Document,
    trigger: str,
    predicate: str,
    arguments: Sequence[tuple[Role, Mention]] = (),
    *,
    nth: int = 0,
    particle: str = "",
    **told: object,
) -> ActionMention:
    """Return the action mention whose verb is the nth `trigger`; `told` are its other fields."""
    verb = place_of(document, trigger, nth)
    apart = (_place_after(document, particle, verb.end),) if particle else ()
    return ActionMention(
        document_id=document.id,
        trigger=(verb, *apart),
        predicate=predicate,
        arguments=tuple(Argument(role, mention) for role, mention in arguments),
        sentence=_sentence_at(document, verb),
        **told,  # type: ignore[arg-type]  # fields of ActionMention
    )


def _place_after(document: Document, words: str, offset: int) -> Span:
    """Return where `words` first stand after an offset."""
    start = document.text.index(words, offset)
    return Span(start, start + len(words))


def _sentence_at(document: Document, span: Span) -> int:
    return next(sentence.index for sentence in sentences_of(document) if sentence.span.overlaps(span))


def resolution_of(
    extractions: tuple[Extraction, ...],
    entities: tuple[Entity, ...],
    coreferences: tuple[Coreference, ...] = (),
    *,
    copies: tuple[tuple[ActionMention, ActionMention], ...] = (),
) -> Resolution:
    """Return the corpus of these articles: one action for each mention, but one for both mentions of `copies`."""
    second = dict(copies)
    skipped = set(second.values())
    entity_at = {(mention.document_id, mention.span): entity.id for entity in entities for mention in entity.mentions}
    actions, participations = [], []
    for mention in (told for extraction in extractions for told in extraction.actions if told not in skipped):
        verb = mention.trigger[0]
        claimant = mention.claimant
        action = Action(
            id=f"{document_part(mention.document_id)}#action={verb.start},{verb.end}",
            mentions=(mention, second[mention]) if mention in second else (mention,),
            claimant_id=entity_at.get((claimant.document_id, claimant.span), "") if claimant else "",
        )
        actions.append(action)
        participations += [
            Participation(
                action_id=action.id,
                role=argument.role,
                mention=argument.mention,
                entity_id=entity_at.get((argument.mention.document_id, argument.mention.span), ""),
                understood=argument.understood,
            )
            for argument in mention.arguments
        ]
    return Resolution(extractions, entities, tuple(actions), tuple(participations), coreferences)
