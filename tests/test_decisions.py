"""The file of decisions."""

import json
import os
from pathlib import Path

import pytest

from kg.decisions import FILE, decide, decisions_for, read_decisions, undo
from kg.errors import DecisionError, OutputError
from kg.model import Decision, Verdict
from kg.pipeline import build
from tests import gold_pipeline

HEADER = "decision,one,other,note,by\n"
SAME = Decision(Verdict.SAME, "person/a-1", "person/b-2", "one street", "desk")
DIFFERENT = Decision(Verdict.DIFFERENT, "person/c-3", "person/d-4")


def read(path: Path, text: str) -> tuple[Decision, ...]:
    path.write_text(text, encoding="utf-8")
    return read_decisions(path)


def test_a_line_tells_what_is_decided_why_and_by_whom(tmp_path: Path) -> None:
    assert read(tmp_path / "d.csv", f"{HEADER}same,person/a-1,person/b-2,one street,desk\n") == (SAME,)


def test_note_and_name_may_be_missing(tmp_path: Path) -> None:
    assert read(tmp_path / "d.csv", "different,person/c-3,person/d-4\n") == (DIFFERENT,)


def test_a_spreadsheet_may_save_it_with_semicolons_and_a_byte_order_mark(tmp_path: Path) -> None:
    text = "\ufeff" + f"{HEADER}same,person/a-1,person/b-2,one street,desk\n".replace(",", ";")

    assert read(tmp_path / "d.csv", text) == (SAME,)


def test_a_line_without_a_verdict_decides_nothing(tmp_path: Path) -> None:
    assert read(tmp_path / "d.csv", f"{HEADER},person/a-1,person/b-2,,,0.6,initials\n\n") == ()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("equal,person/a-1,person/b-2", "line 2: a decision is same or different, not 'equal'"),
        ("same,person/a-1", "line 2: decision,one,other,note,by is expected, not 2 columns"),
        ("same,person/a-1,", "line 2: an id is missing"),
        ("same,person/a-1,person/a-1", "line 2: both ids are person/a-1"),
        ('same,"person/a-1', "is no CSV"),
    ],
)
def test_a_line_that_is_no_decision_is_told_with_its_number(tmp_path: Path, line: str, reason: str) -> None:
    with pytest.raises(DecisionError, match=reason):
        read(tmp_path / "d.csv", f"{HEADER}{line}\n")


def test_a_decision_against_two_others_is_told_with_its_number(tmp_path: Path) -> None:
    chain = "same,a,b\nsame,b,c\ndifferent,c,a\n"

    with pytest.raises(DecisionError, match="line 4: c and a are different here, and other lines make them the same"):
        read(tmp_path / "d.csv", HEADER + chain)


