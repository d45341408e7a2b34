"""Languages beside Dutch, from files to graph."""

from pathlib import Path

import pytest
import spacy
from spacy.util import registry
from typer.testing import CliRunner

from kg.cli import app
from kg.errors import PipelineNotInstalled, ReadError
from kg.lang import load
from kg.nlp import load_pipeline
from kg.ontology.check import check
from kg.pipeline import build
from tests.gold import PARSES, doc_of, gold_doc, read_sentences

NEWS = {
    "en": ("Fordham opened a factory in Leeds.", "open"),
    "de": ("Nordstahl eröffnete ein Werk in Bremen.", "eröffnen"),
}


def installed(code: str) -> str:
    """Install a pipeline that knows a sentence of the tests, and return its name."""
    nlp = spacy.blank(code, meta={"name": "one_sentence", "version": "1.0.0"})
    nlp.tokenizer = lambda text: gold_doc((text,))
    name = f"{code}_one_sentence"
    registry.models.register(name, func=lambda: nlp)
    return name


@pytest.mark.parametrize("code", sorted(NEWS))
def test_an_article_becomes_a_graph_in_its_own_language(code: str, tmp_path: Path) -> None:
    sentence, verb = NEWS[code]
    (tmp_path / "news.txt").write_text(sentence, encoding="utf-8")

    build([tmp_path / "news.txt"], tmp_path / "out", language=code, pipeline=installed(code), formats=["turtle"])

    graph = (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8")
    assert f"verb/{code}/" in graph
    assert f'"{verb}"@{code}' in graph


@pytest.mark.parametrize("code", sorted(NEWS))
def test_all_that_is_written_in_another_language_conforms_to_the_ontology(code: str, tmp_path: Path) -> None:
    sentences = [text for text, _ in read_sentences(PARSES / f"{code}_news.conllu")]
    (tmp_path / "news.txt").write_text(f"language: {code}\n\n" + "\n\n".join(sentences), encoding="utf-8")

    report = build([tmp_path / "news.txt"], tmp_path / "out", language=code, pipeline=installed(code))

    assert report.skipped == ()
    assert check(tmp_path / "out").findings == ()


@pytest.mark.parametrize(("code", "scheme"), [("en", "clearnlp"), ("de", "tiger")])
def test_the_labels_of_a_pipeline_change_nothing_in_the_graph(code: str, scheme: str, tmp_path: Path) -> None:
    sentences = dict(read_sentences(PARSES / "schemes" / f"{code}_{scheme}.conllu"))
    nlp = spacy.blank(code, meta={"name": scheme, "version": "1.0.0"})
    nlp.tokenizer = lambda text: doc_of([sentences[text]])
    nlp.add_pipe("parser").add_label(min(load(code).labels.marks))  # type: ignore[attr-defined]  # it has labels
    nlp.disable_pipe("parser")
    registry.models.register(f"{code}_{scheme}", func=lambda: nlp)
    text = tmp_path / "news.txt"

    told = []
    for pipeline in (installed(code), f"{code}_{scheme}"):
        text.write_text("\n\n".join(sentences), encoding="utf-8")
        build([text], tmp_path / pipeline, language=code, pipeline=pipeline, formats=["actions"])
        told.append((tmp_path / pipeline / "actions.jsonl").read_text(encoding="utf-8"))

    assert told[0].count("\n") >= len(sentences)
    assert told[0] == told[1]


def test_auto_skips_an_article_for_whose_language_there_is_no_pipeline(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("language: en\n\nFordham opened a factory in Leeds.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("taal: nl\n\nDe gemeente koopt een oud schip.", encoding="utf-8")

    report = build([tmp_path], tmp_path / "out", language="auto", pipeline=installed("nl"), formats=["turtle"])

    [skipped] = report.skipped
    assert skipped.reason.startswith("is in English, for which there is no pipeline: install one (en_core_web_trf, ")


def test_auto_says_so_where_no_article_is_in_a_language_with_a_pipeline(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("taal: fr\n\nLe pont ferme.", encoding="utf-8")

    with pytest.raises(ReadError, match="is in French; kg has no French: there is no article to build"):
        build([tmp_path], tmp_path / "out", language="auto", formats=["turtle"])


def test_a_language_without_a_pipeline_says_which_to_install() -> None:
    with pytest.raises(PipelineNotInstalled, match=r"English \(English\).*en_core_web_sm.*--pipeline"):
        load_pipeline(load("en"))


def test_the_list_of_languages_tells_which_have_a_pipeline() -> None:
    lines = CliRunner().invoke(app, ["languages"]).output.splitlines()

    assert lines[-1] == "nl  Nederlands (Dutch): ships with kg"
    assert [line for line in lines if "no pipeline" in line and line.startswith("en")]
