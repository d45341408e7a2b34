"""Every command of the README does what the README says."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONSOLE = re.findall(r"```console\n(.*?)```", README, re.DOTALL)


def commands(block: str) -> list[tuple[str, str]]:
    """Return the commands of a console block, each with the output that the README shows for it."""
    found = re.findall(r"^\$ (.*)\n((?:[^$\n].*\n|\n)*)", block, re.MULTILINE)
    return [(command, shown.rstrip()) for command, shown in found]


SHOWN = [shown for block in CONSOLE for shown in commands(block)]


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the seeds in it, as a user's clone has."""
    folder = tmp_path_factory.mktemp("clone")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    return folder


@pytest.mark.quality
def test_commands_of_the_readme_give_the_output_that_it_shows(clone: Path) -> None:
    outcomes = [(command, without_numbers(run(command, clone))) for command, _ in SHOWN]

    assert outcomes == [(command, without_numbers(shown)) for command, shown in SHOWN]
    assert outcomes


def without_numbers(output: str) -> list[str]:
    """Return the lines with sizes and counts folded: they change with every release, and rows of equal count swap."""
    return sorted(re.sub(r"\s+", " ", re.sub(r"\b\d+(\.\d+)? ([kM]?B)?", "# ", line)) for line in output.splitlines())


def run(command: str, folder: Path) -> str:
    """Return what a command prints to standard output; AssertionError if it fails."""
    program, *arguments = shlex.split(command)
    assert program == "kg"
    done = subprocess.run(
        [sys.executable, "-m", "kg", *arguments],
        cwd=folder,
        env={**os.environ, "COLUMNS": "100", "TERM": "dumb"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return "\n".join(line.rstrip() for line in done.stdout.splitlines()).rstrip()


def test_readme_names_files_that_exist() -> None:
    named = re.findall(r"\]\(([^)#:]+)\)", README)

    assert [path for path in named if not (ROOT / path).exists()] == []
    assert named


def test_set_up_and_test_commands_stand_in_the_readme_for_ci_too() -> None:
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    [test_command] = re.findall(r"\.venv/bin/(pytest.*)$", README, re.MULTILINE)

    assert f"-m {test_command}" in ci
