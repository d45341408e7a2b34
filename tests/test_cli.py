import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg import __version__
from kg.cli.archive import _FORMATS
from kg.export import EXPORTERS
from tests import gold_pipeline
from tests.terminal import Terminal

VISIT = "Minister Noor Zandbergen bezocht woensdag Gent."
HEAVY = ("spacy", "thinc", "torch")
PERSONS = "SELECT ?name WHERE { ?person a kg:Person ; rdfs:label ?name }"


@pytest.fixture
def kg(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(monkeypatch, capsys)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bezoek.txt"
    path.write_text(f"date: 2020-09-18\n\n{VISIT}\n", encoding="utf-8")
    return path


@pytest.fixture
def output(kg: Terminal, article: Path, tmp_path: Path) -> Path:
    assert kg("build", article, "-o", tmp_path / "out", "--pipeline", gold_pipeline.NAME).status == 0
    return tmp_path / "out"


def test_build_shows_what_it_found_and_wrote(kg: Terminal, article: Path, tmp_path: Path) -> None:
    screen = kg("build", article, "-o", tmp_path / "out", "--pipeline", gold_pipeline.NAME)

    assert screen.status == 0
    assert re.search(r"articles\W+1\b", screen.out)
    assert re.search(r"persons\W+1\b", screen.out)
    assert re.search(r"facts\W+1\b", screen.out)
    assert screen.err == ""


def test_build_says_what_it_skipped_and_ends_with_status_1(kg: Terminal, article: Path, tmp_path: Path) -> None:
    screen = kg("build", article, tmp_path / "weg", "-o", tmp_path / "out", "--pipeline", gold_pipeline.NAME)

    assert screen.status == 1
    assert screen.err == f"skipped: {tmp_path}/weg: there is no such file or folder\n"


def test_build_says_how_many_articles_have_no_date(kg: Terminal, article: Path, tmp_path: Path) -> None:
    dated = kg("build", article, "-o", tmp_path / "dated", "--pipeline", gold_pipeline.NAME)
    article.write_text(VISIT, encoding="utf-8")
    undated = kg("build", article, "-o", tmp_path / "undated", "--pipeline", gold_pipeline.NAME)

    assert "without a date" not in dated.out
    assert re.search(r"without a date\W+1\b", undated.out)


def test_a_second_build_says_what_changed(kg: Terminal, article: Path, output: Path) -> None:
    article.write_text(f"date: 2020-09-19\n\n{VISIT}\n", encoding="utf-8")

    screen = kg("build", article, "-o", output, "--pipeline", gold_pipeline.NAME)

    assert re.search(r"new\W+0\b.*changed\W+1\b.*unchanged\W+0\b.*forgotten\W+0\b", screen.out, re.DOTALL)


def test_a_build_with_sync_forgets_what_it_is_not_given(kg: Terminal, output: Path, tmp_path: Path) -> None:
    (tmp_path / "ander.txt").write_text(VISIT, encoding="utf-8")

    screen = kg("build", tmp_path / "ander.txt", "-o", output, "--pipeline", gold_pipeline.NAME, "--sync")

    assert re.search(r"articles\W+1\b.*new\W+1\b.*forgotten\W+1\b", screen.out, re.DOTALL)


def test_remove_follows_the_decisions_that_it_is_given(kg: Terminal, output: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("perhaps,person/a,person/b\n", encoding="utf-8")

    screen = kg("remove", output, "ander", "--pipeline", gold_pipeline.NAME, "--decisions", tmp_path / "mine.csv")

    assert "mine.csv: line 1: a decision is same or different" in screen.err


def test_remove_forgets_an_article_by_id_or_path(kg: Terminal, output: Path, tmp_path: Path) -> None:
    (tmp_path / "ander.txt").write_text(VISIT, encoding="utf-8")
    kg("build", tmp_path / "ander.txt", "-o", output, "--pipeline", gold_pipeline.NAME)

    screen = kg("remove", output, tmp_path / "ander.txt", "--pipeline", gold_pipeline.NAME)

    assert screen.status == 0
    assert re.search(r"articles\W+1\b.*forgotten\W+1\b", screen.out, re.DOTALL)
    assert kg("remove", output, "ander", "--pipeline", gold_pipeline.NAME).err.endswith(
        "no such article or file: ander\n"
    )


def test_build_opens_the_page_if_asked(
    kg: Terminal, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("typer.launch", opened.append)

    kg("build", article, "-o", tmp_path / "out", "--pipeline", gold_pipeline.NAME, "--open")

    assert opened == [(tmp_path / "out" / "graph.html").as_uri()]


def test_build_links_to_a_list_of_names_of_the_users_own(kg: Terminal, article: Path, tmp_path: Path) -> None:
    names = tmp_path / "personen.csv"
    names.write_text("name,iri\nNoor Zandbergen,https://example.org/noor\n", encoding="utf-8")

    screen = kg(
        "build",
        article,
        "-o",
        tmp_path / "out",
        "--pipeline",
        gold_pipeline.NAME,
        "--link",
        names,
        "--format",
        "turtle",
    )

    assert screen.status == 0
    turtle = (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8")
    assert "owl:sameAs <https://example.org/noor>" in turtle
    assert '"link=personen.csv"' in turtle


def test_an_error_is_one_line_and_status_2(kg: Terminal, tmp_path: Path) -> None:
    screen = kg("build", tmp_path / "weg", "-o", tmp_path / "out")

    assert (screen.status, screen.out) == (2, "")
    assert screen.err == f"kg: {tmp_path}/weg: there is no such file or folder: there is no article to build\n"


def test_a_name_cannot_take_over_the_terminal(kg: Terminal, tmp_path: Path) -> None:
    screen = kg("build", tmp_path / "we\x1b[2Jg", "-o", tmp_path / "out")

    assert "we\\x1b[2Jg" in screen.err


def test_a_folder_cannot_style_what_is_shown(
    kg: Terminal, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "300")

    screen = kg("build", article, "-o", tmp_path / "[" / "x]", "--pipeline", gold_pipeline.NAME, "--format", "entities")

    assert screen.status == 0
    assert "[/x]/entities.jsonl" in screen.out


def test_formats_and_base_can_be_chosen(kg: Terminal, article: Path, tmp_path: Path) -> None:
    options = ("--pipeline", gold_pipeline.NAME, "--format", "nquads", "--base", "https://krant.example/")

    kg("build", article, "-o", tmp_path / "out", *options)

    assert sorted(path.name for path in (tmp_path / "out").glob("[!.]*.*")) == ["graph.nq", "manifest.json"]
    assert "<https://krant.example/" in (tmp_path / "out" / "graph.nq").read_text(encoding="utf-8")


def test_sentences_can_be_left_out(kg: Terminal, article: Path, tmp_path: Path) -> None:
    kg("build", article, "-o", tmp_path / "out", "--pipeline", gold_pipeline.NAME, "--no-text")

    assert VISIT not in (tmp_path / "out" / "graph.nq").read_text(encoding="utf-8")


def test_persons_on_a_list_are_left_out(kg: Terminal, article: Path, tmp_path: Path) -> None:
    (tmp_path / "weg").write_text("noor zandbergen\n", encoding="utf-8")
    options = ("--pipeline", gold_pipeline.NAME, "--leave-out", tmp_path / "weg")

    screen = kg("build", article, "-o", tmp_path / "out", *options)

    assert screen.status == 0
    assert [path.name for path in (tmp_path / "out").iterdir() if b"Zandbergen" in path.read_bytes()] == []


def test_query_answers_as_a_table_csv_or_json(kg: Terminal, output: Path) -> None:
    table, as_csv, as_json = (kg("query", output, PERSONS, "--format", form).out for form in ("table", "csv", "json"))

    assert "Noor Zandbergen" in table
    assert list(csv.reader(io.StringIO(as_csv))) == [["name"], ["Noor Zandbergen"]]
    assert json.loads(as_json)["results"]["bindings"][0]["name"]["value"] == "Noor Zandbergen"


@pytest.mark.parametrize("form", ["table", "csv", "tsv", "json", "xml"])
def test_query_says_when_nothing_is_found(kg: Terminal, output: Path, form: str) -> None:
    screen = kg("query", output, "SELECT ?x { ?x a kg:Law }", "--format", form)

    assert (screen.status, screen.err) == (0, "nothing found\n")


def test_query_gives_up_after_the_time_it_is_given(kg: Terminal, output: Path) -> None:
    screen = kg("query", output, PERSONS, "--timeout", "0.01")

    assert screen.status == 2
    assert "took longer than 0.01 s" in screen.err


def test_query_lists_the_questions_that_have_a_name(kg: Terminal, output: Path) -> None:
    assert "timeline" in kg("query", output).out


@pytest.mark.parametrize(
    "given", [("--actor", "Noor Zandbergen"), ("--actor=noor zandbergen",), ("--param", "actor=Noor")]
)
def test_query_fills_in_parameters(kg: Terminal, output: Path, given: tuple[str, ...]) -> None:
    screen = kg("query", output, "timeline", *given, "--format", "csv")

    assert screen.status == 0
    assert len(screen.out.splitlines()) == 2


@pytest.mark.parametrize(
    "arguments",
    [("SELECT",), ("weg",), ("timeline", "--param", "actor"), ("timeline", "noor"), ("timeline", "--actor", "Nora")],
)
def test_a_bad_question_is_one_line_and_status_2(kg: Terminal, output: Path, arguments: tuple[str, ...]) -> None:
    screen = kg("query", output, *arguments)

    assert (screen.status, screen.out, len(screen.err.splitlines())) == (2, "", 1)


def test_query_and_check_of_a_folder_without_graph_are_one_line(kg: Terminal, tmp_path: Path) -> None:
    for screen in (kg("query", tmp_path, PERSONS), kg("check", tmp_path)):
        assert (screen.status, len(screen.err.splitlines())) == (2, 1)


def test_check_finds_no_violation_in_what_build_wrote(kg: Terminal, output: Path) -> None:
    screen = kg("check", output)

    assert screen.status == 0
    assert "things checked" in screen.out


def test_languages_tells_which_language_has_a_pipeline(kg: Terminal) -> None:
    told = kg("languages").out.splitlines()

    assert "nl  Nederlands (Dutch): ships with kg" in told
    assert [line for line in told if line.startswith("en  English (English): ")]


def test_version_is_that_of_the_package(kg: Terminal) -> None:
    assert kg("--version").out == f"kg {__version__}\n"


@pytest.mark.parametrize("command", ["build", "query", "check", "train", "languages"])
def test_every_command_has_help(kg: Terminal, command: str) -> None:
    screen = kg(command, "--help")

    assert screen.status == 0
    assert "Usage" in screen.out


def test_train_without_treebank_is_one_line(kg: Terminal, tmp_path: Path) -> None:
    screen = kg("train", "nl", "--treebank", tmp_path, "-o", tmp_path / "out")

    assert (screen.status, len(screen.err.splitlines())) == (2, 1)


def test_an_interrupt_ends_quietly(
    kg: Terminal, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kg.pipeline.discover", interrupt)

    screen = kg("build", article, "-o", tmp_path / "out")

    assert (screen.status, screen.err.strip()) == (130, "")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("arguments", [["--help"], ["query", "OUTPUT", PERSONS], ["check", "OUTPUT"]])
def test_commands_that_need_no_pipeline_do_not_import_spacy(output: Path, arguments: list[str]) -> None:
    program = (
        "import sys, kg.cli\n"
        "try: kg.cli.main()\n"
        f"except SystemExit: sys.exit(' '.join(name for name in {HEAVY} if name in sys.modules) or None)"
    )
    given = [str(output) if argument == "OUTPUT" else argument for argument in arguments]

    ended = subprocess.run([sys.executable, "-c", program, *given], check=False, capture_output=True, text=True)

    assert (ended.returncode, ended.stderr) == (0, "")


def test_python_m_kg_is_the_command() -> None:
    ended = subprocess.run([sys.executable, "-m", "kg", "--version"], check=True, capture_output=True, text=True)

    assert ended.stdout == f"kg {__version__}\n"


def test_the_command_runs_where_the_terminal_knows_no_unicode(article: Path, tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "kg", "build", str(tmp_path / "café"), "-o", str(tmp_path / "out")],
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        check=False,
        capture_output=True,
        text=True,
    )

    assert (ended.returncode, len(ended.stderr.splitlines())) == (2, 1)


def test_help_names_every_format_and_those_that_are_not_written_unasked() -> None:
    assert _FORMATS.split(", ") == list(EXPORTERS)
    assert {name for name, exporter in EXPORTERS.items() if not exporter.by_default} == {"nquads-gz", "parts", "rdf12"}
