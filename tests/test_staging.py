import json
from contextlib import suppress
from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.staging import MANIFEST, files_of, held, settled, staged

STEPS = ("iterdir", "open", "write_text", "rename", "replace", "unlink", "rmdir")
"""Methods of `Path` by which a set comes into its place."""


class Killed(BaseException):
    """Stands for `kill -9`: nothing may catch it."""


def put(folder: Path, **files: str) -> None:
    with held(folder), staged(folder) as staging:
        for name, text in files.items():
            (staging / name).write_bytes(text.encode())


def contents(folder: Path) -> dict[str, str]:
    """Return what a user sees in a folder beside the manifest."""
    seen = (path for path in folder.iterdir() if path.name != MANIFEST and not path.name.startswith("."))
    return {path.name: path.read_text(encoding="utf-8") for path in seen}


def test_a_set_replaces_the_one_before_it(tmp_path: Path) -> None:
    put(tmp_path / "out", graph="old", page="old")

    put(tmp_path / "out", graph="new", table="new")

    assert contents(tmp_path / "out") == {"graph": "new", "table": "new"}
    assert dict(files_of(tmp_path / "out")) == {"graph": 3, "table": 3}


def test_files_of_others_stay(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("mijn", encoding="utf-8")

    put(tmp_path, graph="new")

    assert contents(tmp_path) == {"graph": "new", "notes.md": "mijn"}


def test_a_file_that_kg_did_not_write_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "graph").write_text("mijn", encoding="utf-8")

    with pytest.raises(OutputError, match="was not written by kg"):
        put(tmp_path, graph="new")

    assert contents(tmp_path) == {"graph": "mijn"}


def test_an_error_leaves_the_old_set(tmp_path: Path) -> None:
    put(tmp_path, graph="old")

    with pytest.raises(ZeroDivisionError), staged(tmp_path) as staging:
        (staging / "graph").write_text(str(1 / 0), encoding="utf-8")

    assert contents(tmp_path) == {"graph": "old"}


def test_an_error_in_the_first_build_leaves_no_folder(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), held(tmp_path / "out"), staged(tmp_path / "out"):
        _ = 1 / 0

    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("nth", range(4))
def test_a_kill_at_any_step_leaves_a_whole_set_after_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, nth: int
) -> None:
    put(tmp_path, graph="old", page="old")
    original = getattr(Path, step)
    left = iter(range(nth))

    def kill(*args: object, **options: object) -> object:
        if next(left, None) is None:
            raise Killed
        return original(*args, **options)

    with suppress(Killed), monkeypatch.context() as patch:
        patch.setattr(Path, step, kill)
        put(tmp_path, graph="new", table="new")
    settled(tmp_path)

    assert contents(tmp_path) in ({"graph": "old", "page": "old"}, {"graph": "new", "table": "new"})
    assert files_of(tmp_path).keys() == contents(tmp_path).keys()


@pytest.mark.parametrize(
    "manifest",
    ["", "[]", "{}", '{"files": {"graph": 1}}', json.dumps({"files": "graph"}), '{"files": {"../x": {"bytes": 1}}}'],
)
def test_a_manifest_of_another_program_is_refused(tmp_path: Path, manifest: str) -> None:
    (tmp_path / MANIFEST).write_text(manifest, encoding="utf-8")

    with pytest.raises(OutputError, match="is no manifest of kg"):
        put(tmp_path, graph="new")


def test_a_file_in_the_way_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("", encoding="utf-8")

    with pytest.raises(OutputError, match="out: cannot be written"):
        put(tmp_path / "out", graph="new")


def test_a_folder_that_cannot_be_made_is_told() -> None:
    with pytest.raises(OutputError, match="/proc/kg/out: cannot be written"):
        put(Path("/proc/kg/out"), graph="new")
