"""Articles that do not say which language they are in."""

from pathlib import Path

import pytest

from kg.lang import Language, load
from kg.model import Document
from kg.read import Skipped, read, read_sources
from kg.read.discover import discover
from kg.read.languages import spoken_language

NEWS = {
    "nl": "De gemeenteraad heeft dinsdagavond ingestemd met de bouw van een nieuwe brug over het kanaal. Volgens de "
    "wethouder kan het werk in het voorjaar beginnen. Bewoners van de kade vrezen dat hun huizen scheuren krijgen en "
    "willen dat de gemeente de schade vergoedt.",
    "en": "The council voted on Tuesday night to build a new bridge across the canal. The alderman said that work "
    "could begin in the spring. People who live on the quay fear that their houses will crack and want the council "
    "to pay for any damage that is done.",
    "de": "Der Gemeinderat hat am Dienstagabend dem Bau einer neuen Brücke über den Kanal zugestimmt. Nach Angaben des "
    "Bürgermeisters können die Arbeiten im Frühjahr beginnen. Anwohner befürchten, dass ihre Häuser Risse bekommen, "
    "und verlangen Schadenersatz von der Gemeinde.",
    "fr": "Le conseil municipal a approuvé mardi soir la construction d'un nouveau pont sur le canal. Selon le maire, "
    "les travaux pourraient commencer au printemps. Les riverains craignent que leurs maisons ne se fissurent et "
    "demandent que la commune paie les dégâts.",
}


@pytest.mark.parametrize("code", sorted(NEWS))
def test_the_language_of_an_article_is_told_by_its_words(code: str) -> None:
    assert spoken_language(NEWS[code]) == code


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "en",
            "The town council of Leerdrecht approved the budget on Thursday. The mayor called it a fair plan for all.",
        ),
        ("nl", "De gemeenteraad van Leerdrecht keurde de begroting goed. De burgemeester sprak van een eerlijk plan."),
        (
            "",
            "Acteur Joe Hill speelt in 'To be or not to be' van Shakespeare. De film 'Back to the Future' blijft uit.",
        ),
    ],
)
def test_two_sentences_tell_the_language_unless_half_of_them_is_a_title(code: str, text: str) -> None:
    assert spoken_language(text) == code


def test_a_few_words_tell_no_language() -> None:
    assert spoken_language("The bridge is closed.") == ""


@pytest.mark.parametrize(
    ("code", "reason"),
    [("en", "is in English; this build reads Dutch"), ("fr", "is in French; kg has no French")],
)
def test_an_article_in_another_language_is_skipped_though_it_does_not_say_so(
    dutch: Language, tmp_path: Path, code: str, reason: str
) -> None:
    path = tmp_path / "bridge.txt"
    path.write_text(NEWS[code], encoding="utf-8")

    assert list(read([path], language=dutch)) == [Skipped(str(path), reason)]


def test_what_an_article_says_of_its_language_goes_before_its_words(dutch: Language, tmp_path: Path) -> None:
    path = tmp_path / "bridge.txt"
    path.write_text(f"taal: nl\n\n{NEWS['en']}", encoding="utf-8")

    [article] = read([path], language=dutch)

    assert isinstance(article, Document)
    assert article.language == "nl"


def _read_in(folder: Path, *codes: str) -> list[tuple[str, str]]:
    """Return the name and language of each article, or why it is skipped, read in some languages."""
    found = read_sources(discover([folder]), languages=[load(code) for code in codes], is_auto=True)
    return sorted(
        (Path(one.where).stem, one.reason) if not isinstance(one, Document) else (one.id, one.language) for one in found
    )


def test_each_article_is_in_its_own_of_several_languages(tmp_path: Path) -> None:
    for code, text in NEWS.items():
        (tmp_path / f"{code}.txt").write_text(text, encoding="utf-8")

    assert _read_in(tmp_path, "de", "nl") == [
        ("de", "de"),
        (
            "en",
            "is in English, for which there is no pipeline: install one (en_core_web_trf, en_core_web_lg, "
            "en_core_web_md, en_core_web_sm) or give --pipeline",
        ),
        ("fr", "is in French; kg has no French"),
        ("nl", "nl"),
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [("The bridge is closed.", "en"), ("De brug is dicht.", "nl"), ("Die Brücke ist gesperrt.", "de")],
)
def test_a_few_words_tell_which_of_few_languages_they_are_in(tmp_path: Path, text: str, code: str) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")

    assert _read_in(tmp_path, "de", "en", "nl") == [("a", code)]


def test_words_that_are_in_several_languages_are_not_read_by_chance(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Jan Smit - 12 - 14", encoding="utf-8")

    assert _read_in(tmp_path, "de", "en", "nl") == [
        ("a", "does not show which language it is in: say so in a line above it (`language: en`)")
    ]


def test_words_that_show_no_language_are_in_the_only_one_that_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Jan Smit - 12 - 14", encoding="utf-8")

    assert _read_in(tmp_path, "nl") == [("a", "nl")]
