"""Sieves over what grammar says outright: appositions, acronyms, relative and reflexive pronouns."""

from collections import defaultdict
from collections.abc import Iterator

from kg.model import (
    Definiteness,
    EntityType,
    GrammaticalFunction,
    Mention,
    MentionKind,
    Number,
    PronounClass,
    RelationKind,
)
from kg.resolve.discourse import Discourse, Link
from kg.resolve.names import is_acronym

_ACTORS = frozenset({EntityType.PERSON, EntityType.ORGANISATION})
_TIGHT, _LOOSE = " ", ", "
_APPOSED = (_TIGHT, _LOOSE)
"""What stands between a noun and the name that it introduces."""
_CLOSING = frozenset(",(.;")
_WIDEST_GAP = 2
_NEXT_WORD = 12
"""Characters that the next word is looked for in."""


def stated(discourse: Discourse) -> Iterator[Link]:
    """Link what the text itself says to be one thing: an apposition, an acronym in brackets, a relative pronoun."""
    for relation in discourse.extraction.relations:
        if relation.kind is not RelationKind.SAME_AS or relation.target is None:
            continue
        mention, target = discourse.position(relation.mention), discourse.position(relation.target)
        if mention is not None and target is not None and mention != target:
            first, second = sorted((mention, target))
            yield Link(second, first, _reason(discourse.mentions[first], discourse.mentions[second]))


def introduced(discourse: Discourse) -> Iterator[Link]:
    """Link a noun to the name that follows it at once, or behind a comma: `brouwer Acme`; `een derde bank, Acme,`.

    Only a noun of the name's own type. Behind the comma the name is closed by a comma, bracket or full stop of its own,
    and the noun brings in something new: a definite noun may well end one part of the sentence there.
    See e-ANS 14.5.8 on apposition, https://e-ans.ivdnt.org
    """
    named = [(position, one) for position, one in enumerate(discourse.mentions) if one.kind is MentionKind.NAME]
    names, endings = ({one.span.start: at for at, one in named}, {one.span.end: at for at, one in named})
    for position, noun in enumerate(discourse.mentions):
        if noun.kind is not MentionKind.NOMINAL or noun.type not in _ACTORS or noun.number is Number.PLURAL:
            continue
        for gap in _APPOSED:
            name = names.get(noun.span.end + len(gap))
            if name is not None and _introduces(discourse, position, name, gap):
                yield Link(name, position, "apposition")
        last = endings.get(noun.span.end)
        if last is not None and _closes(discourse, position, last):
            yield Link(last, position, "apposition")


def described(discourse: Discourse) -> Iterator[Link]:
    """Link a new noun between commas to the one known just before it: `de overheid, een aandeelhouder in Acme, ...`.

    Where several phrases end before the comma (`de topman van Acme, een bedrijf uit Gent,`), the one of the noun's own
    type, or none. A list that goes on behind the comma (`de bank, een arts, en ...`) is no apposition.
    """
    ending: defaultdict[int, list[int]] = defaultdict(list)
    text = discourse.extraction.document.text
    for position, noun in enumerate(discourse.mentions):
        ending[noun.span.end].append(position)
        if noun.definiteness is not Definiteness.INDEFINITE or noun.number is Number.PLURAL or noun.type not in _ACTORS:
            continue
        comma, *after = text[noun.span.end : noun.span.end + _NEXT_WORD].split()[:2] or [""]
        before = text[max(0, noun.span.start - len(_LOOSE)) : noun.span.start]
        if (before, comma) != (_LOOSE, ",") or not discourse.rules.conjunctions.isdisjoint(after):
            continue
        known = [one for one in ending[noun.span.start - len(_LOOSE)] if _is_known_actor(discourse.mentions[one])]
        fitting = [one for one in known if discourse.mentions[one].type is noun.type] or known
        if len(fitting) == 1:
            yield Link(position, fitting[0], "apposition")


def _is_known_actor(mention: Mention) -> bool:
    is_new = mention.definiteness is Definiteness.INDEFINITE or mention.number is Number.PLURAL
    return mention.type in _ACTORS and not is_new


def _introduces(discourse: Discourse, noun: int, name: int, gap: str) -> bool:
    text, one, other = discourse.extraction.document.text, discourse.mentions[noun], discourse.mentions[name]
    if text[one.span.end : other.span.start] != gap or one.type is not other.type:
        return False
    is_closed = text[other.span.end : other.span.end + _WIDEST_GAP].lstrip()[:1] in _CLOSING
    return gap == _TIGHT or (is_closed and one.definiteness is Definiteness.INDEFINITE)


def _closes(discourse: Discourse, noun: int, name: int) -> bool:
    """Tell whether a phrase ends in a comma and the name of what it calls: `de grootste bank in Gent, Acme`."""
    one, other = discourse.mentions[noun], discourse.mentions[name]
    before = discourse.extraction.document.text[one.span.start : other.span.start]
    return one.type is other.type and one.head.end < other.span.start and before.endswith(_LOOSE)


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
