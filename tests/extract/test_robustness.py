"""Any tree, however broken or large, gives an extraction in reasonable time."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.util import get_lang_class

from kg.extract.syntax import clauses
from kg.lang import Language, load
from tests.extract.trees import extraction_of, tree_of

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
    extraction = extraction_of(doc, DUTCH, published="2020-09-16")

    assert all(0 <= span.start < span.end <= len(doc.text) for one in extraction.actions for span in one.trigger)


def test_a_dateline_that_is_the_root_of_its_sentence_makes_no_circle() -> None:
    doc = Doc(
        VOCAB,
        words=["ROTTERDAM", "-", "Fabriek", "gesloten", "."],
        pos=["PROPN", "PUNCT", "NOUN", "VERB", "PUNCT"],
        heads=[0, 0, 3, 0, 0],
        deps=["ROOT", "punct", "nsubj:pass", "parataxis", "punct"],
        lemmas=["Rotterdam", "-", "fabriek", "sluiten", "."],
        morphs=["", "", "", "VerbForm=Part", ""],
    )

    extraction = extraction_of(doc, DUTCH)

    assert [action.predicate for action in extraction.actions] == ["sluiten"]


@pytest.mark.parametrize(("token", "head", "is_moved"), [(3, 1, True), (1, 3, False), (0, 2, False), (2, 2, False)])
def test_no_word_is_hung_below_itself(token: int, head: int, is_moved: bool) -> None:
    doc = Doc(VOCAB, words=["a", "b", "c", "d"], heads=[0, 0, 1, 2], deps=["ROOT", "obj", "nmod", "nmod"])

    tree = tree_of(doc)

    clauses.hang(tree[token], tree[head], "conj")

    assert (tree[token].dep_ == "conj") is is_moved
    assert [one.root.i for one in tree.sents] == [0]


def test_an_empty_text_gives_nothing(dutch: Language) -> None:
    extraction = extraction_of(Doc(VOCAB), dutch)

    assert (extraction.sentences, extraction.actions, extraction.mentions) == ((), (), ())


@pytest.mark.speed
@pytest.mark.parametrize("label", ["conj", "xcomp", "nmod", "acl:relcl"])
def test_a_sentence_ten_times_as_long_takes_little_more_than_its_share(label: str, dutch: Language) -> None:
    _seconds(_chain(100, label), dutch)  # reads the word lists
    small, large = _seconds(_chain(100, label), dutch), _seconds(_chain(1000, label), dutch)

    assert large < 50 * small


@pytest.mark.speed
def test_a_word_ten_times_as_long_takes_little_more_than_its_share(dutch: Language) -> None:
    _seconds(_compound(10_000), dutch)  # reads the word lists
    small, large = _seconds(_compound(10_000), dutch), _seconds(_compound(100_000), dutch)

    assert large < 50 * small


@pytest.mark.speed
def test_a_list_of_ten_times_as_many_names_takes_little_more_than_its_share(dutch: Language) -> None:
    _seconds(_list(200), dutch)  # reads the word lists
    small, large = _seconds(_list(200), dutch), _seconds(_list(2000), dutch)

    assert large < 50 * small


def _chain(size: int, label: str) -> Doc:
    """Return one sentence of a chain of verbs."""
    return Doc(
        VOCAB,
        words=["wil"] * size,
        lemmas=["kopen"] * size,
        pos=["VERB"] * size,
        morphs=["VerbForm=Inf"] * size,
        heads=[max(0, number - 1) for number in range(size)],
        deps=["ROOT"] + [label] * (size - 1),
    )


def _list(size: int) -> Doc:
    """Return so many sentences of a name with a comma behind it."""
    heads = [number - number % 2 for number in range(2 * size)]
    return Doc(VOCAB, words=["Gent", ","] * size, pos=["PROPN", "PUNCT"] * size, heads=heads, deps=["dep"] * len(heads))


def _compound(size: int) -> Doc:
    """Return a noun phrase with one noun of so many letters."""
    noun = "x" * size + "verklaring"
    return Doc(
        VOCAB,
        words=["de", noun, "van", "Gent"],
        lemmas=["de", noun, "van", "Gent"],
        pos=["DET", "NOUN", "ADP", "PROPN"],
        heads=[1, 1, 3, 1],
        deps=["det", "ROOT", "case", "nmod"],
    )


def _seconds(doc: Doc, language: Language) -> float:
    """Return the time that the extraction of one parse takes."""
    start = process_time()
    extraction_of(doc, language)
    return process_time() - start