def test_bytes_that_are_no_text_are_one_error(tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_bytes(b"same,\xff\xfe")

    with pytest.raises(DecisionError, match=r"it is no UTF-8"):
        read_decisions(tmp_path / "d.csv")


def test_what_is_decided_is_read_again(tmp_path: Path) -> None:
    decide(tmp_path / "d.csv", SAME)

    assert decide(tmp_path / "d.csv", DIFFERENT) == read_decisions(tmp_path / "d.csv") == (SAME, DIFFERENT)


def test_a_note_is_no_formula_in_a_spreadsheet(tmp_path: Path) -> None:
    decide(tmp_path / "d.csv", Decision(Verdict.SAME, "a", "b", "=1+1"))

    assert "'=1+1" in (tmp_path / "d.csv").read_text(encoding="utf-8")


def test_a_decision_on_one_alone_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(DecisionError, match="person/a-1: both ids are the same"):
        decide(tmp_path / FILE, Decision(Verdict.SAME, "person/a-1", "person/a-1"))

    assert not (tmp_path / FILE).exists()


def test_a_contradiction_is_not_written(tmp_path: Path) -> None:
    chain = f"{HEADER}same,a,b\nsame,b,c\n"
    (tmp_path / "d.csv").write_text(chain, encoding="utf-8")

    with pytest.raises(DecisionError, match="line 4: c and a are different here"):
        decide(tmp_path / "d.csv", Decision(Verdict.DIFFERENT, "c", "a"))

    assert (tmp_path / "d.csv").read_text(encoding="utf-8") == chain


def test_a_file_that_cannot_be_written_is_one_error(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        decide(tmp_path / "missing" / "d.csv", SAME)


def test_a_second_decision_on_a_pair_takes_the_place_of_the_first(tmp_path: Path) -> None:
    for decision in (SAME, DIFFERENT):
        decide(tmp_path / "d.csv", decision)

    found = decide(tmp_path / "d.csv", Decision(Verdict.DIFFERENT, SAME.other, SAME.one))

    assert found == (Decision(Verdict.DIFFERENT, SAME.one, SAME.other), DIFFERENT)


def test_a_decision_is_undone_in_either_order(tmp_path: Path) -> None:
    for decision in (SAME, DIFFERENT):
        decide(tmp_path / "d.csv", decision)

    assert undo(tmp_path / "d.csv", SAME.other, SAME.one) == (DIFFERENT,)


WORKSHEET = (
    '\ufeff"decision";one;other;note;by;likelihood;reasons\r\n'
    ";person/a-1;person/b-2;;;0.6;one street\r\n"
    'same; person/c-3;person/d-4;"two\r\nlines";;0.5; "as it stands"\r\n'
    ";person/e-5;person/f-6;ask again;;0.4;"
)


@pytest.fixture
def worksheet(tmp_path: Path) -> Path:
    """Return the list of a review, half filled in, as a spreadsheet saved it."""
    (tmp_path / "d.csv").write_bytes(WORKSHEET.encode())
    return tmp_path / "d.csv"


def test_a_decision_changes_its_row_of_a_worksheet_and_nothing_else(worksheet: Path) -> None:
    decide(worksheet, Decision(Verdict.DIFFERENT, "person/b-2", "person/a-1", "two towns", "desk"))

    row = "different;person/a-1;person/b-2;two towns;desk;0.6;one street\r\n"
    assert worksheet.read_bytes().decode() == WORKSHEET.replace(";person/a-1;person/b-2;;;0.6;one street\r\n", row)


def test_a_decision_on_another_pair_comes_behind_a_worksheet(worksheet: Path) -> None:
    decide(worksheet, Decision(Verdict.SAME, "g", "h"))

    assert worksheet.read_bytes().decode() == f"{WORKSHEET}\r\nsame;g;h;;\r\n"


def test_what_is_undone_leaves_the_row_of_a_worksheet(worksheet: Path) -> None:
    decide(worksheet, SAME)

    undo(worksheet, SAME.one, SAME.other)

    assert worksheet.read_bytes().decode() == WORKSHEET


def test_a_semicolon_in_a_note_parts_no_columns(tmp_path: Path) -> None:
    [decision] = read(tmp_path / "d.csv", "same,person/a-1,person/b-2,one street; one house\n")

    assert decision.note == "one street; one house"


def test_a_decision_is_on_the_disk_before_it_takes_the_place_of_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_: int) -> None:
        raise OSError(5, "Input/output error")

    decide(tmp_path / "d.csv", SAME)
    monkeypatch.setattr(os, "fsync", stop)

    with pytest.raises(OutputError):
        decide(tmp_path / "d.csv", DIFFERENT)

    assert read_decisions(tmp_path / "d.csv") == (SAME,)
    assert [path.name for path in tmp_path.iterdir()] == ["d.csv"]


def test_a_folder_without_decisions_has_none(tmp_path: Path) -> None:
    assert decisions_for(tmp_path) == ()


def test_a_file_that_is_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(DecisionError, match="cannot be read"):
        decisions_for(tmp_path, tmp_path / "mine.csv")


@pytest.fixture
def two_articles(tmp_path: Path) -> Path:
    """Return a folder with two articles that name two people."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text("Minister Noor Zandbergen bezocht woensdag Gent.", encoding="utf-8")
    (folder / "b.txt").write_text("Volgens burgemeester Ans Bakker komt het geld niet.", encoding="utf-8")
    return folder


def people(output: Path) -> dict[str, str]:
    rows = map(json.loads, (output / "entities.jsonl").read_text(encoding="utf-8").splitlines())
    return {row["label"]: row["id"] for row in rows if row["type"] == "Person"}


def test_a_build_follows_the_decisions_in_its_folder_and_leaves_the_file_alone(
    two_articles: Path, tmp_path: Path
) -> None:
    output = tmp_path / "out"
    build([two_articles], output, pipeline=gold_pipeline.NAME)
    before = people(output)
    decision = f"{HEADER}same,{','.join(before.values())},één persoon,mijn krant\n"
    (output / FILE).write_text(decision, encoding="utf-8")

    build([two_articles], output, pipeline=gold_pipeline.NAME)

    assert len(before) == 2
    assert len(people(output)) == 1
    assert (output / FILE).read_text(encoding="utf-8") == decision


def test_a_build_without_the_decision_is_as_if_there_had_been_none(two_articles: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    build([two_articles], output, pipeline=gold_pipeline.NAME)
    before = {path.name: path.read_bytes() for path in output.iterdir() if path.is_file()}
    decide(output / FILE, Decision(Verdict.SAME, *people(output).values()))
    build([two_articles], output, pipeline=gold_pipeline.NAME)

    (output / FILE).unlink()
    build([two_articles], output, pipeline=gold_pipeline.NAME)

    assert {path.name: path.read_bytes() for path in output.iterdir() if path.is_file()} == before


def test_decisions_that_cannot_be_read_leave_the_folder_as_it_was(two_articles: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    build([two_articles], output, pipeline=gold_pipeline.NAME)
    before = people(output)
    (output / FILE).write_text("equal,a,b\n", encoding="utf-8")

    with pytest.raises(DecisionError, match="line 1: a decision is same or different"):
        build([two_articles], output, pipeline=gold_pipeline.NAME)

    assert people(output) == before
