"""Any tree, however broken or large, gives an extraction in reasonable time."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.util import get_lang_class

from kg.extract import extract
from kg.lang import Language, load
from kg.model import Document

VOCAB = get_lang_class("nl")().vocab
DUTCH = load("nl")
LABELS = ("nsubj", "obj", "xcomp", "conj", "advcl", "acl", "acl:relcl", "obl", "case", "mark", "nmod", "ccomp", "aux")
WORDS = ("wil", "die", "verkoop", "niet", "van", "door", "?", "\n", "als", "Gent", "terug", ",", '"', "zei")
TAGS = ("VERB", "NOUN", "ADP", "PRON", "AUX", "PUNCT", "SPACE", "PROPN")
FORMS = ("", "VerbForm=Fin|Tense=Past", "VerbForm=Inf", "VerbForm=Part", "VerbForm=Fin|Tense=Pres")


@st.composite
def trees(draw: st.DrawFn) -> Doc:
    """Return a parse that no grammar would give."""
    size = draw(st.integers(1, 12))

    def some(values: tuple[str, ...]) -> list[str]:
        return draw(st.lists(st.sampled_from(values), min_size=size, max_size=size))

    heads = [draw(st.integers(0, max(0, number - 1))) for number in range(size)]
    return Doc(
        VOCAB,
        words=some(WORDS),
        lemmas=some(WORDS),
        pos=some(TAGS),
        morphs=some(FORMS),
        heads=heads,
        deps=[
            "ROOT" if head == number else label
            for number, (head, label) in enumerate(zip(heads, some(LABELS), strict=True))
        ],
    )


@settings(max_examples=150, deadline=None)
@given(trees())
def test_any_tree_gives_an_extraction(doc: Doc) -> None:
    extraction = extract(doc, Document("article", doc.text, published="2020-09-16"), DUTCH)

    assert all(0 <= span.start < span.end <= len(doc.text) for one in extraction.actions for span in one.trigger)


def test_an_empty_text_gives_nothing(dutch: Language) -> None:
    extraction = extract(Doc(VOCAB), Document("article", ""), dutch)

    assert (extraction.sentences, extraction.actions, extraction.mentions) == ((), (), ())


@pytest.mark.speed
@pytest.mark.parametrize("label", ["conj", "xcomp", "nmod", "acl:relcl"])
def test_a_sentence_ten_times_as_long_takes_little_more_than_its_share(label: str, dutch: Language) -> None:
    _seconds(100, label, dutch)  # reads the word lists
    small, large = _seconds(100, label, dutch), _seconds(1000, label, dutch)

    assert large < 50 * small


def _seconds(size: int, label: str, language: Language) -> float:
    """Return the time that one sentence of a chain of verbs takes."""
    doc = Doc(
        VOCAB,
        words=["wil"] * size,
        lemmas=["kopen"] * size,
        pos=["VERB"] * size,
        morphs=["VerbForm=Inf"] * size,
        heads=[max(0, number - 1) for number in range(size)],
        deps=["ROOT"] + [label] * (size - 1),
    )
    start = process_time()
    extract(doc, Document("article", doc.text), language)
    return process_time() - start
