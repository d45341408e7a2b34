"""Sieve over personal, possessive and demonstrative pronouns of the third person."""

from collections.abc import Iterator, Sequence

from kg.lang.coreference import Reading
from kg.model import Claim, EntityType, GrammaticalFunction, Mention, MentionKind, PronounClass, QuoteKind
from kg.resolve.agreement import cost
from kg.resolve.chains import readings
from kg.resolve.discourse import Discourse, Link, are_coarguments
from kg.resolve.quotes import enclosing, in_order
from kg.resolve.salience import ranked

_SENTENCES_BACK = 3
_NEAR = 1
_REPORTED_SPEAKER = 1.5
_LEAST = -6.0
_THIRD_PERSON = frozenset({Reading.MASCULINE, Reading.FEMININE, Reading.NEUTER, Reading.PLURAL})
_ACTORS = frozenset({EntityType.PERSON, EntityType.ORGANISATION, EntityType.GROUP})


def pronouns(discourse: Discourse) -> Iterator[Link]:
    """Link third-person pronouns to the most salient antecedent that agrees with them, in text order.

    A pronoun at the beginning of a sentence without antecedent may stand for the subject that follows in another
    clause of it (`Toen ze aankwam, zei Jansen ...`). A pronoun that nothing agrees with stays without entity.
    """
    chain_ids = list(discourse.chain_ids)
    claims = in_order(discourse.extraction.claims)
    for position, mention in enumerate(discourse.mentions):
        meant = readings(mention, discourse.rules) & _THIRD_PERSON
        if not meant or mention.pronoun is None or discourse.is_linked(position):
            continue
        antecedent = _before(discourse, position, meant, chain_ids, tuple(enclosing(claims, mention)))
        if antecedent is None:
            antecedent = _after(discourse, position, meant)
        if antecedent is not None:
            chain_ids[position] = chain_ids[antecedent]
            yield Link(position, antecedent, f"{mention.pronoun} pronoun")


def _before(
    discourse: Discourse, position: int, meant: frozenset[Reading], chain_ids: Sequence[int], claims: Sequence[Claim]
) -> int | None:
    mention = discourse.mentions[position]
    back = _NEAR if _needs_near_antecedent(mention, meant) else _SENTENCES_BACK
    window = discourse.before(position, back)
    barred = _barred(discourse, position, chain_ids, claims)
    speaker = _reported_speaker(discourse, chain_ids, claims)
    best: tuple[float, int] | None = None
    antecedents = [other for other in window if not discourse.mentions[other].span.contains(mention.span)]
    for candidate in ranked(discourse, position, antecedents, chain_ids):
        price = _price(discourse, mention, meant, candidate.chain_id)
        if price is None or candidate.chain_id in barred:
            continue
        salience = candidate.salience - price + (_REPORTED_SPEAKER if candidate.chain_id == speaker else 0.0)
        if salience > _LEAST and (best is None or salience > best[0]):
            best = salience, candidate.position
    return best[1] if best else None


def _needs_near_antecedent(mention: Mention, meant: frozenset[Reading]) -> bool:
    """Tell whether a pronoun reaches back no further than the sentence before: demonstratives, and `het`."""
    return mention.pronoun is PronounClass.DEMONSTRATIVE or meant == {Reading.NEUTER}


def _price(discourse: Discourse, mention: Mention, meant: frozenset[Reading], chain_id: int) -> float | None:
    if mention.pronoun is None or not _can_act(discourse, chain_id):
        return None
    return cost(meant, mention.pronoun, discourse.chains[chain_id])


def _can_act(discourse: Discourse, chain_id: int) -> bool:
    """Tell whether a chain is no coordination of places or things, which a plural pronoun hardly stands for."""
    members = discourse.coordinations.get(chain_id, ())
    return all(discourse.mentions[member].type in _ACTORS for member in members)


def _barred(discourse: Discourse, position: int, chain_ids: Sequence[int], claims: Sequence[Claim]) -> frozenset[int]:
    """Return the chains that a pronoun cannot be in: its co-arguments, and whoever speaks in a direct quote."""
    mention = discourse.mentions[position]
    barred = set()
    if mention.pronoun is not PronounClass.POSSESSIVE:
        barred = {
            chain_ids[other]
            for other in discourse.beside(position)
            if other != position and are_coarguments(mention, discourse.mentions[other])
        }
    speakers = (discourse.position(claim.claimant) for claim in claims if claim.kind is QuoteKind.DIRECT)
    return frozenset(barred) | {chain_ids[speaker] for speaker in speakers if speaker is not None}


def _reported_speaker(discourse: Discourse, chain_ids: Sequence[int], claims: Sequence[Claim]) -> int | None:
    """Return the chain of who is reported in indirect speech: pronouns in it are his first of all."""
    if not claims or claims[0].kind is QuoteKind.DIRECT:
        return None
    speaker = discourse.position(claims[0].claimant)
    return chain_ids[speaker] if speaker is not None else None


def _after(discourse: Discourse, position: int, meant: frozenset[Reading]) -> int | None:
    mention = discourse.mentions[position]
    sentence = discourse.beside(position)
    if mention.pronoun is not PronounClass.PERSONAL or position != sentence.start or meant == {Reading.NEUTER}:
        return None
    for later in sentence[1:]:
        other = discourse.mentions[later]
        is_subject = other.function is GrammaticalFunction.SUBJECT and other.kind is MentionKind.NAME
        if is_subject and other.clause != mention.clause:
            agrees = _price(discourse, mention, meant, discourse.chain_ids[later]) is not None
            return later if agrees else None
    return None
