"""Documents to parses whose offsets are those of the document's text."""

import itertools
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Token

from kg.errors import PipelineNotInstalled
from kg.model import Document, Parse, Span, Word
from kg.neural.certainty import ARC, NAME, read_scores
from kg.nlp.labels import reader_of
from kg.nlp.paragraphs import find_paragraphs
from kg.nlp.reading import Reading, read_paragraph
from kg.nlp.threads import one_thread

BATCH = 30_000
"""Characters that the pipeline is given at once, about 6 000 tokens."""

Result = TypeVar("Result")
Sized = TypeVar("Sized")


def parse(documents: Iterable[Document], nlp: Pipeline) -> Iterator[tuple[Document, Parse]]:
    """Yield each document with its parse, in the order given.

    Each paragraph is analysed alone, one that stands twice among neighbouring documents once. What is not read is one
    word of its own sentence, with part of speech SPACE: the header, blank lines between paragraphs, and within a
    paragraph whatever is more than a single blank.

    Raises:
        PipelineNotInstalled: the pipeline gives no dependency parse.
    """
    for batch in batches(documents, lambda document: len(document.text)):
        paragraphs = [_readings(document) for document in batch]
        words = _analyses([reading.text for readings in paragraphs for reading in readings], nlp)
        for document, readings in zip(batch, paragraphs, strict=True):
            yield document, _joined(document.text, [(reading, words[reading.text]) for reading in readings])


def parse_each(
    function: Callable[[Document, Parse], Result], documents: Iterable[Document], nlp: Pipeline
) -> Iterator[Result]:
    """Yield what `function` makes of each document and its parse, in the order given.

    The pipeline forgets the words that are new to it after each batch, so that memory stays flat however many
    documents there are. See https://spacy.io/usage/memory-management
    """
    for batch in batches(documents, lambda document: len(document.text)):
        with nlp.memory_zone():
            results = [function(document, words) for document, words in parse(batch, nlp)]
        yield from results


def batches(sequence: Iterable[Sized], size: Callable[[Sized], int]) -> Iterator[list[Sized]]:
    """Yield neighbours together as long as their sizes are at most `BATCH` in all."""
    batch: list[Sized] = []
    total = 0
    for one in sequence:
        if batch and total + size(one) > BATCH:
            yield batch
            batch, total = [], 0
        batch.append(one)
        total += size(one)
    if batch:
        yield batch


def _readings(document: Document) -> list[Reading]:
    text = document.text
    spans = find_paragraphs(text, document.body or Span(0, len(text)))
    return [read_paragraph(text, span) for span in spans]


def _analyses(texts: Iterable[str], nlp: Pipeline) -> dict[str, Parse]:
    """Return the words of each different text."""
    found: dict[str, Parse] = {}
    in_universal = reader_of(nlp)
    for batch in batches(dict.fromkeys(texts), len):
        with one_thread():
            docs = list(nlp.pipe(batch, batch_size=len(batch)))
        for text, doc in zip(batch, docs, strict=True):
            if not doc.has_annotation("DEP"):
                raise PipelineNotInstalled("gives no dependency parse, and kg needs one", where=nlp.meta["name"])
            found[text] = in_universal(words_of(doc))
    return found


def words_of(doc: Doc) -> Parse:
    """Return the words of a text as spaCy has analysed it."""
    return tuple(map(_to_word, doc, read_scores(doc, ARC), read_scores(doc, NAME)))


def _to_word(token: Token, arc_score: float, name_score: float) -> Word:
    return Word(
        start=token.idx,
        end=token.idx + len(token),
        tag=token.tag_,
        pos=token.pos_,
        morph=str(token.morph),
        lemma=token.lemma_,
        head=token.head.i,
        dep=token.dep_,
        entity=f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O",
        arc_score=arc_score,
        name_score=name_score,
    )


def _joined(text: str, paragraphs: Iterable[tuple[Reading, Parse]]) -> Parse:
    """Return the words of all paragraphs in their places, with what stands between them."""
    words: list[Word] = []
    for reading, analysis in paragraphs:
        first = reading.original(analysis[0].start, analysis[0].end)
        if unread := _unread(words[-1].end if words else 0, first.start, len(words)):
            words.append(unread)
        words += _place(reading, analysis, len(words))
    if unread := _unread(words[-1].end if words else 0, len(text), len(words)):
        words.append(unread)
    return tuple(words)


def _place(reading: Reading, words: Parse, base: int) -> list[Word]:
    """Return the words of a paragraph with places in the document, the first of them at position `base`."""
    spans = [reading.original(word.start, word.end) for word in words]
    ends = [spans[0].start, *(span.end for span in spans)]
    are_parted = [span.start > end + 1 for span, end in zip(spans, ends, strict=False)]
    parted_so_far = itertools.accumulate(are_parted)
    positions = [base + number + parted for number, parted in enumerate(parted_so_far)]
    placed: list[Word] = []
    for word, span, end, is_parted in zip(words, spans, ends, are_parted, strict=False):
        if is_parted:
            entity = word.entity if word.entity.startswith("I-") else "O"
            placed.append(_space(end + 1, span.start, base + len(placed) - 1, "dep", entity))
        placed.append(word._replace(start=span.start, end=span.end, head=positions[word.head]))
    return placed


def _unread(start: int, end: int, position: int) -> Word | None:
    """Return what stands between two paragraphs as a sentence of its own, None where nothing does."""
    return _space(start, end, position, "ROOT", "O") if start < end else None


def _space(start: int, end: int, head: int, dep: str, entity: str) -> Word:
    return Word(start, end, "_SP", "SPACE", "", "", head, dep, entity)
