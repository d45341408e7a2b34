"""A word of a dependency tree.

Attributes are named as in spaCy, whose tokens they stand for: a rule asks a word a dozen times for its lemma, label and
dependents, and spaCy makes a new object of every step and decodes a string at every question.
"""

from bisect import insort
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extract.syntax.forms import BRACKETS, QUOTES, features, form_of, is_currency
from kg.model import Word

if TYPE_CHECKING:
    from kg.extract.syntax.tree import Stretch, Tree


class Token:
    """A word in its tree. It is changed by `mend` and `hang` only."""

    __slots__ = (
        "children",
        "dep_",
        "end_char",
        "ent_iob_",
        "ent_type_",
        "head",
        "i",
        "idx",
        "is_lower",
        "is_punct",
        "is_space",
        "labels",
        "left_edge",
        "lemma_",
        "lower_",
        "morph",
        "pos_",
        "right_edge",
        "sent",
        "text",
        "tree",
        "whitespace_",
    )

    def __init__(self, tree: "Tree", i: int, word: Word, text: str, whitespace: str) -> None:
        """Make a word that hangs on nothing yet."""
        self.tree = tree
        self.i = i
        """Position among the words of the article."""
        self.idx = word.start
        self.end_char = word.end
        """Characters of the article's text, the end excluded."""
        self.text = text
        self.whitespace_ = whitespace
        self.lemma_ = word.lemma
        self.pos_ = word.pos
        self.dep_ = word.dep
        self.morph = features(word.morph)
        self.ent_iob_, _, self.ent_type_ = word.entity.partition("-")
        self.lower_, self.is_lower, self.is_punct, self.is_space = form_of(text)
        self.head = self
        """The word above; itself for the root of a sentence."""
        self.children: list[Token] = []
        """The words that hang on it, in text order."""
        self.labels: set[str] = set()
        """The labels of those."""
        self.left_edge = self
        self.right_edge = self
        """First and last of the word and all below it."""
        self.sent: Stretch
        """The sentence that it stands in."""

    def __repr__(self) -> str:
        return f"{self.text}/{self.dep_}"

    @property
    def lefts(self) -> list["Token"]:
        """The words before it that hang on it."""
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list["Token"]:
        """The words behind it that hang on it."""
        return [child for child in self.children if child.i > self.i]

    @property
    def ancestors(self) -> Iterator["Token"]:
        """The words above it, nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def nbor(self, offset: int = 1) -> "Token":
        """Return the word so many places behind it."""
        return self.tree[self.i + offset]

    @property
    def is_sent_start(self) -> bool:
        """Tell whether it is the first word of its sentence."""
        return self.i == self.sent.start

    @property
    def is_sent_end(self) -> bool:
        """Tell whether it is the last word of its sentence."""
        return self.i + 1 == self.sent.end

    @property
    def is_alpha(self) -> bool:
        """Tell whether it is made of letters."""
        return self.text.isalpha()

    @property
    def is_title(self) -> bool:
        """Tell whether it has a capital and no other."""
        return self.text.istitle()

    @property
    def is_upper(self) -> bool:
        """Tell whether all its letters are capitals."""
        return self.text.isupper()

    @property
    def is_quote(self) -> bool:
        """Tell whether it is a quote mark."""
        return self.text in QUOTES

    @property
    def is_bracket(self) -> bool:
        """Tell whether it is a bracket."""
        return self.text in BRACKETS

    @property
    def is_currency(self) -> bool:
        """Tell whether it is the sign of a currency."""
        return is_currency(self.text)

    def mend(
        self, *, label: str | None = None, pos: str | None = None, lemma: str | None = None, morph: str | None = None
    ) -> None:
        """Change what is given, of its label, part of speech, lemma and features."""
        self.tree.answers.clear()
        if label is not None:
            self.dep_ = label
            _settle_labels(self.head)
        self.pos_ = self.pos_ if pos is None else pos
        self.lemma_ = self.lemma_ if lemma is None else lemma
        self.morph = self.morph if morph is None else features(morph)

    def hang(self, head: "Token", label: str) -> None:
        """Give it another head and relation: a word of its sentence that does not hang below it."""
        self.tree.answers.clear()
        above = self.head
        if above is not self:
            above.children.remove(self)
        self.head, self.dep_ = head, label
        if head is not self:
            insort(head.children, self, key=position)
        for one in (above, head):
            _settle_labels(one)
            _settle_edges(one)


def position(token: Token) -> int:
    """Return the place of a word among those of its article, which words are sorted by."""
    return token.i


def _settle_labels(token: Token) -> None:
    """Find the labels below a word anew."""
    token.labels = {child.dep_ for child in token.children}


def _settle_edges(token: Token) -> None:
    """Find the edges of a word, and of those above it, anew."""
    for one in (token, *token.ancestors):
        one.left_edge = min((one, *(child.left_edge for child in one.children)), key=position)
        one.right_edge = max((one, *(child.right_edge for child in one.children)), key=position)
