"""Filters leave what is wanted, and can be taken back."""

import pytest

from tests.browser.conftest import Open
from tests.browser.looking import counter, only, press
from tests.export.news import town_news

pytestmark = pytest.mark.browser


def test_the_legend_filters(visit: Open) -> None:
    page = visit(town_news()).page
    before = counter(page)

    page.locator("#filter-legend li", has_text="Acties").get_by_role("checkbox").uncheck()

    assert counter(page) != before
    assert counter(page).startswith("22 van 46")


def test_only_one_kind_can_be_left(visit: Open) -> None:
    page = visit(town_news()).page

    only(page, "legend", "Personen")

    assert counter(page).startswith("6 van 46")


def test_claims_can_be_seen_alone(visit: Open) -> None:
    page = visit(town_news()).page
    press(page, "t")

    only(page, "standing", "bewering")

    said = set(page.locator("#table tbody td:nth-child(2)").all_inner_texts())
    assert {"niet: betaalt", "niet: bedreigde", "niet: ontving"} < said
    assert "opende" not in said


def test_filters_can_be_taken_back_at_once(visit: Open) -> None:
    page = visit(town_news()).page
    only(page, "legend", "Personen")

    page.get_by_role("button", name="Alles weer tonen").click()

    assert counter(page).startswith("46 van 46")


def test_the_period_can_be_narrowed(visit: Open) -> None:
    page = visit(town_news()).page

    page.locator("#to").fill("0")

    assert page.inner_text("#to-words") == "t/m 2 mrt 2026"
    assert counter(page).startswith("21 van 46")
