"""What the page tells of the graph, and in which words."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.export import page, page_data
from kg.export.page import page_html, page_network, write_page
from kg.graph import KnowledgeGraph
from kg.model import Certainty, Difference, EntityType, Modality, Role
from tests.export.news import bridge_news, contested_news, town_news, two_papers
from tests.export.newsroom import Article, graph_of
from tests.export.paging import ASSETS, content, edges_of, words


def test_every_node_of_the_graph_is_in_the_page() -> None:
    graph = town_news()

    nodes = content(page_html(graph))["nodes"]

    assert [node["key"] for node in nodes] == [*graph.entities, *graph.actions]


def test_every_edge_of_the_graph_is_in_the_page() -> None:
    graph = town_news()

    edges = edges_of(content(page_html(graph)))

    assert [{source, target, kind} for source, target, kind in edges] == sorted(
        ({source, target, kind} for source, target, kind in graph.network.edges(keys=True)),
        key=lambda edge: [{a, b, c} for a, b, c in edges].index(edge),
    )


def test_an_agent_leads_to_its_action_and_an_action_to_its_patient() -> None:
    graph = graph_of([Article("a", ("[Anna](agent Person/anna) {hielp} [Bram](patient Person/bram).",))])

    edges = edges_of(content(page_html(graph)))

    assert edges == [("Person/anna", "a#action=5,10", "agent"), ("a#action=5,10", "Person/bram", "patient")]


def test_verb_and_names_are_marked_by_their_place_in_the_sentence() -> None:
    graph = graph_of([Article("a", ("Eerst dit.", "Toen {belde} [Anna \U0001f600 Bos](agent Person/anna) {op}."))])

    data = content(page_html(graph))

    [[sentence, verbs, names]] = data["actions"][0]["evidence"]
    text = data["sentences"][sentence][2]
    assert [text[start:end] for start, end in verbs] == ["belde", "op"]
    assert [text[start:end] for start, end in names] == ["Anna \U0001f600 Bos"]


@pytest.mark.parametrize(
    ("flags", "standing"),
    [
        ("", "fact"),
        (" ## said-by=Person/anna", "claim"),
        (" ## future", "plan"),
        (" ## future said-by=Person/anna", "claim"),
        (" ## conditional", "doubt"),
        (" ## possible", "doubt"),
        (" ## negative", "negation"),
        (" ## negative said-by=Person/anna", "claim"),
    ],
)
def test_how_the_text_stands_to_an_action_is_told(flags: str, standing: str) -> None:
    graph = graph_of([Article("a", (f"[Anna](agent Person/anna) {{hielp}} [Bram](patient Person/bram).{flags}",))])

    data = content(page_html(graph))

    assert data["actions"][0]["standing"] == standing
    assert {edge["dashes"] for edge in data["edges"]} == {standing != "fact"}


def test_a_separable_verb_is_written_together_where_its_parts_stand_so() -> None:
    graph = graph_of([Article("a", ("[Anna](agent Person/anna) wil haar steun {in} te {trekken}.",))])
    (action,) = graph.actions.values()
    told = replace(action, mentions=(replace(action.first, predicate="intrekken"),))
    graph = KnowledgeGraph(replace(graph.resolution, actions=(told,)), graph.run)

    assert content(page_html(graph))["nodes"][1]["label"] == "intrekken"


def test_a_participant_that_is_no_entity_keeps_its_words() -> None:
    graph = graph_of([Article("a", ("[Anna](agent Person/anna) {schrapte} [13.000 banen](patient).",))])

    roles = content(page_html(graph))["actions"][0]["roles"]

    assert roles == [["agent", 0, "Anna", ""], ["patient", None, "13.000 banen", ""]]


def test_an_entity_named_twice_in_one_role_takes_part_once() -> None:
    graph = graph_of([Article("a", ("[Anna](agent Person/anna) {hielp}, en [zij](agent Person/anna) ook.",))])

    assert content(page_html(graph))["actions"][0]["roles"] == [["agent", 0, "Anna", ""]]


def test_a_preposition_and_who_denies_it_are_told() -> None:
    data = content(page_html(contested_news()))

    (action,) = data["actions"]
    assert action["roles"][1] == ["theme", None, "het plan", "tegen"]
    assert action["denied"] == [[1, "Bram"]]


def test_pyvis_holds_nodes_edges_looks_and_places_without_physics() -> None:
    network = page_network(bridge_news())

    assert network.options["physics"] == {"enabled": False}
    assert all(isinstance(node["x"], int) and isinstance(node["y"], int) for node in network.nodes)
    assert {node["group"] for node in network.nodes} <= network.options["groups"].keys()
    assert all("title" not in node for node in network.nodes)


def test_no_two_kinds_of_node_share_a_shape_or_a_colour() -> None:
    looks = page_data.groups()

    for trait in ("shape", "color", "dark"):
        assert len({look[trait] for look in looks.values()}) == len(looks)


@pytest.mark.parametrize("code", page.LANGUAGES)
def test_every_value_of_the_graph_has_a_word(code: str) -> None:
    found = words(code)

    assert set(found["roles"]) >= {*Role, "claimant", "member_of", "function"}
    assert set(found["kinds"]) == set(found["manyKinds"]) == {*EntityType, "Action"} == set(page_data.groups())
    assert set(found["certainties"]) == {*Certainty} - {Certainty.CERTAIN}
    assert set(found["differences"]) == {*Difference}
    assert set(found["modalities"]) == {*Modality} - {Modality.ACTUAL}


def test_the_interface_says_the_same_things_in_each_language() -> None:
    dutch, english = words("nl"), words("en")

    assert {key: sorted(value) for key, value in dutch.items() if isinstance(value, dict)} == {
        key: sorted(value) for key, value in english.items() if isinstance(value, dict)
    }
    assert [len(dutch[key]) for key in ("notes", "keys")] == [len(english[key]) for key in ("notes", "keys")]


def test_every_text_that_the_script_says_exists() -> None:
    script = "".join((ASSETS / name).read_text(encoding="utf-8") for name in [*page._SCRIPTS, "template.html"])

    said = set(re.findall(r'say\("(\w+)"|data-(?:say|label|hint)="(\w+)"', script))

    assert {one or other for one, other in said} <= set(words("nl")["texts"])


@pytest.mark.parametrize("language", page.LANGUAGES)
def test_the_page_starts_in_the_language_asked_for(language: str) -> None:
    html = page_html(bridge_news(), language=language)

    assert f'<html lang="{language}">' in html
    assert content(html)["language"] == language


def test_a_language_without_words_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="nl and en"):
        write_page(bridge_news(), tmp_path / "graph.html", language="fr")


def test_two_tellings_of_one_happening_are_a_pair_with_what_they_differ_in() -> None:
    data = content(page_html(two_papers()))

    (pair,) = data["same"]
    assert [data["nodes"][number]["label"] for number in pair["actions"]] == ["verwondde", "verwondde"]
    assert pair["differences"] == ["number"]


def test_all_sentences_of_an_article_are_there_in_order() -> None:
    data = content(page_html(bridge_news()))

    assert [row[2] for row in data["sentences"]] == bridge_news().documents[0].text.split("\n")


def test_without_text_no_sentence_is_in_the_file() -> None:
    data = content(page_html(bridge_news(), with_text=False))

    assert {text for _, _, text, _ in data["sentences"]} == {""}
    assert "een mensenleven" not in json.dumps(data)


def test_without_text_an_action_is_labelled_with_its_verb_alone() -> None:
    graph = graph_of([Article("a", ("[Anna](agent Person/anna) {trok} haar [steun](patient) {terug}.",))])

    labels = [node["label"] for node in content(page_html(graph, with_text=False))["nodes"]]

    assert labels == ["Anna", "trok"], "the predicate of the test's graph is its first trigger"


def test_section_and_licence_of_an_article_are_in_the_page_where_it_has_them() -> None:
    graph = town_news()
    first, *others = graph.resolution.extractions
    told = replace(first, document=replace(first.document, section="Regio", licence="Niet overnemen"))
    changed = KnowledgeGraph(replace(graph.resolution, extractions=(told, *others)), graph.run)

    document, *rest = content(page_html(changed))["documents"]

    assert (document["section"], document["licence"]) == ("Regio", "Niet overnemen")
    assert not any({"section", "licence"} & other.keys() for other in rest)
