"""What is right, missed or wrong in what a system finds in an article.

Each measure is a stream of findings: figures count them, an error analysis lists those that are not right.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kg.model import Span
from tests.quality.annotation import AUTHOR, ROLES, Filler, GoldAction, GoldArticle, GoldRelation
from tests.quality.output import FoundAction, FoundEntity, Output, Participant

CORE = ("agent", "patient")
"""Who does something to what: the edges that a reader of the graph sees."""

NAMED = {"PER": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "PLA": "place"}
"""What the names that are scored belong to, by the first letters of the label of a type."""


class Verdict(StrEnum):
    """How something found, or not found, compares with gold."""

    RIGHT = "right"
    MISSED = "missed"
    WRONG = "wrong"
    """Found, but not in gold."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a measure counts."""

    measure: str
    verdict: Verdict
    span: Span
    """Where in the article."""
    words: str = ""
    """What gold or the system says, for a reader of the errors."""


def findings(gold: GoldArticle, found: Output) -> Iterator[Finding]:
    """Yield the findings of every measure but coreference, which counts no single things."""
    pairs = match_actions(gold.actions, found.actions)
    for expected, action in pairs:
        yield from _of_action(gold, found, expected, action)
    matched = {id(action) for _, action in pairs}
    for action in found.actions:
        if id(action) not in matched:
            yield Finding("actions", Verdict.WRONG, action.trigger, action.predicate)
            yield from _wrong_roles(action.participants, action, gold.text)
    yield from _names(gold, found)
    for relation in gold.relations:
        yield _relation(gold, found, relation)


def match_actions(
    gold: Sequence[GoldAction], found: Sequence[FoundAction]
) -> list[tuple[GoldAction, FoundAction | None]]:
    """Return each gold action with the action that was found there: triggers overlap, best with the same lemma."""
    free = list(found)
    pairs: list[tuple[GoldAction, FoundAction | None]] = []
    for action in gold:
        here = [other for other in free if other.trigger.overlaps(action.trigger)]
        best = max(here, key=lambda other: _likeness(action, other), default=None)
        pairs.append((action, best))
        free = [other for other in free if other is not best]
    return pairs


def _likeness(gold: GoldAction, found: FoundAction) -> tuple[bool, int]:
    return found.predicate == gold.lemma, -abs(found.trigger.start - gold.trigger.start)


def _of_action(gold: GoldArticle, found: Output, expected: GoldAction, action: FoundAction | None) -> Iterator[Finding]:
    yield Finding("actions", Verdict.RIGHT if action else Verdict.MISSED, expected.trigger, expected.lemma)
    if action:
        yield _wanted("lemma", action.predicate == expected.lemma, expected, f"{expected.lemma}: {action.predicate}")
        same = action.modality == expected.modality
        yield _wanted("modality", same, expected, f"{expected.lemma} {expected.modality}: {action.modality}")
    yield from _polarity(expected, action)
    yield from _source(gold, found, expected, action)
    for value in expected.times:
        yield _wanted("time", action is not None and value in action.times, expected, f"{expected.lemma} {value}")
    yield from _roles(gold, found, expected, action)


def _wanted(measure: str, is_right: bool, action: GoldAction, words: str) -> Finding:
    """Return the finding of something that gold has."""
    return Finding(measure, Verdict.RIGHT if is_right else Verdict.MISSED, action.trigger, words)


def _polarity(expected: GoldAction, action: FoundAction | None) -> Iterator[Finding]:
    denied = action is not None and action.negated
    if expected.negated:
        yield _wanted("polarity", denied, expected, expected.lemma)
    elif denied:
        yield Finding("polarity", Verdict.WRONG, expected.trigger, expected.lemma)


def _source(gold: GoldArticle, found: Output, expected: GoldAction, action: FoundAction | None) -> Iterator[Finding]:
    claimant = action.claimant if action else None
    reported = expected.source != AUTHOR
    speaker = Filler(expected.source, None)
    right = reported and claimant is not None and _fits(gold, found, expected, speaker, claimant)
    if reported:
        yield _wanted("source", right, expected, f"{expected.lemma}, says {expected.source}")
    if claimant and not right:
        words = f"{expected.lemma}, says {claimant.span.of(gold.text)}"
        yield Finding("source", Verdict.WRONG, expected.trigger, words)


