"""One article while it is being resolved: its mentions in text order, and the chains that they form so far.

A sieve is a pure function from a `Discourse` to links; `Discourse.linked` returns the next `Discourse`. Mentions are
known by their position in `Discourse.mentions`, chains by the position of their first mention.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from networkx.utils import UnionFind

from kg.lang.coreference import CoreferenceRules
from kg.model import Coreference, EntityType, Extraction, GrammaticalFunction, Mention, MentionKind, RelationKind, Span
from kg.resolve.chains import Chain, chain_of
from kg.resolve.coordination import coordinations, is_remainder
from kg.resolve.names import fold_name, without_title

NEAREST = 80
"""Mentions that a sieve looks back, at most: keeps the time linear in the length of an article."""
_MARKS = frozenset(" \n,()\"'“”‘’")
_WIDEST_GAP = 4
_WIDEST_OPENING = 3
_ARGUMENTS = frozenset({GrammaticalFunction.SUBJECT, GrammaticalFunction.OBJECT, GrammaticalFunction.OBLIQUE})


@dataclass(frozen=True, slots=True)
class Link:
    """Two mentions, by position, that refer to the same thing, and the rule that says so."""

    mention: int
    antecedent: int
    reason: str


@dataclass(frozen=True, slots=True)
class Discourse:
    """An article with the chains that its mentions form so far."""

    extraction: Extraction
    rules: CoreferenceRules
    countries: frozenset[str]
    """Folded names of the countries of the world and their parts."""
    mentions: tuple[Mention, ...]
    """In text order, coordinations of names included."""
    coordinations: Mapping[int, tuple[int, ...]]
    """Position of a coordination (`A en B`) to the positions of its members."""
    remainders: frozenset[int]
    """Positions of the members of coordinations that call those not named (`tientallen andere sterren`)."""
    names: tuple[str, ...]
    """Folded name of each mention, of the place for an adjective (`Zwitserse`); empty for nominals and pronouns."""
    by_head: Mapping[Span, int]
    """Head word to the position of its mention."""
    coparticipants: Mapping[int, frozenset[int]]
    """Position of a mention to those of the others that take part in the same action: all are different things."""
    member_groups: frozenset[int]
    """Positions of the groups whose members the text names: `een coalitie, waaronder A en B`."""
    paragraph_of: tuple[int, ...]
    """Paragraph number of each sentence, ascending."""
    sentence_of: tuple[int, ...]
    """Sentence index of each mention, ascending."""
    chain_ids: tuple[int, ...]
    """Chain that each mention is in."""
    chains: Mapping[int, Chain]
    coreferences: tuple[Coreference, ...] = ()

    def chain(self, position: int) -> Chain:
        """Return the chain of the mention at a position."""
        return self.chains[self.chain_ids[position]]

    def position(self, mention: Mention) -> int | None:
        """Return the position of a mention, or None for one that no entity can come of."""
        return self.by_head.get(mention.head)

    def is_linked(self, position: int) -> bool:
        """Tell whether a mention is in a chain with others."""
        return len(self.chain(position).positions) > 1

    def begins_sentence(self, position: int) -> bool:
        """Tell whether a mention is the first of its sentence, but for a quote mark."""
        mention = self.mentions[position]
        return mention.span.start - self.extraction.sentences[mention.sentence].span.start < _WIDEST_OPENING

    def beside(self, position: int) -> range:
        """Return the positions of the mentions in the sentence of one, itself included, no more than `NEAREST` away."""
        sentence = self.sentence_of[position]
        first = bisect_left(self.sentence_of, sentence, max(0, position - NEAREST), position)
        return range(
            first, bisect_right(self.sentence_of, sentence, position, min(len(self.mentions), position + NEAREST))
        )

    def before(self, position: int, sentences: int) -> range:
        """Return the positions of the last `NEAREST` mentions before one, in its own and so many earlier sentences."""
        earliest = self.sentence_of[position] - sentences
        return range(bisect_left(self.sentence_of, earliest, max(0, position - NEAREST), position), position)

    def within(self, position: int) -> Iterator[int]:
        """Yield the positions of the mentions inside the phrase of another one, in text order."""
        whole = self.mentions[position].span
        return (
            other for other in self.beside(position) if other != position and whole.contains(self.mentions[other].span)
        )

    def are_adjacent(self, one: int, other: int) -> bool:
        """Tell whether nothing but a comma, bracket or quote mark stands between two mentions, as in an apposition."""
        spans = self.mentions[one].span, self.mentions[other].span
        gap = self.extraction.document.text[min(span.end for span in spans) : max(span.start for span in spans)]
        return bool(gap) and len(gap) <= _WIDEST_GAP and _MARKS.issuperset(gap)

    def linked(self, links: Iterable[Link]) -> "Discourse":
        """Return the discourse in which these mentions are in one chain; links within a chain change nothing."""
        same: UnionFind[int] = UnionFind()
        added = []
        for link in links:
            mention, antecedent = self.chain_ids[link.mention], self.chain_ids[link.antecedent]
            if same[mention] != same[antecedent]:
                same.union(mention, antecedent)
                added.append(self._told(link))
        if not added:
            return self
        chains, chain_ids = dict(self.chains), list(self.chain_ids)
        for joined in same.to_sets():
            positions = sorted(position for chain_id in joined for position in chains.pop(chain_id).positions)
            chain = chain_of(positions, self.mentions, self.names, self.rules, self.countries)
            chains[chain.id] = chain
            for position in positions:
                chain_ids[position] = chain.id
        return replace(
            self,
            chain_ids=tuple(chain_ids),
            chains=MappingProxyType(chains),
            coreferences=self.coreferences + tuple(added),
        )

    def _told(self, link: Link) -> Coreference:
        mention, antecedent = self.mentions[link.mention], self.mentions[link.antecedent]
        return Coreference(mention, antecedent, link.reason, self.rules.reliability[link.reason])


Sieve = Callable[[Discourse], Iterable[Link]]


def open_discourse(extraction: Extraction, rules: CoreferenceRules, countries: frozenset[str]) -> Discourse:
    """Return an article in which every mention is still a chain of its own."""
    said = sorted(extraction.mentions, key=_text_order)
    joint = dict(coordinations(extraction, said, rules))
    mentions = tuple(sorted([*said, *joint], key=_text_order))
    by_head = {mention.head: position for position, mention in enumerate(mentions)}
    names = tuple(_names(mentions, rules))
    return Discourse(
        extraction=extraction,
        rules=rules,
        countries=countries,
        mentions=mentions,
        coordinations=MappingProxyType(
            {by_head[group.head]: tuple(by_head[one.head] for one in members) for group, members in joint.items()}
        ),
        remainders=frozenset(
            by_head[one.head] for members in joint.values() for one in members if is_remainder(one, rules)
        ),
        names=names,
        by_head=MappingProxyType(by_head),
        coparticipants=MappingProxyType(_coparticipants(extraction, by_head)),
        member_groups=frozenset(_member_groups(extraction, by_head)),
        paragraph_of=tuple(paragraphs_of(extraction)),
        sentence_of=tuple(mention.sentence for mention in mentions),
        chain_ids=tuple(range(len(mentions))),
        chains=MappingProxyType(
            {position: chain_of([position], mentions, names, rules, countries) for position in range(len(mentions))}
        ),
    )


def are_coarguments(one: Mention, other: Mention) -> bool:
    """Tell whether both are subject, object or oblique of the same clause: then they are two things.

    Principle B of the binding theory; reflexives and possessives are what it does not hold for.
    """
    return one.clause == other.clause and one.function in _ARGUMENTS and other.function in _ARGUMENTS


def _text_order(mention: Mention) -> tuple[int, Span, Span]:
    return mention.sentence, mention.span, mention.head


def _coparticipants(extraction: Extraction, by_head: Mapping[Span, int]) -> dict[int, frozenset[int]]:
    found: dict[int, frozenset[int]] = {}
    for action in extraction.actions:
        heads = (argument.mention.head for argument in action.arguments[:NEAREST])
        together = frozenset(by_head[head] for head in heads if head in by_head)
        for position in together:
            found[position] = found.get(position, frozenset()) | (together - {position})
    return found


def paragraphs_of(extraction: Extraction) -> Iterator[int]:
    """Yield the number of the paragraph that each sentence stands in: a line end between two sentences parts them."""
    end, number = 0, 0
    for sentence in extraction.sentences:
        number += "\n" in extraction.document.text[end : sentence.span.start]
        end = sentence.span.end
        yield number


def _member_groups(extraction: Extraction, by_head: Mapping[Span, int]) -> Iterator[int]:
    for relation in extraction.relations:
        if relation.kind is RelationKind.MEMBER_OF and relation.target and relation.target.head in by_head:
            yield by_head[relation.target.head]


def _names(mentions: Sequence[Mention], rules: CoreferenceRules) -> Iterator[str]:
    """Yield the folded name of each mention; a bare capitalised noun is the surname of a person named in full.

    `Kees Prins ... Prins zegt`: parsers take a surname at the beginning of a sentence for the word that it also is.
    """
    full = [one.text.split() for one in mentions if one.kind is MentionKind.NAME and one.type is EntityType.PERSON]
    surnames = {words[-1] for words in full if len(words) > 1}
    for mention in mentions:
        is_surname = mention.kind is MentionKind.NOMINAL and mention.text in surnames
        yield fold_name(mention.text, rules) if is_surname else _name(mention, rules)


def _name(mention: Mention, rules: CoreferenceRules) -> str:
    if mention.kind is MentionKind.ADJECTIVE:
        return fold_name(mention.head_lemma, rules)
    if mention.kind is not MentionKind.NAME:
        return ""
    name = fold_name(mention.text, rules)
    return without_title(name, rules) if mention.type is EntityType.PERSON else name
