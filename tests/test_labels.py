"""Parses of other schemes become parses of Universal Dependencies."""

from collections.abc import Callable, Iterator

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from kg.lang import load
from kg.model import Word
from kg.nlp import words_of
from kg.nlp.labels import reader_of, renamed, to_universal
from tests.gold import PARSES, doc_of, read_sentences

Parsed = Callable[..., Doc]

_NAMES = frozenset({"flat", "compound"})
"""Labels of the parts of a name, of which another one is the head in each scheme."""
_PUNCTUATION = "punct"
"""Label of what no rule reads by its head."""


def _sentences() -> Iterator[tuple[str, str]]:
    for path in sorted((PARSES / "schemes").glob("*.conllu")):
        for text, _ in read_sentences(path):
            yield path.name[:2], text


def _universal(code: str, sentence: str) -> tuple[Word, ...]:
    [path] = (PARSES / "schemes").glob(f"{code}_*.conllu")
    rows = dict(read_sentences(path))[sentence]
    return to_universal(words_of(doc_of([rows])), rules=load(code).labels)


def _arcs(words: tuple[Word, ...], text: str) -> dict[int, tuple[str, str, str]]:
    """Return label, word and head of the words outside names, without punctuation."""
    named = {at for at, word in enumerate(words) if word.dep in _NAMES}
    named |= {words[at].head for at in named} | {at for at, word in enumerate(words) if word.dep == _PUNCTUATION}
    spelled = [text[word.start : word.end] for word in words]
    return {
        at: (word.dep, spelled[at], "" if word.head in named else spelled[word.head])
        for at, word in enumerate(words)
        if at not in named
    }


@pytest.mark.parametrize(("code", "sentence"), sorted(_sentences()))
def test_a_parse_in_another_scheme_becomes_the_universal_one(code: str, sentence: str, parsed: Parsed) -> None:
    found = _universal(code, sentence)

    gold = renamed(words_of(parsed(sentence)), rules=load(code).labels)
    assert _arcs(found, sentence) == _arcs(gold, sentence)


def _pipeline(code: str, *labels: str) -> Pipeline:
    nlp = spacy.blank(code)
    parser = nlp.add_pipe("parser")
    for label in labels:
        parser.add_label(label)  # type: ignore[attr-defined]  # a pipe of this kind has labels
    return nlp


def test_a_pipeline_is_read_by_the_labels_that_its_parser_knows(parsed: Parsed) -> None:
    [path] = (PARSES / "schemes").glob("en_*.conllu")
    text, rows = next(read_sentences(path))
    words = words_of(doc_of([rows]))

    other, universal = (reader_of(_pipeline("en", *labels))(words) for labels in (("nsubj", "dobj"), ("nsubj", "obj")))

    assert _arcs(other, text) == _arcs(words_of(parsed(text)), text)
    assert universal == words


def test_labels_that_a_treebank_adds_are_told_by_those_that_kg_reads() -> None:
    word = Word(0, 4, "NN", "NOUN", "", "year", 0, "obl:tmod", "O")

    assert reader_of(_pipeline("en", "obj"))((word,))[0].dep == "obl"


def test_names_are_told_by_the_kinds_that_kg_reads() -> None:
    word = Word(0, 6, "NE", "PROPN", "", "Merkel", 0, "ROOT", "I-PER")

    assert reader_of(_pipeline("de", "obj"))((word,))[0].entity == "I-PERSON"


def test_dates_and_amounts_are_no_names() -> None:
    word = Word(0, 4, "NNP", "PROPN", "", "July", 0, "ROOT", "B-DATE")

    assert reader_of(_pipeline("en", "obj"))((word,))[0].entity == "O"


def test_a_pipeline_of_a_language_without_other_labels_is_read_as_it_is() -> None:
    word = Word(0, 4, "N", "NOUN", "", "jaar", 0, "obl", "O")

    assert reader_of(_pipeline("nl", "obj"))((word,)) == (word,)


_LABELS = sorted(
    {
        label
        for code in ("en", "de")
        for label in (*load(code).labels.marks, "cc", "cd", "conj", "cj", "prep", "pcomp", "pd")
    }
)


@st.composite
def _trees(draw: st.DrawFn) -> tuple[Word, ...]:
    """Return a parse of any shape, with labels of other schemes anywhere."""
    size = draw(st.integers(1, 12))
    order = draw(st.permutations(range(size)))
    heads = {at: draw(st.sampled_from(order[: number or 1])) for number, at in enumerate(order)}
    words = []
    for at in range(size):
        pos = draw(st.sampled_from(["NOUN", "VERB", "ADP", "AUX", "CCONJ"]))
        tag = draw(st.sampled_from(["VAFIN", "VVPP", "TO", "WP", "PRELS"]))
        label = "ROOT" if heads[at] == at else draw(st.sampled_from(_LABELS))
        words.append(
            Word(at, at + 1, tag, pos, "", draw(st.sampled_from(["be", "sein", "werden", "x"])), heads[at], label, "O")
        )
    return tuple(words)


@given(words=_trees(), code=st.sampled_from(["de", "en"]))
def test_a_parse_of_any_shape_stays_a_tree_of_the_same_words(words: tuple[Word, ...], code: str) -> None:
    found = to_universal(words, rules=load(code).labels)

    assert [word.start for word in found] == [word.start for word in words]
    for at, word in enumerate(found):
        above = {at}
        while word.head not in above:
            above.add(word.head)
            word = found[word.head]
        assert word.dep == "ROOT"
        assert found[word.head] == word
