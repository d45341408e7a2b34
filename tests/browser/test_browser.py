"""The page in a real browser; the `visit` fixture fails a test on any console message, dialog or request."""

import pytest

from kg.export import page as pages
from kg.export import page_data
from tests.browser.conftest import Open
from tests.browser.looking import counter, middle_of, painted_colours, press
from tests.export.news import bridge_news, hostile_news, town_news, year_news

pytestmark = pytest.mark.browser

SIZES = [(1440, 900), (900, 700), (390, 844)]


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_paints_at_every_size_in_both_modes(visit: Open, width: int, height: int, scheme: str) -> None:
    page = visit(town_news(), width=width, height=height, scheme=scheme).page

    assert painted_colours(page) > 20
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_hostile_text_changes_nothing(visit: Open) -> None:
    page = visit(hostile_news()).page

    press(page, "ArrowRight", "f", "ArrowLeft", "t")
    for name in ("img", "alert", "__proto__", "href"):
        page.fill("#search", name)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="CSV").click()

    assert page.locator("#page img, #panel img, #table img").count() == 0
    assert page.evaluate("({}).polluted === undefined && document.querySelectorAll('script').length") == 3


def test_a_click_on_a_node_opens_it(visit: Open) -> None:
    page = visit(bridge_news()).page

    page.mouse.click(*middle_of(page, page_data.groups()["Group"]["color"]))

    assert page.inner_text("#panel h2") == "Tientallen omwonenden"


def test_a_click_beside_the_nodes_closes_the_panel(visit: Open) -> None:
    page = visit(bridge_news(), anchor="#n=Place%2Fhattem").page

    page.locator("#canvas").click(position={"x": 3, "y": 3})

    assert page.inner_text("#panel h2") == "Overzicht"


def test_a_double_click_leaves_only_the_neighbours(visit: Open) -> None:
    page = visit(town_news()).page

    page.mouse.dblclick(*middle_of(page, page_data.groups()["Campaign"]["color"]))

    assert counter(page).startswith("2 van 46")


def test_actions_can_be_folded_into_lines_between_actors(visit: Open) -> None:
    page = visit(town_news()).page

    page.get_by_role("button", name="Zonder acties").click()

    assert counter(page).startswith("21 van 22"), "Rustig Water acts with nobody, so it has no line"


def test_neighbours_stand_alone_and_come_back(visit: Open) -> None:
    page = visit(town_news(), anchor="#n=Person%2Fmo-idrissi").page

    page.get_by_role("button", name="Alleen buren").click()
    alone = counter(page)
    press(page, "Escape", "Escape")

    assert int(alone.split()[0]) < 10
    assert counter(page).startswith("46 van 46")


def test_a_hidden_node_can_be_shown_again(visit: Open) -> None:
    page = visit(bridge_news(), anchor="#n=Person%2Fmo-idrissi").page
    page.get_by_role("button", name="Verberg").click()
    without = counter(page)

    page.locator("#hidden").get_by_role("button", name="toon").click()

    assert without.startswith("20 van 21")
    assert counter(page).startswith("21 van 21")


def test_arrow_keys_walk_and_escape_goes_back(visit: Open) -> None:
    page = visit(town_news()).page

    walked = set()
    for key in ("ArrowRight", "ArrowLeft", "ArrowLeft", "ArrowUp", "ArrowDown", "ArrowRight"):
        press(page, key)
        walked.add(page.inner_text("#panel h2"))
    press(page, "Escape")

    assert len(walked - {"Overzicht"}) > 2
    assert page.inner_text("#panel h2") == "Overzicht"


def test_the_reader_can_switch_to_english(visit: Open) -> None:
    page = visit(bridge_news()).page

    page.get_by_label("Taal").select_option("en")

    assert page.inner_text("#panel h2") == "Overview"
    assert page.evaluate("document.documentElement.lang") == "en"


def test_a_large_graph_draws_a_window_and_says_so(visit: Open) -> None:
    page = visit(year_news(articles=150)).page

    assert counter(page).startswith("300 van 601")
    assert "300" in page.inner_text("#banner")


def test_packed_data_is_read(visit: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "PACKED_ABOVE", 1000)

    page = visit(town_news()).page

    assert counter(page).startswith("46 van 46")


def test_the_picture_comes_as_png(visit: Open) -> None:
    page = visit(town_news()).page

    with page.expect_download() as download:
        page.get_by_role("button", name="PNG").click()

    assert download.value.path().read_bytes().startswith(b"\x89PNG")


def test_on_a_phone_the_filters_open_and_close(visit: Open) -> None:
    page = visit(town_news(), width=390, height=844).page
    assert not page.locator("#sidebar").is_visible()

    page.get_by_role("button", name="Filters").click()
    assert page.locator("#filter-legend").is_visible()

    page.get_by_role("button", name="Filters").click()
    assert not page.locator("#sidebar").is_visible()


def test_on_a_phone_a_name_found_comes_in_view(visit: Open) -> None:
    page = visit(town_news(), width=390, height=844).page
    page.get_by_role("button", name="Filters").click()

    page.fill("#search", "hanzelijn")
    page.keyboard.press("Enter")

    assert page.inner_text("#panel h2") == "Hanzelijn"
    assert not page.locator("#sidebar").is_visible()


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_control_is_large_enough_for_a_finger(visit: Open, width: int, height: int) -> None:
    page = visit(town_news(), anchor="#n=Person%2Fwim-prins", width=width, height=height).page

    small = page.evaluate(
        """() => [...document.querySelectorAll("button, select, input[type=search], .filter label")]
          .map((element) => [element.id || element.className || element.tagName, element.getBoundingClientRect()])
          .filter(([, box]) => box.width && box.height && (box.width < 24 || box.height < 24))
          .map(([name]) => name)"""
    )

    assert small == []
