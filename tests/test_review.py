"""`kg review`: who is who, asked and decided."""

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kg.cli import app
from kg.decisions import read_decisions
from kg.errors import KgError
from kg.export import EXPORTERS, Options
from kg.model import Decision, Verdict
from kg.review import open_review
from tests.corpus import FORMER, PAIR, small_graph

FORMATS = ("review", "entities", "former-ids")
OTHERS = ("organisation/groen-kanaal-2b2b2b2b", "organisation/havenbouw-1a1a1a1a")


@pytest.fixture
def output(tmp_path: Path) -> Path:
    for name in FORMATS:
        EXPORTERS[name].write(small_graph(), tmp_path / EXPORTERS[name].filename, Options())
    return tmp_path


def review(output: Path, *arguments: str, answers: str = "") -> Result:
    return CliRunner().invoke(app, ["review", str(output), *arguments], input=answers, catch_exceptions=False)


def decided(output: Path) -> list[tuple[Verdict, str, str]]:
    return [(each.verdict, each.one, each.other) for each in read_decisions(output / "decisions.csv")]


def test_without_a_terminal_pairs_are_listed_and_nobody_is_asked(output: Path) -> None:
    shown = review(output)

    assert "Joris Plaatsman" in shown.stdout
    assert "Noor Zandbergen bezocht gisteren Havenbouw" in shown.stdout
    assert not (output / "decisions.csv").exists()


def test_the_reasons_and_the_likelihood_of_a_pair_are_shown(output: Path) -> None:
    assert "0.60  same function: wethouder" in review(output, "--list").stdout


def test_a_list_comes_as_json(output: Path) -> None:
    [pair] = json.loads(review(output, "--list", "--format", "json").stdout)

    assert (pair["one"]["id"], pair["other"]["id"]) == (PAIR.one, PAIR.other)


def test_a_list_as_csv_is_a_file_of_decisions_once_filled_in(output: Path) -> None:
    sheet = review(output, "--list", "--format", "csv").stdout

    (output / "decisions.csv").write_text(sheet.replace("\n,person", "\nsame,person"), encoding="utf-8")

    assert decided(output) == [(Verdict.SAME, PAIR.one, PAIR.other)]
    assert next(csv.DictReader(sheet.splitlines()))["one_label"] == "Joris Plaatsman"


@pytest.mark.parametrize(("answer", "verdict"), [("s", Verdict.SAME), ("d", Verdict.DIFFERENT)])
def test_an_answer_is_a_decision(output: Path, answer: str, verdict: Verdict) -> None:
    review(output, "--ask", answers=f"{answer}\n")

    assert decided(output) == [(verdict, PAIR.one, PAIR.other)]


def test_words_behind_an_answer_are_its_note(output: Path) -> None:
    review(output, "--ask", "--by", "desk", answers="s both on the council\n")

    [decision] = read_decisions(output / "decisions.csv")

    assert (decision.note, decision.by) == ("both on the council", "desk")


def test_a_pair_is_skipped(output: Path) -> None:
    review(output, "--ask", answers="k\n")

    assert not (output / "decisions.csv").exists()


def test_an_answer_is_undone_and_asked_anew(output: Path) -> None:
    add_pair(output)

    review(output, "--ask", answers="s\nu\nd\nq\n")

    assert decided(output) == [(Verdict.DIFFERENT, PAIR.one, PAIR.other)]


def add_pair(output: Path) -> None:
    """Add a pair to those in doubt."""
    path = output / "review.jsonl"
    row = json.loads(path.read_text(encoding="utf-8"))
    for side, other in zip(("one", "other"), OTHERS, strict=True):
        row[side]["id"] = other
    with path.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(row) + "\n")


def test_an_answer_that_means_nothing_is_asked_again(output: Path) -> None:
    shown = review(output, "--ask", answers="maybe\ns\n")

    assert "s is same" in shown.stderr
    assert len(decided(output)) == 1


def test_the_end_of_the_input_ends_the_talk(output: Path) -> None:
    assert review(output, "--ask", answers="").exit_code == 0


def test_what_is_decided_is_not_asked_again(output: Path) -> None:
    review(output, "--same", PAIR.other, PAIR.one)

    assert json.loads(review(output, "--list", "--format", "json").stdout) == []


