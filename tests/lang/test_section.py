"""What a language's file may leave out."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.errors import LanguageError
from kg.lang.section import read_section


@dataclass(frozen=True, slots=True)
class Words:
    """A section as languages have them."""

    particles: frozenset[str]
    roles: Mapping[str, str]
    mark: str
    is_joined: bool
    weight: float


def test_a_language_leaves_out_what_it_has_no_words_for(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_text("weight = 0.5\n", encoding="utf-8")

    found = read_section(Words, path)

    assert found == Words(particles=frozenset(), roles={}, mark="", is_joined=False, weight=0.5)


def test_a_number_cannot_be_left_out(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_text('mark = "?"\n', encoding="utf-8")

    with pytest.raises(LanguageError, match="'weight' is missing"):
        read_section(Words, path)


def test_a_key_that_nobody_knows_is_told(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_text('weight = 1.0\npartikels = ["af"]\n', encoding="utf-8")

    with pytest.raises(LanguageError, match="unknown key 'partikels'"):
        read_section(Words, path)
