"""Sentences of a text, and which of them only say again what an earlier one said."""

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from kg.model import Document, Sentence, Span


def extract_sentences(doc: Doc, document: Document) -> tuple[Sentence, ...]:
    """Return the sentences of `doc` in text order, each with the earlier one that it repeats, if any.

    What holds no word at all (blank lines) or lies outside the body (header lines) is no sentence. Two sentences are
    the same if their words are, whatever the case and the space between them; sentences of fewer than four words
    repeat by chance (`Dat klopt.`) and count each for themselves.
    """
    found: list[Sentence] = []
    first_places: dict[tuple[str, ...], int] = {}
    for sent in doc.sents:
        if not _is_text(sent, document):
            continue
        words = tuple(token.lower_ for token in sent if not token.is_space)
        repeats = first_places.setdefault(words, len(found)) if len(words) > _CHANCE else len(found)
        found.append(
            Sentence(
                index=len(found),
                span=_trimmed(sent),
                repeats=repeats if repeats != len(found) else None,
            )
        )
    return tuple(found)


_CHANCE = 4
"""Up to this many words and marks, a sentence says nothing that it could repeat."""


def _is_text(sent: DocSpan, document: Document) -> bool:
    if all(token.is_space for token in sent):
        return False
    place = _trimmed(sent)
    return document.body is None or document.body.overlaps(place)


def _trimmed(sent: DocSpan) -> Span:
    words = [token for token in sent if not token.is_space]
    return Span(words[0].idx, words[-1].idx + len(words[-1]))
