"""Functions: what a text says that somebody or something is, and where (`topman` of Facebook)."""

from collections.abc import Iterator

from kg.extract.mentions import Mentions
from kg.extract.mentions.name_words import has_capital, is_title
from kg.extract.mentions.nominals import is_marked_function
from kg.extract.syntax.phrases import NAME_PARTS, OBJECTS, is_noun, noun_phrase, number_of
from kg.extract.syntax.token import Token
from kg.extract.syntax.tree import Tree
from kg.extract.syntax.ud import (
    ADJECTIVAL_MODIFIER,
    ALL_SUBJECTS,
    APPOSITION,
    CASE,
    COMPOUND,
    CONJUNCT,
    COPULA,
    FIXED,
    FLAT,
    OPEN_COMPLEMENT,
    POSSESSIVE,
)
from kg.lang import Language
from kg.lang.nouns import NounClass
from kg.model import EntityType, Mention, MentionKind, Number, Relation, RelationKind

_DESCRIBING = frozenset({ADJECTIVAL_MODIFIER, FLAT, FIXED, COMPOUND})
"""Labels of what stands before a noun and is part of what it says."""
_WHOLES = frozenset({EntityType.ORGANISATION, EntityType.PLACE, EntityType.GROUP})
WHOLES = frozenset({"ORG", "GPE"})
"""Labels of the recogniser for where somebody has a function."""
_THINGS = frozenset({EntityType.PRODUCT, EntityType.WORK, EntityType.ORGANISATION})
_TYPES = {
    NounClass.PERSON: frozenset({EntityType.PERSON}),
    NounClass.ORGANISATION: _WHOLES | _THINGS,
    NounClass.GROUP: frozenset({EntityType.ORGANISATION, EntityType.GROUP}),
    NounClass.PRODUCT: _THINGS,
    NounClass.WORK: _THINGS,
}
"""Types of things that nouns of a class can be the function of; the recogniser mixes up firms, products and places."""
_ATTRIBUTES = frozenset({"ADJ", "DET", "NUM"})
_NEAR = 6
"""Words between the comma behind a name and the noun of an apposition."""


def extract_functions(tree: Tree, mentions: Mentions, language: Language) -> Iterator[tuple[Token, Relation]]:
    """Yield the noun and the relation of every function that the text gives somebody, in no order, maybe twice.

    `topman Jansen`, `Jansen, topman van Ford`, `Jansen is (werd, blijft) topman`, `Jansen werd tot topman benoemd`.
    """
    for noun, bearer in _borne(tree, mentions, language):
        yield noun, function_of_noun(noun, bearer, mentions, language)


def _borne(tree: Tree, mentions: Mentions, language: Language) -> Iterator[tuple[Token, Mention]]:
    for noun in (token for token in tree if _is_function(token, language)):
        bearers = (bearer for bearer in _bearers(noun, mentions, language) if bearer is not None)
        found = next((bearer for bearer in bearers if _suits(noun, bearer, language)), None)
        if found is not None:
            yield noun, found


def _bearers(token: Token, mentions: Mentions, language: Language) -> Iterator[Mention | None]:
    """Yield who may have the function, from the surest on."""
    yield _named(token, mentions)
    yield _behind_comma(token, mentions, language)
    yield from _apposed(token, mentions)
    yield _before_comma(token, mentions)
    yield _behind_complement(token, mentions, language)
    yield from _subjects(token, mentions, language)


def _suits(noun: Token, bearer: Mention, language: Language) -> bool:
    """Tell whether the noun can say what the bearer is: a name or pronoun, of a type that the noun can call."""
    if bearer.kind is MentionKind.NOMINAL or _within(noun, bearer):
        return False
    if number_of(noun) is Number.PLURAL and bearer.number is not Number.PLURAL:
        return False
    is_part = noun.lemma_.lower() in language.relations.parts
    kinds = (NounClass.ORGANISATION,) if is_part else language.nouns.of(noun.lemma_) or (NounClass.PERSON,)
    return bearer.type in {None, EntityType.OTHER} or any(bearer.type in _TYPES.get(kind, ()) for kind in kinds)


def _is_function(token: Token, language: Language) -> bool:
    """Tell whether the noun can say what somebody or something is; a title before a title is part of the next."""
    if token.lower_ not in language.names.titles and not _calls_something(token, language):
        return False
    if token.lower_ in language.names.addresses or token.lemma_.lower() in language.names.seats:
        return False
    following = token.nbor().lower_ if token.i + 1 < len(token.tree) else ""
    return not (following in language.names.titles and is_title(token, language))


def _calls_something(token: Token, language: Language) -> bool:
    """Tell whether a noun calls a person, a thing, a part or a member; at the start of a sentence a name may be one."""
    if token.pos_ != "NOUN" and not (token.pos_ == "PROPN" and token.is_sent_start):
        return False
    rules, lemma = language.relations, token.lemma_.lower()
    return lemma in rules.parts or lemma in rules.members or any(kind in _TYPES for kind in language.nouns.of(lemma))