def _roles(gold: GoldArticle, found: Output, expected: GoldAction, action: FoundAction | None) -> Iterator[Finding]:
    free = list(action.participants) if action else []
    for role, filler in ((role, filler) for role in ROLES for other, filler in expected.fillers if other == role):
        fitting = (one for one in free if _same_role(role, one.role) and _fits(gold, found, expected, filler, one))
        hit = next(fitting, None)
        free = [one for one in free if one is not hit]
        words = f"{expected.lemma}, {role} {filler.entity or (filler.span and filler.span.of(gold.text))}"
        yield from _role(role, Verdict.RIGHT if hit else Verdict.MISSED, expected.trigger, words)
    if action:
        yield from _wrong_roles(free, action, gold.text)


def _wrong_roles(participants: Sequence[Participant], action: FoundAction, text: str) -> Iterator[Finding]:
    for one in participants:
        if one.role != "time":
            words = f"{action.predicate}, {one.role} {one.span.of(text)}"
            yield from _role(one.role, Verdict.WRONG, action.trigger, words)


def _role(role: str, verdict: Verdict, span: Span, words: str) -> Iterator[Finding]:
    yield Finding("roles", verdict, span, words)
    if role in CORE:
        yield Finding("who-what", verdict, span, words)


def _same_role(gold: str, found: str) -> bool:
    return gold == found or (found == "theme" and gold in ("patient", "topic"))


def _fits(gold: GoldArticle, found: Output, action: GoldAction, filler: Filler, one: Participant) -> bool:
    """Tell whether a participant is the filler: words overlap, or an entity is mentioned where gold mentions it.

    Where the entity has another mention of the same size nowhere, the participant's own words in the sentence decide.
    """
    if filler.span:
        return filler.span.overlaps(one.span)
    mine = gold.spans(filler.entity or "")
    if any(_stands_for(here, there) for here in mine for there in found.spans(one.entity)):
        return True
    return any(here.overlaps(one.span) for here in mine if action.sentence.start <= here.start < action.sentence.end)


def _stands_for(one: Span, other: Span) -> bool:
    """Tell whether two mentions overlap and neither is more than twice as long as the other."""
    sizes = sorted((one.end - one.start, other.end - other.start))
    return one.overlaps(other) and sizes[0] * 2 >= sizes[1]


def _names(gold: GoldArticle, found: Output) -> Iterator[Finding]:
    expected = {
        (one.span, NAMED[entity.type[:3]])
        for entity in gold.entities.values()
        for one in entity.mentions
        if one.kind == "name" and entity.type[:3] in NAMED
    }
    named = {
        (one.span, NAMED[entity.type[:3].upper()])
        for entity in found.entities.values()
        for one in entity.mentions
        if one.kind == "name" and entity.type[:3].upper() in NAMED
    }
    for span, kind in sorted(expected | named):
        here = (span, kind)
        verdict = Verdict.WRONG if here not in expected else Verdict.RIGHT if here in named else Verdict.MISSED
        yield Finding("names", verdict, span, f"{kind} {span.of(gold.text)}")


def _relation(gold: GoldArticle, found: Output, relation: GoldRelation) -> Finding:
    themselves = [one for one in found.entities.values() if _meet(gold.spans(relation.of), found.spans(one.id))]
    if relation.kind == "member":
        right = any(_is_member(gold, found, one, relation.target) for one in themselves)
    else:
        right = any(_is_called(one, relation.target.lower()) for one in themselves)
    measure = "membership" if relation.kind == "member" else "function"
    place = gold.spans(relation.of)[0]
    return Finding(measure, Verdict.RIGHT if right else Verdict.MISSED, place, f"{relation.of}: {relation.target}")


def _is_member(gold: GoldArticle, found: Output, entity: FoundEntity, group: str) -> bool:
    return any(_meet(gold.spans(group), found.spans(other)) for other in entity.groups)


def _is_called(entity: FoundEntity, function: str) -> bool:
    return any(word.lower() in function or function in word.lower() for word in entity.functions)


def _meet(some: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(one.overlaps(other) for one in some for other in others)
