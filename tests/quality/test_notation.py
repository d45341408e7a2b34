"""Annotation as people write it becomes offsets, and slips are told."""

import json

import pytest

from kg.model import Document
from tests.quality.notation import BadAnnotation, annotations, compiled, to_json

NEWS = Document("nieuws", "De Groot belt Vos. Vos belt hem terug in mei.")


def annotated(*lines: str) -> dict[str, list[dict[str, object]]]:
    return compiled(NEWS, ["@groot PERSON", "@vos ORG", *lines])


def test_mentions_get_their_place_and_kind() -> None:
    row = annotated("> [groot:De Groot] belt [vos:Vos].", "> [vos:Vos] belt [groot~hem] terug in mei.")

    assert row["entities"][0] == {
        "id": "groot",
        "type": "PERSON",
        "name": "De Groot",
        "mentions": [
            {"span": [0, 8], "text": "De Groot", "kind": "name"},
            {"span": [28, 31], "text": "hem", "kind": "pronoun"},
        ],
    }


def test_an_action_is_placed_in_its_own_sentence() -> None:
    row = annotated(
        "> [groot:De Groot] belt [vos:Vos].",
        "> Vos belt hem terug in mei.",
        "belt terugbellen | agent @vos | patient hem | time in mei = 2025-05 | neg | future | by @groot",
    )

    assert row["actions"] == [
        {
            "sent": [19, 45],
            "trigger": [23, 27],
            "text": "belt",
            "lemma": "terugbellen",
            "roles": {"agent": [{"entity": "vos"}], "patient": [{"span": [28, 31]}]},
            "time": [{"text": "in mei", "value": "2025-05", "span": [38, 44]}],
            "polarity": "neg",
            "modality": "future",
            "source": "groot",
        }
    ]


def test_a_mention_within_a_mention_keeps_its_own_entity() -> None:
    row = compiled(
        Document("kort", "De zoon van Vos slaapt."),
        ["@zoon PERSON", "@vos PERSON", "> [zoon=De zoon van [vos:Vos]] slaapt."],
    )

    assert [entity["mentions"][0]["span"] for entity in row["entities"]] == [[0, 15], [12, 15]]


def test_the_second_occurrence_is_asked_for_by_number() -> None:
    row = compiled(Document("kort", "Wie wint, wint."), ["> Wie wint, wint.", "wint#2 winnen"])

    assert row["actions"][0]["trigger"] == [10, 14]


@pytest.mark.parametrize(
    "line",
    [
        "> [groot:De Kort] belt Vos.",
        "> [kok:De Groot] belt Vos.",
        "> [groot:De Groot belt Vos.",
        "> De Groot] belt Vos.",
        "@groot PERSON",
        "@kok VIS",
        "loopt lopen",
        "belt bellen | agent @kok",
        "belt bellen | dader @vos",
        "belt",
        "member @groot @kok",
    ],
)
def test_a_line_that_fits_neither_article_nor_notation_is_told(line: str) -> None:
    good = ["> [groot:De Groot] belt [vos:Vos].", line] if not line.startswith(">") else [line]

    with pytest.raises(BadAnnotation):
        annotated(*good)


def test_an_entity_without_a_mention_is_told() -> None:
    with pytest.raises(BadAnnotation, match="vos"):
        annotated("> [groot:De Groot] belt Vos.")


def test_the_committed_json_is_that_of_the_annotation() -> None:
    stale = [file.name for file, row in annotations() if file.read_text(encoding="utf-8") != to_json(row)]

    assert stale == [], "run python -m tests.quality.notation"


def test_json_of_an_annotation_is_read_back_whole() -> None:
    row = annotated("> [groot:De Groot] belt [vos:Vos].", "belt bellen | agent @groot")

    assert json.loads(to_json(row)) == row
