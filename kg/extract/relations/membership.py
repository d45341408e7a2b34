"""Membership: which persons and organisations a text counts to a group."""

from collections.abc import Iterator

from kg.extract.mentions import Mentions
from kg.extract.relations.listing import (
    NEAR,
    bulleted,
    coordinated_before,
    end_before,
    end_behind,
    enumerated,
    first_mention,
    is_bullet,
)
from kg.extract.syntax.markers import find_markers, marker_length
from kg.extract.syntax.phrases import function_head
from kg.extract.syntax.token import Token
from kg.extract.syntax.tree import Tree
from kg.extract.syntax.ud import (
    ADJECTIVAL_CLAUSE,
    ADVERBIAL_CLAUSE,
    ALL_SUBJECTS,
    APPOSITION,
    COPULA,
    NOMINAL_MODIFIER,
    OPEN_COMPLEMENT,
    PARATAXIS,
    RELATIVE_CLAUSE,
)
from kg.lang import Language
from kg.lang.nouns import NounClass
from kg.model import Definiteness, EntityType, GrammaticalFunction, Mention, MentionKind, Number, Relation, RelationKind

_ACTORS = frozenset({EntityType.PERSON, EntityType.ORGANISATION, EntityType.GROUP})
_CLASSES = {
    EntityType.PERSON: NounClass.PERSON,
    EntityType.ORGANISATION: NounClass.ORGANISATION,
    EntityType.PLACE: NounClass.PLACE,
}
"""What a noun calls whose examples are of a type: `gemeenten, zoals Gouda`."""
_HANGING = frozenset({RELATIVE_CLAUSE, ADJECTIVAL_CLAUSE, APPOSITION, NOMINAL_MODIFIER, PARATAXIS, ADVERBIAL_CLAUSE})
"""Labels that a list of members may have below the noun of its group."""
_CLOSERS = frozenset("),")
_FEWEST = 2
"""Members of a list that is meant to be complete."""
_FAR = 60
"""Words before a marker among which its group is looked for."""


def extract_memberships(tree: Tree, mentions: Mentions, language: Language) -> Iterator[Relation]:
    """Yield who belongs to which group, in no order, maybe twice.

    `tientallen sterren, onder wie A en B`; `veel bedrijven doen mee, zoals A en B`; `Zo ook A en B`;
    `de bedrijven A en B`; `drie bedrijven (A, B en C)`;
    `de volgende bedrijven: A, B`; `A en B (de "Grote Twee")`; `A is een van de bekendste sterren`; `Jansen (VVD)`.
    """
    marked, several = (
        find_markers(tree, phrases) for phrases in (language.relations.member_markers, language.relations.one_of)
    )
    index = 0
    while index < len(tree):
        if index in marked:
            yield from _marked(tree, index, index + marked[index], mentions, language)
            index += marked[index]
        else:
            token = tree[index]
            if token.text == "(":
                yield from _nicknamed(token, mentions)
                yield from _affiliated(token, mentions)
            elif token.text == ",":
                yield from _summed_up(token, mentions)
            elif token.text == ":" or _heads_group(token, mentions):
                yield from _listed(token, mentions)
            if index in several:
                yield from _one_of(token, several[index], mentions)
            index += 1


def _marked(tree: Tree, start: int, end: int, mentions: Mentions, language: Language) -> Iterator[Relation]:
    """Yield the members named behind a marker."""
    while end < len(tree) and tree[end].lower_ in language.relations.fillers:
        end += 1
    members = tuple(enumerated(tree, end, mentions))
    if not members:
        return
    is_loose = bool(marker_length(tree[start], language.relations.loose_markers))
    group = _parsed_group(members[0], tree, mentions) or _group_before(
        tree, start, members, mentions, is_loose=is_loose
    )
    if group is None and marker_length(tree[start], language.relations.example_markers):
        group = _exemplified(tree, start, members, mentions, language)
    if group is not None:
        yield from (_member(member, group) for member in members if _fits(member, group))


