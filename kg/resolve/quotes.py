"""Sieve over first and second persons in quotes, and who speaks where."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.lang.coreference import Reading
from kg.model import Claim, EntityType, Mention, MentionKind, QuoteKind, RelationKind, Span
from kg.resolve.chains import readings
from kg.resolve.discourse import Discourse, Link

_COLLECTIVE = frozenset({EntityType.ORGANISATION, EntityType.GROUP, EntityType.PLACE})
_BELONGING = frozenset({RelationKind.FUNCTION, RelationKind.MEMBER_OF})
_SPEECH_ACT = frozenset({Reading.SPEAKER, Reading.SPEAKERS, Reading.ADDRESSEE})
_OWN_WORDS = frozenset({QuoteKind.DIRECT, QuoteKind.PARTIAL})
_DEEPEST_NESTING = 20
_DOMINANT = 2


def quoted(discourse: Discourse) -> Iterator[Link]:
    """Link `ik` inside somebody's own words to who says them, `u` to the addressee, and `wij` to whom they speak for.

    That is the claimant, if an organisation, group or place, else the organisation of the claimant's function. Where a
    function is told without organisation (`manager Jansen`) it is the one that the article is about. A person without
    function speaks for people we do not know.
    """
    text = discourse.extraction.document.text
    claims = in_order(claim for claim in discourse.extraction.claims if _is_own_words(claim, text))
    spoken_for = _spoken_for(discourse)
    for position, pronoun in enumerate(discourse.mentions):
        said = readings(pronoun, discourse.rules) & _SPEECH_ACT if pronoun.pronoun else frozenset()
        claim = next(enclosing(claims, pronoun), None) if said else None
        if claim is None:
            continue
        target = _meant(discourse, claim, min(said), spoken_for)
        if target is not None and target != position:
            yield Link(position, target, "speaker of the quote")


def _is_own_words(claim: Claim, text: str) -> bool:
    """Tell whether a claim is told as the claimant put it: in quote marks, or as a sentence (`We stoppen, zegt X`)."""
    return claim.kind in _OWN_WORDS or text[claim.content.start].isupper()


def employed(discourse: Discourse) -> Iterator[Link]:
    """Link `zijn bedrijf` to the organisation of the function that the one meant by the possessive has."""
    spoken_for = _spoken_for(discourse)
    for position, mention in enumerate(discourse.mentions):
        if mention.type is not EntityType.ORGANISATION or discourse.chain(position).names:
            continue
        if mention.head_lemma.casefold() not in discourse.rules.hypernyms[EntityType.ORGANISATION]:
            continue
        for inner in discourse.within(position):
            target = spoken_for.get(discourse.chain_ids[inner])
            if target is not None and discourse.mentions[inner].pronoun:
                yield Link(position, target, "organisation of the owner")


def in_order(claims: Iterable[Claim]) -> list[Claim]:
    """Return claims by where their content begins, the outer before the inner: what `enclosing` searches."""
    return sorted(claims, key=lambda claim: (claim.content.start, -claim.content.end))


def enclosing(claims: Sequence[Claim], mention: Mention) -> Iterator[Claim]:
    """Yield the claims that `mention` is told in, the innermost first; `claims` are `in_order`."""
    last = bisect_right(claims, mention.span.start, key=lambda claim: claim.content.start)
    for claim in reversed(claims[max(0, last - _DEEPEST_NESTING) : last]):
        if claim.content.contains(mention.span):
            yield claim


def own_words(claims: Iterable[Claim]) -> Mapping[Span, tuple[Span, ...]]:
    """Return the heads of claimants with the places of their words: who is first told of there does not speak them.

    What one denies that was told before is another's words.
    """
    found: defaultdict[Span, list[Span]] = defaultdict(list)
    for claim in (claim for claim in claims if not (claim.told_before and claim.denied)):
        found[claim.claimant.head].append(claim.content)
    return {head: tuple(places) for head, places in found.items()}


def _meant(discourse: Discourse, claim: Claim, reading: Reading, spoken_for: Mapping[int, int]) -> int | None:
    who = claim.addressee if reading is Reading.ADDRESSEE else claim.claimant
    position = discourse.position(who) if who else None
    if position is None or reading is not Reading.SPEAKERS:
        return position
    chain = discourse.chain(position)
    return position if chain.type in _COLLECTIVE else spoken_for.get(chain.id)


def _spoken_for(discourse: Discourse) -> Mapping[int, int]:
    """Return persons' chains with the position of the organisation that they have a function in or are a member of."""
    placed: dict[int, int] = {}
    holders: list[int] = []
    for relation in discourse.extraction.relations:
        holder = discourse.position(relation.mention)
        if relation.kind not in _BELONGING or holder is None:
            continue
        body = discourse.position(relation.target) if relation.target else None
        if body is not None:
            placed.setdefault(discourse.chain_ids[holder], body)
        elif discourse.chain(holder).type is EntityType.PERSON:
            holders.append(discourse.chain_ids[holder])
    main = _main_organisation(discourse)
    return placed if main is None else dict.fromkeys(holders, main) | placed


def _main_organisation(discourse: Discourse) -> int | None:
    """Return the position of the organisation named at least twice as often as any other, or None."""
    names = Counter(
        {
            chain.id: sum(1 for position in chain.positions if discourse.mentions[position].kind is MentionKind.NAME)
            for chain in discourse.chains.values()
            if chain.type is EntityType.ORGANISATION
        }
    )
    ranking = [*names.most_common(2), (0, 0), (0, 0)]
    (first, most), (_, second) = ranking[:2]
    return first if most and most >= _DOMINANT * second else None
