"""Decisions of who is who, kept in a CSV file that people read and edit, and that no build changes.

    decision,one,other,note,by
    same,person/j-de-vries-1a2b3c4d,person/jan-de-vries-5e6f7a8b,same street in both,redactie
    different,person/jan-smit-0a1b2c3d,person/jan-smit-4e5f6a7b,the minister and the singer,redactie

Ids are those of any build of the same articles or a part of them. A pair stands in one line, in either order. A line
whose first cell is empty decides nothing, and more columns say nothing.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from pathlib import Path

from networkx.utils import UnionFind

from kg.characters import safe_cell, writable
from kg.errors import DecisionError
from kg.model import Decision, Verdict
from kg.staging import told_as_output_error

FILE = "decisions.csv"
"""Name of the file that a build takes from its output folder, if it is there."""
COLUMNS = ("decision", "one", "other", "note", "by")
_NEEDED = 3
"""Columns that no line may leave empty."""
_NEW = ".new"
_LARGEST = 100_000_000
"""Bytes; nobody decides so much."""


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """Return the decisions in a file, in its order; commas or semicolons may part the columns.

    Raises:
        DecisionError: it cannot be read, a line is no decision, or two contradict each other; it names the line.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise DecisionError(f"is larger than {_LARGEST} bytes", where=path)
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise DecisionError(f"cannot be read: {error.strerror}", where=path) from error
    except UnicodeDecodeError as error:
        raise DecisionError("cannot be read: it is no UTF-8", where=path) from error
    try:
        numbered = tuple(_numbered(text))
        _refuse_contradictions(numbered)
    except DecisionError as error:
        raise DecisionError(error.message, where=f"{path}: {error.where}") from None
    return tuple(decision for _, decision in numbered)


def decisions_for(output: Path, given: str | Path = "") -> tuple[Decision, ...]:
    """Return the decisions in the file given, or else in that of an output folder; none where that has none.

    Raises:
        DecisionError: see `read_decisions`.
    """
    path = Path(given) if given else output / FILE
    return read_decisions(path) if given or path.is_file() else ()


def write_decisions(path: Path, decisions: Iterable[Decision]) -> None:
    """Write decisions to a file, which is there whole or as it was.

    Raises:
        DecisionError: two contradict each other.
        OutputError: it cannot be written.
    """
    kept = tuple(decisions)
    _refuse_contradictions(list(enumerate(kept, start=2)))
    sheet = StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in kept:
        writer.writerow((one.verdict.value, one.one, one.other, safe_cell(one.note), safe_cell(one.by)))
    aside = path.with_name(path.name + _NEW)
    with told_as_output_error(path):
        aside.write_text(writable(sheet.getvalue()), encoding="utf-8", newline="\n")
        aside.replace(path)


def decide(decisions: Sequence[Decision], decision: Decision) -> tuple[Decision, ...]:
    """Return decisions with one more, which takes the place of any other on the same pair."""
    return (*undo(decisions, decision.one, decision.other), decision)


def undo(decisions: Sequence[Decision], one: str, other: str) -> tuple[Decision, ...]:
    """Return decisions without those on a pair."""
    return tuple(decision for decision in decisions if {decision.one, decision.other} != {one, other})


def _numbered(text: str) -> Iterator[tuple[int, Decision]]:
    """Yield each decision with the number of its line."""
    header = text.partition("\n")[0]
    rows = csv.reader(StringIO(text, newline=""), delimiter=";" if ";" in header else ",", strict=True)
    try:
        for row in rows:
            cells = [cell.strip() for cell in row]
            is_header = rows.line_num == 1 and cells[: len(COLUMNS)] == list(COLUMNS)
            if cells and cells[0] and not is_header:
                yield rows.line_num, _decision(cells, rows.line_num)
    except csv.Error as error:
        raise DecisionError(f"is no CSV: {error}", where=f"line {rows.line_num}") from error


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
