"""Who says so: the claims of a text, and the actions that are told only as somebody's words or view.

Claims come from reported clauses (`reported`) and from quotes (`quoted`); each has a claimant, so `er wordt gezegd`
makes none.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.extract.attribution.cues import Cue, Reported, verb_name
from kg.extract.attribution.quoted import Quoted, attribute_quotes
from kg.extract.attribution.quotes import Quote, QuoteIndex, find_quotes
from kg.extract.attribution.reported import find_reported
from kg.extract.mentions import Mentions
from kg.extract.syntax.tree import Tree
from kg.lang import Language
from kg.model import ActionMention, Claim, Document, Mention, Modality, Polarity, QuoteKind, Role, Span


def extract_claims(
    tree: Tree, document: Document, mentions: Mentions, actions: Sequence[ActionMention], language: Language
) -> tuple[Claim, ...]:
    """Return the claims of a text by the position of their content, outer ones first.

    Quoted words inside a reported clause are part of that claim. `actions` tell whether a cue is negated and whom it
    is addressed to.
    """
    rules = language.attribution
    body = document.body or Span(0, len(document.text))
    quotes = find_quotes(document.text, body, marks=rules.quote_marks, apostrophe_words=rules.apostrophe_words)
    reported = list(find_reported(tree, mentions, language))
    told = sorted((one.cue for one in reported), key=lambda cue: cue.span)
    index = QuoteIndex.of(quotes)
    partial = {quote for one in reported for quote in index.overlapping(one.content) if _is_partial(quote, one)}
    free = [quote for quote in quotes if quote not in partial]
    quoted = list(attribute_quotes(free, tree, mentions, language, told))
    by_trigger = {action.trigger[0].start: action for action in actions}
    claims = [_quoted_claim(one, document, by_trigger) for one in quoted]
    claims += _reported_claims(reported, index, quoted, document, by_trigger, language)
    return tuple(_nested([*claims, *_denials(reported, claims, document)], rules.first_person))


def _reported_claims(
    reported: Sequence[Reported],
    index: QuoteIndex,
    quoted: Sequence[Quoted],
    document: Document,
    actions: Mapping[int, ActionMention],
    language: Language,
) -> Iterator[Claim]:
    """Yield the claims that no quote gives; somebody's own words report nothing outside their marks."""
    said = {one.quote for one in quoted}
    spoken = {one.quote for one in quoted if one.kind is QuoteKind.DIRECT}
    for one in reported:
        near = index.overlapping(one.content)
        speech = [quote for quote in index.overlapping(one.cue.span) if quote in spoken]
        is_outside = any(not quote.marks.overlaps(one.content) for quote in speech)
        if not (one.denied or is_outside or any(quote in said and _gives(quote, one) for quote in near)):
            inside = [_common(one.content, quote.content) for quote in speech]
            content = min((_with_quotes(one.content, near), *inside), key=_span_length)
            if not _is_left_open(one.cue, content, actions.get(one.cue.span.start), document, language):
                yield _reported_claim(replace(one, content=content), document, actions, language)


def _is_left_open(
    cue: Cue, content: Span, telling: ActionMention | None, document: Document, language: Language
) -> bool:
    """Tell whether nobody said it: `moet uitleggen wanneer hij het wist`, `wil niet zeggen of hij komt`.

    Nor is it said that somebody did not or could not say or confirm: `kon niet bevestigen dat hij komt`.
    """
    rules = language.attribution
    if telling is None or (telling.modality is not Modality.OBLIGATION and telling.polarity is not Polarity.NEGATIVE):
        return False
    first, _, _ = content.of(document.text).partition(" ")
    is_unsaid = telling.polarity is Polarity.NEGATIVE and _only_says(cue, language)
    return first.lower() in rules.question_words or (is_unsaid and first.lower() in rules.complementizers)


def _only_says(cue: Cue, language: Language) -> bool:
    """Tell whether a verb reports words and no view; a denial or view that is denied does say something."""
    name, rules = verb_name(cue.word, language) if cue.word.pos_ == "VERB" else "", language.attribution
    return name in rules.say - rules.deny - rules.think - language.factuality.neg_raising


def _common(first: Span, second: Span) -> Span:
    return Span(max(first.start, second.start), min(first.end, second.end))


def _denials(reported: Sequence[Reported], claims: Sequence[Claim], document: Document) -> Iterator[Claim]:
    """Yield what is said to the sentence before: to what another claims there, else to all that it tells."""
    by_start = sorted(claims, key=_position)
    for one in (one for one in reported if one.denied):
        first = bisect_left(by_start, one.content.start, key=lambda claim: claim.content.start)
        last = bisect_left(by_start, one.content.end, key=lambda claim: claim.content.start)
        others = [claim for claim in by_start[first:last] if claim.claimant != one.cue.claimant]
        yield Claim(
            document_id=document.id,
            claimant=one.cue.claimant,
            content=max((claim.content for claim in others), key=_span_length, default=one.content),
            cue=one.cue.span,
            kind=QuoteKind.INDIRECT,
            denied=True,
            told_before=True,
        )


