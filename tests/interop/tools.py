"""How tools of other people are called; one that is not installed is a skip here, and a failure in CI."""

import importlib
import os
import shutil
import subprocess
from types import ModuleType
from typing import Any

import pytest


def missing(what: str) -> None:
    """Skip a test for want of a tool; fail it in CI."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is not installed")
    pytest.skip(f"{what} is not installed")


def module(name: str) -> ModuleType:
    try:
        return importlib.import_module(name)
    except ImportError:
        missing(name)
        raise


def run(program: str, *arguments: object, **options: Any) -> subprocess.CompletedProcess[str]:
    """Return what a program printed; AssertionError if it failed."""
    if not shutil.which(program):
        missing(program)
    done = subprocess.run(
        [program, *map(str, arguments)], capture_output=True, text=True, encoding="utf-8", check=False, **options
    )
    assert done.returncode == 0, done.stderr
    return done
