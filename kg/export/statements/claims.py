"""Statements about claims: who says what, in which words, and what is part of it."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.export.statements.actions import describe_filler
from kg.export.statements.articles import describe_span
from kg.export.statements.view import View
from kg.export.terms import Statement, Term, about, boolean, iri, member, named, text
from kg.model import ActionMention, Claim, Extraction, Mention, QuoteKind, Sentence, Span


@dataclass(frozen=True, slots=True)
class _Told:
    """What an article tells, by the place or claim that another part of it refers to."""

    within: Mapping[Claim, list[ActionMention]]
    """Actions that are part of the content of a claim, or that it denies."""
    nested: Mapping[Span, list[Claim]]
    """Claims that are part of a content, by its place."""
    at: Mapping[int, ActionMention]
    """Actions by the start of each word that tells of them."""
    starts: Sequence[int]
    """Where each sentence starts."""


def describe_claims(view: View, extraction: Extraction) -> Iterator[Statement]:
    """Yield the statements about the claims of an article, with what they hold."""
    told = _told(extraction)
    for claim in extraction.claims:
        yield from _describe_claim(view, extraction, claim, told)


def _describe_claim(view: View, extraction: Extraction, claim: Claim, told: _Told) -> Iterator[Statement]:
    subject = iri(view.iris.claim(claim))
    start = (claim.cue or claim.claimant.span).start
    sentence = extraction.sentences[max(bisect_right(told.starts, start) - 1, 0)]
    is_quoted = claim.kind is not QuoteKind.INDIRECT
    words = view.words(claim.document_id, claim.content) if is_quoted else None
    place = describe_span(view, claim.document_id, sentence.span)[0][0]
    yield from about(
        subject,
        ("rdf:type", named("kg:Claim")),
        ("kg:quoteKind", member(claim.kind)),
        ("kg:quotation", text(words, extraction.document.language) if words else None),
        ("kg:denied", boolean(claim.denied)),
        ("kg:inSentence", place),
        ("kg:inDocument", view.document(claim.document_id)),
    )
    yield from _describe_party(view, subject, "kg:claimant", claim.claimant)
    if claim.addressee:
        yield from _describe_party(view, subject, "kg:addressee", claim.addressee)
    yield from _describe_words(view, subject, claim, sentence)
    yield from _describe_content(view, subject, claim, told)


def _describe_party(view: View, subject: Term, name: str, mention: Mention) -> Iterator[Statement]:
    entity = view.graph.entity_of(mention)
    yield from about(subject, (name, view.participant(mention, entity.id if entity else "")))
    if not entity:
        yield from describe_filler(view, mention)


def _describe_words(view: View, subject: Term, claim: Claim, sentence: Sentence) -> Iterator[Statement]:
    for name, span, within in (("kg:wording", claim.content, None), ("kg:cue", claim.cue, sentence.index)):
        if span:
            place = describe_span(view, claim.document_id, span, within)
            yield from place
            yield from about(subject, (name, place[0][0]))


def _describe_content(view: View, subject: Term, claim: Claim, told: _Told) -> Iterator[Statement]:
    telling = told.at.get(claim.cue.start) if claim.cue else None
    if telling and telling.is_speech:
        yield from about(subject, ("kg:saidIn", view.action(view.actions[telling].id)))
    for action in told.within.get(claim, ()):
        yield from about(subject, ("kg:content", view.action(view.actions[action].id)))
    for inner in told.nested.get(claim.content, ()):
        yield from about(subject, ("kg:content", iri(view.iris.claim(inner))))


def _told(extraction: Extraction) -> _Told:
    within: dict[Claim, list[ActionMention]] = {}
    nested: dict[Span, list[Claim]] = {}
    for action in extraction.actions:
        for claim in (action.claim, *action.denials):
            if claim:
                within.setdefault(claim, []).append(action)
    for claim in extraction.claims:
        if claim.within and claim.within != claim.content:
            nested.setdefault(claim.within, []).append(claim)
    at = {span.start: action for action in extraction.actions for span in action.trigger}
    return _Told(within, nested, at, [sentence.span.start for sentence in extraction.sentences])
