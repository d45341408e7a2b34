"""Search finds names and sentences."""

import pytest

from tests.browser.conftest import Open
from tests.browser.looking import counter, press
from tests.export.news import bridge_news, town_news, year_news

pytestmark = pytest.mark.browser


def test_search_finds_names_before_sentences(visit: Open) -> None:
    page = visit(town_news()).page

    press(page, "/")
    page.keyboard.type("hanzelijn")

    rows = page.locator("#results li").all_inner_texts()
    assert rows[0] == "Hanzelijn"
    assert any(row.startswith("Chauffeurs van busbedrijf Hanzelijn") for row in rows[1:])


def test_search_needs_no_accents(visit: Open) -> None:
    page = visit(bridge_news()).page

    page.fill("#search", "vêrmeer")

    assert page.locator("#results li").first.inner_text() == "Anna Vermeer"


def test_search_reaches_what_the_window_leaves_out(visit: Open) -> None:
    page = visit(year_news(articles=400)).page

    page.fill("#search", "Piet 399")
    page.keyboard.press("Enter")

    assert page.inner_text("#panel h2") == "Piet 399"
    assert int(counter(page).split()[0]) < 20
