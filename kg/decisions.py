"""Decisions of who is who, kept in a CSV file that people read and edit, and that no build changes.

    decision,one,other,note,by
    same,person/j-de-vries-1a2b3c4d,person/jan-de-vries-5e6f7a8b,same street in both,redactie
    different,person/jan-smit-0a1b2c3d,person/jan-smit-4e5f6a7b,the minister and the singer,redactie

Ids are those of any build of the same articles or a part of them. A pair stands in one line, in either order. A line
whose first cell is empty decides nothing, and more columns say nothing. Whoever decides one pair changes its line only.
"""

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from networkx.utils import UnionFind

from kg.characters import safe_cell, writable
from kg.errors import DecisionError
from kg.model import Decision, Verdict
from kg.staging import told_as_output_error
from kg.work.files import written_aside

FILE = "decisions.csv"
"""Name of the file that a build takes from its output folder, if it is there."""
COLUMNS = ("decision", "one", "other", "note", "by")
_NEEDED = 3
"""Columns that no line may leave empty."""
_LARGEST = 100_000_000
"""Bytes; nobody decides so much."""
_MARK = "\ufeff"
"""The byte order mark that spreadsheets write in front."""
_SEMICOLONS = re.compile(r'\s*"?\w*"?[ \t]*;')
"""How a file begins whose columns semicolons part: with a word, or an empty cell, and one behind it."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the file."""

    text: str
    """As it stands, with its end of line."""
    cells: tuple[str, ...]
    number: int
    """Of its last line."""

    @property
    def pair(self) -> frozenset[str]:
        """Return the two ids, if they are there."""
        return frozenset(self.cells[1:_NEEDED])


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """Return the decisions in a file, in its order; commas or semicolons may part the columns.

    Raises:
        DecisionError: it cannot be read, a line is no decision, or two contradict each other; it names the line.
    """
    return _decisions(_read(path), path)


def decisions_for(output: Path, given: str | Path = "") -> tuple[Decision, ...]:
    """Return the decisions in the file given, or else in that of an output folder; none where that has none.

    Raises:
        DecisionError: see `read_decisions`.
    """
    path = Path(given) if given else output / FILE
    return read_decisions(path) if given or path.is_file() else ()


def decide(path: Path, decision: Decision) -> tuple[Decision, ...]:
    """Write a decision to a file, in place of any other on the same pair, and return all that are there then.

    All other rows, and what other columns say of this pair, stay as they stand. The file is whole or as it was.

    Raises:
        DecisionError: it contradicts another one, is on one id alone, or the file cannot be read.
        OutputError: it cannot be written.
    """
    if decision.one == decision.other:
        raise DecisionError("both ids are the same", where=decision.one)
    text = (_read(path) if path.is_file() else "") or ",".join(COLUMNS) + "\n"
    told = (safe_cell(decision.note), safe_cell(decision.by))
    asked = (decision.verdict.value, writable(decision.one), writable(decision.other), *told)
    rows = _rows(text)
    places = [row.number for row in rows if row.pair == {decision.one, decision.other}]

    def changed(row: _Row) -> str:
        if row.number != places[0]:
            return _cleared(row, text)
        return _line((decision.verdict.value, *row.cells[1:_NEEDED], *told, *row.cells[len(COLUMNS) :]), text)

    new = _changed(rows, places, changed)
    return _write(path, new if places else f"{_ended(new, text)}{_line(asked, text)}")


def undo(path: Path, one: str, other: str) -> tuple[Decision, ...]:
    """Remove the decisions on a pair from a file, and return all that are left; the rest stays as it stands.

    Raises:
        DecisionError: there is none, or the file cannot be read.
        OutputError: it cannot be written.
    """
    text = _read(path) if path.is_file() else ""
    rows = _rows(text)
    places = [row.number for row in rows if row.cells[:1] != ("",) and row.pair == {one, other}]
    if not places:
        raise DecisionError("nothing is decided of these two", where=f"{one} and {other}")
    return _write(path, _changed(rows, places, lambda row: _cleared(row, text)))


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > _LARGEST:
            raise DecisionError(f"is larger than {_LARGEST} bytes", where=path)
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise DecisionError(f"cannot be read: {error.strerror}", where=path) from error
    except UnicodeDecodeError as error:
        raise DecisionError("cannot be read: it is no UTF-8", where=path) from error


