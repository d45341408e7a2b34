"""What of one article is withheld: the sentences that tell of somebody, and what is said in them."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.model import ActionMention, Claim, Document, Entity, Extraction, Mention, Resolution, Span
from kg.privacy.named import is_in_address, names_of, pattern

BLANK = "\N{FULL BLOCK}"
"""Stands for each character of what is withheld; white space stays."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """What of one article is withheld."""

    names: re.Pattern[str]
    sentences: frozenset[int]
    """Their indexes."""
    spans: tuple[Span, ...]
    """Their places, in text order."""

    def is_free(self, mention: Mention) -> bool:
        """Tell whether a mention stands in a sentence that is not withheld."""
        return mention.sentence not in self.sentences

    def is_clear(self, span: Span | None) -> bool:
        """Tell whether a place shares nothing with a sentence that is withheld."""
        if span is None:
            return True
        next_one = bisect_right(self.spans, span.start, key=lambda other: other.end)
        return next_one == len(self.spans) or self.spans[next_one].start >= span.end


def withheld_by_article(
    resolution: Resolution, names: Sequence[str], hidden: Mapping[str, Entity]
) -> dict[str, Withheld]:
    """Return what is withheld of each article: by the names given, and by those that it uses for the same persons."""
    called: defaultdict[str, set[str]] = defaultdict(set)
    referred: defaultdict[str, set[int]] = defaultdict(set)
    for entity in hidden.values():
        own = frozenset(names_of(entity))
        for mention in entity.mentions:
            called[mention.document_id].update(own)
            referred[mention.document_id].add(mention.sentence)
    named = pattern(names)
    return {
        id: _withheld_of(extraction, pattern({*names, *called[id]}) if id in called else named, referred[id])
        for id, extraction in ((one.document.id, one) for one in resolution.extractions)
    }


def _withheld_of(extraction: Extraction, names: re.Pattern[str], referred: set[int]) -> Withheld:
    found = set(referred)
    for sentence in extraction.sentences:
        if sentence.repeats in found or names.search(sentence.span.of(extraction.document.text)):
            found.add(sentence.index)
    spans = tuple(extraction.sentences[index].span for index in sorted(found))
    return Withheld(names, frozenset(found), spans)


def without_withheld(extraction: Extraction, withheld: Withheld) -> Extraction:
    """Return what an article says without what is withheld of it."""
    claims = _claims(extraction.claims, withheld)
    kept = set(claims)
    return replace(
        extraction,
        document=_document(extraction.document, withheld),
        mentions=tuple(filter(withheld.is_free, extraction.mentions)),
        actions=tuple(action for action in extraction.actions if _is_told(action, kept, withheld)),
        claims=claims,
        relations=tuple(
            relation
            for relation in extraction.relations
            if all(withheld.is_free(each) for each in (relation.mention, relation.target) if each)
        ),
        times=tuple(time for time in extraction.times if withheld.is_clear(time.span)),
    )


def _document(document: Document, withheld: Withheld) -> Document:
    """Return an article with what is withheld blanked, and without a title, writer, source or address that tells it."""
    places = (*withheld.spans, *(Span(*found.span()) for found in withheld.names.finditer(document.text)))
    told = {span.of(document.text).strip() for span in withheld.spans}
    is_named = withheld.names.search
    return replace(
        document,
        text=_blanked(document.text, places),
        title="" if is_named(document.title) or document.title.strip() in told else document.title,
        source="" if is_named(document.source) else document.source,
        author="" if is_named(document.author) else document.author,
        url="" if is_in_address(withheld.names, document.url) else document.url,
        section="" if is_named(document.section) else document.section,
        licence="" if is_named(document.licence) else document.licence,
    )


def _blanked(text: str, places: Iterable[Span]) -> str:
    characters = list(text)
    for place in places:
        characters[place.start : place.end] = re.sub(r"\S", BLANK, place.of(text))
    return "".join(characters)


def _claims(claims: Sequence[Claim], withheld: Withheld) -> tuple[Claim, ...]:
    """Return the claims that nothing withheld makes, hears, says or holds."""
    kept = [
        claim
        for claim in claims
        if all(withheld.is_free(each) for each in (claim.claimant, claim.addressee) if each)
        and all(map(withheld.is_clear, (claim.content, claim.cue, claim.within)))
    ]
    while True:
        contents = {claim.content for claim in kept}
        inner = [claim for claim in kept if claim.within is None or claim.within in contents]
        if len(inner) == len(kept):
            return tuple(kept)
        kept = inner


def _is_told(action: ActionMention, claims: set[Claim], withheld: Withheld) -> bool:
    return (
        action.sentence not in withheld.sentences
        and (action.claim is None or action.claim in claims)
        and all(withheld.is_free(argument.mention) for argument in action.arguments)
    )
