"""Sieves over what grammar says outright: appositions, acronyms, relative and reflexive pronouns."""

from collections.abc import Iterator

from kg.model import GrammaticalFunction, Mention, MentionKind, PronounClass, RelationKind
from kg.resolve.discourse import Discourse, Link
from kg.resolve.names import is_acronym


def stated(discourse: Discourse) -> Iterator[Link]:
    """Link what the text itself says to be one thing: an apposition, an acronym in brackets, a relative pronoun."""
    for relation in discourse.extraction.relations:
        if relation.kind is not RelationKind.SAME_AS or relation.target is None:
            continue
        mention, target = discourse.position(relation.mention), discourse.position(relation.target)
        if mention is not None and target is not None and mention != target:
            first, second = sorted((mention, target))
            yield Link(second, first, _reason(discourse.mentions[first], discourse.mentions[second]))


def _reason(first: Mention, second: Mention) -> str:
    if PronounClass.RELATIVE in (first.pronoun, second.pronoun):
        return "relative pronoun"
    if is_acronym(second.text) and first.kind is MentionKind.NAME:
        return "acronym"
    return "apposition"


def reflexive(discourse: Discourse) -> Iterator[Link]:
    """Link a reflexive or reciprocal pronoun to the subject of its clause.

    Principle A of the binding theory; e-ANS 5.3, https://e-ans.ivdnt.org
    """
    for position, pronoun in enumerate(discourse.mentions):
        if pronoun.pronoun is not PronounClass.REFLEXIVE:
            continue
        for subject in discourse.beside(position):
            other = discourse.mentions[subject]
            if other.clause == pronoun.clause and other.function is GrammaticalFunction.SUBJECT and subject != position:
                yield Link(position, subject, "reflexive pronoun")
                break
