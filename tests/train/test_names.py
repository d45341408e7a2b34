from pathlib import Path

import numpy as np
import spacy
from spacy.tokens import Doc, Span

from kg.neural.clues import name_clues
from kg.neural.gazetteer import flag_words, parse_gazetteer
from kg.neural.names import one_sense
from kg.train.conllu import sentences_from
from kg.train.labels import collect_labels
from kg.train.names import noun_kinds


def named(words: list[str], *names: tuple[int, int, str]) -> list[str]:
    """The types of the names after they have been made to agree."""
    doc = Doc(spacy.blank("nl").vocab, words=words)
    return [span.label_ for span in one_sense([Span(doc, start, end, label=kind) for start, end, kind in names])]


def test_a_surname_after_the_full_name_is_the_person() -> None:
    words = ["Marieke", "Jansen", "kwam", ".", "Jansen", "bleef", "."]

    assert named(words, (0, 2, "PERSON"), (4, 5, "ORG")) == ["PERSON", "PERSON"]


def test_a_form_has_the_type_it_most_often_has() -> None:
    words = ["Ajax", "en", "Ajax", "en", "Ajax"]

    assert named(words, (0, 1, "PERSON"), (2, 3, "ORG"), (4, 5, "ORG")) == ["ORG", "ORG", "ORG"]


def test_a_document_without_names_stays_so() -> None:
    assert one_sense([]) == []


def test_a_word_speaks_for_itself_and_its_neighbours() -> None:
    words = ["Jan", "Smit"]
    flags = flag_words(words, parse_gazetteer(["Jan\tfirst"]))

    first, second = name_clues(words, ["PROPN", "PROPN"], flags, [["c1"], []], {})

    assert {"0wjan", "0first", "0c1", "1wsmit", "-1end"} <= set(first)
    assert {"-1first", "0c", "$smit"} <= set(second)


def test_lists_have_no_say_where_no_list_has_the_word() -> None:
    [clues] = name_clues(["zei"], ["VERB"], np.zeros((1, 30), dtype=np.float32), [[]], {})

    assert not any("first" in clue for clue in clues)


def clues_of(text: str, *upos: str) -> list[set[str]]:
    """The clues of each word, where `bedrijf` calls an organisation and `leider` a person."""
    words = text.split()
    nouns = {"bedrijf": "organisation", "leider": "person"}
    return [
        set(clues)
        for clues in name_clues(words, upos, np.zeros((len(words), 30), np.float32), [[]] * len(words), nouns)
    ]


def test_a_compound_tells_what_its_last_part_calls() -> None:
    techbedrijf, asml = clues_of("techbedrijf ASML", "NOUN", "PROPN")

    assert "0norganisation" in techbedrijf
    assert {"-1norganisation", "<norganisation"} <= asml


def test_the_nearest_noun_before_a_name_tells_the_most() -> None:
    *_, asml = clues_of("leider van het bedrijf ASML", "NOUN", "ADP", "DET", "NOUN", "PROPN")

    assert "<norganisation" in asml
    assert "<nperson" not in asml


def test_only_nouns_call() -> None:
    [clues] = clues_of("bedrijf", "VERB")

    assert "0norganisation" not in clues


def test_without_a_list_of_nouns_none_calls_anything(tmp_path: Path) -> None:
    assert noun_kinds(tmp_path / "nouns.tsv") == {}


def test_a_noun_calls_the_first_kind_it_is_listed_with(tmp_path: Path) -> None:
    own = tmp_path / "nouns.tsv"
    own.write_text("gemeente\tplace organisation\nreactie\t-\n", encoding="utf-8")

    assert noun_kinds(own) == {"gemeente": "place"}


def test_the_lemma_of_a_verb_form_is_looked_up_without_its_particle() -> None:
    rows = ["1\tHij\thij\tPRON\tVNW\t_\t2\tnsubj\t_\t_", "2\tzette\tinzetten\tVERB\tWW\t_\t0\troot\t_\t_"]
    rows.append("3\tin\tin\tADP\tVZ\t_\t2\tcompound:prt\t_\t_")

    labels = collect_labels(list(sentences_from(rows)))

    assert labels.lemmas["zette/VERB"] == "zetten"
