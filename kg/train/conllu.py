"""Read annotated sentences from CoNLL-U, with what is not annotated left out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; a layer that its source does not annotate is None."""

    ident: str
    """The `sent_id`, as `alpino/...`."""
    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    """Whether a space follows the word."""
    lemmas: tuple[str, ...] | None
    upos: tuple[str, ...] | None
    xpos: tuple[str, ...] | None
    feats: tuple[str, ...] | None
    """Features in UD notation, "" for none; annotated where `xpos` is."""
    heads: tuple[int, ...] | None
    """Position of the head, counted from 1; 0 for the root."""
    deps: tuple[str, ...] | None
    names: tuple[str, ...] | None
    """IOB2 tags."""


def read_sentences(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file, in file order.

    Names come from `NER=` in MISC, and only where the sentence says `# ner = yes`.
    Multiword ranges and empty nodes are passed over.
    """
    with path.open(encoding="utf-8") as lines:
        yield from sentences_from(lines)


def sentences_from(lines: Iterable[str]) -> Iterator[Sentence]:
    """Yield the sentences of CoNLL-U lines, in order."""
    rows: list[list[str]] = []
    named, ident = False, ""
    for line in [*lines, ""]:
        text = line.rstrip("\n")
        cells = text.split("\t")
        if text.startswith("# ner ="):
            named = text.endswith("yes")
        elif text.startswith("# sent_id ="):
            ident = text.partition("=")[2].strip()
        elif len(cells) == 10 and cells[0].isdigit():
            rows.append(cells)
        elif not text and rows:
            yield _sentence(rows, named, ident)
            rows, named, ident = [], False, ""


def _sentence(rows: list[list[str]], named: bool, ident: str) -> Sentence:
    misc = [row[9].split("|") for row in rows]
    has_tags = rows[0][4] != "_"
    return Sentence(
        ident=ident,
        words=tuple(row[1] for row in rows),
        spaces=_spaces([row[1] for row in rows], misc),
        lemmas=_column(rows, 2) if rows[0][3] != "_" else None,
        upos=_column(rows, 3) if rows[0][3] != "_" else None,
        xpos=_column(rows, 4) if has_tags else None,
        feats=tuple("" if row[5] == "_" else row[5] for row in rows) if has_tags else None,
        heads=tuple(int(row[6]) for row in rows) if rows[0][6] != "_" else None,
        deps=_column(rows, 7) if rows[0][6] != "_" else None,
        names=tuple(_name(cells) for cells in misc) if named else None,
    )


def _column(rows: list[list[str]], index: int) -> tuple[str, ...]:
    return tuple(row[index] for row in rows)


def _spaces(words: list[str], misc: list[list[str]]) -> tuple[bool, ...]:
    """Return whether a space follows each word; where the source does not mark it, as Dutch is printed."""
    if any("SpaceAfter=No" in cells for cells in misc):
        return tuple("SpaceAfter=No" not in cells for cells in misc)
    spaces, inside = [True] * len(words), False
    for place, word in enumerate(words):
        opens = word in "(«" or (word in "\"'" and not inside)
        if word in "\"'":
            inside = not inside
        if opens:
            spaces[place] = False
        elif place and word in _CLOSING:
            spaces[place - 1] = False
    return tuple(spaces)


_CLOSING = frozenset({",", ".", ":", ";", "!", "?", ")", "»", "%", '"', "'"})


def _name(cells: list[str]) -> str:
    return next((cell[4:] for cell in cells if cell.startswith("NER=")), "O")
