"""The page is one file: nothing from elsewhere, and no text taken for code."""

import base64
import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg.export import page
from kg.export.page import page_html, write_page
from tests.export.news import HOSTILE, hostile_news, town_news
from tests.export.newsroom import Article, graph_of
from tests.export.paging import ASSETS, content


def test_an_empty_graph_has_a_page() -> None:
    assert content(page_html(graph_of([])))["nodes"] == []


def test_the_file_loads_nothing_from_elsewhere() -> None:
    markup = re.sub(r"<script>.*?</script>|<style>.*?</style>", "", page_html(town_news()), flags=re.DOTALL)

    assert not re.search(r"\b(src|href)\s*=", re.sub(r'id="page-data">.*?</script>', "", markup, flags=re.DOTALL))
    assert "@import" not in (ASSETS / "page.css").read_text(encoding="utf-8")
    assert "url(" not in (ASSETS / "page.css").read_text(encoding="utf-8")


def test_only_the_scripts_and_the_style_of_the_page_may_run() -> None:
    html = page_html(town_news())

    policy = re.search(r'Content-Security-Policy" content="(.*?)"', html)
    assert policy
    parts = re.findall(r"<(?:script|style)>(.*?)</(?:script|style)>", html, re.DOTALL)
    hashes = {base64.b64encode(hashlib.sha256(part.encode()).digest()).decode() for part in parts}
    assert set(re.findall(r"sha256-([\w+/=]+)", policy[1].replace("&#39;", "'"))) == hashes
    assert "default-src &#39;none&#39;" in policy[1]
    assert "unsafe" not in policy[1]


def test_scripts_hold_no_end_tag_and_no_comment_that_html_would_see() -> None:
    for name in ["vis-network.min.js", *page._SCRIPTS]:
        text = (ASSETS / name).read_text(encoding="utf-8").lower()

        assert "</script" not in text
        assert "<!--" not in text


def test_our_scripts_write_text_and_never_markup() -> None:
    for name in page._SCRIPTS:
        text = (ASSETS / name).read_text(encoding="utf-8")

        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|DOMParser", text
        )
        assert len(text.splitlines()) < 300


def test_text_of_an_article_never_becomes_markup() -> None:
    html = page_html(hostile_news())

    assert html.count("<script") == 3
    assert "<img" not in html


def test_hostile_names_come_back_as_they_were() -> None:
    labels = {node["label"] for node in content(page_html(hostile_news()))["nodes"]}

    assert set(HOSTILE) <= labels


def test_an_article_without_valid_unicode_can_be_written(tmp_path: Path) -> None:
    graph = graph_of([Article("a", ("[Anna \ud800](agent Person/anna) {hielp}.",), title="half \ud800")])

    write_page(graph, tmp_path / "graph.html")

    assert (tmp_path / "graph.html").read_bytes().decode("utf-8")


def test_much_data_is_packed(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = content(page_html(town_news()))
    monkeypatch.setattr(page, "PACKED_ABOVE", 1000)

    html = page_html(town_news())

    assert 'type="application/gzip"' in html
    assert content(html) == plain


def test_the_same_graph_gives_the_same_bytes_whatever_the_hash_seed() -> None:
    code = (
        "import hashlib; from kg.export.page import page_html; from tests.export.news import town_news;"
        "print(hashlib.sha256(page_html(town_news()).encode()).hexdigest())"
    )

    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[2])},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(found) == 1