def _is_partial(quote: Quote, reported: Reported) -> bool:
    """Tell whether a quote gives a few words of a reported clause: `zegt dat hij "verrast" is`."""
    return reported.content.contains(quote.content) and not _gives(quote, reported)


def _gives(quote: Quote, reported: Reported) -> bool:
    """Tell whether what a cue outside a quote reports begins in the quote."""
    begins_in_it = quote.marks.start <= reported.content.start < quote.marks.end
    return begins_in_it and not quote.marks.contains(reported.cue.span)


def _quoted_claim(quoted: Quoted, document: Document, actions: Mapping[int, ActionMention]) -> Claim:
    action = actions.get(quoted.cue.start) if quoted.cue else None
    return Claim(
        document_id=document.id,
        claimant=quoted.claimant,
        content=quoted.quote.content,
        cue=quoted.cue,
        kind=quoted.kind,
        addressee=_addressee(action),
    )


def _reported_claim(
    reported: Reported, document: Document, actions: Mapping[int, ActionMention], language: Language
) -> Claim:
    action = actions.get(reported.cue.span.start)
    return Claim(
        document_id=document.id,
        claimant=reported.cue.claimant,
        content=reported.content,
        cue=reported.cue.span,
        kind=QuoteKind.INDIRECT,
        addressee=_addressee(action),
        denied=_is_denied(reported.cue, action, language),
        told_before=reported.told_before,
    )


def _with_quotes(content: Span, quotes: Sequence[Quote]) -> Span:
    """Return the content up to the end of a quote that begins in it."""
    ends = [quote.content.end for quote in quotes if content.start < quote.marks.start < content.end]
    return Span(content.start, max([content.end, *ends]))


def _is_denied(cue: Cue, action: ActionMention | None, language: Language) -> bool:
    """Tell whether the claimant says that it is not so: `ontkent dat`, `gelooft niet dat`; not `ontkent niet dat`."""
    name = verb_name(cue.word, language) if cue.word.pos_ == "VERB" else ""
    is_negated = action is not None and action.polarity is Polarity.NEGATIVE
    if name in language.attribution.deny:
        return not is_negated
    return is_negated and name in language.factuality.neg_raising


def _addressee(action: ActionMention | None) -> Mention | None:
    arguments = action.arguments if action else ()
    return next((argument.mention for argument in arguments if argument.role is Role.RECIPIENT), None)


def _nested(claims: Sequence[Claim], first_person: frozenset[str]) -> Iterator[Claim]:
    """Yield the claims by position, each with the content of the smallest other one that it lies in.

    Who says `ik vind` or `wij denken` in somebody's words is the one whose words they are.
    """
    around: list[Claim] = []
    last: Claim | None = None
    for claim in sorted(claims, key=_position):
        around = [outer for outer in around if outer.content.end > claim.content.start]
        outside = [one for one in around if one.content != claim.content and one.content.contains(claim.content)]
        if outside and not claim.told_before:
            outer = min(outside, key=_length)
            is_own = claim.claimant.text.lower() in first_person
            claim = replace(claim, within=outer.content, claimant=outer.claimant if is_own else claim.claimant)
        if last is None or (last.content, last.claimant) != (claim.content, claim.claimant):
            yield claim
            around += [] if claim.told_before and claim.denied else [claim]
            last = claim


def _position(claim: Claim) -> tuple[int, int, int]:
    return claim.content.start, -claim.content.end, claim.cue.start if claim.cue else -1


def _length(claim: Claim) -> int:
    return _span_length(claim.content)


def _span_length(span: Span) -> int:
    return span.end - span.start


def attribute(actions: Sequence[ActionMention], claims: Sequence[Claim]) -> tuple[ActionMention, ...]:
    """Return the actions, by position, each with the innermost claim that it is told in.

    The words that attribute a claim (`volgens de verklaring van X`) are no part of it, though they stand within. An
    action whose own word attributes is speech. A denial of what was told before does not tell it.
    """
    cues = {claim.cue.start for claim in claims if claim.cue}
    waiting = sorted(claims, key=_position, reverse=True)
    around: list[Claim] = []
    found = []
    for action in sorted(actions, key=lambda action: action.trigger):
        trigger = action.trigger[0]
        while waiting and waiting[-1].content.start <= trigger.start:
            around.append(waiting.pop())
        around = [claim for claim in around if claim.content.end > trigger.start]
        telling = [claim for claim in around if _tells(claim, trigger)]
        denials = tuple(claim for claim in telling if claim.told_before and claim.denied)
        inner = min((claim for claim in telling if claim not in denials), key=_length, default=None)
        is_speech = any(span.start in cues for span in action.trigger)
        is_told = inner is not None or bool(denials) or is_speech
        found.append(replace(action, claim=inner, denials=denials, is_speech=is_speech) if is_told else action)
    return tuple(found)


def _tells(claim: Claim, trigger: Span) -> bool:
    is_cue = claim.cue is not None and claim.cue.overlaps(trigger)
    return claim.content.contains(trigger) and not is_cue and not claim.claimant.span.contains(trigger)
