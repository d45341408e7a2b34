"""Sieve over nouns for what somebody is: `de premier`, `de rechter`."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import takewhile
from types import MappingProxyType

from kg.model import EntityType, Mention, MentionKind, Number, RelationKind
from kg.resolve.agreement import sexes_clash
from kg.resolve.discourse import Discourse, Link, are_coarguments
from kg.resolve.names import fold
from kg.resolve.nominals import holds_pronoun, pointing

_HOLDERS = 10
"""Holders of a function, before and after, that are looked at."""


def by_function(discourse: Discourse) -> Iterator[Link]:
    """Link `de premier` to whom the article says to be that: the last one named before, or the only one after.

    A general noun for things (`het bedrijf`) is left to `by_hypernym`: that somebody calls one a company tells little.
    Names inside the phrase (`de premier van Peru`) are where the holder is said to have the function.
    """
    holders, places, charges = _holders(discourse), _places(discourse), _charges(discourse)
    for position in pointing(discourse):
        mention = discourse.mentions[position]
        held = holders.get(usual_word(mention, discourse), ())
        held = [one for one in held if _is_of_the_same(mention, charges.get(discourse.chain_ids[one], ()))]
        if not held or mention.number is Number.PLURAL or _is_general_for_things(discourse, mention):
            continue
        if holds_pronoun(discourse, position) and mention.head_lemma.casefold() in discourse.rules.kin:
            continue
        here = bisect_left(held, position)
        near = held[max(0, here - _HOLDERS) : here + _HOLDERS]
        fitting = [
            one for one in near if _may_be(discourse, position, one) and _is_there(discourse, position, one, places)
        ]
        before = [holder for holder in fitting if holder < position]
        after = [holder for holder in fitting if holder > position]
        if before:
            yield Link(position, before[-1], "function")
        elif len({discourse.chain_ids[holder] for holder in after}) == 1:
            yield Link(position, after[0], "function")


def _holders(discourse: Discourse) -> Mapping[str, list[int]]:
    """Return the usual words for functions with the positions of the names that have them, in text order."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for relation in discourse.extraction.relations:
        position = discourse.position(relation.mention)
        if relation.kind is RelationKind.FUNCTION and position is not None:
            whole = fold(relation.value)
            for word in (whole, *_before_charge(whole.split(), discourse.rules.genitives)):
                found[discourse.rules.synonyms.get(word, word)].add(position)
    return MappingProxyType({word: sorted(positions) for word, positions in found.items()})


def _before_charge(words: Sequence[str], genitives: Collection[str]) -> Iterator[str]:
    """Yield the words that say what somebody is, not of whom: `kleinzoon` of a `kleinzoon van de oprichter`."""
    return takewhile(lambda word: word not in genitives, words)


def _charges(discourse: Discourse) -> Mapping[int, set[str]]:
    """Return what the functions of each chain are of, folded: `van financien` of a `minister van Financiën`."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    for relation in discourse.extraction.relations:
        position = discourse.position(relation.mention)
        if relation.kind is RelationKind.FUNCTION and position is not None:
            found[discourse.chain_ids[position]].add(fold(relation.value).partition(" ")[2])
    return found


def _is_of_the_same(mention: Mention, charges: Collection[str]) -> bool:
    """Tell whether a phrase says nothing behind its noun that is of another than its holder: `de minister van X`."""
    behind = fold(mention.text[mention.head.end - mention.span.start :]).strip()
    return not behind or behind in charges or not any(charges)


def usual_word(mention: Mention, discourse: Discourse) -> str:
    """Return the folded noun of a mention, or the usual one of its synonyms: `trainer` for `oefenmeester`."""
    word = fold(mention.head_lemma)
    return discourse.rules.synonyms.get(word, word)


def function_words(discourse: Discourse) -> Mapping[int, frozenset[str]]:
    """Return the usual words for what the article says that things are, folded, by chain.

    What somebody is minister of is a ministry.
    """
    found: defaultdict[int, set[str]] = defaultdict(set)
    for word, holders in _holders(discourse).items():
        for holder in holders:
            found[discourse.chain_ids[holder]].add(word)
    for relation in discourse.extraction.relations:
        body = discourse.position(relation.target) if relation.target else None
        if relation.kind is RelationKind.FUNCTION and body is not None:
            heads = (discourse.rules.heads_of.get(word) for word in fold(relation.value).split())
            found[discourse.chain_ids[body]].update(word for word in heads if word)
    return {chain_id: frozenset(words) for chain_id, words in found.items()}


def functions_told(discourse: Discourse) -> frozenset[tuple[int, str]]:
    """Return the positions of those who the article says have a function, each with the words for it as they stand."""
    told = [one for one in discourse.extraction.relations if one.kind is RelationKind.FUNCTION]
    return frozenset((at, one.value) for one in told if (at := discourse.position(one.mention)) is not None)


def _places(discourse: Discourse) -> Mapping[int, set[int]]:
    """Return the chains of those who have a function with the chains of where they have it."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    for relation in discourse.extraction.relations:
        holder = discourse.position(relation.mention)
        place = discourse.position(relation.target) if relation.target else None
        if relation.kind is RelationKind.FUNCTION and holder is not None and place is not None:
            found[discourse.chain_ids[holder]].add(discourse.chain_ids[place])
    return found


def _is_there(discourse: Discourse, position: int, holder: int, places: Mapping[int, set[int]]) -> bool:
    """Tell whether every name in a phrase is where the holder has the function; beside the holder it may be new."""
    if discourse.are_adjacent(position, holder):
        return True
    holder_id = discourse.chain_ids[holder]
    told = places.get(holder_id, set()) | {holder_id}
    inner = (one for one in discourse.within(position) if discourse.mentions[one].kind is MentionKind.NAME)
    return all(discourse.chain_ids[one] in told for one in inner)


def _may_be(discourse: Discourse, position: int, antecedent: int) -> bool:
    mention, chain = discourse.mentions[position], discourse.chain(antecedent)
    if chain.type is not mention.type or discourse.chain_ids[position] == chain.id:
        return False
    before = discourse.mentions[antecedent]
    is_other = are_coarguments(mention, before) and not discourse.are_adjacent(position, antecedent)
    return not is_other and not sexes_clash(mention, chain)


def _is_general_for_things(discourse: Discourse, mention: Mention) -> bool:
    nouns = discourse.rules.hypernyms
    return any(mention.head_lemma.casefold() in nouns[kind] for kind in nouns if kind != EntityType.PERSON)
