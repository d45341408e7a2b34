"""The page in Firefox."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest

from kg.export.page import write_page
from kg.graph import KnowledgeGraph
from tests.browser.firefox import Firefox, firefox
from tests.export.news import hostile_news, town_news, year_news

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    if program is None and os.environ.get("CI") == "true":
        pytest.fail("these tests need Firefox: apt-get install firefox-esr")
    if program is None:
        pytest.skip("no Firefox here: apt-get install firefox-esr")
    with firefox(program, tmp_path_factory.mktemp("profile")) as opened:
        yield opened


def visit(tab: Firefox, graph: KnowledgeGraph, folder: Path) -> None:
    path = folder / "graph.html"
    write_page(graph, path)
    tab.open(path.as_uri())
    wait_for(tab, "document.querySelector('#counter').textContent !== ''")


def wait_for(tab: Firefox, condition: str) -> None:
    end = monotonic() + 30
    while not tab.evaluate(condition):
        assert monotonic() < end, condition
        sleep(0.1)


def test_firefox_paints_the_graph(tab: Firefox, tmp_path: Path) -> None:
    visit(tab, town_news(), tmp_path)

    wait_for(
        tab,
        """(() => {
          const canvas = document.querySelector("#canvas canvas");
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          return new Set(new Uint32Array(data.buffer)).size > 20;
        })()""",
    )
    assert str(tab.evaluate("document.querySelector('#counter').textContent")).startswith("46 ")


def test_firefox_searches_and_opens_a_panel_by_keyboard(tab: Firefox, tmp_path: Path) -> None:
    visit(tab, town_news(), tmp_path)

    tab.press("/Hanzelijn\ue007")

    assert tab.evaluate("document.querySelector('#panel h2').textContent") == "Hanzelijn"


@pytest.mark.parametrize(("key", "view"), [("t", "#table tbody tr"), ("a", "#article .mark")])
def test_firefox_shows_the_other_views(tab: Firefox, tmp_path: Path, key: str, view: str) -> None:
    visit(tab, town_news(), tmp_path)

    tab.press(key)

    assert tab.evaluate(f"document.querySelectorAll('{view}').length") > 0


def test_firefox_unpacks_a_large_graph(tab: Firefox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.export.page.PACKED_ABOVE", 1000)

    visit(tab, year_news(articles=150), tmp_path)

    assert " 601 " in str(tab.evaluate("document.querySelector('#counter').textContent"))


def test_firefox_has_nothing_to_complain_of_and_asks_the_network_for_nothing(tab: Firefox, tmp_path: Path) -> None:
    tab.messages.clear()
    tab.requests.clear()

    visit(tab, hostile_news(), tmp_path)
    tab.press("tafg")

    assert tab.messages == []
    assert [address for address in tab.requests if not address.startswith("file:")] == []
