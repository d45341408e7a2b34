"""The wheel, installed where nothing else is, builds the seeds without network."""

import os
import subprocess
import sys
import venv
from importlib.metadata import distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CLOSED = "http://127.0.0.1:9"
"""A port where nobody listens: what asks the network through it fails."""

pytestmark = pytest.mark.wheel


def run(*command: object, **options: object) -> str:
    """Return what a command printed; its errors come with the failure."""
    ended = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload]
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return str(ended.stdout)


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the interpreter of an environment that holds the wheel and what it depends on."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    [wheel] = folder.glob("kg-*.whl")
    venv.create(folder / "venv", with_pip=True)
    versions = folder / "constraints.txt"
    versions.write_text("\n".join(sorted(pinned())), encoding="utf-8")
    run(folder / "venv/bin/python", "-m", "pip", "install", "-q", "--constraint", versions, wheel)
    return folder / "venv/bin/python"


def pinned() -> set[str]:
    """Return the packages of this environment with their versions, but kg itself."""
    installed = {(found.metadata["Name"], found.version) for found in distributions()}
    return {f"{name}=={version}" for name, version in installed if name != "kg"}


def offline() -> tuple[list[str], dict[str, str]]:
    """Return what to put before a command, and its environment, so that it has no network."""
    may_unshare = subprocess.run(["unshare", "-n", "true"], capture_output=True, check=False).returncode == 0
    proxies = {f"{scheme}_proxy": CLOSED for scheme in ("http", "https", "all")}
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "OMP_NUM_THREADS")}
    return (["unshare", "-n"] if may_unshare else []), kept | proxies


def test_the_installed_wheel_builds_asks_and_checks_without_network(python: Path, tmp_path: Path) -> None:
    before, environment = offline()
    command = [*before, python, "-I", "-m", "kg"]

    built = run(*command, "build", ROOT / "seeds", "-o", tmp_path / "out", cwd=tmp_path, env=environment)
    asked = run(*command, "query", tmp_path / "out", "functions", "--format", "csv", cwd=tmp_path, env=environment)
    checked = run(*command, "check", tmp_path / "out", cwd=tmp_path, env=environment)

    assert "graph.html" in built
    assert len(asked.splitlines()) > 1
    assert "things checked" in checked


def test_the_wheel_brings_the_language_and_the_ontology(python: Path, tmp_path: Path) -> None:
    program = "import kg.lang, kg.ontology; print(kg.lang.load('nl').folder, kg.ontology.folder())"

    language, ontology = map(Path, run(python, "-I", "-c", program, cwd=tmp_path).split())

    assert (language / "pipeline" / "meta.json").is_file()
    assert (ontology / "kg.ttl").is_file()
    assert (ontology / "queries").is_dir()
