"""The list of adjectives made from names of places."""

from pathlib import Path

import pytest

from kg.errors import LanguageError
from kg.lang.demonyms import Demonym, PlaceKind, read_demonyms

ENDINGS = {"ees": ("ese",), "": ("e", "er")}


@pytest.mark.parametrize(
    ("base", "inflected"),
    [("Chinees", "Chinese"), ("Zwitsers", "Zwitserse"), ("deutsch", "deutscher"), ("deutsch", "Deutsche")],
)
def test_an_adjective_is_known_in_all_its_forms(tmp_path: Path, base: str, inflected: str) -> None:
    path = tmp_path / "demonyms.tsv"
    path.write_text(f"# adjectives\n{base}\tLand\tcountry\n", encoding="utf-8")

    found = read_demonyms(path, ENDINGS)

    assert found[base] == found[inflected] == Demonym("Land", PlaceKind.COUNTRY)


def test_an_unknown_kind_of_place_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "demonyms.tsv"
    path.write_text("Gents\tGent\ttown\n", encoding="utf-8")

    with pytest.raises(LanguageError, match="line 1: 'town'"):
        read_demonyms(path, ENDINGS)
