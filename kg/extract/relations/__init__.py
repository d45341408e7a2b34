"""Lasting relations that a text states beside its actions: functions, members, parts, countries, and other names."""

from collections.abc import Iterator

from kg.extract.mentions import Mentions
from kg.extract.relations.countries import extract_countries
from kg.extract.relations.functions import extract_functions
from kg.extract.relations.membership import extract_memberships
from kg.extract.relations.partitives import extract_partitives
from kg.extract.relations.same_as import extract_same
from kg.extract.syntax.token import Token
from kg.extract.syntax.tree import Tree
from kg.lang import Language
from kg.model import Relation, RelationKind


def extract_relations(tree: Tree, mentions: Mentions, language: Language) -> tuple[Relation, ...]:
    """Return the relations of a document, in text order of their first mention, each once.

    To be part of something is no function, to be a member of something is both.
    """
    functions = tuple(extract_functions(tree, mentions, language))
    found = {
        *(relation for noun, relation in functions if noun.lemma_.lower() not in language.relations.parts),
        *(part for noun, relation in functions for part in _from_function(noun, relation, language)),
        *extract_memberships(tree, mentions, language),
        *extract_partitives(tree, mentions, language),
        *extract_same(tree, mentions, language),
        *extract_countries(tree, mentions, language),
    }
    return tuple(sorted(found, key=_place))


def _from_function(noun: Token, relation: Relation, language: Language) -> Iterator[Relation]:
    """Yield the part or membership that a function is: `onderdeel van Google`, `lid van de raad`."""
    lemma = noun.lemma_.lower()
    if relation.target is None:
        return
    if lemma in language.relations.members:
        yield Relation(RelationKind.MEMBER_OF, relation.mention, relation.target)
    elif lemma in language.relations.parts:
        yield Relation(RelationKind.PART_OF, relation.mention, relation.target)
    elif lemma in language.relations.wholes:
        yield Relation(RelationKind.PART_OF, relation.target, relation.mention)


def _place(relation: Relation) -> tuple[int, int, str, int, int, str, bool]:
    target = relation.target.span if relation.target else relation.mention.span
    span = relation.mention.span
    return span.start, span.end, relation.kind.value, target.start, target.end, relation.value, relation.is_complete
