"""The words of an article as a dependency tree: plain Python values that the rules walk over."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, overload

from kg.extract.syntax.token import Token
from kg.model import Word


class Stretch(Sequence[Token]):
    """Words of a tree that follow each other; `start` and `end` count words, the end is excluded."""

    __slots__ = ("end", "label_", "start", "tree")

    def __init__(self, tree: "Tree", start: int, end: int, label: str = "") -> None:
        """Take the words, with the label of the name that they are, if they are one."""
        self.tree, self.start, self.end, self.label_ = tree, start, end, label

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tree[self.start : self.end])

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> "Stretch": ...
    def __getitem__(self, place: int | slice) -> "Token | Stretch":
        if isinstance(place, slice):
            start, end, _ = place.indices(len(self))
            return Stretch(self.tree, self.start + start, self.start + max(start, end))
        return self.tree[(self.start if place >= 0 else self.end) + place]

    @property
    def start_char(self) -> int:
        """The place of its first character in the text."""
        return self.tree[self.start].idx

    @property
    def end_char(self) -> int:
        """The place behind its last character."""
        return self.tree[self.end - 1].end_char

    @property
    def text(self) -> str:
        """Its words, with a blank where the text parts them."""
        return self.tree.text[self.start_char : self.end_char] if len(self) else ""

    @property
    def text_with_ws(self) -> str:
        """Its text, with the blank behind it."""
        return self.text + "".join(token.whitespace_ for token in self[-1:])

    @property
    def root(self) -> Token:
        """The word nearest to the root of its sentence, the first of several; a mark only if there is nothing else."""
        tops = [token for token in self if token.head is token or not self.start <= token.head.i < self.end]
        return tops[0] if len(tops) == 1 else min(tops, key=_depth)


def _depth(token: Token) -> tuple[bool, int]:
    is_mark = (token.is_punct or token.is_space) and not token.children
    return is_mark and token.head is not token, sum(1 for _ in token.ancestors)


class Tree(list[Token]):
    """The words of an article, with what hangs on what, its sentences and the names that the pipeline found."""

    __slots__ = ("answers", "ents", "sents", "starts", "text")

    def __init__(self, words: Sequence[Word], text: str) -> None:
        """Make the tree of the words of `text`."""
        self.starts = [word.start for word in words]
        behind = [*self.starts, words[-1].end if words else 0][1:]
        super().__init__(
            Token(self, i, word, text[word.start : word.end], " " if word.end < start else "")
            for i, (word, start) in enumerate(zip(words, behind, strict=True))
        )
        self.text = "".join([token.text + token.whitespace_ for token in self])
        """The text of the article, with a blank for each character that no word covers."""
        _hang_all(self, words)
        self.sents = tuple(self._sentences())
        self.ents = tuple(self._names(words))
        self.answers: dict[tuple[object, int], Any] = {}
        """What `remembered` functions said of words, by function and word, as long as the tree stays as it is."""

    def stretch(self, start: int, end: int, label: str = "") -> Stretch:
        """Return words that follow each other as one; a slice of the tree gives a list of them."""
        return Stretch(self, max(0, start), max(0, start, min(end, len(self))), label)

    def covering(self, start: int, end: int) -> Stretch | None:
        """Return the words that characters `start` to `end` touch; None outside the text."""
        if not self or start < self.starts[0] or end > self[-1].end_char:
            return None
        first, last = self._at(start), self._at(end - 1)
        return Stretch(self, first + (start >= self[first].end_char), last + 1)

    def within(self, start: int, end: int) -> Stretch | None:
        """Return the words that lie within characters `start` to `end`; None if there are none."""
        if not self or start < self.starts[0] or end > self[-1].end_char:
            return None
        first, last = self._at(start), self._at(end - 1)
        first += self.starts[first] < start
        last -= end < self[last].end_char
        return Stretch(self, first, last + 1) if first <= last else None

    def _at(self, char: int) -> int:
        """Return the position of the word at a character, or right before it."""
        return bisect_right(self.starts, char) - 1

    def _sentences(self) -> Iterator[Stretch]:
        """Yield the sentences, and tell their words of them: each begins where all that hangs on a root begins."""
        begins = sorted({0, *(token.left_edge.i for token in self if token.head is token)})
        for start, end in zip(begins, [*begins[1:], len(self)], strict=True):
            sentence = Stretch(self, start, end)
            for token in sentence:
                token.sent = sentence
            if end:
                yield sentence

    def recognise(self, tokens: Iterable[Token], label: str) -> None:
        """Make words that the recogniser missed names of their own."""
        found = [*self.ents]
        for token in tokens:
            token.ent_iob_, token.ent_type_ = "B", label
            found.append(Stretch(self, token.i, token.i + 1, label))
        self.ents = tuple(sorted(found, key=lambda name: name.start))

    def _names(self, words: Sequence[Word]) -> Iterator[Stretch]:
        """Yield the names that the pipeline found."""
        start, label = 0, ""
        for i, entity in enumerate([*(word.entity for word in words), "O"]):
            if label and entity != f"I-{label}":
                yield Stretch(self, start, i, label)
                label = ""
            if not label and entity != "O":
                start, label = i, entity[2:]


def _hang_all(tokens: Sequence[Token], words: Sequence[Word]) -> None:
    """Hang each token where its word hangs, and find the edges of each, from the leaves up: no tree is too deep."""
    for token, word in zip(tokens, words, strict=True):
        token.head = tokens[word.head]
        if token.head is not token:
            token.head.children.append(token)
            token.head.labels.add(token.dep_)
    order = [token for token in tokens if token.head is token]
    for token in order:
        order += token.children
    for token in reversed(order):
        head = token.head
        if token.left_edge.i < head.left_edge.i:
            head.left_edge = token.left_edge
        if token.right_edge.i > head.right_edge.i:
            head.right_edge = token.right_edge
