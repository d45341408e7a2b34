"""What the command line shows while a build goes on."""

import re
from time import sleep

import pytest

from kg.pipeline import Progress
from kg.terminal import progress_bar


def test_the_bar_shows_how_fast_it_goes_and_how_long_it_will_take(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "140")

    with progress_bar() as progress:
        for done in range(0, 60, 10):
            progress(Progress("extract", done, 500_000))
            sleep(0.1)

    shown = re.sub(r"\x1b\[[^A-Za-z]*[A-Za-z]", "", capsys.readouterr().err)
    assert re.search(r"50/500000 \d+\.\d/s 0:00:\d\d left \d+:\d\d:\d\d", shown)


def test_a_bar_that_nobody_sees_is_not_drawn(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("FORCE_COLOR", raising=False)

    with progress_bar() as progress:
        progress(Progress("extract", 1, 2))

    assert capsys.readouterr().err == ""
