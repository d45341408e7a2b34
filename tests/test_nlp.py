from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language as Pipeline
from spacy.tokens import Doc
from threadpoolctl import threadpool_info, threadpool_limits

from kg.errors import PipelineNotInstalled
from kg.extract.syntax.tree import Tree
from kg.lang import Language
from kg.model import Document, Span
from kg.neural.certainty import ARC, NAME, write_scores
from kg.neural.senter import Senter
from kg.nlp import load_pipeline, parse, parse_each
from kg.nlp.load import DOUBT_IN_LINE
from kg.nlp.paragraphs import LONGEST, find_paragraphs
from kg.nlp.reading import read_paragraph
from tests import gold_pipeline

VISIT = "Minister Noor Zandbergen bezocht woensdag Gent."
PROMISE = "De minister beloofde de stad drie miljoen euro."


NLP = gold_pipeline.load()


@pytest.fixture
def nlp() -> Pipeline:
    return NLP


def paragraphs(text: str, body: Span | None = None) -> list[str]:
    return [span.of(text) for span in find_paragraphs(text, body or Span(0, len(text)))]


def analysed(text: str, nlp: Pipeline, body: Span | None = None) -> Tree:
    [(_, words)] = parse([Document("krant", text, body=body)], nlp)
    return Tree(words, text)


# Paragraphs


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_blank_line_ends_a_paragraph(newline: str) -> None:
    assert paragraphs(f"  Eerste.{newline} {newline}{newline}Tweede.{newline}") == ["Eerste.", "Tweede."]


def test_lines_that_were_wrapped_to_fit_a_page_are_one_paragraph() -> None:
    text = "De gemeente sluit maandag de brug\nover de Schie omdat een onderzoek\nscheuren vond."

    assert paragraphs(text) == [text]


def test_a_line_that_ends_before_the_page_does_is_a_paragraph_of_its_own() -> None:
    text = "Brug dicht\nDe gemeente sluit maandag de brug\nover de Schie omdat een onderzoek\nscheuren vond."

    assert paragraphs(text)[0] == "Brug dicht"


def test_lines_that_nobody_wraps_so_wide_are_paragraphs_of_their_own() -> None:
    lines = [f"Dit is regel {number}, die lang is{' en langer' * 12}" for number in range(3)]

    assert paragraphs("\n".join(lines)) == lines


@pytest.mark.parametrize("dateline", ["DEN HAAG", "UTRECHT (ANP)", "Breda (ANP)", "ARNHEM/NIJMEGEN"])
@pytest.mark.parametrize("dash", ["-", "–"])
def test_a_dateline_is_read_apart_from_its_sentence(dateline: str, dash: str) -> None:
    assert paragraphs(f"{dateline} {dash} De raad stemt.") == [dateline, "De raad stemt."]


@pytest.mark.parametrize(
    "title", ["PSV - Ajax", "Rutte - de premier - zwijgt", "NAVO-top", "ARNHEM -", "Wim (47) - de bakker - gaat"]
)
def test_a_dash_elsewhere_parts_nothing(title: str) -> None:
    assert paragraphs(title) == [title]


def test_marks_of_headings_lists_and_quotations_are_left_out() -> None:
    text = "## Brug dicht\n\n- maandag de Schiebrug\n- dinsdag de Maasbrug\n\n> 1. Dat kan niet."

    assert paragraphs(text) == ["Brug dicht", "maandag de Schiebrug", "dinsdag de Maasbrug", "Dat kan niet."]


def test_a_hashtag_is_no_heading() -> None:
    assert paragraphs("#StopDeSluiting groeit.") == ["#StopDeSluiting groeit."]


def test_only_the_body_is_read() -> None:
    text = "title: Brug dicht\n\nDe brug gaat dicht."

    assert paragraphs(text, Span(text.index("De brug"), len(text))) == ["De brug gaat dicht."]


def test_a_long_paragraph_is_broken_behind_a_sentence() -> None:
    text = "De brug over de Schie gaat dicht. " * 1_000

    parts = paragraphs(text)

    assert all(len(part) <= LONGEST and part.endswith("dicht.") for part in parts)
    assert " ".join(parts) == text.strip()


