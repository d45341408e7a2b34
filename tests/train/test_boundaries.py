from collections.abc import Collection

import pytest
import spacy
from spacy.tokens import Doc

from kg.neural.boundaries import Boundaries
from kg.neural.senter import Senter


def doubtful() -> Senter:
    """Return a splitter that doubts boundaries inside a line."""
    senter = Senter()
    senter.doubt = 2.5
    return senter


def split(words: list[str], starts: set[int], *, tight: Collection[int] = ()) -> list[str]:
    """Texts of the sentences after the component, for starts that the senter proposed.

    No blank stands behind a word at the positions in `tight`.
    """
    vocab = spacy.blank("nl").vocab
    spaces = [i not in tight for i in range(len(words))]
    doc = Doc(vocab, words=words, spaces=spaces, sent_starts=[i == 0 or i in starts for i in range(len(words))])
    return [" ".join(token.text for token in sentence) for sentence in Boundaries()(doc).sents]


def test_a_closing_quote_belongs_to_the_sentence_before_it() -> None:
    words = [",,", "Het", "is", "klaar", ".", "''", "Hij", "ging", "."]

    assert split(words, {5}) == [",, Het is klaar . ''", "Hij ging ."]


def test_what_follows_a_closing_quote_in_lower_case_goes_on() -> None:
    words = ["„", "Ik", "ga", ".", "”", "zei", "hij", "."]

    assert split(words, {4}) == ["„ Ik ga . ” zei hij ."]


def test_a_straight_quote_right_behind_a_full_stop_ends_the_sentence() -> None:
    words = ['"', "Het", "is", "klaar", ".", '"', "Jansen", "zwijgt", "."]

    assert split(words, set(), tight={0, 3, 4, 7}) == ['" Het is klaar . "', "Jansen zwijgt ."]


def test_what_follows_a_straight_quote_in_lower_case_goes_on() -> None:
    words = ['"', "Ik", "ga", "!", '"', "zei", "hij", "."]

    assert split(words, set(), tight={0, 2, 3, 6}) == ['" Ik ga ! " zei hij .']


def test_no_sentence_begins_with_a_straight_quote_that_closes() -> None:
    words = ['"', "Het", "is", "klaar", ".", '"', "Jansen", "zwijgt", "."]

    assert split(words, {5}, tight={0, 3, 4, 7}) == ['" Het is klaar . "', "Jansen zwijgt ."]


def test_an_empty_line_ends_a_sentence_without_a_full_stop() -> None:
    words = ["Kabinet", "valt", "\n\n", "De", "premier", "gaat", "."]

    assert split(words, set()) == ["Kabinet valt \n\n", "De premier gaat ."]


def test_a_single_line_end_does_not() -> None:
    assert len(split(["De", "\n", "premier"], set())) == 1


@pytest.mark.parametrize("words", [[], ["\n\n"], [")"], ["\n\n", "Ja"]])
def test_nothing_breaks_on_texts_without_sentences(words: list[str]) -> None:
    assert sum(len(sentence.split(" ")) for sentence in split(words, set())) <= max(len(words), 1)


def test_in_running_text_a_sentence_may_begin_anywhere() -> None:
    doc = Doc(spacy.blank("nl").vocab, words=["Vakbond", "dreigt", "Tata", "."])

    assert [Senter().least_odds(token) for token in doc] == [0, 0, 0, 0]


def test_a_sentence_hardly_begins_right_behind_a_word_of_the_same_line() -> None:
    doc = Doc(spacy.blank("nl").vocab, words=["Vakbond", "dreigt", "Tata", "."])

    assert doubtful().least_odds(doc[2]) > 0


@pytest.mark.parametrize("before", [".", ")", "\n"])
def test_a_sentence_may_begin_behind_a_mark_or_a_line_end(before: str) -> None:
    doc = Doc(spacy.blank("nl").vocab, words=["Vakbond", "dreigt", before, "Tata"])

    assert doubtful().least_odds(doc[3]) == 0


def test_a_capital_on_a_common_word_may_begin_a_sentence_anywhere() -> None:
    doc = Doc(spacy.blank("nl").vocab, words=["Geschiedenis", "De", "stad", "De"])

    assert [doubtful().least_odds(token) > 0 for token in doc] == [False, False, True, False]


def test_the_capital_of_a_name_with_an_article_begins_no_sentence_by_itself() -> None:
    doc = Doc(spacy.blank("nl").vocab, words=["Ouders", "van", "basisschool", "De", "Vlieger", "klagen"])

    assert doubtful().least_odds(doc[3]) > 0
