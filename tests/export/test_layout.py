"""Where the nodes of the page stand."""

from kg.export.page import page_network
from kg.graph import KnowledgeGraph
from tests.export.news import bridge_news, town_news, year_news
from tests.export.newsroom import Article, graph_of


def shared_places(graph: KnowledgeGraph) -> int:
    places = [(node["x"], node["y"]) for node in page_network(graph).nodes]
    return len(places) - len(set(places))


def test_no_two_nodes_stand_in_the_same_place() -> None:
    assert shared_places(town_news()) == 0
    assert shared_places(year_news(articles=50)) == 0


def test_nodes_of_a_long_article_stand_apart_too() -> None:
    people = "".join(f" [Jan {number}](companion Person/{number})" for number in range(450))

    assert shared_places(graph_of([Article("a", (f"[Els](agent Person/els) {{belde}}{people}.",))])) == 0


def test_an_article_is_drawn_as_one_block_and_in_order_of_date() -> None:
    nodes = page_network(town_news()).nodes
    boxes = []
    for home in (0, 2, 1):  # by date: the bridge, the strike, the court
        spots = [(node["y"], node["x"]) for node in nodes if node["home"] == home]
        boxes.append((min(spots)[0], max(spots)[0], min(x for _, x in spots), max(x for _, x in spots)))

    bridge, strike, court = boxes
    assert bridge[1] < strike[0] or bridge[3] < strike[2]
    assert strike[1] < court[0] or strike[3] < court[2]


def test_nodes_of_one_article_leave_room_for_their_labels() -> None:
    nodes = page_network(bridge_news()).nodes

    for node in nodes:
        for other in nodes:
            if node["id"] < other["id"]:
                assert abs(node["x"] - other["x"]) > 24 or abs(node["y"] - other["y"]) > 40