@pytest.mark.parametrize("text", ["brug " * 5_000, "brug" * 5_000], ids=["at a blank", "anywhere"])
def test_a_sentence_without_end_is_broken_all_the_same(text: str) -> None:
    parts = paragraphs(text)

    assert max(map(len, parts)) <= LONGEST
    assert "".join(parts) == text.replace(" ", "") or " ".join(parts) == text.strip()


# What is read of a paragraph


def test_blanks_are_read_as_one_and_invisible_characters_not_at_all() -> None:
    text = "De ge\u00admeen\u200bteraad\u00a0\r\n van  cafe\u0301"

    reading = read_paragraph(text, Span(0, len(text)))

    assert reading.text == "De gemeenteraad van café"


@given(st.text(alphabet="ab .\n\r\t\u00a0\u00ad\u200b\u0301", max_size=40))
def test_every_character_read_knows_its_place(text: str) -> None:
    reading = read_paragraph(text, Span(0, len(text)))

    assert len(reading.offsets) == len(reading.text) + 1
    assert list(reading.offsets) == sorted(reading.offsets)
    assert all(
        char in " áé" or char == text[offset] for char, offset in zip(reading.text, reading.offsets, strict=False)
    )


# Parses


def test_sentences_entities_and_heads_survive(nlp: Pipeline) -> None:
    doc = analysed(f"{VISIT} {PROMISE}", nlp)

    assert [sent.text for sent in doc.sents] == [VISIT, PROMISE]
    assert [(entity.text, entity.label_) for entity in doc.ents] == [("Noor Zandbergen", "PERSON"), ("Gent", "GPE")]
    assert {token.text: token.head.text for token in doc if token.dep_ in ("nsubj", "iobj")} == {
        "Minister": "bezocht",
        "minister": "beloofde",
        "stad": "beloofde",
    }


def test_offsets_are_those_of_the_document(nlp: Pipeline) -> None:
    text = f"date: 2020-09\n\nKop\n\n{VISIT}\r\n\r\n{PROMISE}\n"

    doc = analysed(text, nlp, Span(text.index("Kop"), len(text)))

    assert len(doc.text) == len(text)
    assert all(text[token.idx : token.end_char] == token.text for token in doc)


def test_what_is_not_read_is_a_blank_sentence_of_its_own(nlp: Pipeline) -> None:
    text = f"date: 2020-09\n\n{VISIT}\n\n{PROMISE}\n"

    doc = analysed(text, nlp, Span(text.index("Minister"), len(text)))

    assert [[token.text for token in sent] for sent in doc.sents if sent[0].pos_ == "SPACE"] == [
        ["date: 2020-09\n\n"],
        ["\n\n"],
        ["\n"],
    ]
    assert [sent.text for sent in doc.sents if sent[0].pos_ != "SPACE"] == [VISIT, PROMISE]


