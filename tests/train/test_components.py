from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from kg.neural.certainty import ARC, NAME, read_scores
from tests.train.tiny import reading, tiny_pipeline

TEXTS = [
    "De minister van Financiën gaf Jan gisteren gelijk. Het kabinet zwijgt.",
    "Nee.",
    "",
    "Het is, zei hij, \n\n niet waar. De EU besliste anders in Gent. En toen?",
    " \n ",
    "De de de het het jan . " * 30,
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return tiny_pipeline()


def test_a_text_is_read_the_same_alone_and_in_a_batch(nlp: Language) -> None:
    alone = [reading(nlp(text)) for text in TEXTS]

    for size in (1, 2, 16):
        assert [reading(doc) for doc in nlp.pipe(TEXTS, batch_size=size)] == alone


def test_the_order_of_texts_does_not_matter(nlp: Language) -> None:
    forward = [reading(doc) for doc in nlp.pipe(TEXTS)]

    assert [reading(doc) for doc in nlp.pipe(TEXTS[::-1])][::-1] == forward


def test_every_sentence_has_one_root(nlp: Language) -> None:
    for doc in nlp.pipe(TEXTS):
        for sentence in doc.sents:
            assert not sentence.text.strip() or sum(token.dep_ == "ROOT" for token in sentence) == 1


def test_every_arc_and_name_has_a_probability(nlp: Language) -> None:
    for doc in nlp.pipe(TEXTS):
        for key in (ARC, NAME):
            assert len(read_scores(doc, key)) == len(doc)
            assert all(0 <= score <= 1 for score in read_scores(doc, key))


def test_what_is_no_name_is_surely_none_and_a_name_is_doubted(nlp: Language) -> None:
    doc = nlp("Jan \n\n Jan \n Jan . " * 20)

    scores = read_scores(doc, NAME)

    assert {scores[token.i] for token in doc if not token.ent_type_} <= {1.0}
    assert any(scores[token.i] < 1 for token in doc if token.ent_type_)


def test_white_space_is_never_in_doubt(nlp: Language) -> None:
    doc = nlp("De \n\n minister")

    assert [score for token, score in zip(doc, read_scores(doc, ARC), strict=True) if token.is_space] == [1.0]


def test_heads_stay_in_their_sentence(nlp: Language) -> None:
    for doc in nlp.pipe(TEXTS):
        assert all(token.head.sent == token.sent for token in doc)


def test_names_never_begin_or_end_with_white_space(nlp: Language) -> None:
    doc = nlp("Jan \n\n Jan \n Jan . " * 20)

    assert doc.ents
    assert not any(name.text[0].isspace() or name.text[-1].isspace() for name in doc.ents)


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n\n", "\u200b", "😀 🇳🇱", "a\u0301\u0301\u0301", "\ufeffDe", "ﬀ ㍿ Ⅷ", "x" * 20_000]
)
def test_odd_texts_are_read(nlp: Language, text: str) -> None:
    doc = nlp(text)

    assert doc.text == text


def test_a_sentence_of_five_thousand_words_is_read_in_pieces(nlp: Language) -> None:
    doc = nlp("woord " * 5000)

    assert len(doc) == 5000
    assert max(len(sentence) for sentence in doc.sents) <= 250


def test_a_pipeline_is_the_same_after_saving(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "pipeline")

    loaded = spacy.load(tmp_path / "pipeline")

    assert loaded.pipe_names == nlp.pipe_names
    assert [t.head.i for t in loaded(TEXTS[0])] == [t.head.i for t in nlp(TEXTS[0])]


def test_saving_twice_gives_the_same_bytes(nlp: Language, tmp_path: Path) -> None:
    for name in ("one", "two"):
        nlp.to_disk(tmp_path / name)

    files = [path.relative_to(tmp_path / "one") for path in sorted((tmp_path / "one").rglob("*")) if path.is_file()]
    assert all((tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes() for file in files)


def test_a_known_form_has_the_lemma_of_the_treebank(nlp: Language) -> None:
    lemmas = {(token.pos_, token.lemma_) for token in nlp("is is is")}

    assert lemmas <= {("VERB", "zijn"), ("NOUN", "is")}
