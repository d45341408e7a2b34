import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from kg.read import Skipped, Source, discover


def ids(*paths: str | Path, leave_out: Iterable[Path] = ()) -> list[str]:
    return [found.id for found in discover(paths, leave_out=leave_out) if isinstance(found, Source)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "2020/09/c.html", "2020/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("De brug gaat dicht.", encoding="utf-8")
    return tmp_path


def test_a_folder_gives_all_files_below_it_by_their_path_without_ending(folder: Path) -> None:
    assert ids(folder) == ["2020/09/c", "2020/d", "a", "b"]


def test_hidden_files_and_texts_about_the_folder_are_no_articles(folder: Path) -> None:
    for name in (".hidden.txt", "README.md", "Readme.nl.txt", "LICENSE", "licence-data.txt", "NOTICE"):
        (folder / name).write_text("Dit is geen nieuws.", encoding="utf-8")
    (folder / ".git").mkdir()
    (folder / ".git" / "x.txt").write_text("Dit is geen nieuws.", encoding="utf-8")
    (folder / "noticeable.txt").write_text("Opvallend nieuws.", encoding="utf-8")

    assert ids(folder) == ["2020/09/c", "2020/d", "a", "b", "noticeable"]


def test_a_file_named_outright_is_always_taken(folder: Path) -> None:
    (folder / "README.md").write_text("De brug gaat dicht.", encoding="utf-8")

    assert ids(folder / "README.md", folder / "2020" / "d.txt") == ["README", "d"]


def test_a_pattern_gives_ids_below_its_fixed_part(folder: Path) -> None:
    assert ids(f"{folder}/**/*.txt") == ["2020/d", "b"]


def test_a_file_that_is_named_twice_is_found_once(folder: Path) -> None:
    assert ids(folder / "2020" / "d.txt", folder) == ids(folder, folder / "2020" / "d.txt")
    assert len(ids(folder, folder / "2020" / "d.txt", folder / "b.txt")) == 4


def test_files_that_kg_wrote_are_left_out(folder: Path) -> None:
    written = [folder / "2020" / "d.txt"]

    assert ids(folder, leave_out=written) == ["2020/09/c", "a", "b"]
    assert ids(f"{folder}/**/*.txt", leave_out=written) == ["b"]


def test_standard_input_is_a_dash() -> None:
    [source] = discover(["-"])

    assert source == Source("stdin", "standard input", None)


@pytest.mark.parametrize(("path", "reason"), [("weg", "there is no such file"), ("weg/*.txt", "no file matches")])
def test_a_path_that_leads_nowhere_is_skipped_with_its_reason(tmp_path: Path, path: str, reason: str) -> None:
    [skipped] = discover([tmp_path / path])

    assert isinstance(skipped, Skipped)
    assert skipped.where == str(tmp_path / path)
    assert reason in skipped.reason


def test_a_link_to_the_folder_itself_is_not_followed(folder: Path) -> None:
    (folder / "2020" / "up").symlink_to(folder)

    assert ids(folder) == ["2020/09/c", "2020/d", "a", "b"]


def test_a_link_that_leads_to_itself_is_found_once(folder: Path) -> None:
    (folder / "lus.txt").symlink_to("lus.txt")

    assert ids(folder) == ["2020/09/c", "2020/d", "a", "b", "lus"]


def test_a_name_that_is_no_unicode_can_be_shown_and_written(tmp_path: Path) -> None:
    with open(os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt"), "w", encoding="utf-8") as file:
        file.write("De brug gaat dicht.")

    [source] = discover([tmp_path])

    assert isinstance(source, Source)
    assert source.id == "caf\\xe9"
    assert (source.id + source.where).encode("utf-8")


def test_a_pipe_in_a_folder_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")

    assert "pipe" not in ids(folder)
