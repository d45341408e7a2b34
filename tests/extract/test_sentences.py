"""Sentences, and which of them repeat an earlier one."""

from collections.abc import Callable

from spacy.tokens import Doc

from kg.extract.sentences import extract_sentences
from kg.model import Document, Span
from tests.extract.trees import tree_of

Parsed = Callable[..., Doc]

FIRST = "De gemeente koopt een oud schip."
SECOND = "De molenaar is voorzitter van de club."


def test_a_sentence_spans_its_words(parsed: Parsed) -> None:
    doc = parsed(FIRST, SECOND)

    sentences = extract_sentences(tree_of(doc), Document("article", doc.text))

    assert [sentence.span.of(doc.text) for sentence in sentences] == [FIRST, SECOND]
    assert [sentence.index for sentence in sentences] == [0, 1]


def test_a_sentence_knows_the_earlier_one_that_it_repeats(parsed: Parsed) -> None:
    doc = parsed(FIRST, SECOND, FIRST)

    sentences = extract_sentences(tree_of(doc), Document("article", doc.text))

    assert [sentence.repeats for sentence in sentences] == [None, None, 0]


def test_a_sentence_repeats_others_that_are_joined_in_it(parsed: Parsed) -> None:
    apart = parsed(FIRST, SECOND)
    starts = [*(token.sent.start for token in apart), *[len(apart)] * len(apart)]
    joined = Doc(apart.vocab, words=[token.text for token in apart] * 2, heads=starts, deps=["dep"] * len(starts))

    sentences = extract_sentences(tree_of(joined), Document("article", joined.text))

    assert [sentence.repeats for sentence in sentences] == [None, None, 0]


def test_a_short_sentence_repeats_by_chance(parsed: Parsed) -> None:
    doc = parsed("De verkoop valt tegen.", "De verkoop valt tegen.")
    short = Doc(doc.vocab, words=["Ja", ".", "Ja", "."], heads=[0, 0, 2, 2], deps=["dep"] * 4)

    sentences = extract_sentences(tree_of(short), Document("article", short.text))

    assert [sentence.repeats for sentence in sentences] == [None, None]


def test_what_lies_outside_the_body_is_no_sentence(parsed: Parsed) -> None:
    doc = parsed(FIRST, SECOND)
    body = Span(len(FIRST) + 1, len(doc.text))

    [sentence] = extract_sentences(tree_of(doc), Document("article", doc.text, body=body))

    assert sentence.span == body


def test_blank_text_has_no_sentences(parsed: Parsed) -> None:
    blank = Doc(parsed(FIRST).vocab, words=["\n\n"], spaces=[False], pos=["SPACE"])

    assert extract_sentences(tree_of(blank), Document("article", blank.text)) == ()
