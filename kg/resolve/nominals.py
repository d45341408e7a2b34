"""Common nouns that take up something said before, and the sieves that look for their words in it."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from kg.lang.nouns import compound_ends
from kg.model import Definiteness, EntityType, Mention, MentionKind, Number
from kg.resolve.discourse import NEAREST, Discourse, Link, are_coarguments
from kg.resolve.names import fold

SENTENCES_BACK = 4
"""How far a general noun reaches back."""
_KNOWN = frozenset({Definiteness.DEFINITE, Definiteness.DEMONSTRATIVE})
_NAMES_BACK = 10
_SHORTEST_COMPOUND_HEAD = 4
_SHORTEST_END_OF_NAME = 6
"""`Griekenland` is a land, but not so called for it."""


def by_word_of_name(discourse: Discourse) -> Iterator[Link]:
    """Link `de commissie` to the last name before it that has the noun in it: `Europese Commissie`.

    What else the phrase says stands in the name too.
    """
    named: defaultdict[str, list[int]] = defaultdict(list)
    known = frozenset(pointing(discourse))
    endings = {name: _ends_of_name(name) for name in frozenset(discourse.names)}
    for position, name in enumerate(discourse.names):
        mention = discourse.mentions[position]
        if position in known and mention.number is not Number.PLURAL and not holds_pronoun(discourse, position):
            for antecedent in reversed(named[fold(mention.head_lemma)][-_NAMES_BACK:]):
                if _is_worded_in(discourse, position, antecedent):
                    yield Link(position, antecedent, "word of the name")
                    break
        if mention.kind is MentionKind.NAME:
            for ending in endings[name]:
                named[ending].append(position)


def _ends_of_name(name: str) -> frozenset[str]:
    """Return the nouns that the words of a name are or may end in."""
    return frozenset(ending for word in name.split() for ending in _ends(word, _SHORTEST_END_OF_NAME))


def _ends(word: str, shortest: int) -> Iterator[str]:
    """Yield a word and the nouns that it may end in: `commissie` in `senaatscommissie`."""
    yield word
    yield from compound_ends(word, shortest=shortest)


def _is_worded_in(discourse: Discourse, position: int, antecedent: int) -> bool:
    mention, name = discourse.mentions[position], discourse.names[antecedent].split()
    is_thing = mention.type is not EntityType.PERSON and discourse.chain(antecedent).type is mention.type
    return is_thing and {fold(modifier) for modifier in mention.modifiers} <= set(name)


def same_head(discourse: Discourse) -> Iterator[Link]:
    """Link a definite noun phrase to the last one with the same head that says everything it says.

    `de autofabrikanten` takes up `drie grote Amerikaanse autofabrikanten`; `de Japanse autofabrikanten` does not. Close
    by, the last part of a compound will do (`autosector`, `deze sector`). A general noun (`het bedrijf`) that no name
    was found for reaches back a few sentences only, too.
    """
    known = frozenset(pointing(discourse))
    last: defaultdict[tuple[str, Number | None], list[int]] = defaultdict(list)
    for position in nominals(discourse):
        mention = discourse.mentions[position]
        head = mention.head_lemma.casefold()
        earlier = last[head, mention.number][-NEAREST:]
        if earlier and position in known and not holds_pronoun(discourse, position):
            is_general = bool(hypernym_types(discourse, mention))
            for antecedent in reversed(earlier):
                if _says_as_much(mention, discourse.mentions[antecedent], is_general=is_general):
                    yield Link(position, antecedent, "same head")
                    break
        for ending in _ends(head, _SHORTEST_COMPOUND_HEAD):
            last[ending, mention.number].append(position)


def _says_as_much(mention: Mention, earlier: Mention, *, is_general: bool) -> bool:
    is_compound = earlier.head_lemma.casefold() != mention.head_lemma.casefold()
    is_near = mention.sentence - earlier.sentence <= SENTENCES_BACK
    if ((is_general or is_compound) and not is_near) or (is_compound and earlier.type is not mention.type):
        return False
    return mention.modifiers <= earlier.modifiers and not are_coarguments(mention, earlier)


def pointing(discourse: Discourse) -> Iterator[int]:
    """Yield the noun phrases that point at something known and are in no chain with a name yet.

    `Deze krant` points out of the text, at the paper that it stands in.
    """
    for position in nominals(discourse):
        mention = discourse.mentions[position]
        is_here = mention.definiteness is Definiteness.DEMONSTRATIVE and mention.head_lemma in discourse.rules.papers
        if mention.definiteness in _KNOWN and not is_here and not discourse.chain(position).names:
            yield position


def nominals(discourse: Discourse) -> Iterator[int]:
    """Yield the noun phrases of some type that stand in the text, in text order."""
    for position, mention in enumerate(discourse.mentions):
        if mention.kind is MentionKind.NOMINAL and mention.type and position not in discourse.coordinations:
            yield position


def hypernym_types(discourse: Discourse, mention: Mention) -> frozenset[EntityType]:
    """Return the types of names that a common noun may stand for, by itself or as last part of a compound."""
    noun, rules = mention.head_lemma.casefold(), discourse.rules
    whole = {kind for kind, nouns in rules.hypernyms.items() if noun in nouns}
    if not whole and noun not in rules.parts_of_places:
        whole = {kind for kind, nouns in rules.compound_heads.items() if noun.endswith(_long(nouns))}
    return frozenset(EntityType(kind) for kind in whole if mention.type in (kind, EntityType.GROUP))


@cache
def _long(nouns: frozenset[str]) -> tuple[str, ...]:
    """Return the nouns that are long enough to be the last part of a compound, in no order."""
    return tuple(noun for noun in nouns if len(noun) >= _SHORTEST_COMPOUND_HEAD)


def holds_pronoun(discourse: Discourse, position: int) -> bool:
    """Tell whether a phrase has a pronoun in it: `haar man`."""
    return any(discourse.mentions[inner].kind is MentionKind.PRONOUN for inner in discourse.within(position))