def _write(path: Path, text: str) -> tuple[Decision, ...]:
    decisions = _decisions(text, path)
    with told_as_output_error(path), written_aside(path) as aside:
        aside.write_bytes(text.encode("utf-8"))
    return decisions


def _changed(rows: Sequence[_Row], places: Sequence[int], change: Callable[[_Row], str]) -> str:
    """Return the text of a file with the rows at these numbers changed."""
    return "".join(change(row) if row.number in places else row.text for row in rows)


def _cleared(row: _Row, text: str) -> str:
    """Return what is left of a row once nothing is decided: nothing, unless other columns tell of the pair."""
    others = row.cells[len(COLUMNS) :]
    return _line(("", *row.cells[1:_NEEDED], "", "", *others), text) if others else ""


def _line(cells: Sequence[str], text: str) -> str:
    """Return a row as those of a file are written."""
    sheet = StringIO(newline="")
    csv.writer(sheet, delimiter=_delimiter(text), lineterminator=_end(text)).writerow(cells)
    return sheet.getvalue()


def _ended(text: str, like: str) -> str:
    return text if text.endswith(("\n", "\r")) else text + _end(like)


def _end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _delimiter(text: str) -> str:
    return ";" if _SEMICOLONS.match(text.removeprefix(_MARK)) else ","


def _decisions(text: str, path: Path) -> tuple[Decision, ...]:
    try:
        numbered = tuple(_numbered(text))
        _refuse_contradictions(numbered)
    except DecisionError as error:
        raise DecisionError(error.message, where=f"{path}: {error.where}") from None
    return tuple(decision for _, decision in numbered)


def _numbered(text: str) -> Iterator[tuple[int, Decision]]:
    """Yield each decision with the number of its line."""
    for row in _rows(text):
        is_header = row.number == 1 and row.cells[: len(COLUMNS)] == COLUMNS
        if row.cells and row.cells[0] and not is_header:
            yield row.number, _decision(row.cells, row.number)


def _rows(text: str) -> tuple[_Row, ...]:
    lines = list(StringIO(text, newline=""))
    plain = (line.removeprefix(_MARK) for line in lines)
    reader = csv.reader(plain, delimiter=_delimiter(text), strict=True)
    rows: list[_Row] = []
    start = 0
    try:
        for cells in reader:
            raw = "".join(lines[start : reader.line_num])
            rows.append(_Row(raw, tuple(cell.strip() for cell in cells), reader.line_num))
            start = reader.line_num
    except csv.Error as error:
        raise DecisionError(f"is no CSV: {error}", where=f"line {reader.line_num}") from error
    return tuple(rows)


def _decision(cells: Sequence[str], line: int) -> Decision:
    where = f"line {line}"
    if len(cells) < _NEEDED:
        raise DecisionError(f"{','.join(COLUMNS)} is expected, not {len(cells)} columns", where=where)
    verdict, one, other, note, by = (*cells[: len(COLUMNS)], "", "")[: len(COLUMNS)]
    if verdict not in set(Verdict):
        raise DecisionError(f"a decision is {' or '.join(Verdict)}, not {verdict!r}", where=where)
    if not one or not other:
        raise DecisionError("an id is missing", where=where)
    if one == other:
        raise DecisionError(f"both ids are {one}", where=where)
    return Decision(Verdict(verdict), one, other, note, by)


def _refuse_contradictions(numbered: Sequence[tuple[int, Decision]]) -> None:
    same: UnionFind[str] = UnionFind()
    for _, decision in numbered:
        if decision.verdict is Verdict.SAME:
            same.union(decision.one, decision.other)
    for line, decision in numbered:
        if decision.verdict is Verdict.DIFFERENT and same[decision.one] == same[decision.other]:
            raise DecisionError(
                f"{decision.one} and {decision.other} are different here, and other lines make them the same",
                where=f"line {line}",
            )
