"""The views beside the picture, and what narrows it: article, differences, routes, confidence, taking back."""

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from kg.graph import KnowledgeGraph
from kg.notebook import Graph
from tests.browser.conftest import Open
from tests.browser.looking import counter, search
from tests.export.news import bridge_news, hostile_news, town_news, two_papers, year_news

pytestmark = pytest.mark.browser

SVG = "{http://www.w3.org/2000/svg}"


def test_the_article_shows_its_whole_text_with_names_and_verbs_marked(visit: Open) -> None:
    page = visit(bridge_news()).page

    page.get_by_role("button", name="Artikel").click()

    assert "Het bedrijf betaalt volgens Kramer geen boete." in page.inner_text("#article")
    assert page.inner_text("#article h2") == "Wethouder opent nieuwe brug in Zwolle"
    assert page.locator("#article .mark.verb").first.inner_text() == "opende"
    assert page.locator("#article .mark.part").first.inner_text() == "Anna Vermeer"


def test_above_the_article_stand_its_section_and_its_licence(visit: Open) -> None:
    graph, by = bridge_news(), "https://creativecommons.org/licenses/by/4.0/"
    told = tuple(
        replace(each, document=replace(each.document, section="Regio", licence=by))
        for each in graph.resolution.extractions
    )
    page = visit(KnowledgeGraph(replace(graph.resolution, extractions=told), graph.run)).page

    page.get_by_role("button", name="Artikel").click()

    assert "Regio" in page.locator("#article .hint").first.inner_text()
    licence = page.locator("#article .hint a", has_text="licentie")
    assert licence.get_attribute("href") == by


def test_the_article_stands_beside_its_own_part_of_the_graph(visit: Open) -> None:
    page = visit(town_news()).page

    page.keyboard.press("a")
    page.locator("#article select").select_option(label="Staking legt busvervoer rond Zwolle plat")

    assert "Chauffeurs van busbedrijf Hanzelijn" in page.inner_text("#article")
    assert counter(page).startswith("16 van 46")


def test_a_mark_in_the_text_opens_its_panel_and_all_its_marks_light_up(visit: Open) -> None:
    page = visit(bridge_news()).page
    page.keyboard.press("a")

    page.locator("#article .mark", has_text="Anna Vermeer").click()

    assert page.inner_text("#panel h2") == "Anna Vermeer"
    assert page.locator("#article .mark.chosen").all_inner_texts() == ["Anna Vermeer", "Vermeer"]


def test_pointing_at_a_mark_in_the_text_lights_what_is_the_same(visit: Open) -> None:
    page = visit(bridge_news()).page
    page.keyboard.press("a")

    page.locator("#article .mark", has_text="de Veerbrug").hover()

    assert page.locator("#article .mark.hot").count() == 4


def test_a_long_reader_can_walk_the_marks_by_keyboard(visit: Open) -> None:
    page = visit(bridge_news()).page
    page.keyboard.press("a")

    page.locator("#article .mark.verb").first.focus()
    page.keyboard.press("Enter")

    assert page.inner_text("#panel h2") == "opende"


def test_an_article_that_tries_to_break_out_is_only_text(visit: Open) -> None:
    page = visit(hostile_news()).page

    page.keyboard.press("a")

    assert page.locator("#article img, #article script").count() == 0
    assert "<img src=x onerror=alert(1)>" in page.inner_text("#article")


def test_two_papers_that_disagree_stand_side_by_side(visit: Open) -> None:
    page = visit(two_papers()).page

    page.get_by_role("button", name="Verschillen").click()

    pair = page.locator("#differences .pair")
    assert "AANTAL" in pair.locator("h3").inner_text().upper()
    assert [text.split()[2] for text in pair.locator("blockquote").all_inner_texts()] == ["verwondde", "verwondde"]
    assert "drie mensen" in pair.inner_text()
    assert "vijf mensen" in pair.inner_text()


def test_an_action_leads_to_the_other_telling(visit: Open) -> None:
    page = visit(two_papers()).page

    search(page, "verwondde")

    assert "ochtendblad" in page.locator("#panel article.told").inner_text()


def test_without_differences_there_is_no_such_view(visit: Open) -> None:
    page = visit(town_news()).page

    assert not page.get_by_role("button", name="Verschillen").is_visible()


def test_a_route_joins_two_names_by_the_shortest_ways(visit: Open) -> None:
    page = visit(town_news(), anchor="#n=Person%2Flies-de-boer").page

    page.get_by_role("button", name="Route naar").click()
    page.keyboard.type("Joost Kramer")
    page.keyboard.press("Enter")

    assert page.inner_text("#banner-text") == "Kortste wegen van Lies de Boer naar Joost Kramer"
    assert counter(page).startswith("5 van 46"), "De Boer, sprak, Vermeer, bedankte, Kramer"


