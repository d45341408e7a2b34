"""The page says in how many articles something is told, from how many sources, and what is a copy of what."""

from dataclasses import replace

import pytest

from kg.graph import KnowledgeGraph
from kg.model import Copy, CopyKind
from tests.browser.conftest import Open
from tests.browser.looking import search
from tests.corpus import COPY, PLAN, PLAN_SAYS, RUN, small_resolution
from tests.factory import resolution_of

pytestmark = pytest.mark.browser


def copied() -> KnowledgeGraph:
    """Return a graph of which one article is a sentence out of the other."""
    copy = Copy(COPY.id, PLAN.id, CopyKind.SHORTENED, 1.0, ((0, 1),), is_one_source=True)
    return KnowledgeGraph(replace(small_resolution(), copies=(copy,)), RUN)


def test_an_action_says_how_many_articles_and_sources_tell_it(visit: Open) -> None:
    page = visit(copied()).page

    search(page, "bezocht")

    assert "2 artikelen, 1 onafhankelijke bron\n" in page.inner_text("#panel")


def test_the_numbers_are_in_the_readers_language(visit: Open) -> None:
    page = visit(KnowledgeGraph(small_resolution(), RUN)).page
    page.select_option("#language", "en")

    search(page, "bezocht")

    assert "2 articles, 2 independent sources\n" in page.inner_text("#panel")


def test_the_table_sorts_by_how_widely_it_is_told(visit: Open) -> None:
    page = visit(copied()).page
    page.keyboard.press("t")

    for _ in range(2):
        page.locator("#table th button", has_text="Verteld in").click()

    told = page.locator("#table tbody td:nth-child(7)").all_inner_texts()
    assert told == ["2 artikelen, 1 onafhankelijke bron", *["1 artikel"] * (len(told) - 1)]


def test_the_table_of_a_single_article_has_no_such_column(visit: Open) -> None:
    page = visit(KnowledgeGraph(resolution_of((PLAN_SAYS,), ()), RUN)).page
    page.keyboard.press("t")

    assert page.locator("#table th button", has_text="Verteld in").count() == 0


def test_a_copy_leads_to_its_original(visit: Open) -> None:
    page = visit(copied()).page
    page.keyboard.press("a")
    page.locator("#article select").select_option(label="Kort")
    line = page.locator("#article p", has_text="Kopie, ingekort: 100% staat ook in")

    line.get_by_role("link", name=PLAN.title).click()

    assert page.locator("#article select option:checked").inner_text() == PLAN.title
    assert line.count() == 0