def _parsed_group(member: Mention, tree: Tree, mentions: Mentions) -> Mention | None:
    """Return the plural noun that the parse hangs the first member below."""
    span = tree.covering(member.span.start, member.span.end)
    root = function_head(span.root) if span is not None else None
    if root is None or root.dep_ not in _HANGING:
        return None
    group = mentions.at(root.head)
    return group if group is not None and is_group(group) and group.head.start < member.span.start else None


def _member(member: Mention, group: Mention, *, is_complete: bool = False) -> Relation:
    return Relation(RelationKind.MEMBER_OF, member, group, is_complete=is_complete)


def _group_before(
    tree: Tree, index: int, members: tuple[Mention, ...], mentions: Mentions, *, is_loose: bool
) -> Mention | None:
    """Return the plural noun phrase whose members are named from `index` on.

    It ends right there; before a loose marker it is the nearest in the sentence, and if the marker opens a sentence,
    the first of the sentence before.
    """
    found = [mention for mention in _groups_before(tree, index, mentions) if _fits(members[0], mention)]
    if not found or not is_loose:
        return next((mention for mention in found if _is_beside(tree, mention, index)), None)
    return found[-1] if tree[index].is_sent_start else found[0]


def _exemplified(
    tree: Tree, index: int, members: tuple[Mention, ...], mentions: Mentions, language: Language
) -> Mention | None:
    """Return the nearest new group in the clause that the members are examples of, where they end it.

    `Honderden bedrijven deden mee, zoals A en B`: an apposition may stand apart from its noun, at the end of the
    clause (extraposition, e-ANS, https://e-ans.ivdnt.org). The group is no part of another phrase and called by a noun
    for what one of the members is.
    """
    end = end_behind(tree, index, members[-1])
    if index == 0 or tree[index - 1].text != "," or (end < len(tree) and not tree[end].is_punct):
        return None
    kinds = {_CLASSES[member.type] for member in members if member.type in _CLASSES}
    return next(
        (
            group
            for group in _groups_before(tree, index, mentions)
            if group.function is not GrammaticalFunction.MODIFIER
            and group.definiteness is Definiteness.INDEFINITE
            and not kinds.isdisjoint(language.nouns.of(group.head_lemma))
        ),
        None,
    )


def _groups_before(tree: Tree, index: int, mentions: Mentions) -> Iterator[Mention]:
    """Yield the groups of the sentence that ends before or goes on at `index`, nearest first."""
    for token in reversed(tree[max(0, index - _FAR) : index]):
        if _heads_group(token, mentions):
            yield mentions.phrase(token)
        if token.is_sent_start:
            return


def _is_beside(tree: Tree, mention: Mention, index: int) -> bool:
    """Tell whether only punctuation stands between the mention and `index`."""
    between = (token for token in tree[end_before(mention, tree, index) : index] if not token.is_punct)
    return mention.span.end <= tree[index].idx and all(token.is_space for token in between)


def is_group(mention: Mention) -> bool:
    """Tell whether the mention is a noun phrase for several things."""
    is_plural = mention.number is Number.PLURAL or mention.type is EntityType.GROUP
    return mention.kind is MentionKind.NOMINAL and is_plural


def _fits(member: Mention, group: Mention) -> bool:
    """Tell whether a thing of the member's type can belong to the group; the recogniser may take a firm for a place."""
    if member.span.overlaps(group.span) and member.kind is not MentionKind.NAME:
        return False
    if group.type in _ACTORS:
        return member.kind is MentionKind.NAME or member.type in _ACTORS
    return member.type is not EntityType.PERSON


def _listed(token: Token, mentions: Mentions) -> Iterator[Relation]:
    """Yield all members of a group that are named right behind it: `de bedrijven A en B`, `drie bedrijven (A en B)`."""
    groups = tuple(_listing_groups(token, mentions))
    members = tuple(_members_behind(token, mentions)) if groups else ()
    if any(member.kind is not MentionKind.NAME for member in members):
        return
    for group in groups:
        fitting = [member for member in members if _fits(member, group)]
        if len(fitting) >= max(_FEWEST, len(members) / 2):
            yield from (_member(member, group, is_complete=True) for member in fitting)
            return


def _listing_groups(token: Token, mentions: Mentions) -> Iterator[Mention]:
    """Yield the groups whose members may stand right behind `token`, a colon or the head of the group's phrase."""
    if token.text == ":":
        yield from _groups_before(token.tree, token.i, mentions)
    elif _heads_group(token, mentions):
        yield mentions.phrase(token)


