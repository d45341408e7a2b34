"""The command line as a person meets it, run in this process."""

import sys
from dataclasses import dataclass

import pytest

from kg.cli import main


@dataclass(frozen=True, slots=True)
class Screen:
    """What a command left behind."""

    status: int
    out: str
    err: str


class Terminal:
    """Runs `kg` with arguments."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def __call__(self, *arguments: object) -> Screen:
        """Return the status and what was printed; an error that is no `KgError` comes through."""
        self._monkeypatch.setattr(sys, "argv", ["kg", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        printed = self._capsys.readouterr()
        return Screen(int(ended.value.code or 0), printed.out, printed.err)
