"""Mentions: every stretch of a text that refers to a person, an organisation, a place or another thing."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from kg.extract.mentions.adjectives import PlaceAdjective, find_adjectives
from kg.extract.mentions.name_types import label_names
from kg.extract.mentions.name_words import HANDLE, HASHTAG, Name
from kg.extract.mentions.names import find_names
from kg.extract.mentions.nominals import find_nominals, introductions, is_plural
from kg.extract.mentions.pronouns import Pronoun, find_pronouns
from kg.extract.syntax.memory import remembered
from kg.extract.syntax.phrases import (
    clause_head,
    counted_by,
    definiteness_of,
    function_of,
    gender_of,
    modifiers,
    noun_phrase,
    number_of,
    outermost,
)
from kg.extract.syntax.token import Token
from kg.extract.syntax.tree import Tree
from kg.lang import Language
from kg.lang.demonyms import PlaceKind
from kg.model import (
    Document,
    EntityType,
    Gender,
    GrammaticalFunction,
    Mention,
    MentionKind,
    Number,
    Sentence,
    Span,
)

_TYPES = {
    "PERSON": EntityType.PERSON,
    "ORG": EntityType.ORGANISATION,
    "GPE": EntityType.PLACE,
    "LOC": EntityType.PLACE,
    "FAC": EntityType.PLACE,
    "EVENT": EntityType.NAMED_EVENT,
    "WORK_OF_ART": EntityType.WORK,
    "PRODUCT": EntityType.PRODUCT,
    "LAW": EntityType.LAW,
    HASHTAG: EntityType.CAMPAIGN,
    HANDLE: EntityType.OTHER,
}
"""Labels of the recogniser; any other is a thing of another kind."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """The mentions of one document, found by the token that heads them."""

    all: tuple[Mention, ...]
    """Names, nominals of entity type, pronouns and adjectives of places, in text order."""
    source: "Source"
    by_token: Mapping[int, Mention]
    """Mention by the index of its head and of the tokens that only stand for it: the parts and the title of a name
    (`topman` Jansen), the noun that counts (`een reeks` organisaties)."""
    by_name: Mapping[str, Mention]
    """The first mention of each name, by its text."""
    fronts: Mapping[int, Mention]
    """The name that opens a compound, by the index of the compound: `Ford` in `Ford-aandelen`. The compound does not
    stand for it."""
    adjectives: tuple[tuple[int, Mention], ...]
    """Adjectives of places by the index of their token, in text order; `by_token` has none of them."""

    def at(self, token: Token) -> Mention | None:
        """Return the mention that `token` heads or stands for."""
        return self.by_token.get(token.i)

    def opening(self, compound: Token) -> Mention | None:
        """Return the name that opens the compound: `Ford` in `Ford-topman`."""
        return self.fronts.get(compound.i) or self.by_name.get(compound.text.rpartition("-")[0])

    def phrase(self, token: Token) -> Mention:
        """Return the mention at `token`, else the nominal of its noun phrase, without type."""
        return self.by_token.get(token.i) or _untyped(token, self.source)


@remembered
def _untyped(token: Token, source: "Source") -> Mention:
    """Return the nominal of a token that no mention stands at."""
    return source.nominal(token)


@dataclass(frozen=True, slots=True)
class Source:
    """Where mentions are read from: makes a mention of a token, with what its phrase and clause tell."""

    document: Document
    starts: tuple[int, ...]
    """Where each sentence begins."""
    repeats: frozenset[int]
    """Indices of the sentences that say again what an earlier one says."""
    language: Language

    def sentence(self, token: Token) -> int:
        """Return the index of the sentence that `token` stands in."""
        return max(0, bisect_right(self.starts, token.idx) - 1)

    def is_repeat(self, token: Token) -> bool:
        """Tell whether `token` stands in a sentence that says again what an earlier one says."""
        return bool(self.repeats) and self.sentence(token) in self.repeats

    def nominal(self, token: Token, *, type: EntityType | None = None) -> Mention:
        """Return the noun phrase headed by `token`, or by the noun that it counts, as a mention."""
        head = counted_by(token, self.language) or token
        outer = outermost(head, self.language)
        phrase = noun_phrase(outer)
        is_many = type is EntityType.GROUP and is_plural(head, self.language)
        return Mention(
            document_id=self.document.id,
            span=Span(phrase.start_char, phrase.end_char),
            text=self.document.text[phrase.start_char : phrase.end_char],
            head=Span(head.idx, head.end_char),
            head_lemma=head.lemma_.lower(),
            kind=MentionKind.NOMINAL,
            type=type,
            number=Number.PLURAL if is_many else number_of(head),
            gender=gender_of(head, self.language),
            definiteness=definiteness_of(outer, demonstratives=self.language.mentions.demonstratives),
            function=function_of(outer),
            sentence=self.sentence(head),
            clause=clause_head(outer).idx,
            modifiers=modifiers(phrase, head),
        )

    def name(self, name: Name, tree: Tree) -> Mention:
        """Return the name as a mention; its clause is that of the noun which introduces it, if any."""
        head = name.words(tree).root
        return Mention(
            document_id=self.document.id,
            span=Span(name.start_char, name.end_char),
            text=self.document.text[name.start_char : name.end_char],
            head=Span(head.idx, min(head.end_char, name.end_char)),
            head_lemma=head.text[: name.end_char - head.idx],
            kind=MentionKind.NAME,
            type=_TYPES.get(name.label, EntityType.OTHER),
            label=name.label,
            number=number_of(head) or Number.SINGULAR,
            gender=self._gender(name, head, tree),
            function=GrammaticalFunction.MODIFIER if name.opens_compound(tree) else function_of(head),
            sentence=self.sentence(head),
            clause=clause_head(head).idx,
        )

    def _gender(self, name: Name, head: Token, tree: Tree) -> Gender | None:
        """Return the sex that the word before the name or its first word tells (`mevrouw`, `Kim`)."""
        if _TYPES.get(name.label) is not EntityType.PERSON:
            return None
        before = tree[name.start - 1] if name.start else head
        told = gender_of(before, self.language) if before.i != head.i else None
        if told in {Gender.MASCULINE, Gender.FEMININE}:
            return told
        return self.language.given_names.sex(tree[name.start].lower_)

    def adjective(self, adjective: PlaceAdjective) -> Mention:
        """Return the adjective as a mention of its place, whose name is the lemma."""
        span = Span(adjective.start, adjective.end)
        return Mention(
            document_id=self.document.id,
            span=span,
            text=span.of(self.document.text),
            head=span,
            head_lemma=adjective.demonym.place,
            kind=MentionKind.ADJECTIVE,
            type=EntityType.PLACE,
            label="LOC" if adjective.demonym.kind is PlaceKind.CONTINENT else "GPE",
            number=Number.SINGULAR,
            function=GrammaticalFunction.MODIFIER,
            sentence=self.sentence(adjective.token),
            clause=clause_head(adjective.token).idx,
        )

    def pronoun(self, pronoun: Pronoun) -> Mention:
        """Return the pronoun as a mention, without type."""
        token = pronoun.token
        span = Span(token.idx, token.end_char)
        return Mention(
            document_id=self.document.id,
            span=span,
            text=span.of(self.document.text),
            head=span,
            head_lemma=token.lemma_.lower(),
            kind=MentionKind.PRONOUN,
            number=pronoun.number,
            pronoun=pronoun.kind,
            function=function_of(token),
            sentence=self.sentence(token),
            clause=clause_head(token).idx,
        )


def extract_mentions(tree: Tree, document: Document, sentences: Sequence[Sentence], language: Language) -> Mentions:
    """Return the mentions of `tree` that do not stand in a repeated sentence.

    Coordinations (`A en B`) are no mentions of their own: their parts are.
    """
    starts = tuple(sentence.span.start for sentence in sentences)
    repeats = frozenset(sentence.index for sentence in sentences if sentence.repeats is not None)
    source = Source(document, starts, repeats, language)
    names = label_names(find_names(tree, language), tree, language)
    found = [pair for pair in _in_order(tree, names, source) if not source.is_repeat(tree[pair[0]])]
    adjectives = tuple(_adjectives(tree, names, source))
    fronts = dict(_fronts(tree, names, source))
    every = dict.fromkeys(mention for _, mention in (*found, *adjectives, *fronts.items()))
    in_order = sorted(every, key=lambda mention: (mention.span, mention.kind, mention.head))
    by_name = {mention.text: mention for mention in reversed(in_order) if mention.kind is MentionKind.NAME}
    return Mentions(
        tuple(in_order),
        source,
        MappingProxyType(dict(found)),
        MappingProxyType(by_name),
        MappingProxyType(fronts),
        adjectives,
    )


def _fronts(tree: Tree, names: Sequence[Name], source: Source) -> Iterator[tuple[int, Mention]]:
    """Yield compound and mention of the names that open a compound."""
    for name in names:
        if name.opens_compound(tree) and not source.is_repeat(tree[name.start]):
            yield name.end - 1, source.name(name, tree)


def _adjectives(tree: Tree, names: Sequence[Name], source: Source) -> Iterator[tuple[int, Mention]]:
    """Yield token and mention of the adjectives of places that are no part of a name."""
    taken = {index for name in names for index in range(name.start, name.end)}
    for adjective in find_adjectives(tree, taken, source.language):
        if not source.is_repeat(adjective.token):
            yield adjective.token.i, source.adjective(adjective)


def _in_order(tree: Tree, names: Sequence[Name], source: Source) -> Iterator[tuple[int, Mention]]:
    """Yield token and mention: names with their parts and titles, then what takes the place of a part."""
    by_token = {index: name for name in names for index in range(name.start, name.end)}
    introduced = introductions(tree, by_token, source.language)
    yield from _of_names(tree, by_token, introduced, source)
    for pronoun in find_pronouns(tree, source.language):
        if pronoun.token.i not in by_token:
            yield pronoun.token.i, source.pronoun(pronoun)
    for nominal in find_nominals(tree, by_token, introduced, source.language):
        mention = source.nominal(nominal.head, type=nominal.type)
        yield nominal.head.i, mention
        if (outer := outermost(nominal.head, source.language)).i != nominal.head.i:
            yield outer.i, mention


def _of_names(
    tree: Tree, by_token: Mapping[int, Name], introduced: Mapping[int, Name], source: Source
) -> Iterator[tuple[int, Mention]]:
    """Yield the parts of names, then their titles; not the compounds that a name only opens."""
    mentions = {name: source.name(name, tree) for name in dict.fromkeys(by_token.values())}
    for index, name in by_token.items():
        if not name.opens_compound(tree):
            yield index, mentions[name]
    for index, name in introduced.items():
        own = by_token.get(index)
        if own is None or own.end_char < tree[index].end_char:
            yield index, mentions[name]