def test_a_route_by_keyboard_and_back(visit: Open) -> None:
    page = visit(town_news(), anchor="#n=Person%2Flies-de-boer").page

    page.keyboard.press("r")
    page.keyboard.type("Joost Kramer")
    page.keyboard.press("Enter")
    found = counter(page)
    page.keyboard.press("z")

    assert found.startswith("5 van 46")
    assert counter(page).startswith("46 van 46")


def test_where_no_way_leads_the_page_says_so(visit: Open) -> None:
    page = visit(town_news(), anchor="#n=Campaign%2Frustig-water").page

    page.get_by_role("button", name="Route naar").click()
    page.keyboard.type("Joost Kramer")
    page.keyboard.press("Enter")

    assert page.inner_text("#banner-text") == "Geen weg van Rustig Water naar Joost Kramer"


def test_only_sure_actions_can_be_left(visit: Open) -> None:
    page = visit(bridge_news()).page
    before = counter(page)

    page.locator("#sure").fill("50")

    assert before.startswith("21 van 21")
    assert counter(page).startswith("19 van 21"), "without 'stapt', and who does nothing else"
    assert page.inner_text("#sure-words") == "vanaf 50%"


def test_every_change_of_the_filters_can_be_taken_back(visit: Open) -> None:
    page = visit(bridge_news(), anchor="#n=Person%2Fmo-idrissi").page

    page.keyboard.press("h")
    page.keyboard.press("f")
    page.get_by_role("button", name="Ongedaan maken").click()
    unfolded = counter(page)
    page.keyboard.press("Control+z")

    assert unfolded.startswith("20 van 21")
    assert counter(page).startswith("21 van 21")


def test_folding_ends_the_view_of_an_action_and_its_neighbours(visit: Open) -> None:
    page = visit(bridge_news()).page
    page.locator("#panel .verb").first.click()
    page.keyboard.press("n")
    before = page.inner_text("#banner-text")

    page.keyboard.press("f")

    assert before != ""
    assert page.locator("#banner").is_hidden()


def test_each_slider_is_taken_back_by_itself(visit: Open) -> None:
    page = visit(town_news()).page
    page.locator("#to").fill("0")
    between = counter(page)
    page.locator("#sure").fill("50")
    page.locator("#sure").fill("90")

    page.get_by_role("button", name="Ongedaan maken").click()

    assert counter(page) == between
    assert page.locator("#sure").input_value() == "0"


def test_a_filter_leaves_no_loose_actors(visit: Open) -> None:
    page = visit(bridge_news()).page

    page.locator("#filter-standing li", has_text="plan").get_by_role("button").click()

    assert counter(page).startswith("3 van 21"), "the town, its plan, and where the path leads"


def test_the_drawing_comes_as_svg_with_every_label_in_it(visit: Open) -> None:
    page = visit(bridge_news()).page

    with page.expect_download() as download:
        page.get_by_role("button", name="SVG").click()

    drawing = ET.parse(download.value.path()).getroot()
    texts = {"".join(text.itertext()) for text in drawing.iter(f"{SVG}text")}
    assert drawing.tag == f"{SVG}svg"
    assert {"Anna Vermeer", "opende"} < texts
    assert len(list(drawing.iter(f"{SVG}path"))) > 40


def test_a_drawing_of_hostile_names_is_well_formed(visit: Open) -> None:
    page = visit(hostile_news()).page

    with page.expect_download() as download:
        page.get_by_role("button", name="SVG").click()

    assert ET.parse(download.value.path()).getroot().tag == f"{SVG}svg"


def test_a_large_graph_has_a_map_whose_dots_can_be_clicked(visit: Open) -> None:
    page = visit(year_news(articles=400)).page
    assert page.locator("#map").is_visible()

    page.locator("#map").click(position={"x": 88, "y": 60})

    assert page.inner_text("#panel h2") != "Overzicht"


def test_a_small_graph_needs_no_map(visit: Open) -> None:
    page = visit(bridge_news()).page

    assert not page.locator("#map").is_visible()


def test_on_paper_the_list_is_whole_and_the_tools_are_gone(visit: Open) -> None:
    page = visit(bridge_news()).page

    page.emulate_media(media="print")

    assert not page.locator(".tools").is_visible()
    assert not page.locator("#sidebar").is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('#panel')).overflowY") == "visible"


def test_a_notebook_frame_shows_the_graph_and_can_be_used(visit: Open) -> None:
    graph = bridge_news()
    page = visit(graph).page

    page.goto("about:blank")
    page.set_content(Graph(graph.resolution, graph.run).show()._repr_html_())
    frame = page.frame_locator("iframe")
    frame.locator("#search").fill("Anna")
    frame.locator("#search").press("Enter")

    assert frame.locator("#panel h2").inner_text() == "Anna Vermeer"
