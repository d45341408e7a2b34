"""Members by grammar: who is told apart from a group, who is among it, and what members a body has."""

from collections.abc import Iterator

from kg.extract.mentions import Mentions
from kg.extract.relations.membership import is_group
from kg.extract.syntax.phrases import OBLIQUES, has_preposition, is_found_among, number_of, whole_of
from kg.extract.syntax.token import Token
from kg.extract.syntax.tree import Tree
from kg.extract.syntax.ud import ALL_SUBJECTS, CASE, COPULA, NOMINAL_MODIFIER, OBJECT
from kg.lang import Language
from kg.model import EntityType, Mention, MentionKind, Number, Relation, RelationKind


def extract_partitives(tree: Tree, mentions: Mentions, language: Language) -> Iterator[Relation]:
    """Yield who is part of which group, in no order.

    `twee van hen`; `Onder de gewonden zijn twee kinderen`; `De bond telt duizend leden`; `de leden van de bond`.
    """
    for token in tree:
        for member, group in _told(token, language):
            if member is not None and group is not None:
                yield from _belonging(mentions.at(member), mentions.at(group))


def _told(token: Token, language: Language) -> Iterator[tuple[Token | None, Token | None]]:
    """Yield member and group that a word may tell of."""
    if token.lemma_.lower() in language.relations.members:
        yield token, _body(token, language)
    if token.pos_ == "NUM":
        yield token, whole_of(token, language)
    if CASE in token.labels:
        yield _subject_among(token, language), token


def _belonging(member: Mention | None, group: Mention | None) -> Iterator[Relation]:
    if member is None or group is None or member is group:
        return
    if is_group(group) or group.kind is MentionKind.PRONOUN or group.type is EntityType.ORGANISATION:
        yield Relation(RelationKind.MEMBER_OF, member, group)


def _subject_among(token: Token, language: Language) -> Token | None:
    """Return the subject of which `token` tells the group: `onder de gewonden zijn`, `tot de gewonden behoren`."""
    rules = language.relations
    if number_of(token) is Number.SINGULAR or not has_preposition(token, rules.among):
        return None
    if is_found_among(token.head, language):
        return token.head
    is_predicate = COPULA in token.labels
    verb = token if is_predicate else token.head
    if not is_predicate and (token.dep_ not in OBLIQUES or verb.lemma_.lower() not in rules.being):
        return None
    return next((child for child in verb.children if child.dep_ in ALL_SUBJECTS), None)


def _body(token: Token, language: Language) -> Token | None:
    """Return what has the members that `token` calls: the subject of `duizend leden tellen`, of whom they are."""
    rules = language.relations
    if token.dep_ == OBJECT and token.head.lemma_.lower() in rules.having:
        return next((child for child in token.head.children if child.dep_ in ALL_SUBJECTS), None)
    owners = (child for child in token.rights if child.dep_ == NOMINAL_MODIFIER)
    return next((owner for owner in owners if has_preposition(owner, rules.partitive)), None)
