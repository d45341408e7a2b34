"""What kind of thing a noun calls."""

from pathlib import Path

import pytest

from kg.errors import LanguageError
from kg.lang import Language
from kg.lang.nouns import NounClass, read_nouns


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("burgemeester", NounClass.PERSON),
        ("ministerie", NounClass.ORGANISATION),
        ("publiek", NounClass.GROUP),
        ("hoofdstad", NounClass.PLACE),
        ("wetsvoorstel", NounClass.LAW),
        ("telefoon", NounClass.PRODUCT),
    ],
)
def test_a_noun_tells_what_it_calls(dutch: Language, noun: str, kind: NounClass) -> None:
    assert dutch.nouns.of(noun)[0] is kind


@pytest.mark.parametrize(
    ("compound", "kind"),
    [
        ("vliegtuigbouwer", NounClass.ORGANISATION),
        ("Zonnedak-directeur", NounClass.PERSON),
        ("burgerrechtenorganisatie", NounClass.ORGANISATION),
        ("socialemediaplatform", NounClass.ORGANISATION),
    ],
)
def test_a_compound_calls_what_its_last_part_calls(dutch: Language, compound: str, kind: NounClass) -> None:
    assert dutch.nouns.of(compound)[0] is kind


@pytest.mark.parametrize("noun", ["reactie", "voorraad", "slaapkamer", "tafel", "venster"])
def test_a_word_that_only_ends_like_a_noun_of_the_list_calls_nothing(dutch: Language, noun: str) -> None:
    assert dutch.nouns.of(noun) == ()


def test_a_noun_may_call_several_things_the_likeliest_first(dutch: Language) -> None:
    assert dutch.nouns.of("uitgever") == (NounClass.ORGANISATION, NounClass.PERSON)


def test_an_unknown_class_is_an_error_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "nouns.tsv"
    path.write_text("# kop\nmolen\tvogel\n", encoding="utf-8")

    with pytest.raises(LanguageError, match="line 2"):
        read_nouns(path)


def test_a_line_without_class_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "nouns.tsv"
    path.write_text("molen\n", encoding="utf-8")

    with pytest.raises(LanguageError, match="line 1"):
        read_nouns(path)


def test_a_missing_list_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LanguageError, match="cannot be read"):
        read_nouns(tmp_path / "nouns.tsv")
