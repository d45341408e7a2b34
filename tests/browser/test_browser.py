"""The page in a real browser; the `visit` fixture fails a test on any console message, dialog or request."""

import csv
import io

import pytest
from playwright.sync_api import Page

from kg.export import page as pages
from kg.export import page_data
from tests.browser.conftest import Open
from tests.export.news import HOSTILE, bridge_news, hostile_news, town_news, year_news

pytestmark = pytest.mark.browser

SIZES = [(1440, 900), (900, 700), (390, 844)]


def painted_colours(page: Page) -> int:
    return int(
        page.evaluate(
            """() => {
              const canvas = document.querySelector("#canvas canvas");
              const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
              return new Set(new Uint32Array(data.buffer)).size;
            }"""
        )
    )


def middle_of(page: Page, colour: str) -> tuple[float, float]:
    """Return where on the screen the only node with this colour is painted."""
    x, y = page.evaluate(
        """(colour) => {
          const canvas = document.querySelector("#canvas canvas");
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          const wanted = [1, 3, 5].map((start) => parseInt(colour.slice(start, start + 2), 16));
          const hits = [];
          for (let dot = 0; dot < data.length; dot += 4) {
            if (wanted.every((part, place) => data[dot + place] === part)) hits.push(dot / 4);
          }
          const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
          const box = canvas.getBoundingClientRect();
          const ratio = canvas.width / box.width;
          return [
            box.x + mean(hits.map((hit) => hit % canvas.width)) / ratio,
            box.y + mean(hits.map((hit) => Math.floor(hit / canvas.width))) / ratio,
          ];
        }""",
        colour,
    )
    return x, y


def counter(page: Page) -> str:
    return page.inner_text("#counter")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def only(page: Page, group: str, text: str) -> None:
    page.locator(f"#filter-{group} li", has_text=text).get_by_role("button").click()


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


def test_every_hostile_name_can_be_opened(visit: Open) -> None:
    visited = visit(hostile_news())
    page = visited.page

    for node in range(len(HOSTILE)):
        page.evaluate(f"location.hash = document.querySelectorAll('#panel a.name')[{node}]?.getAttribute('href') ?? ''")
        page.wait_for_timeout(20)

    assert page.inner_text("#panel h2").strip()


def test_a_hostile_address_is_no_link(visit: Open) -> None:
    page = visit(hostile_news()).page

    assert page.locator("a[href^='javascript']").count() == 0


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


def test_the_panel_tells_who_did_what_with_the_marked_sentence(visit: Open) -> None:
    page = visit(bridge_news()).page

    page.fill("#search", "anna")
    page.keyboard.press("Enter")

    assert page.inner_text("#panel h2") == "Anna Vermeer"
    first = page.locator("#panel .told").first
    assert first.locator("blockquote").inner_text() == "Wethouder Anna Vermeer opende maandag de Veerbrug in Zwolle."
    assert first.locator("mark.verb").all_inner_texts() == ["opende"]
    assert "Anna Vermeer" in first.locator("mark.part").all_inner_texts()
    assert "De Stadsbode" in first.locator("figcaption").inner_text()
    assert "2 mrt 2026" in first.locator("figcaption").inner_text()


def test_a_claim_names_its_speaker(visit: Open) -> None:
    page = visit(town_news()).page

    page.fill("#search", "verkocht")
    page.keyboard.press("Enter")

    assert "bewering" in page.inner_text("#panel .badges")
    assert "volgens Het Openbaar Ministerie" in page.inner_text("#panel .badges")


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


def test_a_name_in_the_panel_leads_to_its_own_panel(visit: Open) -> None:
    page = visit(town_news(), anchor="#n=Person%2Fwim-prins").page

    page.locator("#panel a.name", has_text="Noor Hassan").first.click()

    assert page.inner_text("#panel h2") == "Noor Hassan"
    assert page.evaluate("location.hash") == "#n=Person%2Fnoor-hassan"


def test_a_thing_without_actions_shows_where_it_is_named(visit: Open) -> None:
    page = visit(town_news(), anchor="#n=Organisation%2Fdatahuis").page

    assert "Datahuis was niet bereikbaar." in page.locator("#panel blockquote").all_inner_texts()


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


def test_a_link_to_a_node_opens_its_panel(visit: Open) -> None:
    page = visit(town_news(), anchor="#n=Person%2Flies-de-boer").page

    assert page.inner_text("#panel h2") == "Lies de Boer"


def test_a_link_to_nothing_shows_the_overview(visit: Open) -> None:
    page = visit(town_news(), anchor="#n=%E0%A4%A").page

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


def test_search_reaches_what_the_window_leaves_out(visit: Open) -> None:
    page = visit(year_news(articles=400)).page

    page.fill("#search", "Piet 399")
    page.keyboard.press("Enter")

    assert page.inner_text("#panel h2") == "Piet 399"
    assert int(counter(page).split()[0]) < 20


def test_packed_data_is_read(visit: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "PACKED_ABOVE", 1000)

    page = visit(town_news()).page

    assert counter(page).startswith("46 van 46")


def test_the_period_can_be_narrowed(visit: Open) -> None:
    page = visit(town_news()).page

    page.locator("#to").fill("0")

    assert page.inner_text("#to-words") == "t/m 2 mrt 2026"
    assert counter(page).startswith("21 van 46")


def test_the_table_comes_as_csv(visit: Open) -> None:
    page = visit(town_news()).page

    with page.expect_download() as download:
        page.get_by_role("button", name="CSV").click()

    rows = list(csv.reader(io.StringIO(download.value.path().read_text(encoding="utf-8-sig"))))
    assert len(rows) == 1 + len(town_news().actions)
    assert ["Anna Vermeer", "opende"] in [row[:2] for row in rows]


def test_no_cell_of_the_csv_is_a_formula(visit: Open) -> None:
    page = visit(hostile_news()).page

    with page.expect_download() as download:
        page.get_by_role("button", name="CSV").click()

    rows = csv.reader(io.StringIO(download.value.path().read_text(encoding="utf-8-sig")))
    assert not [cell for row in rows for cell in row if cell.startswith("=")]


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
