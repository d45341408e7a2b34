"""What axe-core (https://github.com/dequelabs/axe-core) finds on the page, in every view, light and dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import Open
from tests.export.news import two_papers

pytestmark = pytest.mark.browser

SERIOUS = {"serious", "critical"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("view", ["graph", "table", "article", "differences"])
def test_axe_has_nothing_serious_to_say(visit: Open, view: str, width: int, scheme: str) -> None:
    page = visit(two_papers(), width=width, scheme=scheme).page
    page.locator(f".views [data-view={view}]").click()

    findings = Axe().run(page).response["violations"]

    assert [(one["id"], one["nodes"][0]["html"]) for one in findings if one["impact"] in SERIOUS] == []


def test_axe_has_nothing_serious_to_say_of_a_panel_and_the_help(visit: Open) -> None:
    page = visit(two_papers()).page
    page.keyboard.press("ArrowRight")
    page.get_by_role("button", name="Uitleg").click()

    findings = Axe().run(page).response["violations"]

    assert [(one["id"], one["nodes"][0]["html"]) for one in findings if one["impact"] in SERIOUS] == []
