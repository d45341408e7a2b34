"""The table of actions, on the page and as CSV."""

import csv
import io

import pandas
import pytest

from tests.browser.conftest import Open
from tests.browser.looking import press
from tests.export.news import hostile_news, town_news

pytestmark = pytest.mark.browser


def test_the_table_holds_every_action(visit: Open) -> None:
    page = visit(town_news()).page

    page.get_by_role("button", name="Tabel").click()

    assert page.locator("#table tbody tr").count() == len(town_news().actions)
    assert not page.locator("#canvas").is_visible()


def test_the_table_sorts_by_column(visit: Open) -> None:
    page = visit(town_news()).page
    press(page, "t")

    page.locator("#table th button", has_text="deed").click()

    verbs = [verb.removeprefix("niet: ") for verb in page.locator("#table tbody td:nth-child(2)").all_inner_texts()]
    assert verbs[0] == "bedankte"


def test_the_table_comes_as_csv(visit: Open) -> None:
    page = visit(town_news()).page

    with page.expect_download() as download:
        page.get_by_role("button", name="CSV").click()

    rows = pandas.read_csv(download.value.path(), keep_default_na=False)
    assert len(rows) == len(town_news().actions)
    assert ["Anna Vermeer", "opende"] in rows.iloc[:, :2].values.tolist()


def test_no_cell_of_the_csv_is_a_formula(visit: Open) -> None:
    page = visit(hostile_news()).page

    with page.expect_download() as download:
        page.get_by_role("button", name="CSV").click()

    rows = csv.reader(io.StringIO(download.value.path().read_text(encoding="utf-8-sig")))
    assert not [cell for row in rows for cell in row if cell.startswith("=")]
