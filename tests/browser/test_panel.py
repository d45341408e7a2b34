"""The panel tells all about one thing."""

import pytest

from tests.browser.conftest import Open
from tests.export.news import HOSTILE, bridge_news, hostile_news, town_news
from tests.export.newsroom import Article, graph_of

pytestmark = pytest.mark.browser


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


def test_a_sentence_is_in_the_language_of_its_article(visit: Open) -> None:
    page = visit(bridge_news()).page
    page.fill("#search", "anna")

    page.keyboard.press("Enter")

    assert {quote.get_attribute("lang") for quote in page.locator("#panel blockquote").all()} == {"nl"}


def test_a_claim_names_its_speaker(visit: Open) -> None:
    page = visit(town_news()).page

    page.fill("#search", "verkocht")
    page.keyboard.press("Enter")

    assert "bewering" in page.inner_text("#panel .badges")
    assert "volgens Het Openbaar Ministerie" in page.inner_text("#panel .badges")


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("[Anna](agent Person/anna) zou {gedronken} hebben. ## conditional possible", "naar verluidt"),
        ("Als het regent, {vertrekt} [Anna](agent Person/anna). ## conditional", "alleen als"),
    ],
)
def test_hearsay_has_other_words_than_a_condition(sentence: str, told: str, visit: Open) -> None:
    page = visit(graph_of([Article("a", (sentence,))]), anchor="#n=Person%2Fanna").page

    badges = page.inner_text("#panel .badges")

    assert [words for words in ("naar verluidt", "alleen als") if words in badges] == [told]


def test_a_name_in_the_panel_leads_to_its_own_panel(visit: Open) -> None:
    page = visit(town_news(), anchor="#n=Person%2Fwim-prins").page

    page.locator("#panel a.name", has_text="Noor Hassan").first.click()

    assert page.inner_text("#panel h2") == "Noor Hassan"
    assert page.evaluate("location.hash") == "#n=Person%2Fnoor-hassan"


def test_a_thing_without_actions_shows_where_it_is_named(visit: Open) -> None:
    page = visit(town_news(), anchor="#n=Organisation%2Fdatahuis").page

    assert "Datahuis was niet bereikbaar." in page.locator("#panel blockquote").all_inner_texts()


def test_a_link_to_a_node_opens_its_panel(visit: Open) -> None:
    page = visit(town_news(), anchor="#n=Person%2Flies-de-boer").page

    assert page.inner_text("#panel h2") == "Lies de Boer"


def test_the_overview_tells_namesakes_apart_by_what_they_are(visit: Open) -> None:
    told = ("[Jan Bos](agent Person/one) {belde} [Els](patient Person/els).",)
    again = ("[Jan Bos](agent Person/two) {belde} [Els](patient Person/els).",)
    functions = (("Person/one", "bakker", ""), ("Person/two", "rechter", ""), ("Person/els", "boerin", ""))
    page = visit(graph_of((Article("a", told), Article("b", again)), functions=functions)).page

    rows = page.locator("#panel .names").first.locator("li").all_inner_texts()

    assert ["bakker" in row for row in rows if "Jan Bos" in row] == [True, False]
    assert ["rechter" in row for row in rows if "Jan Bos" in row] == [False, True]
    assert not any("boerin" in row for row in rows)


def test_a_link_to_nothing_shows_the_overview(visit: Open) -> None:
    page = visit(town_news(), anchor="#n=%E0%A4%A").page

    assert page.inner_text("#panel h2") == "Overzicht"
