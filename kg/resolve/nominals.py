"""Sieves over common nouns that take up something said before: `de initiatiefnemers`, `de premier`, `het bedrijf`."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from kg.model import Definiteness, EntityType, Gender, Mention, MentionKind, Number, RelationKind
from kg.resolve.chains import Chain
from kg.resolve.discourse import NEAREST, Discourse, Link, are_coarguments
from kg.resolve.names import fold
from kg.resolve.salience import ranked

_KNOWN = frozenset({Definiteness.DEFINITE, Definiteness.DEMONSTRATIVE})
_SENTENCES_BACK = 4
_HOLDERS = 10
_CLEAR_LEAD = 0.5
_SEXES = frozenset({Gender.MASCULINE, Gender.FEMININE})
_SHORTEST_COMPOUND_HEAD = 4


def same_head(discourse: Discourse) -> Iterator[Link]:
    """Link a definite noun phrase to the last one with the same head that says everything it says.

    `de autofabrikanten` takes up `drie grote Amerikaanse autofabrikanten`; `de Japanse autofabrikanten` does not.
    """
    last: defaultdict[tuple[str, Number | None], list[int]] = defaultdict(list)
    for position in _nominals(discourse):
        mention = discourse.mentions[position]
        before = last[mention.head_lemma.casefold(), mention.number]
        if mention.definiteness in _KNOWN:
            for antecedent in reversed(before[-NEAREST:]):
                if mention.modifiers <= discourse.mentions[antecedent].modifiers:
                    yield Link(position, antecedent, "same head")
                    break
        before.append(position)


def by_function(discourse: Discourse) -> Iterator[Link]:
    """Link `de premier` to whom the article says to be that: the last one named before, or the only one after."""
    holders = _holders(discourse)
    for position in _nominals(discourse):
        mention = discourse.mentions[position]
        if mention.definiteness not in _KNOWN or mention.number is Number.PLURAL or discourse.is_linked(position):
            continue
        held = holders.get(fold(mention.head_lemma), ())
        here = bisect_left(held, position)
        before = [holder for holder in held[max(0, here - _HOLDERS) : here] if _may_be(discourse, position, holder)]
        after = [holder for holder in held[here : here + _HOLDERS] if _may_be(discourse, position, holder)]
        if before:
            yield Link(position, before[-1], "function")
        elif len({discourse.chain_ids[holder] for holder in after}) == 1:
            yield Link(position, after[0], "function")


def by_hypernym(discourse: Discourse) -> Iterator[Link]:
    """Link a general noun (`het concern`, `de vliegtuigbouwer`) to the most salient name of its type before it.

    Not if its phrase holds a name or pronoun of its own (`het bedrijf van Musk`) or tells it apart from the last
    (`het andere bedrijf`), nor if two things are about as salient.
    """
    for position in _nominals(discourse):
        mention = discourse.mentions[position]
        if discourse.is_linked(position) or mention.definiteness not in _KNOWN:
            continue
        if mention.number is Number.PLURAL:
            yield from _joint(discourse, position)
            continue
        kinds = _hypernym_of(discourse, mention)
        if not kinds or mention.modifiers & discourse.rules.contrasts or _holds_mention(discourse, position):
            continue
        leader = _leader(discourse, position, kinds)
        if leader is not None:
            yield Link(position, leader, "hypernym")


def _nominals(discourse: Discourse) -> Iterator[int]:
    for position, mention in enumerate(discourse.mentions):
        if mention.kind is MentionKind.NOMINAL and mention.type and position not in discourse.coordinations:
            yield position


def _holders(discourse: Discourse) -> Mapping[str, list[int]]:
    """Return the words for functions with the positions of the names that have them, in text order."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for relation in discourse.extraction.relations:
        position = discourse.position(relation.mention)
        if relation.kind is RelationKind.FUNCTION and position is not None:
            for word in fold(relation.value).split():
                found[word].add(position)
    return MappingProxyType({word: sorted(positions) for word, positions in found.items()})


def _may_be(discourse: Discourse, position: int, antecedent: int) -> bool:
    mention, chain = discourse.mentions[position], discourse.chain(antecedent)
    if chain.type is not mention.type or discourse.chain_ids[position] == chain.id:
        return False
    clashes = mention.gender in _SEXES and chain.gender in _SEXES and mention.gender is not chain.gender
    return not clashes and not are_coarguments(mention, discourse.mentions[antecedent])


def _hypernym_of(discourse: Discourse, mention: Mention) -> frozenset[EntityType]:
    """Return the types of names that a common noun may stand for, by itself or as last part of a compound."""
    noun, rules = mention.head_lemma.casefold(), discourse.rules
    whole = {kind for kind, nouns in rules.hypernyms.items() if noun in nouns}
    if not whole:
        whole = {
            kind
            for kind, nouns in rules.compound_heads.items()
            if any(noun.endswith(head) and len(head) >= _SHORTEST_COMPOUND_HEAD for head in nouns)
        }
    return frozenset(EntityType(kind) for kind in whole)


def _holds_mention(discourse: Discourse, position: int) -> bool:
    mention = discourse.mentions[position]
    beside = discourse.beside(position)
    return any(other != position and mention.span.contains(discourse.mentions[other].span) for other in beside)


def _leader(discourse: Discourse, position: int, kinds: frozenset[EntityType]) -> int | None:
    mention = discourse.mentions[position]
    barred = {
        discourse.chain_ids[other]
        for other in discourse.beside(position)
        if are_coarguments(mention, discourse.mentions[other])
    }
    fitting = [
        candidate
        for candidate in ranked(discourse, position, _window(discourse, position), discourse.chain_ids)
        if candidate.chain_id not in barred and _is_called(discourse.chains[candidate.chain_id], kinds, mention)
    ]
    if len(fitting) > 1 and fitting[0].salience - fitting[1].salience < _CLEAR_LEAD:
        return None
    return fitting[0].position if fitting else None


def _window(discourse: Discourse, position: int) -> range:
    return discourse.before(position, _SENTENCES_BACK)


def _is_called(chain: Chain, kinds: frozenset[EntityType], mention: Mention) -> bool:
    clashes = mention.gender in _SEXES and chain.gender in _SEXES and mention.gender is not chain.gender
    return bool(chain.names) and chain.type in kinds and not clashes


def _joint(discourse: Discourse, position: int) -> Iterator[Link]:
    """Link `beide bedrijven`, `de twee` to the last coordination of so many names of that type."""
    mention = discourse.mentions[position]
    if not mention.modifiers & discourse.rules.both:
        return
    kinds = _hypernym_of(discourse, mention)
    for antecedent in reversed(_window(discourse, position)):
        members = discourse.coordinations.get(antecedent, ())
        if members and all(discourse.mentions[member].type in kinds for member in members):
            yield Link(position, antecedent, "both")
            return
