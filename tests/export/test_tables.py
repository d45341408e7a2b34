"""actions.jsonl and entities.jsonl."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kg.export.options import Options
from kg.export.tables import action_rows, write_actions, write_entities
from kg.graph import KnowledgeGraph
from kg.model import Difference, Document, Entity, Extraction, Role, SameHappening
from tests.corpus import COPY, COPY_SAYS, ENTITIES, ORGANISATION, PLAN, PLAN_SAYS, RUN, small_graph
from tests.export.news import contested_news
from tests.factory import action_of, mention_of, resolution_of, sentences_of


@pytest.fixture
def actions(tmp_path: Path) -> list[dict[str, Any]]:
    write_actions(small_graph(), tmp_path / "actions.jsonl", Options())
    return [json.loads(line) for line in (tmp_path / "actions.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def entities(tmp_path: Path) -> dict[str, dict[str, Any]]:
    write_entities(small_graph(), tmp_path / "entities.jsonl", Options())
    lines = (tmp_path / "entities.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["label"]: row for row in map(json.loads, lines)}


def by_predicate(actions: list[dict[str, Any]], predicate: str) -> dict[str, Any]:
    return next(action for action in actions if action["predicate"] == predicate)


def test_every_place_that_tells_of_an_action_has_its_own_line(actions: list[dict[str, Any]]) -> None:
    visits = [action for action in actions if action["predicate"] == "bezoeken"]

    assert [visit["document"] for visit in visits] == [PLAN.id, COPY.id]
    assert len({visit["id"] for visit in visits}) == 2
    assert len({visit["action"] for visit in visits}) == 1


def test_the_copy_of_an_action_names_its_participants_where_it_stands_itself(actions: list[dict[str, Any]]) -> None:
    copy = next(action for action in actions if action["document"] == COPY.id)

    [agent] = [filler for filler in copy["participants"] if filler["role"] == "agent"]

    assert agent["id"] == "person/noor-zandbergen-5e5e5e5e"
    assert agent["mention"] == {"start": 10, "end": 25, "text": "Noor Zandbergen"}


def test_a_nominal_goes_by_the_name_of_its_entity(actions: list[dict[str, Any]]) -> None:
    agent, _ = by_predicate(actions, "slopen")["participants"]

    assert (agent["label"], agent["mention"]["text"]) == ("Havenbouw", "het bedrijf")


def test_a_filler_that_is_no_entity_has_words_but_no_id(actions: list[dict[str, Any]]) -> None:
    _, patient = by_predicate(actions, "slopen")["participants"]

    assert (patient["id"], patient["label"], patient["type"]) == (None, "300 woningen", None)


def test_the_one_who_says_so_is_named(actions: list[dict[str, Any]]) -> None:
    claimant = by_predicate(actions, "slopen")["claimant"]

    assert claimant["id"] == "person/joris-plaatsman-4d4d4d4d"
    assert claimant["mention"]["text"] == "Joris Plaatsman"


def test_what_the_article_tells_itself_has_no_claimant(actions: list[dict[str, Any]]) -> None:
    assert by_predicate(actions, "bezoeken")["claimant"] is None


def test_factuality_is_told_by_the_values_of_the_model(actions: list[dict[str, Any]]) -> None:
    refusal, suit = by_predicate(actions, "steunen"), by_predicate(actions, "aanklagen")

    assert (refusal["polarity"], refusal["certainty"], refusal["modality"]) == ("negative", "certain", "")
    assert suit["modality"] == "future"


def test_a_particle_that_stands_apart_is_a_place_of_its_own(actions: list[dict[str, Any]]) -> None:
    suit = by_predicate(actions, "aanklagen")

    assert (suit["trigger"]["text"], suit["particle"]["text"]) == ("klagen", "aan")


def test_a_time_carries_its_value_its_days_and_its_place(actions: list[dict[str, Any]]) -> None:
    [time] = by_predicate(actions, "bezoeken")["time"]

    assert time == {
        "text": "gisteren",
        "value": "2026-03-12",
        "start": "2026-03-12",
        "end": "2026-03-12",
        "span": {"start": 56, "end": 64},
    }


def test_a_repeated_sentence_is_a_second_place_of_its_actions(actions: list[dict[str, Any]]) -> None:
    [again] = by_predicate(actions, "bezoeken")["repeats"]

    assert PLAN.text[again["start"] : again["end"]] == by_predicate(actions, "bezoeken")["sentence"]["text"]


def test_an_action_names_those_that_tell_of_the_same_happening() -> None:
    resolution = resolution_of((COPY_SAYS, PLAN_SAYS), ENTITIES)
    visits = [action.id for action in resolution.actions if action.first.predicate == "bezoeken"]
    same = SameHappening(visits[0], visits[1], "same kind, agent", 0.7, (Difference.NUMBER,))
    graph = KnowledgeGraph(replace(resolution, same_happenings=(same,)), RUN)

    told = {row["action"]: row["same_happening"] for row in action_rows(graph, Options())}

    other = {"confidence": 0.7, "reason": "same kind, agent", "differences": ["number"]}
    assert [told[visit] for visit in visits] == [[{"action": visits[1], **other}], [{"action": visits[0], **other}]]
    assert [action for action, others in told.items() if others] == visits


def test_an_entity_lists_its_functions_as_words(entities: dict[str, dict[str, Any]]) -> None:
    assert entities["Joris Plaatsman"]["functions"] == ["topman"]
    assert entities["Joris Plaatsman"]["functions_at"] == [
        {"value": "topman", "organisation": "organisation/havenbouw-1a1a1a1a"}
    ]


def test_an_entity_lists_every_place_that_refers_to_it(entities: dict[str, dict[str, Any]]) -> None:
    found = [(mention["text"], mention["kind"]) for mention in entities["Joris Plaatsman"]["mentions"]]

    assert found == [("Joris Plaatsman", "name"), ("Wij", "pronoun"), ("Plaatsman", "name")]


def test_without_text_the_sentences_are_left_out(tmp_path: Path) -> None:
    rows = list(action_rows(small_graph(), Options(with_text=False)))

    assert {row["sentence"]["text"] for row in rows} == {None}


def test_a_name_with_any_character_stays_on_one_line_of_json(tmp_path: Path) -> None:
    name = "Stichting \u2028 \ud800 \x85 </script>"
    document = Document("bron\n1", f"{name} sloot.")
    mention = mention_of(document, name, type=ORGANISATION)
    action = action_of(document, "sloot", "sluiten", [(Role.AGENT, mention)])
    extraction = Extraction(document, sentences_of(document), (mention,), (action,), (), (), ())
    entity = Entity("organisation/stichting-1", ORGANISATION, name, (), (mention,))

    write_actions(KnowledgeGraph(resolution_of((extraction,), (entity,)), RUN), tmp_path / "a.jsonl", Options())

    [line] = (tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["participants"][0]["label"] == "Stichting \u2028 � � </script>"


def test_a_preposition_and_who_denies_it_are_in_the_row() -> None:
    (row,) = action_rows(contested_news(), Options())

    assert [one["preposition"] for one in row["participants"]] == ["", "tegen"]
    assert [one["label"] for one in row["denied_by"]] == ["Bram"]
