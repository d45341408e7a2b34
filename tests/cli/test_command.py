"""The command as such: help, version, and what it imports."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg import __version__
from tests.asking import PERSONS
from tests.terminal import Terminal

HEAVY = ("spacy", "thinc", "torch")


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


def test_the_help_of_remove_promises_nothing_that_only_a_build_does(kg: Terminal) -> None:
    told = " ".join(kg("remove", "--help").out.split())

    assert "As in the build, if it had one." in told
    assert "--no-text" not in told
    assert "Later builds" not in told


def test_train_without_treebank_is_one_line(kg: Terminal, tmp_path: Path) -> None:
    screen = kg("train", "nl", "--treebank", tmp_path, "-o", tmp_path / "out")

    assert (screen.status, len(screen.err.splitlines())) == (2, 1)


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
