"""An extraction is kept under what the article says and what read it: when either changes, it is made anew."""

import json
from dataclasses import fields, replace
from pathlib import Path

import pytest

from kg.lang import Language
from kg.model import Document, Span
from kg.nlp import load_pipeline
from kg.nlp.identity import identify_pipeline
from kg.work import maker
from kg.work.maker import key_of, maker_of
from tests import gold_pipeline

ARTICLE = Document("brug", "De brug gaat dicht.")


@pytest.mark.parametrize("field", [field.name for field in fields(Document)])
def test_a_key_depends_on_every_field_of_an_article(field: str) -> None:
    changed = replace(ARTICLE, **{field: Span(0, 2) if field == "body" else "anders"})  # type: ignore[arg-type]  # a field

    assert key_of(changed, "m") != key_of(ARTICLE, "m")


def test_a_key_depends_on_the_maker() -> None:
    assert key_of(ARTICLE, "m") != key_of(ARTICLE, "n")


def test_a_maker_depends_on_the_pipeline_and_the_libraries(dutch: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    before = maker_of(dutch, "nl_kg_news 0.1.0")

    assert maker_of(dutch, "nl_kg_news 0.1.1") != before
    monkeypatch.setattr(maker, "version", lambda _: "99")
    assert maker_of(dutch, "nl_kg_news 0.1.0") != before


def test_a_maker_depends_on_the_words_of_the_language_but_not_on_its_own_pipeline(
    dutch: Language, tmp_path: Path
) -> None:
    language = replace(dutch, folder=tmp_path / "nl")
    (tmp_path / "nl/pipeline").mkdir(parents=True)
    empty = maker_of(language, "")
    maker._rules.cache_clear()

    (tmp_path / "nl/pipeline/weights").touch()
    assert maker_of(language, "") == empty
    maker._rules.cache_clear()

    (tmp_path / "nl/nouns.tsv").touch()
    assert maker_of(language, "") != empty


def test_a_pipeline_is_told_by_its_files_without_being_loaded(dutch: Language, tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text(json.dumps({"lang": "nl", "name": "proef", "version": "1.0"}), encoding="utf-8")
    before = identify_pipeline(dutch, name=str(tmp_path))

    (tmp_path / "weights").write_bytes(b"1")
    after = identify_pipeline(dutch, name=str(tmp_path))

    assert before.name == after.name == "nl_proef 1.0"
    assert before.fingerprint != after.fingerprint


def test_a_pipeline_made_by_code_is_told_as_it_is_loaded(dutch: Language) -> None:
    assert identify_pipeline(dutch, name=gold_pipeline.NAME).name == load_pipeline(dutch, name=gold_pipeline.NAME)[1]


@pytest.mark.quality
def test_the_own_pipeline_is_told_as_it_is_loaded(dutch: Language) -> None:
    assert identify_pipeline(dutch).name == load_pipeline(dutch)[1]
