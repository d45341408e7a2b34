"""Gold parses: CoNLL-U sentences in tests/parses/, made into spaCy `Doc`s without a model."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from spacy.tokens import Doc, Span
from spacy.util import get_lang_class

PARSES = Path(__file__).parent / "parses"
_VOCAB = get_lang_class("nl")().vocab

Row = tuple[str, ...]


@cache
def gold_sentences() -> dict[str, tuple[Row, ...]]:
    """Return the rows of every sentence in tests/parses/, by its text; a text that stands twice is an error."""
    found: dict[str, tuple[Row, ...]] = {}
    for path in sorted(PARSES.glob("*.conllu")):
        for text, rows in read_sentences(path):
            if text in found and found[text] != rows:
                raise ValueError(f"{path.name}: {text!r} stands in two files with different parses")
            found[text] = rows
    return found


def gold_language(sentence: str) -> str:
    """Return the code of the language of a gold sentence: that before the `_` of its file's name, else Dutch."""
    return _languages()[sentence]


@cache
def _languages() -> dict[str, str]:
    named = ((path, path.name.partition("_")) for path in sorted(PARSES.glob("*.conllu")))
    codes = ((path, front if mark and len(front) == 2 else "nl") for path, (front, mark, _) in named)
    return {text: code for path, code in codes for text, _ in read_sentences(path)}


def read_sentences(path: Path) -> Iterator[tuple[str, tuple[Row, ...]]]:
    """Yield text and rows of each sentence of a file."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line]
        rows = tuple(tuple(line.split("\t")) for line in lines if line[0].isdigit())
        if rows:
            text = next(line[9:] for line in lines if line.startswith("# text = "))
            if (spelled := _text(rows).rstrip()) != text:
                raise ValueError(f"{path.name}: the words give {spelled!r}, not {text!r}")
            yield text, rows


def _text(rows: Sequence[Row]) -> str:
    return "".join(row[1] + ("" if _is_joined(row) else " ") for row in rows)


def _is_joined(row: Row) -> bool:
    return "SpaceAfter=No" in row[9].split("|")


def gold_doc(sentences: Sequence[str]) -> Doc:
    """Return one Doc of the gold parses of `sentences`, with one space between two of them."""
    return doc_of([gold_sentences()[sentence] for sentence in sentences])


def doc_of(parses: Sequence[Sequence[Row]]) -> Doc:
    """Return one Doc of the rows of sentences.

    Names come from `NER=B-PERSON` (IOB2) in the last column; the root is its own head, labelled ROOT, as in spaCy.
    """
    rows: list[Row] = []
    heads: list[int] = []
    starts: list[bool | int | None] = []
    for parse in parses:
        base = len(rows)
        rows += parse
        heads += [base + (int(row[6]) - 1 if row[6] != "0" else number) for number, row in enumerate(parse)]
        starts += [number == 0 for number in range(len(parse))]
    doc = Doc(
        _VOCAB,
        words=[row[1] for row in rows],
        spaces=[not _is_joined(row) and number < len(rows) - 1 for number, row in enumerate(rows)],
        lemmas=[row[2] for row in rows],
        pos=[row[3] for row in rows],
        tags=[row[4] for row in rows],
        morphs=["" if row[5] == "_" else row[5] for row in rows],
        heads=heads,
        deps=["ROOT" if row[6] == "0" else row[7] for row in rows],
        sent_starts=starts,
    )
    doc.ents = tuple(_entities(doc, rows))
    return doc


def _entities(doc: Doc, rows: Sequence[Row]) -> Iterator[Span]:
    tags = [next((mark[4:] for mark in row[9].split("|") if mark.startswith("NER=")), "O") for row in rows]
    start = None
    for number, tag in enumerate([*tags, "O"]):
        if start is not None and not tag.startswith("I-"):
            yield Span(doc, start, number, label=tags[start][2:])
            start = None
        if tag.startswith("B-"):
            start = number
