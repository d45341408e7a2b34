"""What a pipeline says of the words of one article, before anyone asks what they tell."""

from typing import NamedTuple


class Word(NamedTuple):
    """A word as a pipeline analysed it, in the terms of Universal Dependencies.

    No dataclass: an article may have a million words, and this is made five times as fast.
    """

    start: int
    end: int
    """Code points of `Document.text`, the end excluded."""
    tag: str
    pos: str
    """`SPACE` for what is not read: the header, blanks between paragraphs."""
    morph: str
    """Features, as CoNLL-U writes them: `Gender=Com|Number=Sing`."""
    lemma: str
    head: int
    """Position of its head among the words; its own for the root of a sentence, which is labelled `ROOT`."""
    dep: str
    entity: str
    """`B-PERSON`, `I-PERSON` or `O`."""
    arc_score: float = 1.0
    """Probability of its head and relation, where the pipeline gives one."""
    name_score: float = 1.0
    """Probability of its part in a name, where the pipeline gives one; 1.0 outside names."""


Parse = tuple[Word, ...]
"""The words of an article in text order, which leave out nothing but single blanks between them."""