def _heads_group(token: Token, mentions: Mentions) -> bool:
    """Tell whether a group is mentioned whose head is this very word."""
    group = mentions.at(token)
    return group is not None and group.head.start == token.idx and is_group(group)


def _members_behind(token: Token, mentions: Mentions) -> Iterator[Mention]:
    tree, index = token.tree, token.i + 1
    if token.text == ":" and is_bullet(tree, index):
        return bulleted(tree, index, mentions)
    is_bracketed = token.text != ":" and index < len(tree) and tree[index].text == "("
    return enumerated(tree, index + is_bracketed, mentions)


def _nicknamed(token: Token, mentions: Mentions) -> Iterator[Relation]:
    """Yield the members of a group that gets its own name behind them: `A, B en C (de "Grote Drie")`."""
    tree, index = token.tree, token.i + 1
    if index >= len(tree) or tree[index].pos_ != "DET":
        return
    group = first_mention(tree, index, mentions)
    members = tuple(coordinated_before(tree, token.i, mentions))
    if group is not None and group.kind is MentionKind.NAME and len(members) >= _FEWEST:
        yield from (_member(member, group, is_complete=True) for member in members)


def _summed_up(token: Token, mentions: Mentions) -> Iterator[Relation]:
    """Yield the members of a group that an apposition calls them: `Zonnedak en Windkracht, de twee bedrijven`."""
    tree, index = token.tree, token.i + 1
    if index >= len(tree):
        return
    group = first_mention(tree, index, mentions)
    if group is None or not is_group(group) or group.definiteness is Definiteness.INDEFINITE:
        return
    end = end_behind(tree, index, group)
    is_apposition = group.span.start == tree[index].idx and (end >= len(tree) or tree[end].is_punct)
    members = tuple(coordinated_before(tree, token.i, mentions)) if is_apposition else ()
    if len(members) >= _FEWEST and all(_fits(member, group) for member in members):
        yield from (_member(member, group, is_complete=True) for member in members)


def _affiliated(token: Token, mentions: Mentions) -> Iterator[Relation]:
    """Yield a person and the party or club between brackets behind the name: `Jansen (VVD)`."""
    tree, index = token.tree, token.i
    if index == 0 or index + 1 >= len(tree):
        return
    member, group = mentions.at(tree[index - 1]), mentions.at(tree[index + 1])
    if member is None or group is None or {member.kind, group.kind} != {MentionKind.NAME}:
        return
    is_closed = tree.text[group.span.end : group.span.end + 1] in _CLOSERS
    if (member.type, group.type) == (EntityType.PERSON, EntityType.ORGANISATION) and is_closed:
        yield _member(member, group)


def _one_of(token: Token, length: int, mentions: Mentions) -> Iterator[Relation]:
    """Yield the one that a phrase of so many words says to be one of a group.

    `A, een van de bekendste sterren`; `A is een van de leden`.
    """
    tree, index = token.tree, token.i
    group = next(
        (mention for token in tree[index + length : index + length + NEAR] if (mention := mentions.at(token))), None
    )
    member = _before_comma(tree, index, mentions) or _predicated(tree[index], mentions)
    if group is not None and is_group(group) and member is not None and member is not group:
        yield _member(member, group)


def _before_comma(tree: Tree, index: int, mentions: Mentions) -> Mention | None:
    """Return the name that ends before the comma at the left of `index`."""
    if index < 2 or tree[index - 1].text not in {",", "("}:
        return None
    mention = mentions.at(tree[index - 2])
    return mention if mention is not None and mention.kind is MentionKind.NAME else None


def _predicated(token: Token, mentions: Mentions) -> Mention | None:
    """Return the subject of the copula or verb whose predicate `token` is."""
    is_copular = token.pos_ == "VERB" or COPULA in token.labels
    head = token if is_copular else token.head
    if not is_copular and token.dep_ != OPEN_COMPLEMENT:
        return None
    return next((mentions.at(child) for child in head.children if child.dep_ in ALL_SUBJECTS), None)
