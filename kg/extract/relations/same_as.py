"""Other names: two mentions in one sentence that the text itself says are the same."""

from collections.abc import Iterator

from kg.extract.mentions import Mentions
from kg.extract.syntax.markers import find_markers
from kg.extract.syntax.phrases import is_noun, is_tight_apposition
from kg.extract.syntax.token import Token
from kg.extract.syntax.tree import Tree
from kg.extract.syntax.ud import APPOSITION, CONJUNCT, RELATIVE_CLAUSE
from kg.lang import Language
from kg.model import Definiteness, EntityType, Mention, MentionKind, PronounClass, Relation, RelationKind

_OPENERS = frozenset("([")
_BEFORE_ALIAS = frozenset({",", "("})
_SHORTEST, _LONGEST = 2, 8
"""Letters of an acronym."""


def extract_same(tree: Tree, mentions: Mentions, language: Language) -> Iterator[Relation]:
    """Yield pairs of mentions for one thing, in no order, maybe twice.

    `Jansen, de topman`; `de rechter, Jansen`; `Europese Unie (EU)`; `Jansen, ook bekend als Jan`; `de man die`.
    """
    for start, length in find_markers(tree, language.relations.also_known).items():
        yield from _alias(tree[start], length, mentions)
    for token in tree:
        if token.dep_ == APPOSITION:
            yield from _apposition(token, mentions)
        if token.text in _OPENERS:
            yield from _bracketed(token, mentions)
        if (mention := mentions.at(token)) is not None and mention.pronoun is PronounClass.RELATIVE:
            yield from _relative(token, mention, mentions)


def _same(mention: Mention, target: Mention) -> Relation:
    return Relation(RelationKind.SAME_AS, mention, target)


def _apposition(token: Token, mentions: Mentions) -> Iterator[Relation]:
    """Yield a noun phrase and the name that stands beside it between commas."""
    if is_tight_apposition(token) or not is_noun(token) or _is_enumerated(token):
        return
    mention, target = mentions.at(token), mentions.at(token.head)
    if mention is None or target is None or mention.span.overlaps(target.span):
        return
    if {mention.kind, target.kind} != {MentionKind.NAME, MentionKind.NOMINAL} or not _agree(mention, target):
        return
    nominal = mention if mention.kind is MentionKind.NOMINAL else target
    if nominal.definiteness is not Definiteness.INDEFINITE or nominal is mention:
        yield _same(mention, target)


def _is_enumerated(token: Token) -> bool:
    """Tell whether the apposition is one of a list: `de brandweer, het Rode Kruis en de GGD`."""
    return any(child.dep_ == CONJUNCT for head in (token, token.head) for child in head.rights if child.i > token.i)


def _agree(one: Mention, other: Mention) -> bool:
    """Tell whether the two can be one thing: both one or both many, of types that do not exclude each other."""
    numbers = {mention.number for mention in (one, other) if mention.number}
    return len(numbers) < 2 and (one.type is other.type or EntityType.OTHER in {one.type, other.type})


def _bracketed(token: Token, mentions: Mentions) -> Iterator[Relation]:
    """Yield a name and its acronym, or the acronym and its full name: `Verenigde Naties (VN)`.

    Also the acronym of a foreign name with the same first letter: `Wereldhandelsorganisatie (WTO)`.
    """
    tree = token.tree
    if not 0 < token.i < len(tree) - 2:
        return
    first, second = mentions.at(tree[token.i - 1]), mentions.at(tree[token.i + 1])
    if first is None or second is None or first is second:
        return
    is_short = is_acronym(second.text, first.text) or is_acronym(first.text, second.text)
    if is_short or _is_foreign_acronym(second, first):
        yield _same(second, first)


def _is_foreign_acronym(short: Mention, full: Mention) -> bool:
    """Tell whether the one in capitals has letters of the other, or at least the first one of a single word."""
    kinds = {(mention.kind, mention.type) for mention in (short, full)}
    is_word = full.text[1:].islower() and full.text.isalpha()
    letters = iter(full.text.lower())
    is_long = len(full.text) > _LONGEST and (is_word or all(letter in letters for letter in short.text.lower()))
    is_capitals = short.text.isupper() and _SHORTEST < len(short.text) <= _LONGEST
    same = kinds == {(MentionKind.NAME, EntityType.ORGANISATION)}
    return same and is_long and is_capitals and short.text[0] == full.text[0]


def is_acronym(short: str, full: str) -> bool:
    """Tell whether `short` is made of the first letters of the words of `full`, in order.

    Small words may be left out, and a word may give more letters than its first.

    >>> is_acronym("NMBS", "Nationale Maatschappij der Belgische Spoorwegen")
    True
    >>> is_acronym("KLM", "Air France")
    False
    """
    letters = "".join(char for char in short if char.isalnum())
    words = [word for word in full.replace("-", " ").split() if word[0].isalnum()]
    if not _SHORTEST <= len(letters) <= _LONGEST or letters[1:].islower() or len(words) < _SHORTEST:
        return False
    initials = [word[0].lower() for word in words]
    capitals = [word[0].lower() for word in words if word[0].isupper()]
    spelled = list(letters.lower())
    return spelled in (initials, capitals)


def _alias(token: Token, length: int, mentions: Mentions) -> Iterator[Relation]:
    """Yield the two names around a phrase of so many words such as `ook bekend als`."""
    tree, end = token.tree, token.i + length
    if end >= len(tree) or token.i < 2:
        return
    before = tree[token.i - 2] if tree[token.i - 1].text in _BEFORE_ALIAS else tree[token.i - 1]
    first, second = mentions.at(before), mentions.at(tree[end])
    if first and second and first is not second and first.kind is second.kind is MentionKind.NAME:
        yield _same(second, first)


def _relative(token: Token, mention: Mention, mentions: Mentions) -> Iterator[Relation]:
    """Yield a relative pronoun, whose mention is given, and the noun phrase that its clause is about."""
    clause = next((head for head in (token, *token.ancestors) if head.dep_ == RELATIVE_CLAUSE), None)
    if clause is not None and is_noun(clause.head):
        yield _same(mention, mentions.phrase(clause.head))
