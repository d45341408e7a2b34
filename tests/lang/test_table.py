"""Word lists as files."""

from pathlib import Path

import pytest

from kg.errors import LanguageError
from kg.lang.actions import action_nouns
from kg.lang.table import read_entries


def test_entries_stand_below_the_heading_of_their_kind(tmp_path: Path) -> None:
    path = tmp_path / "names.txt"
    path.write_text("# own\n\n[org]\nKustbode\n\n[country]\nBelgië\n", encoding="utf-8")

    assert list(read_entries(path)) == [("Kustbode", "org"), ("België", "country")]


def test_a_list_that_is_missing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LanguageError, match="cannot be read"):
        list(read_entries(tmp_path / "names.txt"))


def test_an_action_noun_with_an_unknown_role_is_an_error_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "action_nouns.tsv").write_text("# kop\naankoop\taankopen\tkoper\n", encoding="utf-8")

    with pytest.raises(LanguageError, match="line 2: 'koper'"):
        action_nouns(tmp_path)