def _named(token: Token, mentions: Mentions) -> Mention | None:
    """Return the name that the noun stands before: `topman Jansen`."""
    mention = mentions.at(token)
    if mention is None and token.i + 1 < len(token.tree) and not token.is_sent_end:
        mention = mentions.at(token.tree[token.i + 1])
        is_person = mention is not None and mention.type is EntityType.PERSON
        mention = mention if is_person and mention is not None and mention.span.start > token.idx else None
    return mention if mention is not None and mention.kind is MentionKind.NAME else None


def _apposed(token: Token, mentions: Mentions) -> Iterator[Mention]:
    """Yield the names beside the noun: `Jansen, (de) topman van Ford`, `de topman, Jansen, zegt`."""
    first = token.head if token.dep_ == CONJUNCT else token
    names = [first.head] if first.dep_ == APPOSITION else []
    names += [child for child in token.rights if child.dep_ == APPOSITION]
    for name in names:
        if (mention := mentions.at(name)) and mention.kind is MentionKind.NAME:
            yield mention


def _behind_complement(token: Token, mentions: Mentions, language: Language) -> Mention | None:
    """Return the person that is named right behind the organisation of the function: `topman van Ford Jan Jansen`."""
    complement = _complement(token, mentions, language)
    whole = mentions.at(complement) if complement is not None else None
    if whole is None or whole.kind is not MentionKind.NAME:
        return None
    span = token.tree.covering(whole.span.start, whole.span.end)
    if span is None or span.end >= len(token.tree) or token.tree[span.end].is_sent_start:
        return None
    mention = mentions.at(token.tree[span.end])
    is_person = mention is not None and mention.kind is MentionKind.NAME and mention.type is EntityType.PERSON
    return mention if is_person else None


def _before_comma(token: Token, mentions: Mentions) -> Mention | None:
    """Return the person that is named between commas behind the noun, whatever the parse makes of it."""
    tree, index = token.tree, token.i + 1
    if index + 1 >= len(tree) or tree[index].text != ",":
        return None
    mention = mentions.at(tree[index + 1])
    if mention is None or mention.kind is not MentionKind.NAME or mention.type is not EntityType.PERSON:
        return None
    behind = tree.covering(mention.span.start, mention.span.end)
    is_closed = behind is not None and behind.end < len(tree) and tree[behind.end].text == ","
    return mention if is_closed and mention.span.start == tree[index + 1].idx else None


def _behind_comma(token: Token, mentions: Mentions, language: Language) -> Mention | None:
    """Return the name before the comma that opens the phrase of the noun, whatever the parse makes of it."""
    tree = token.tree
    index = token.i - 1
    first = max(0, token.i - _NEAR)
    while index > first and (tree[index].pos_ in _ATTRIBUTES or is_title(tree[index], language)):
        index -= 1
    if tree[index].text != "," or index == 0:
        return None
    mention = mentions.at(tree[index - 1])
    has_article = any(part.pos_ == "DET" for part in tree[index + 1 : token.i])
    if mention is None or not (has_article or mention.type is EntityType.PERSON):
        return None
    return mention if mention.span.end == tree[index - 1].end_char else None


def _subjects(token: Token, mentions: Mentions, language: Language) -> Iterator[Mention | None]:
    """Yield who may be, become or be made what the noun says, unless the sentence denies it."""
    rules = language.relations
    if token.dep_ == CONJUNCT and COPULA in token.head.labels:
        token = token.head
    if COPULA in token.labels:
        clause = token
    elif (token.dep_ == OPEN_COMPLEMENT and token.head.lemma_ in rules.becoming) or is_marked_function(token, language):
        clause = token.head
    else:
        return
    if not _is_denied(clause, language) and not _is_denied(token, language):
        yield from (mentions.at(part) for part in _participants(clause, token, language))


def _is_denied(head: Token, language: Language) -> bool:
    """Tell whether a word beside the verb or noun says that it is not so: `is niet de topman`, `is geen topman`."""
    denials = language.factuality.negators | language.factuality.negative_words
    return any(child.lower_ in denials for child in head.children)


def _participants(clause: Token, noun: Token, language: Language) -> Iterator[Token]:
    """Yield the objects of the clause, whom it makes something, then its subjects; of a copula its subjects.

    Who succeeds somebody `als voorzitter` is it from then on: there the object comes last. The last of several
    subjects comes first: a parser may take the firm in `Ford topman Jansen` for one.
    """
    children = [child for child in reversed(list(clause.children)) if child.i != noun.i]
    subjects = [child for child in children if child.dep_ in ALL_SUBJECTS]
    objects = [child for child in children if child.dep_ in OBJECTS and clause.i != noun.i]
    return iter([*subjects, *objects] if clause.lemma_ in language.relations.succeeding else [*objects, *subjects])


