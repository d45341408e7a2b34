"""Sieves over common nouns that take up something said before: `de initiatiefnemers`, `de premier`, `het bedrijf`."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from kg.model import Definiteness, EntityType, Gender, Mention, MentionKind, Number, RelationKind
from kg.resolve.chains import Chain
from kg.resolve.discourse import NEAREST, Discourse, Link, are_adjacent, are_coarguments
from kg.resolve.names import fold
from kg.resolve.salience import ranked

_KNOWN = frozenset({Definiteness.DEFINITE, Definiteness.DEMONSTRATIVE})
_SENTENCES_BACK = 4
_HOLDERS = 10
_CLEAR_LEAD = 0.5
_PLACES = frozenset({EntityType.PLACE})
"""A town, a region and a country stand side by side: which of them `het land` is, salience does not tell."""
_SEXES = frozenset({Gender.MASCULINE, Gender.FEMININE})
_SHORTEST_COMPOUND_HEAD = 4


def by_function(discourse: Discourse) -> Iterator[Link]:
    """Link `de premier` to whom the article says to be that: the last one named before, or the only one after.

    A general noun for things (`het bedrijf`) is left to `by_hypernym`: that somebody calls one a company tells little.
    """
    holders = _holders(discourse)
    for position in _pointing(discourse):
        mention = discourse.mentions[position]
        if mention.number is Number.PLURAL or _is_general_for_things(discourse, mention):
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
    (`het andere bedrijf`), if the same noun has brought in something without a name before (`een bedrijf`), nor if two
    things are about as salient.
    """
    chain_ids = list(discourse.chain_ids)
    for position in _pointing(discourse):
        mention = discourse.mentions[position]
        if (
            mention.modifiers & discourse.rules.contrasts
            or _is_introduced(discourse, position)
            or any(True for _ in discourse.within(position))
        ):
            continue
        kinds = _hypernym_of(discourse, mention)
        find = _joint if mention.number is Number.PLURAL else _leader
        antecedent = find(discourse, position, kinds, chain_ids) if kinds else None
        if antecedent is not None:
            chain_ids[position] = chain_ids[antecedent]
            yield Link(position, antecedent, "hypernym")


def same_head(discourse: Discourse) -> Iterator[Link]:
    """Link a definite noun phrase to the last one with the same head that says everything it says.

    `de autofabrikanten` takes up `drie grote Amerikaanse autofabrikanten`; `de Japanse autofabrikanten` does not. A
    general noun (`het bedrijf`) that no name was found for reaches back a few sentences only.
    """
    pointing = frozenset(_pointing(discourse))
    last: defaultdict[tuple[str, Number | None], list[int]] = defaultdict(list)
    for position in _nominals(discourse):
        mention = discourse.mentions[position]
        before = last[mention.head_lemma.casefold(), mention.number]
        if position in pointing and not _holds_pronoun(discourse, position):
            is_general = bool(_hypernym_of(discourse, mention))
            for antecedent in reversed(before[-NEAREST:]):
                earlier = discourse.mentions[antecedent]
                if is_general and mention.sentence - earlier.sentence > _SENTENCES_BACK:
                    break
                if mention.modifiers <= earlier.modifiers and not are_coarguments(mention, earlier):
                    yield Link(position, antecedent, "same head")
                    break
        before.append(position)


def _pointing(discourse: Discourse) -> Iterator[int]:
    """Yield the noun phrases that point at something known and are in no chain with a name yet."""
    for position in _nominals(discourse):
        if discourse.mentions[position].definiteness in _KNOWN and not discourse.chain(position).names:
            yield position


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
    before = discourse.mentions[antecedent]
    return not clashes and (_is_apposed(discourse, position, antecedent) or not are_coarguments(mention, before))


def _is_introduced(discourse: Discourse, position: int) -> bool:
    """Tell whether the same noun has just brought in something without a name: `een jongen ... de jongen`."""
    mention = discourse.mentions[position]
    before = (discourse.mentions[other] for other in _window(discourse, position) if not discourse.chain(other).names)
    return any(
        other.definiteness is Definiteness.INDEFINITE
        and (other.head_lemma.casefold(), other.number) == (mention.head_lemma.casefold(), mention.number)
        for other in before
        if other.kind is MentionKind.NOMINAL
    )


def _is_apposed(discourse: Discourse, position: int, antecedent: int) -> bool:
    text = discourse.extraction.document.text
    return are_adjacent(discourse.mentions[position], discourse.mentions[antecedent], text)


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
    return frozenset(EntityType(kind) for kind in whole if mention.type in (kind, EntityType.GROUP))


def _is_general_for_things(discourse: Discourse, mention: Mention) -> bool:
    nouns = discourse.rules.hypernyms
    return any(mention.head_lemma.casefold() in nouns[kind] for kind in nouns if kind != EntityType.PERSON)


def _holds_pronoun(discourse: Discourse, position: int) -> bool:
    return any(discourse.mentions[inner].kind is MentionKind.PRONOUN for inner in discourse.within(position))


def _leader(discourse: Discourse, position: int, kinds: frozenset[EntityType], chain_ids: Sequence[int]) -> int | None:
    mention = discourse.mentions[position]
    if (
        position
        and _is_apposed(discourse, position, position - 1)
        and _is_called(discourse.chain(position - 1), kinds, mention)
    ):
        return position - 1
    beside = discourse.beside(position)
    barred = {chain_ids[other] for other in beside if are_coarguments(mention, discourse.mentions[other])}
    fitting = [
        candidate
        for candidate in ranked(discourse, position, _window(discourse, position), chain_ids)
        if candidate.chain_id not in barred and _is_called(discourse.chains[candidate.chain_id], kinds, mention)
    ]
    if len(fitting) > 1 and (kinds == _PLACES or fitting[0].salience - fitting[1].salience < _CLEAR_LEAD):
        return None
    return fitting[0].position if fitting else None


def _window(discourse: Discourse, position: int) -> range:
    return discourse.before(position, _SENTENCES_BACK)


def _is_called(chain: Chain, kinds: frozenset[EntityType], mention: Mention) -> bool:
    clashes = mention.gender in _SEXES and chain.gender in _SEXES and mention.gender is not chain.gender
    return bool(chain.names) and chain.type in kinds and not clashes


def _joint(discourse: Discourse, position: int, kinds: frozenset[EntityType], chain_ids: Sequence[int]) -> int | None:
    """Return the last coordination of names of these types that `beide bedrijven`, `de twee banken` may take up."""
    if not discourse.mentions[position].modifiers & discourse.rules.both:
        return None
    for antecedent in reversed(_window(discourse, position)):
        members = discourse.coordinations.get(antecedent, ())
        if members and all(discourse.mentions[member].type in kinds for member in members):
            return antecedent
    return None
