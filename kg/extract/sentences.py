"""Sentences of a text, and which of them only say again what an earlier one said."""

from collections.abc import Iterable, Sequence

from kg.extract.syntax.token import Token
from kg.extract.syntax.tree import Stretch, Tree
from kg.model import Document, Sentence, Span


def extract_sentences(tree: Tree, document: Document) -> tuple[Sentence, ...]:
    """Return the sentences of `tree` in text order, each with the earlier one that it repeats, if any.

    What holds no word at all (blank lines) or lies outside the body (header lines) is no sentence. A sentence repeats
    an earlier one if all its words stood there in the same order, whatever their case and the space between them, be
    it as one sentence or as several. One of up to four words and marks (`Dat klopt.`) repeats by chance and counts
    for itself.
    """
    read = [words for sent in tree.sents if (words := _words(sent, document.body))]
    originals = _originals([token.lower_ for token in words] for words in read)
    return tuple(
        Sentence(index, _place(words), original if original < index else None)
        for index, (words, original) in enumerate(zip(read, originals, strict=True))
    )


def _originals(sentences: Iterable[list[str]]) -> list[int]:
    """Return for each sentence the index of the one in which its words first stood, its own if nowhere before."""
    said: list[str] = []
    owners: list[int] = []
    places: dict[tuple[str, ...], int] = {}
    found: list[int] = []
    for words in sentences:
        place = places.get(tuple(words[:_OPENING]), len(said))
        found.append(owners[place] if said[place : place + len(words)] == words else len(found))
        owners += found[-1:] * len(words)
        said += words
        for start in range(max(0, len(said) - len(words) - _OPENING), len(said) - _OPENING + 1):
            places.setdefault(tuple(said[start : start + _OPENING]), start)
    return found


_OPENING = 5
"""Words and marks by which a repeated sentence is found; fewer say nothing that a text could repeat."""


def _words(sent: Stretch, body: Span | None) -> list[Token]:
    """Return the words of a sentence without the blanks; none if it stands outside the body."""
    words = [token for token in sent if not token.is_space]
    return words if words and (body is None or body.overlaps(_place(words))) else []


def _place(words: Sequence[Token]) -> Span:
    return Span(words[0].idx, words[-1].end_char)
