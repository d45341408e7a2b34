"""Documents to spaCy `Doc`s whose offsets are those of the document's text."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from kg.errors import PipelineNotInstalled
from kg.model import Document, Span
from kg.neural.certainty import ARC, NAME, read_scores, write_scores
from kg.nlp.paragraphs import find_paragraphs
from kg.nlp.reading import Reading, read_paragraph

BATCH = 30_000
"""Characters that the pipeline is given at once, about 6 000 tokens."""

Result = TypeVar("Result")
Sized = TypeVar("Sized")


class Word(NamedTuple):
    """A token as the pipeline analysed it, where positions count within its paragraph, or in its place in a document.

    No dataclass: an article may have a million words, and this is made five times as fast.
    """

    start: int
    end: int
    tag: str
    pos: str
    morph: str
    lemma: str
    head: int
    """Position of its head."""
    dep: str
    entity: str
    """`B-PERSON`, `I-PERSON` or `O`."""
    arc_score: float = 1.0
    """Probability of its head and relation, where the pipeline gives one."""
    name_score: float = 1.0
    """Probability of its part in a name, where the pipeline gives one; 1.0 outside names."""


def parse(documents: Iterable[Document], nlp: Pipeline) -> Iterator[tuple[Document, Doc]]:
    """Yield each document with its analysis, in the order given.

    Each paragraph is analysed alone, one that stands twice among neighbouring documents once. `Doc.text` has the length
    and the offsets of `Document.text`; how sure the pipeline is of a token is read off by `kg.neural.certainty`. What
    is not read is one token of its own sentence, with part of speech SPACE: the header, blank lines between paragraphs,
    and within a paragraph whatever is more than a single blank.

    Raises:
        PipelineNotInstalled: the pipeline gives no dependency parse.
    """
    for batch in _batches(documents, lambda document: len(document.text)):
        paragraphs = [_readings(document) for document in batch]
        words = _analyses([reading.text for readings in paragraphs for reading in readings], nlp)
        for document, readings in zip(batch, paragraphs, strict=True):
            yield document, _to_doc(document.text, [(reading, words[reading.text]) for reading in readings], nlp.vocab)


def parse_each(
    function: Callable[[Document, Doc], Result], documents: Iterable[Document], nlp: Pipeline
) -> Iterator[Result]:
    """Yield what `function` makes of each document and its analysis, in the order given.

    The pipeline forgets the words that are new to it after each batch, so that memory stays flat however many
    documents there are: the result must not hold on to the `Doc`. See https://spacy.io/usage/memory-management
    """
    for batch in _batches(documents, lambda document: len(document.text)):
        with nlp.memory_zone():
            results = [function(document, doc) for document, doc in parse(batch, nlp)]
        yield from results


def _batches(sequence: Iterable[Sized], size: Callable[[Sized], int]) -> Iterator[list[Sized]]:
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


def _analyses(texts: Iterable[str], nlp: Pipeline) -> dict[str, tuple[Word, ...]]:
    """Return the words of each different text."""
    found: dict[str, tuple[Word, ...]] = {}
    for batch in _batches(dict.fromkeys(texts), len):
        for text, doc in zip(batch, nlp.pipe(batch, batch_size=len(batch)), strict=True):
            if not doc.has_annotation("DEP"):
                raise PipelineNotInstalled("gives no dependency parse, and kg needs one", where=nlp.meta["name"])
            found[text] = tuple(map(_to_word, doc, read_scores(doc, ARC), read_scores(doc, NAME)))
    return found


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


def _to_doc(text: str, paragraphs: Iterable[tuple[Reading, Sequence[Word]]], vocab: Vocab) -> Doc:
    words: list[Word] = []
    for reading, analysis in paragraphs:
        placed = _place(reading, analysis, len(words))
        if unread := _unread(words[-1].end if words else 0, placed[0].start, len(words)):
            placed = _place(reading, analysis, len(words) + 1)
            words.append(unread)
        words += placed
    if unread := _unread(words[-1].end if words else 0, len(text), len(words)):
        words.append(unread)
    return _build(text, words, vocab)


def _place(reading: Reading, words: Sequence[Word], base: int) -> list[Word]:
    """Return the words of a paragraph with places in the document, the first of them at position `base`."""
    placed: list[Word] = []
    positions: list[int] = []
    for word in words:
        span = reading.original(word.start, word.end)
        if placed and span.start > placed[-1].end + 1:
            entity = word.entity if word.entity.startswith("I-") else "O"
            placed.append(_space(placed[-1].end + 1, span.start, base + len(placed) - 1, "dep", entity))
        positions.append(base + len(placed))
        placed.append(word._replace(start=span.start, end=span.end))
    heads = {position: positions[word.head] for position, word in zip(positions, words, strict=True)}
    return [word._replace(head=heads.get(base + number, word.head)) for number, word in enumerate(placed)]


def _unread(start: int, end: int, position: int) -> Word | None:
    """Return what stands between two paragraphs as a sentence of its own, None where nothing does."""
    return _space(start, end, position, "ROOT", "O") if start < end else None


def _space(start: int, end: int, head: int, dep: str, entity: str) -> Word:
    return Word(start, end, "_SP", "SPACE", "", "", head, dep, entity)


def _build(text: str, words: Sequence[Word], vocab: Vocab) -> Doc:
    following = [*(word.start for word in words), len(text)][1:]
    doc = Doc(
        vocab,
        words=[text[word.start : word.end] for word in words],
        spaces=[word.end < start for word, start in zip(words, following, strict=True)],
        tags=[word.tag for word in words],
        pos=[word.pos for word in words],
        morphs=[word.morph for word in words],
        lemmas=[word.lemma for word in words],
        heads=[word.head for word in words],
        deps=[word.dep for word in words],
        ents=[word.entity for word in words],
    )
    write_scores(doc, ARC, (word.arc_score for word in words))
    write_scores(doc, NAME, (word.name_score for word in words))
    return doc