def test_a_script_decides_with_a_note_and_a_name(output: Path) -> None:
    review(output, "--different", PAIR.one, PAIR.other, "--note", "two towns", "--by", "desk")

    [decision] = read_decisions(output / "decisions.csv")

    assert (decision.verdict, decision.note, decision.by) == (Verdict.DIFFERENT, "two towns", "desk")


def test_a_script_decides_on_a_former_id(output: Path) -> None:
    review(output, "--different", FORMER.id, FORMER.now[0])

    assert decided(output) == [(Verdict.DIFFERENT, FORMER.id, FORMER.now[0])]


def test_a_script_undoes(output: Path) -> None:
    review(output, "--same", PAIR.one, PAIR.other)

    shown = review(output, "--undo", PAIR.other, PAIR.one)

    assert decided(output) == []
    assert f"undone: nothing is decided of {PAIR.other} and {PAIR.one} any more" in shown.output
    assert "now `kg build` again, and the graph follows them" in shown.output


def test_undoing_what_nobody_decided_is_an_error(output: Path) -> None:
    with pytest.raises(KgError, match="nothing is decided of these two"):
        review(output, "--undo", PAIR.one, PAIR.other)


def test_an_id_that_the_build_does_not_know_is_an_error(output: Path) -> None:
    with pytest.raises(KgError, match="person/nobody-1: no entity of this build has or had this id"):
        review(output, "--same", PAIR.one, "person/nobody-1")


def test_a_part_of_an_id_is_none(output: Path) -> None:
    with pytest.raises(KgError, match="no entity of this build has or had this id"):
        review(output, "--same", PAIR.one, PAIR.other[:-1])


def test_decisions_on_ids_that_the_build_does_not_know_are_one_line(output: Path) -> None:
    lines = [f"same,person/gone-{number},person/lost-{number},," for number in (1, 2)]
    lines += [f"different,{FORMER.id},{PAIR.one},,"]
    (output / "decisions.csv").write_text("\n".join(lines), encoding="utf-8")

    shown = review(output, "--list")

    assert shown.stderr.splitlines()[0] == (
        f"warning: {output}/decisions.csv: 2 decisions on ids that no entity of this build has or had, "
        "as person/gone-1 and person/lost-1"
    )


def test_tables_that_kg_did_not_write_are_one_error(output: Path) -> None:
    (output / "entities.jsonl").write_text("[]\n", encoding="utf-8")

    with pytest.raises(KgError, match="holds no tables of entities that kg wrote"):
        review(output, "--same", PAIR.one, PAIR.other[:-1])


def test_two_who_review_at_once_lose_nothing_of_each_other(output: Path) -> None:
    mine, theirs = open_review(output), open_review(output)

    theirs.decided(Decision(Verdict.DIFFERENT, *OTHERS))
    mine.decided(Decision(Verdict.SAME, PAIR.one, PAIR.other))

    assert decided(output) == [(Verdict.DIFFERENT, *OTHERS), (Verdict.SAME, PAIR.one, PAIR.other)]


def test_decisions_may_stand_elsewhere(output: Path, tmp_path: Path) -> None:
    review(output, "--same", PAIR.one, PAIR.other, "--decisions", str(tmp_path / "mine.csv"))

    assert len(read_decisions(tmp_path / "mine.csv")) == 1


def test_a_folder_without_a_list_of_pairs_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(KgError, match=r"holds no review\.jsonl; build it anew"):
        review(tmp_path)


def test_a_list_that_kg_did_not_write_is_one_error(output: Path) -> None:
    (output / "review.jsonl").write_text('{"one": 1}\n', encoding="utf-8")

    with pytest.raises(KgError, match="is no list of pairs that kg wrote"):
        review(output)


def test_control_characters_of_an_article_do_nothing_to_a_terminal(output: Path) -> None:
    path = output / "review.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace("Plaatsman", r"\u001b[2J"), encoding="utf-8")

    assert "\x1b" not in review(output).stdout


def test_a_talk_in_which_nothing_is_decided_asks_for_no_build(output: Path) -> None:
    skipped = review(output, "--ask", answers="q\n")
    decided = review(output, "--ask", answers="d\nq\n")

    assert "kg build" not in skipped.stderr
    assert "now `kg build` again" in decided.stderr
