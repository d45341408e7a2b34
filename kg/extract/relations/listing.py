"""Lists in a text: the names and noun phrases that are told one after another."""

from collections.abc import Iterator

from kg.extract.mentions import Mentions
from kg.extract.syntax.token import Token
from kg.extract.syntax.tree import Tree
from kg.model import Mention, MentionKind

_LOOSE_ENDS = frozenset({"DET", "ADJ", "NUM", "NOUN", "X", "PROPN", "ADV"})
"""Word classes that may stand between a comma and the name that is counted: an article, a function."""
_BULLETS = frozenset("*•·-–—")
_QUOTES = frozenset("\"'“”‘’„«»")
NEAR = 6
"""Words before a name of a list that may introduce it (`de Franse president`)."""


def enumerated(tree: Tree, start: int, mentions: Mentions) -> Iterator[Mention]:
    """Yield the names and noun phrases that are listed from token `start` on, with commas and one `en` between them."""
    index = start
    while (mention := first_mention(tree, index, mentions)) is not None:
        yield mention
        index = end_behind(tree, index, mention)
        if index < len(tree) and tree[index].text == "(":
            index = next((n + 1 for n in range(index, min(index + NEAR, len(tree))) if tree[n].text == ")"), index)
        if index >= len(tree) or not (tree[index].text == "," or tree[index].pos_ == "CCONJ"):
            return
        index += 1
        if index < len(tree) and tree[index].pos_ == "CCONJ":
            index += 1


def end_behind(tree: Tree, index: int, mention: Mention) -> int:
    """Return the index of the first token behind the mention, which begins at or after token `index`."""
    while index < len(tree) and tree[index].idx < mention.span.end:
        index += 1
    return index


def first_mention(tree: Tree, index: int, mentions: Mentions) -> Mention | None:
    """Return the mention that begins at `index`, or a few words later behind article, adjectives and function."""
    for token in tree[index : index + NEAR]:
        mention = mentions.at(token)
        if mention is not None:
            is_actor = mention.kind is not MentionKind.PRONOUN and mention.span.end > token.idx
            return mention if is_actor and mention.span.start <= token.idx + _reach(token, mention) else None
        if (token.pos_ not in _LOOSE_ENDS and token.text not in _QUOTES) or token.is_space:
            return None
    return None


def _reach(token: Token, mention: Mention) -> int:
    """Return how far behind `token` its mention may begin: a function stands right before its name."""
    return len(token.text + token.whitespace_) + 1 if mention.kind is MentionKind.NAME else 0


def end_before(mention: Mention, tree: Tree, index: int) -> int:
    """Return the index of the first token behind the mention, which ends before token `index`."""
    while index > 0 and tree[index - 1].idx >= mention.span.end:
        index -= 1
    return index


def coordinated_before(tree: Tree, index: int, mentions: Mentions) -> Iterator[Mention]:
    """Yield the names of the coordination that ends before `index`, the last first."""
    has_conjunction = False
    while index > 0 and (mention := mentions.at(tree[index - 1])) is not None and mention.kind is MentionKind.NAME:
        yield mention
        while index > 0 and tree[index - 1].idx >= mention.span.start:
            index -= 1
        if index == 0 or not (tree[index - 1].pos_ == "CCONJ" or (tree[index - 1].text == "," and has_conjunction)):
            return
        has_conjunction = True
        index -= 1


def is_bullet(tree: Tree, index: int) -> bool:
    """Tell whether a bullet of a list stands at token `index`, if there is one."""
    return index < len(tree) and tree[index].text in _BULLETS


def bulleted(tree: Tree, start: int, mentions: Mentions) -> Iterator[Mention]:
    """Yield the first mention behind every bullet of a list, up to the end of the paragraph."""
    for index in range(start, len(tree) - 1):
        if tree[index].is_space:
            return
        if tree[index].text in _BULLETS and (mention := first_mention(tree, index + 1, mentions)) is not None:
            yield mention