def test_how_sure_the_pipeline_is_survives(nlp: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    def doubt(doc: Doc) -> Doc:
        write_scores(doc, ARC, [0.12345 if token.dep_ == "nsubj" else 1.0 for token in doc])
        write_scores(doc, NAME, [0.5 if token.ent_type_ == "GPE" else 1.0 for token in doc])
        return doc

    monkeypatch.setattr(nlp, "pipe", lambda texts, batch_size: [doubt(nlp(text)) for text in texts])
    text = f"Kop\n\n{VISIT}"

    [(_, words)] = parse([Document("krant", text)], nlp)

    assert {text[word.start : word.end]: word.arc_score for word in words if word.arc_score < 1} == {"Minister": 0.123}
    assert [text[word.start : word.end] for word in words if word.name_score < 1] == ["Gent"]


def test_a_pipeline_that_does_not_say_how_sure_it_is_is_taken_at_its_word(nlp: Pipeline) -> None:
    [(_, words)] = parse([Document("krant", VISIT)], nlp)

    assert {word.arc_score for word in words} == {1.0}


def test_a_newline_inside_a_sentence_changes_nothing(nlp: Pipeline) -> None:
    wrapped = VISIT.replace(" bezocht", "\r\nbezocht").replace("Zandbergen", "Zand\u00adbergen")

    doc = analysed(wrapped, nlp)

    [sent] = doc.sents
    assert [token.dep_ for token in sent if token.pos_ != "SPACE"] == [token.dep_ for token in nlp(VISIT)]
    assert [entity.text for entity in doc.ents] == ["Noor Zand\u00adbergen", "Gent"]


def test_a_paragraph_that_stands_twice_is_analysed_once(nlp: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    pipe = nlp.pipe

    def pipe_and_note(texts: list[str], batch_size: int) -> Iterator[Doc]:
        asked.extend(texts)
        return pipe(texts, batch_size=batch_size)

    monkeypatch.setattr(nlp, "pipe", pipe_and_note)

    parses = [words for _, words in parse([Document("a", f"{VISIT}\n\n{VISIT}"), Document("b", VISIT)], nlp)]

    assert asked == [VISIT]
    assert [sum(word.entity.startswith("B-") for word in words) for words in parses] == [4, 2]


@given(st.text(alphabet="Ab. ,-#>1\n\r\t\u00a0\u00ad\u200b\u2028\x0c\x1fé\u0301😀", max_size=60))
def test_any_text_keeps_its_offsets(text: str) -> None:
    doc = analysed(text, NLP)

    assert len(doc.text) == len(text)
    assert all(text[token.idx : token.end_char] == token.text for token in doc)


def test_documents_come_in_the_order_given(nlp: Pipeline) -> None:
    documents = [Document(f"krant-{number}", VISIT * (number % 3 + 1)) for number in range(50)]

    assert [document.id for document, _ in parse(documents, nlp)] == [document.id for document in documents]
    assert list(parse_each(lambda document, _: document.id, documents, nlp)) == [document.id for document in documents]


# Pipelines


def test_a_registered_pipeline_is_found_and_named(dutch: Language) -> None:
    _, name = load_pipeline(dutch, name=gold_pipeline.NAME)

    assert name == "nl_gold 1.0.0"


def test_our_own_splitter_is_told_that_titles_have_a_line_of_their_own(
    dutch: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    nlp = spacy.blank("nl", meta={"name": "proef", "version": "1"})
    senter = nlp.add_pipe("kg_senter")
    monkeypatch.setattr("kg.nlp.load.load_named", lambda _: nlp)

    load_pipeline(dutch, name="nl_proef")

    assert isinstance(senter, Senter)
    assert senter.doubt == DOUBT_IN_LINE


def test_a_pipeline_that_is_not_there_says_what_to_do(dutch: Language) -> None:
    with pytest.raises(PipelineNotInstalled, match="spaCy finds no such pipeline: install it"):
        load_pipeline(dutch, name="nl_weg")


def test_a_folder_that_is_no_pipeline_is_refused(dutch: Language, tmp_path: Path) -> None:
    with pytest.raises(PipelineNotInstalled):
        load_pipeline(dutch, name=str(tmp_path))


def test_a_pipeline_for_another_language_is_refused(dutch: Language, tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path)

    with pytest.raises(PipelineNotInstalled, match="is a pipeline for 'en', not for 'nl'"):
        load_pipeline(dutch, name=str(tmp_path))


def test_a_pipeline_without_parser_is_refused() -> None:
    with pytest.raises(PipelineNotInstalled, match="no dependency parse"):
        analysed(VISIT, spacy.blank("nl"))


def test_the_matrices_of_a_sentence_are_multiplied_by_one_thread(
    nlp: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[int] = []
    pipe = nlp.pipe

    def watched(texts: list[str], batch_size: int) -> Iterator[Doc]:
        threads.extend(one["num_threads"] for one in threadpool_info() if one["user_api"] == "blas")
        return pipe(texts, batch_size=batch_size)

    monkeypatch.setattr(nlp, "pipe", watched)
    with threadpool_limits(limits=2, user_api="blas"):
        analysed(VISIT, nlp)

    assert threads
    assert set(threads) == {1}