def function_of_noun(noun: Token, bearer: Mention, mentions: Mentions, language: Language) -> Relation:
    """Return the relation by which `bearer` is what `noun` says, at the organisation or place that its phrase names."""
    complement = _complement(noun, mentions, language)
    target = _owner(noun, mentions) or (mentions.at(complement) if complement is not None else None)
    target = target or _behind_bearer(noun, bearer, mentions, language)
    if target is not None and (target.type not in _WHOLES or target.span == bearer.span or _is_bare(target)):
        target = None
    value = _words(noun, bearer, None if target is not None else complement, mentions, language)
    return Relation(RelationKind.FUNCTION, bearer, target, value)


def _behind_bearer(noun: Token, bearer: Mention, mentions: Mentions, language: Language) -> Mention | None:
    """Return what stands behind the name that the noun introduces: `topman Jansen van Ford`."""
    tree = noun.tree
    span = tree.covering(bearer.span.start, bearer.span.end)
    if span is None or bearer.span.start < noun.idx or span.end + 2 > len(tree):
        return None
    index = span.end + 1
    if tree[span.end].lower_ not in language.names.function_prepositions:
        return None
    if tree[index].pos_ == "DET" and index + 1 < len(tree):
        index += 1
    mention = mentions.at(tree[index])
    return mention if mention is not None and mention.kind is MentionKind.NAME else None


def _is_bare(mention: Mention) -> bool:
    """Tell whether the noun stands alone, and is only part of what the function is called: `officier van justitie`."""
    return mention.kind is MentionKind.NOMINAL and mention.span == mention.head


def _complement(noun: Token, mentions: Mentions, language: Language) -> Token | None:
    """Return the head of the phrase behind the function: `Ford` in `topman van Ford`, `CEO en voorzitter van Ford`."""
    for head in (noun, *(child for child in noun.rights if child.dep_ == CONJUNCT and is_noun(child))):
        for child in head.rights:
            if any(part.dep_ == CASE and part.lower_ in language.names.function_prepositions for part in child.lefts):
                return child
    index = noun.i + 1
    if index + 1 < len(noun.tree) and noun.tree[index].lower_ in language.names.function_prepositions:
        mention = mentions.at(noun.tree[index + 1])
        return noun.tree[index + 1] if mention is not None and mention.kind is MentionKind.NAME else None
    return None


def _owner(noun: Token, mentions: Mentions) -> Mention | None:
    """Return the name before the noun or the one that opens it: `Fords topman`, `Ford boss`, `Ford-topman`."""
    for child in noun.lefts:
        if child.dep_ in (POSSESSIVE, COMPOUND) and (mention := mentions.at(child)) is not None:
            return mention if mention.kind is MentionKind.NAME else None
    return mentions.opening(noun)


def _words(noun: Token, bearer: Mention, complement: Token | None, mentions: Mentions, language: Language) -> str:
    """Return the words of the function: from behind article and nationality up to the noun or its complement."""
    tree, start, end = noun.tree, noun.i, _end(noun, bearer, language)
    while start > 0 and _belongs(tree[start - 1], noun, language) and not _within(tree[start - 1], bearer):
        start -= 1
    if complement is not None and complement.i >= end and not noun.idx < bearer.span.start < complement.idx:
        end = noun_phrase(complement).end
    while end > noun.i + 1 and _within(tree[end - 1], bearer):
        end -= 1
    name, dash, _ = noun.text.rpartition("-")
    opening = len(name + dash) if mentions.opening(noun) is not None else 0
    before, words = tree.stretch(start, noun.i).text_with_ws, tree.stretch(noun.i, end).text
    return before + words[opening:]


def _end(noun: Token, bearer: Mention, language: Language) -> int:
    """Return the index behind the noun and the words that the parse joins to it: `director of sales analysis`."""
    tree, end = noun.tree, noun.i + 1
    while end < len(tree) and _is_joined(tree[end], noun):
        if _within(tree[end], bearer) or tree[end].ent_type_ in WHOLES:
            break
        end += 1
    while end > noun.i + 1 and tree[end - 1].lower_ in language.names.function_prepositions:
        end -= 1
    return end


def _is_joined(token: Token, noun: Token) -> bool:
    """Tell whether the word behind the noun or its last word is part of the function: `hoogleraar economie`."""
    if token.dep_ in NAME_PARTS:
        return token.head.i in {noun.i, noun.head.i}
    is_bare = token.pos_ == "NOUN" and not token.children
    return is_bare and token.i == noun.i + 1 and token.dep_ == APPOSITION and token.head.i == noun.i


def _belongs(token: Token, noun: Token, language: Language) -> bool:
    """Tell whether the word before a function is part of it: an adjective that is no nationality, an English word."""
    if token.lower_ in language.names.titles and is_title(token, language):
        return True
    top = next((part for part in (token, *token.ancestors) if part.head.i == noun.i), None)
    return top is not None and top.dep_ in _DESCRIBING and not has_capital(token) and not token.is_punct


def _within(token: Token, mention: Mention) -> bool:
    return mention.span.start <= token.idx < mention.span.end
