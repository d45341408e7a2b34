"""Sieves over what grammar says outright: appositions, relative and reflexive pronouns, speakers of quotes."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from kg.lang.coreference import Reading
from kg.model import (
    Claim,
    EntityType,
    GrammaticalFunction,
    Mention,
    MentionKind,
    PronounClass,
    QuoteKind,
    RelationKind,
)
from kg.resolve.chains import readings
from kg.resolve.discourse import Discourse, Link
from kg.resolve.names import is_acronym

_COLLECTIVE = frozenset({EntityType.ORGANISATION, EntityType.GROUP, EntityType.PLACE})
_BELONGING = frozenset({RelationKind.FUNCTION, RelationKind.MEMBER_OF})
_SPEECH_ACT = frozenset({Reading.SPEAKER, Reading.SPEAKERS, Reading.ADDRESSEE})
_DEEPEST_NESTING = 20
_OWN_WORDS = frozenset({QuoteKind.DIRECT, QuoteKind.PARTIAL})


def stated(discourse: Discourse) -> Iterator[Link]:
    """Link what the text itself says to be one thing: an apposition, an acronym in brackets, a relative pronoun."""
    for relation in discourse.extraction.relations:
        if relation.kind is not RelationKind.SAME_AS or relation.target is None:
            continue
        mention, target = discourse.position(relation.mention), discourse.position(relation.target)
        if mention is not None and target is not None and mention != target:
            first, second = sorted((mention, target))
            yield Link(second, first, _reason(discourse.mentions[first], discourse.mentions[second]))


def _reason(first: Mention, second: Mention) -> str:
    if PronounClass.RELATIVE in (first.pronoun, second.pronoun):
        return "relative pronoun"
    if is_acronym(second.text) and first.kind is MentionKind.NAME:
        return "acronym"
    return "apposition"


def reflexive(discourse: Discourse) -> Iterator[Link]:
    """Link a reflexive or reciprocal pronoun to the subject of its clause.

    Principle A of the binding theory; e-ANS 5.4, https://e-ans.ivdnt.org
    """
    for position, pronoun in enumerate(discourse.mentions):
        if pronoun.pronoun is not PronounClass.REFLEXIVE:
            continue
        for subject in discourse.beside(position):
            other = discourse.mentions[subject]
            if other.clause == pronoun.clause and other.function is GrammaticalFunction.SUBJECT and subject != position:
                yield Link(position, subject, "reflexive pronoun")
                break


def quoted(discourse: Discourse) -> Iterator[Link]:
    """Link `ik` inside somebody's own words to who says them, and `wij` to what that one speaks for.

    That is the claimant, if an organisation, group or place, else the organisation of the claimant's function; a
    person without one speaks for people we do not know. `u` is the addressee.
    """
    claims = sorted(
        (claim for claim in discourse.extraction.claims if claim.kind in _OWN_WORDS),
        key=lambda claim: (claim.content.start, -claim.content.end),
    )
    organisations = _organisations(discourse)
    for position, pronoun in enumerate(discourse.mentions):
        said = readings(pronoun, discourse.rules) & _SPEECH_ACT
        claim = innermost(claims, pronoun) if said else None
        if claim is None:
            continue
        target = _meant(discourse, claim, next(iter(said)), organisations)
        if target is not None and target != position:
            yield Link(position, target, "speaker of the quote")


def innermost(claims: Sequence[Claim], mention: Mention) -> Claim | None:
    """Return the innermost of `claims`, sorted by where their content begins, that `mention` is part of."""
    last = bisect_right(claims, mention.span.start, key=lambda claim: claim.content.start)
    for claim in reversed(claims[max(0, last - _DEEPEST_NESTING) : last]):
        if claim.content.contains(mention.span):
            return claim
    return None


def _meant(discourse: Discourse, claim: Claim, reading: Reading, organisations: Mapping[int, int]) -> int | None:
    who = claim.addressee if reading is Reading.ADDRESSEE else claim.claimant
    position = discourse.position(who) if who else None
    if position is None or reading is not Reading.SPEAKERS:
        return position
    chain = discourse.chain(position)
    return position if chain.type in _COLLECTIVE else organisations.get(chain.id)


def _organisations(discourse: Discourse) -> Mapping[int, int]:
    """Return chains with the position of the first organisation that they have a function in or are a member of."""
    found: dict[int, int] = {}
    for relation in discourse.extraction.relations:
        if relation.kind in _BELONGING and relation.target is not None:
            holder, body = discourse.position(relation.mention), discourse.position(relation.target)
            if holder is not None and body is not None:
                found.setdefault(discourse.chain_ids[holder], body)
    return found
